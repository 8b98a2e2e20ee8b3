"""A town in the wrong country."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.places.pairs import Pair, pairs
from detente.checks.places.towns import Town, town
from detente.checks.report import Report

NAME = "wrong-country"
SEVERITY = "error"
SAYS = "a town is put in a country in which it does not lie"

_TOWN = 20_000
"""Population from which on a town that no other is named like is known by its bare name beside a country's."""
_CALENDAR = frozenset({*calendar.day_name, *calendar.month_name, *calendar.month_abbr}) - {""}


def find(report: Report) -> Iterator[Problem]:
    """Silent wherever a place of that name with some people lies in the country, and about what states contest."""
    told: set[tuple[int, int]] = set()
    for pair in pairs(report):
        problem = _judged(report, pair)
        if problem is not None and pair.town not in told:
            told.add(pair.town)
            yield problem


def _judged(report: Report, pair: Pair) -> Problem | None:
    text, base = report.text, report.base
    start, end = pair.town
    place: Town | None = None
    while place is None:
        words = text[start:end].removesuffix("'s").removesuffix("’s")
        end = start + len(words)
        place = town(words, base)
        last = words.rpartition(" ")[2]
        if place is None and last in _CALENDAR and " " in words:
            end -= len(last) + 1
        elif place is None and " and " in words:
            # "in Homs and Hama, Syria": the last of the towns stands for all of them.
            start += words.rindex(" and ") + len(" and ")
        elif place is None:
            return None
    country = base.countries.get(place.first.country)
    if (
        country is None
        or place.may_lie_in(pair.iso3, report.first)
        or not (place.known or (place.sure and pair.plain) or (place.first.population >= _TOWN and (pair.plain or place.sure)))
    ):
        return None
    if base.country_name(pair.iso3) == "Georgia" and any(row.province == "Georgia" for row in place.rows):
        return None
    first, last_ = min(start, pair.country[0]), max(end, pair.country[1])
    right = country.demonyms[0] if pair.demonym and country.demonyms else country.name
    message = f"{place.name} lies in {country.name}, not in {base.country_name(pair.iso3)}"
    basis = f"places/{country.iso3}.tsv: {place.first.name}, {place.first.province or country.name}"
    suggestion = text[first : pair.country[0]] + right + text[pair.country[1] : last_]
    return Problem(first, last_, message, basis, suggestion if place.known or place.sure else None)

"""From when to when the bodies and states of the tables existed under their names."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from typing import NamedTuple

from detente.knowledge import overlay
from detente.knowledge.base import COUNTRY_COLUMNS, ORGANISATION_COLUMNS
from detente.knowledge.entry import Entry
from detente.knowledge.names import Match, Named, Names
from detente.knowledge.tables import DATA, first_day, last_day, records, several


class Lifetime(NamedTuple):
    """A state or body: the first and last day on which it existed, None where open or not known, and its row.

    `forerunner`: the year from which news speaks of it although it had another name or form; None where it had none.
    """

    id: str
    name: str
    start: dt.date | None
    end: dt.date | None
    line: str
    forerunner: int | None = None


COLUMNS = ("id", "names", "start", "end", "forerunner")
"""Of `data/founded.tsv`: what stands in no table of actors, and the forerunners of organisations that do."""

_NAMED_ANEW = {
    "BGD": ("Bangladesh",), "ISR": ("Israel", "State of Israel"), "PAK": ("Pakistan",),
    "SSD": ("South Sudan", "Republic of South Sudan"), "ARE": ("United Arab Emirates",), "RUS": ("Russian Federation",),
    "COD": ("Zaire", "Zaïre"),
}  # fmt: skip
"""States whose names nobody used before; of others one says "in Ukraine in 1943", and means the land."""

_TWICE = frozenset(
    "SRB MNE XKX CZE SVK RUS VNM IDN SYR LAO KHM TLS MYS SGP ZWE GNB KOR PRK JOR PHL MMR IND LBY MAR GIN YEM CYP ERI".split()
)

_ENDED_NAMES = {"COD": (dt.date(1971, 10, 27), dt.date(1997, 5, 17))}
"""Names that a state has had for a time."""


@functools.cache
def lifetimes() -> tuple[Names, dict[str, Lifetime]]:
    """The names of what has a beginning or an end, and the lifetimes by the id of what they name (`Entry.short`).

    Organisations by name and alias; states that ended; states whose names are as young as they are.
    Raises `DataError` when a table breaks its rules.
    """
    names, found = Names(), {}
    for life, aliases in (*_organisations(), *_states(), *_others()):
        found[life.id] = life
        for alias in aliases:
            names.add(alias.removeprefix("the "), Named(Entry("organisation", life.name, short=life.id), "name"))
    return names, found


def named_in(text: str) -> Iterator[tuple[Match, Lifetime]]:
    """The bodies and states named in a text that have a lifetime, in reading order; names that stand for several are left out."""
    names, found = lifetimes()
    for match in names.find(text):
        if len(match.named) == 1:
            yield match, found[match.named[0].entry.short]


@functools.cache
def independence() -> tuple[Names, dict[str, Lifetime]]:
    """The names of the states that became independent in the last century, and from when on, by ISO alpha-3 code.

    Without those that proclaimed it more than once, or have it from other days than that of their row.
    """
    names, found = Names(), {}
    for row, line in overlay.corrected("countries.tsv", COUNTRY_COLUMNS, DATA, overlay.folder_in_force()):
        cells = dict(zip(COUNTRY_COLUMNS, row, strict=True))
        start = first_day(cells["start"])
        if start is not None and not cells["end"] and cells["iso3"] not in _TWICE:
            found[cells["iso3"]] = Lifetime(cells["iso3"], cells["name"], start, None, line)
            names.add(cells["name"], Named(Entry("organisation", cells["name"], short=cells["iso3"]), "name"))
    return names, found


def _others() -> Iterator[tuple[Lifetime, list[str]]]:
    for number, (id, names, start, end, _) in enumerate(records(DATA / "founded.tsv", COLUMNS), start=2):
        if names:
            yield Lifetime(id, id, first_day(start), last_day(end), f"founded.tsv:{number}"), several(names)


@functools.cache
def _forerunners() -> dict[str, int]:
    """The year from which news speaks of a body that had another name or form: a treaty, a declaration, what it grew from."""
    found = records(DATA / "founded.tsv", COLUMNS)
    return {id: int(forerunner) for id, _, _, _, forerunner in found if forerunner}


def _organisations() -> Iterator[tuple[Lifetime, list[str]]]:
    for row, line in overlay.corrected("organisations.tsv", ORGANISATION_COLUMNS, DATA, overlay.folder_in_force()):
        cells = dict(zip(ORGANISATION_COLUMNS, row, strict=True))
        if cells["kind"] == "igo" and cells["start"]:
            start, end = first_day(cells["start"]), last_day(cells["end"])
            life = Lifetime(cells["id"], cells["name"], start, end, line, _forerunners().get(cells["id"]))
            yield life, [cells["name"], *several(cells["aliases"])]


def _states() -> Iterator[tuple[Lifetime, list[str]]]:
    for row, line in overlay.corrected("countries.tsv", COUNTRY_COLUMNS, DATA, overlay.folder_in_force()):
        cells = dict(zip(COUNTRY_COLUMNS, row, strict=True))
        iso3, start, end = cells["iso3"], first_day(cells["start"]), last_day(cells["end"])
        if iso3 in _ENDED_NAMES:
            yield Lifetime(iso3, _NAMED_ANEW[iso3][0], *_ENDED_NAMES[iso3], line), list(_NAMED_ANEW[iso3])
        elif end or iso3 in _NAMED_ANEW:
            aliases = [cells["name"], *several(cells["aliases"])] if end else list(_NAMED_ANEW[iso3])
            # What a state that ended was before it had its last name is not told by its row.
            yield Lifetime(iso3, cells["name"], start, end, line), aliases

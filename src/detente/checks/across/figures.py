"""A count of people that the other reports give otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from detente.checks.across.told import Count, Told
from detente.checks.check import Problem
from detente.model.finding import Severity

NAME = "figure-across"
SEVERITY: Severity = "note"
SAYS = "the other reports of the same day count otherwise"

_REPORTS = 2
_SHARED = 1


def find_across(report: Told, others: list[Told]) -> Iterator[Problem]:
    """Two reports or more of the same day agree on another number of the same kind of victims in the same place.

    A note, no fault: tolls rise by the hour, and parties dispute them. Whoever uses the number should know of the other.
    """
    for count in report.counts:
        values: dict[float, dict[str, str]] = defaultdict(dict)
        for other in others:
            if report.day is None or other.day != report.day:
                continue
            for their in other.counts:
                if _one_thing(count, their):
                    values[their.value].setdefault(other.article, other.where)
        if count.value in values or len(values) != 1:
            continue
        value, where = next(iter(values.items()))
        if len(where) >= _REPORTS:
            yield Problem(
                count.start,
                count.end,
                f"{count.value:g} {count.fate} by this report, {value:g} by {len(where)} others of the same day",
                ", ".join(list(where.values())[:3]),
                f"{value:g}",
            )


def _one_thing(one: Count, other: Count) -> bool:
    return one.fate == other.fate and len(one.names & other.names) >= _SHARED

"""A title that the other reports of the same days do not give the person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from detente.checks.across.told import Told
from detente.checks.check import Problem
from detente.model.finding import Severity

NAME = "title-across"
SEVERITY: Severity = "warning"
SAYS = "the other reports of the same days give the person another office"

_REPORTS = 2


def find_across(report: Told, others: list[Told]) -> Iterator[Problem]:
    """Two reports or more agree on one office, of a person whom the tables do not know, and none gives this one."""
    offices: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for other in others:
        for person in other.persons:
            if person.office and not person.known:
                offices[person.words][person.office].setdefault(other.article, other.where)
    own: dict[str, set[str]] = defaultdict(set)
    for person in report.persons:
        if person.office:
            own[person.words].add(person.office)
    for person in report.persons:
        told = offices.get(person.words, {})
        if person.known or not person.office or person.office in told or len(own[person.words]) > 1:
            continue
        if len(told) == 1:
            office, where = next(iter(told.items()))
            if len(where) >= _REPORTS and office not in person.office and person.office not in office:
                yield Problem(
                    person.start,
                    person.end,
                    f"{person.words} is called {person.office} here, {office} in {len(where)} other reports",
                    ", ".join(list(where.values())[:3]),
                    office,
                )

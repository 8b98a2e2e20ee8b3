"""A meeting that the other reports put on another day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from detente.checks.across.told import Round, Told
from detente.checks.check import Problem
from detente.model.finding import Severity

NAME = "date-across"
SEVERITY: Severity = "warning"
SAYS = "the other reports put the meeting on another day"

_REPORTS = 2
_APART = dt.timedelta(days=6)
"""Days beyond which two meetings of the same parties in one place are two."""


def find_across(report: Told, others: list[Told]) -> Iterator[Problem]:
    """The same parties met in the same place; two reports or more agree on one day, and none has this one."""
    for held in report.rounds:
        days: dict[dt.date, dict[str, str]] = defaultdict(dict)
        for other in others:
            for their in other.rounds:
                if _one_meeting(held, their):
                    days[their.day].setdefault(other.article, other.where)
        if len(days) != 1 or held.day in days:
            continue
        day, where = next(iter(days.items()))
        if len(where) >= _REPORTS:
            yield Problem(
                held.start,
                held.end,
                f"the meeting in {held.venue} was on {held.day} by this report, on {day} by {len(where)} others",
                ", ".join(list(where.values())[:3]),
                day.isoformat(),
            )


def _one_meeting(one: Round, other: Round) -> bool:
    return (
        one.venue == other.venue
        and (one.parties <= other.parties or other.parties <= one.parties)
        and abs(one.day - other.day) <= _APART
    )

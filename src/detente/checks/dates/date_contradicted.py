"""Words that speak for another time than all the rest of a report without date."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.model.finding import Severity

NAME = "date-contradicted"
SEVERITY: Severity = "warning"
SAYS = "these words speak for another time than the rest of a report without date"

_WEIGHTY = 0.5
_AGREEING = 3
"""Clues that must agree on a time before one that contradicts them is told."""


def find(report: Report) -> Iterator[Problem]:
    """The clues to the report's date that the others contradict; dates without weekday or year tell too little."""
    published = report.reading.published
    if published.given or published.first is None or len(published.clues) < _AGREEING:
        return
    closest = "; ".join(clue.reason for clue in published.clues[:2])
    for clue in published.against:
        if clue.weight >= _WEIGHTY:
            days = f"{published.first} to {published.last}"
            yield Problem(clue.start, clue.end, f"{clue.reason}; the rest of the report is of {days}", closest)

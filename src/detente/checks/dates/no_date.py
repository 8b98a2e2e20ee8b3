"""A report without a date, and the days on which it can have been published."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.model.finding import Severity

NAME = "no-date"
SEVERITY: Severity = "note"
SAYS = "the report has no date; when it was published is worked out"

_REASONS = 4


def find(report: Report) -> Iterator[Problem]:
    """Silent where the date came with the report, and where nothing in it tells of one."""
    published = report.reading.published
    if published.given or published.first is None or published.last is None or not report.sentences:
        return
    first = report.sentences[0].sentence
    days = f"on {published.first}" if published.first == published.last else f"between {published.first} and {published.last}"
    suggestion = str(published.first) if published.first == published.last else f"{published.first} to {published.last}"
    reasons = [clue.reason for clue in published.clues[:_REASONS]]
    more = len(published.clues) - len(reasons)
    yield Problem(
        first.start,
        first.end,
        f"the report has no date; it was published {days}, by what it tells",
        "; ".join(reasons) + (f"; and {more} more" if more else ""),
        suggestion,
    )

"""A quotation that is closed and was never opened."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.marks import missets
from detente.checks.report import Report

NAME = "unopened-quotation"
SEVERITY = "error"
SAYS = "a quotation is closed that was never opened"


def find(report: Report) -> Iterator[Problem]:
    """The words are those among which the opening mark must stand."""
    for misset in missets(report.article):
        if misset.fault == "unopened":
            yield Problem(
                misset.start,
                misset.end,
                "the quotation that is closed here was never opened",
                "no opening mark between these words and the mark before them, or the beginning of the paragraph",
            )

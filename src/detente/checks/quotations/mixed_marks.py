"""A quotation opened with one kind of mark and closed with another."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.marks import missets
from detente.checks.report import Report

NAME = "mixed-quotation-marks"
SEVERITY = "note"
SAYS = "a quotation is opened with one kind of mark and closed with another"


def find(report: Report) -> Iterator[Problem]:
    """Curly, straight, angled marks and doubled apostrophes are the kinds."""
    for misset in missets(report.article):
        if misset.fault == "mixed":
            opening = report.text[misset.start : misset.start + 1]
            yield Problem(
                misset.mark.start,
                misset.mark.end,
                f"the quotation is opened with {opening} and closed with {misset.mark.sign}",
                f"it opens: {' '.join(report.text[misset.start : misset.end].split()[:6])}",
            )

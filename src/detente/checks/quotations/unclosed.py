"""A quotation that is opened and never closed."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.marks import missets
from detente.checks.report import Report

NAME = "unclosed-quotation"
SEVERITY = "error"
SAYS = "a quotation is opened and never closed"

_QUOTED_WORDS = 6


def find(report: Report) -> Iterator[Problem]:
    """The words are those among which the closing mark must stand."""
    for misset in missets(report.article):
        if misset.fault == "unclosed":
            yield Problem(
                misset.start, misset.end, "the quotation that is opened here is never closed", _basis(report, misset.end)
            )


def _basis(report: Report, end: int) -> str:
    block = next((b for b in report.article.blocks if b.start <= end <= b.end), None)
    rest = report.text[end : block.end].split() if block else []
    if not rest:
        return "the paragraph ends without a closing mark, and the next one does not open the quotation anew"
    return f"the next mark opens another quotation: {' '.join(rest[:_QUOTED_WORDS])}"

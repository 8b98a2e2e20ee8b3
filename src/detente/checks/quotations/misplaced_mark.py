"""A quotation mark on the wrong side of a blank, or turned the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.marks import Misset, missets
from detente.checks.report import Report

NAME = "misplaced-quotation-mark"
SEVERITY = "error"
SAYS = "a quotation mark stands on the wrong side or is turned the wrong way"

_WORDS_BEFORE = 4


def find(report: Report) -> Iterator[Problem]:
    """A mark turned wrong is an error, a blank inside the marks a warning."""
    for misset in missets(report.article):
        if misset.fault in ("reversed", "spaced"):
            spaced = misset.fault == "spaced"
            message = "a blank stands inside the quotation marks" if spaced else _turned(report, misset)
            yield Problem(
                misset.start, misset.end, message, _basis(report, misset), misset.right, severity="warning" if spaced else None
            )


def _turned(report: Report, misset: Misset) -> str:
    before = report.text[misset.start : misset.mark.start]
    return f"an {'opening' if before else 'closing'} mark stands where {'a closing' if before else 'an opening'} one belongs"


def _basis(report: Report, misset: Misset) -> str:
    first = report.text[: misset.start].split()[-_WORDS_BEFORE:] if misset.start < 60 else _words_before(report, misset.start)
    return f"the mark stands so: {' '.join([*first, report.text[misset.start : misset.end]])}"


def _words_before(report: Report, start: int) -> list[str]:
    return report.text[start - 60 : start].split()[1:][-_WORDS_BEFORE:]

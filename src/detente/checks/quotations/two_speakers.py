"""One quotation given to two people in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.marks import pairs
from detente.checks.quotations.sources import after, before, different, next_after
from detente.checks.report import Report

NAME = "two-speakers"
SEVERITY = "warning"
SAYS = "one quotation is given to two people"

_FAR = 260
_QUOTED_WORDS = 6


def find(report: Report) -> Iterator[Problem]:
    """Only where both are named as persons: an agency or an office can pass on what somebody said."""
    text = report.text
    for pair in pairs(report.article):
        block = next(b for b in report.article.blocks if b.start <= pair.opening.start < b.end)
        later = after(text, pair, block.end)
        if later is None:
            continue
        starts_sentence = text[pair.opening.end : pair.opening.end + 1].isupper()
        earlier = before(text, pair.opening.start, max(block.start, pair.opening.start - _FAR))
        second = next_after(text, later.end, block.end)
        quoted = " ".join(text[pair.opening.start : pair.closing.end].split()[:_QUOTED_WORDS])
        if (
            earlier
            and different(earlier, later)
            and (starts_sentence or text[earlier.start - 2 : earlier.start].strip() in ("”", '"'))
        ):
            yield Problem(
                later.start,
                later.end,
                f"the quotation is given to {earlier.words} and to {later.words}",
                f"the quotation: {quoted} ...",
            )
        elif second and different(later, second):
            yield Problem(
                second.start,
                second.end,
                f"the quotation is given to {later.words} and to {second.words}",
                f"the quotation: {quoted} ...",
            )

"""Findings, made of what checks tell."""

from __future__ import annotations

from detente.checks.across.told import AcrossCheck
from detente.checks.check import Check, Problem
from detente.model import Article, Dated, Finding, Span, TextInfo, item_id


def finding(
    article: Article,
    check: Check | AcrossCheck,
    problem: Problem,
    coder: str,
    sentence: tuple[int, int] | None = None,
    published: Dated | None = None,
) -> Finding:
    """The finding of a problem; `sentence` are the offsets of the sentence that it stands in, else its paragraph's are taken."""
    span = Span.of(article.text, problem.start, problem.end)
    start, end = sentence or _paragraph(article, problem.start)
    around = Span.of(article.text, min(start, span.start), max(end, span.end))
    return Finding(
        id=item_id("finding", article.id, check.NAME, span.start, span.end, problem.message),
        article=article.id,
        date=article.date,
        text=around.text,
        text_info=TextInfo(start=around.start, end=around.end),
        confidence=CONFIDENCE[problem.severity or check.SEVERITY],
        evidence={"finding": [span]},
        coder=coder,
        published=published,
        check=check.NAME,
        severity=problem.severity or check.SEVERITY,
        span=span,
        message=problem.message,
        suggestion=problem.suggestion,
        basis=problem.basis,
    )


CONFIDENCE = {"error": 0.95, "warning": 0.8, "note": 0.6}
"""How sure a finding is, by its severity."""


def _paragraph(article: Article, offset: int) -> tuple[int, int]:
    return next(((b.start, b.end) for b in article.blocks if b.start <= offset < b.end), (offset, offset))

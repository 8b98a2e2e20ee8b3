"""The checker: a report in, its items and findings out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from detente.checks.check import Check, Problem
from detente.checks.registry import checks as all_checks
from detente.checks.report import Report
from detente.coding import Coder
from detente.model import ITEM_TYPES, Article, Finding, Item, Span, TextInfo, item_id

LOOKED_AT = frozenset({"event", "statement", "figure"})
"""The kinds of item that checks look at."""


class Checker:
    """Codes reports and checks them.

    `coder` codes them, one with all that is shipped unless given. `kinds` are the kinds of item given out, all unless told
    otherwise; `checks` the checks made, all that are registered unless told otherwise.
    """

    def __init__(
        self, coder: Coder | None = None, *, kinds: Collection[str] | None = None, checks: Sequence[Check] | None = None
    ) -> None:
        self.kinds = frozenset(kinds if kinds is not None else ITEM_TYPES)
        self.checks = tuple(all_checks() if checks is None else checks)
        self.coder = coder or Coder()
        self.name = self.coder.name

    def code(self, article: Article) -> list[Item]:
        """The items and findings of an article, by kind and then in reading order."""
        if "finding" not in self.kinds:
            return self.coder.coded(article, self.kinds)[1]
        reading, items = self.coder.coded(article, self.kinds | LOOKED_AT)
        findings = self.findings(Report(reading, items))
        order = {kind: position for position, kind in enumerate(ITEM_TYPES)}
        kept = [item for item in items if item.kind in self.kinds]
        return sorted([*kept, *findings], key=lambda item: order[item.kind])

    def findings(self, report: Report) -> list[Finding]:
        """What the checks find in a report, in reading order."""
        return sorted(self._findings(report), key=lambda f: (f.span.start, f.span.end, f.check, f.id))

    def _findings(self, report: Report) -> Iterator[Finding]:
        told: set[str] = set()
        for check in self.checks:
            for problem in check.find(report):
                finding = _finding(report, check, problem, self.name)
                if finding.id not in told:
                    told.add(finding.id)
                    yield finding


def _finding(report: Report, check: Check, problem: Problem, coder: str) -> Finding:
    article = report.article
    span = Span.of(article.text, problem.start, problem.end)
    read = report.sentence_at(problem.start)
    start, end = (read.sentence.start, read.sentence.end) if read else (span.start, span.end)
    around = Span.of(article.text, start, max(end, span.end))
    return Finding(
        id=item_id("finding", article.id, check.NAME, span.start, span.end, problem.message),
        article=article.id,
        date=article.date,
        text=around.text,
        text_info=TextInfo(start=around.start, end=around.end),
        confidence=1.0,
        evidence={"finding": [span]},
        coder=coder,
        check=check.NAME,
        severity=problem.severity or check.SEVERITY,
        span=span,
        message=problem.message,
        suggestion=problem.suggestion,
        basis=problem.basis,
    )

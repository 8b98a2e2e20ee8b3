"""The checker: a report in, its items and findings out."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from detente.checks.check import Check, Problem
from detente.checks.findings import finding
from detente.checks.registry import checks as all_checks
from detente.checks.registry import shipped
from detente.checks.report import Report
from detente.coding import Coder
from detente.errors import DetenteError
from detente.model import ITEM_TYPES, Article, Finding, Item
from detente.settings import settings

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
        self.name = " ".join(part for part in (self.coder.name, _other_checks(self.checks)) if part)

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
            for problem in _problems(check, report):
                read = report.sentence_at(problem.start)
                sentence = (read.sentence.start, read.sentence.end) if read else None
                made = finding(report.article, check, problem, self.name, sentence, report.published)
                if made.id not in told:
                    told.add(made.id)
                    yield made


def _problems(check: Check, report: Report) -> Iterable[Problem]:
    """What a check finds. One that fails is told as a note: neither the report's items nor the other findings are lost for it."""
    try:
        return list(check.find(report))
    except DetenteError:
        raise
    except Exception as error:
        if settings().debug:
            raise
        end = report.sentences[0].sentence.end if report.sentences else len(report.text)
        told = f"a fault of the check, please report it: {type(error).__name__}: {error}"
        return [Problem(0, end, told, "nothing: the report was not checked", severity="note")]


def _other_checks(made: Sequence[Check]) -> str:
    """What tells the findings of other checks than those shipped; "" where it is just those."""
    if {check.NAME for check in made} == {check.NAME for check in shipped()} and all(check in shipped() for check in made):
        return ""
    digest = hashlib.sha1("\n".join(_source(check) for check in made).encode(), usedforsecurity=False)
    return f"checks-{digest.hexdigest()[:8]}"


def _source(check: Check) -> str:
    """The name of a check that is shipped, the whole text of the file of one that is a user's own."""
    file = None if check in shipped() else getattr(check, "__file__", None)
    return Path(file).read_text(encoding="utf-8") if file else check.NAME

"""A dateline that was rewritten into the sentence after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.around import around

NAME = "dateline-in-sentence"
SEVERITY = "error"
SAYS = "the dateline was made part of the sentence"

_AGENCY = r"\((?:[A-Z]{2,8}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}(?:/[A-Z]\w+)?)\)"
DATELINE = re.compile(
    rf"(?:In|At|From|Out of|Within|Inside|Near|Outside)\s+(?:the\s+)?[A-Z][\w.’'-]*(?:,?\s(?:of\s|the\s"
    rf"|and\s)?[A-Z][\w.’'-]*){{0,4}}(?:,\s\w+\s\d{{1,2}})?"
    rf",?\s*{_AGENCY}\s*[-–—:]+"
)


def find(report: Report) -> Iterator[Problem]:
    """A place with the agency in brackets and a dash, after a preposition: "In Geneva (AFP) - It rejected ..." """
    for block in report.article.blocks:
        if block.kind == "body":
            match = DATELINE.match(report.text, block.start, block.end)
            if match:
                yield Problem(
                    match.start(),
                    match.end(),
                    "the dateline was made part of the sentence",
                    around(report.text, match.start(), match.end()),
                )
            return

"""Bracketed words one after the other: alternatives that nobody chose from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.around import around
from detente.language.parse import PARSED_KINDS

NAME = "bracketed-alternatives"
SEVERITY = "error"
SAYS = "alternatives left in brackets: nobody chose among them"

_WORD = r"[a-z][a-z’'-]*(?: [a-z][a-z’'-]*){0,2}"
_ROW = re.compile(rf"[(\[]{_WORD}[)\]](?:[ /,]{{1,2}}[(\[]{_WORD}[)\]])+")
_CHOICE = re.compile(r"[(\[](?P<words>[a-z][a-z’'-]*(?: [a-z’'-]+){0,2}(?: ?[/|] ?[a-z][a-z’'-]*(?: [a-z’'-]+){0,2})+)[)\]]")
_MEANT = frozenset(
    {
        "and/or",
        "he/she",
        "she/he",
        "him/her",
        "his/her",
        "her/his",
        "s/he",
        "they/them",
        "she/her",
        "he/him",
        "he/they",
        "she/they",
        "r/d",
        "n/a",
        "w/o",
        "km/h",
        "c/o",
    }
)


def find(report: Report) -> Iterator[Problem]:
    """Two or more in a row, or one with strokes between its words."""
    if "(" not in report.text and "[" not in report.text:
        return
    for block in report.article.blocks:
        if block.kind in PARSED_KINDS:
            for pattern in (_ROW, _CHOICE):
                for match in pattern.finditer(report.text, block.start, block.end):
                    if pattern is _CHOICE and match["words"].replace(" ", "") in _MEANT:
                        continue
                    yield Problem(
                        match.start(),
                        match.end(),
                        "words in brackets from which none was chosen",
                        around(report.text, match.start(), match.end()),
                    )

"""A place that a template, an editor or a form left to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.around import around
from detente.language.parse import PARSED_KINDS

NAME = "unfilled-slot"
SEVERITY = "error"
SAYS = "a place that should have been filled stands open"

_WHAT = (
    r"(?:name|names|date|day|time|place|city|location|country|title|number|figure|amount|quote|source|link|url|age"
    r"|headline|byline|author|photo"
    r"|image|caption|text|details?|xx+|tk+|reporter|agency|organi[sz]ation|position|office|speaker|official|minister"
    r"|president|your \w+|\w+ here"
    r"|\w+ (?:name|date|title|number))"
)
_SLOT = re.compile(
    rf"\[(?:INSERT|ADD|FILL IN|ENTER|CHECK|CONFIRM|VERIFY|TBC|TBD|TK+|TODO|PLACEHOLDER|EDIT(?:OR)?:)\b[^\]\n]{{0,120}}\]?"
    rf"|\[(?i:insert|placeholder|to be (?:confirmed|added|determined))\b[^\]\n]{{0,120}}\]?"
    rf"|[\[<]{{1,2}}(?i:{_WHAT})[\]>]{{1,2}}"
    rf"|(?<!\{{)\{{(?i:{_WHAT})\}}(?!\}})|\{{\{{?\s?[a-z]+(?:[_.][a-z]+)+\s?\}}?\}}|\$\{{\w+\}}|%\(\w+\)s"
    rf"|(?<![\w%])%[sd](?!\w)|\{{[0-9]\}}"
    r"|\b(?i:lorem ipsum)\b[^.\n]{0,80}|\bTKTK\b|\b(?:TBC|TBD)\b(?=\s(?:people|troops|said)\b|[.,;]|$)"
    r"|\b(?:TK|XXX+)\b(?=\s(?:people|troops|soldiers|percent|per cent|years|times"
    r"|on|in|at|said|and|has|had|was|were|told)\b|[.,;)]|$)"
    r"|(?<=\s)(?:undefined|NaN|null)(?=\s(?:said|told|people|troops|on|in)\b)|_{4,}(?=\s|[.,])"
)


def find(report: Report) -> Iterator[Problem]:
    """In headlines, subheads and paragraphs."""
    if not any(sign in report.text for sign in _SIGNS):
        return
    for block in report.article.blocks:
        if block.kind in PARSED_KINDS:
            for match in _SLOT.finditer(report.text, block.start, block.end):
                yield Problem(
                    match.start(), match.end(), "this place was never filled", around(report.text, match.start(), match.end())
                )


_SIGNS = ("[", "{", "<", "%", "orem", "TK", "XXX", "TBC", "TBD", "undefined", "NaN", "null", "____")

"""A bracket that is opened and never closed, or closed and never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.language.parse import PARSED_KINDS
from detente.model import Block

NAME = "unclosed-bracket"
SEVERITY = "error"
SAYS = "a bracket is opened and never closed, or closed and never opened"

_BRACKET = re.compile(r"[()\[\]]")
_NO_BRACKET = re.compile(
    r"[:;=8][’'^-]?[()\[\]]|(?:^|(?<=[\s;,:.]))(?:[A-Za-z]|[ivx]{1,4})\)|(?:^|(?<=[;,:.]\s)|(?<=\n)|(?<=and\s))\d{1,2}\)"
    r"|https?://\S+|<[^<>]*>|\[\+?\d+ \w+\]"
)
_PAIRS = {")": "(", "]": "["}
_TELLING_WORDS = 6


def find(report: Report) -> Iterator[Problem]:
    """Counted over a paragraph, and over the next where that closes what this one opens; not enumerations and smileys."""
    left: tuple[Block, int] | None = None
    for block in report.article.blocks:
        if block.kind not in PARSED_KINDS:
            continue
        opened, closed = _unmatched(report.text, block)
        if left and closed and opened[:1] != closed[:1]:
            # What the paragraph before opened is closed in this one.
            if report.text[closed[0]] != report.text[left[1]]:
                closed = closed[1:]
                left = None
        if left:
            yield _unclosed(report, *left)
        left = (block, opened[-1]) if opened else None
        for at in opened[:-1]:
            yield _unclosed(report, block, at)
        for at in closed:
            start = max((report.text.rfind(mark, block.start, at) + 1 for mark in ".!?\n"), default=block.start)
            start = max(block.start, start)
            start += len(report.text[start:at]) - len(report.text[start:at].lstrip())
            yield Problem(start, at + 1, "the bracket that is closed here was never opened", _basis(report, block))
    if left:
        yield _unclosed(report, *left)


def _unmatched(text: str, block: Block) -> tuple[list[int], list[int]]:
    """Where brackets stand that have no other half in the paragraph: those opened, those closed."""
    none = [m.span() for m in _NO_BRACKET.finditer(text, block.start, block.end)]
    opened: list[int] = []
    closed: list[int] = []
    for match in _BRACKET.finditer(text, block.start, block.end):
        at, sign = match.start(), match.group()
        if sign in _PAIRS:
            if opened:
                opened.pop()
            elif not any(a <= at < b for a, b in none):
                closed.append(at)
        elif not any(a <= at < b for a, b in none):
            opened.append(at)
    return opened, closed


def _unclosed(report: Report, block: Block, at: int) -> Problem:
    stops = [p for mark in (". ", "! ", "? ", "\n") if (p := report.text.find(mark, at, block.end)) >= 0]
    end = min(stops, default=block.end)
    end = at + len(report.text[at:end].rstrip())
    return Problem(at, max(end, at + 1), "the bracket that is opened here is never closed", _basis(report, block))


def _basis(report: Report, block: Block) -> str:
    return f"the paragraph: {' '.join(report.text[block.start : block.end].split()[:_TELLING_WORDS])} ..."

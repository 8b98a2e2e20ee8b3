"""The same quotation given to two people in two places of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.marks import Pair, pairs
from detente.checks.quotations.sources import Source, after, before
from detente.checks.report import Report

NAME = "same-words-two-people"
SEVERITY = "warning"
SAYS = "the same words are given to two people"

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_LEAST_WORDS = 6
_FAR = 260
_PASSED_ON = re.compile(
    r"\b(?:quot\w+|echo\w*|repeat\w*|cit(?:e[sd]?|ing)|recall\w*|paraphras\w+|retweet\w*|in the words of|slogan|motto"
    r"|chant\w*|read\sout|both)\b",
    re.I,
)
_QUOTED_WORDS = 6


def find(report: Report) -> Iterator[Problem]:
    """Six words or more, and not where one of the two is said to repeat or quote."""
    seen: dict[tuple[str, ...], Pair] = {}
    for pair in pairs(report.article):
        words = tuple(w.lower() for w in _WORD.findall(report.text[pair.opening.end : pair.closing.start]))
        if len(words) < _LEAST_WORDS:
            continue
        first = seen.setdefault(words, pair)
        if first is pair:
            continue
        one, other = _speaker(report, first), _speaker(report, pair)
        if one and other and one[0] != other[0] and not _passed_on(report, pair) and not _passed_on(report, first):
            quoted = " ".join(report.text[pair.opening.start : pair.closing.end].split()[:_QUOTED_WORDS])
            yield Problem(
                pair.opening.start,
                pair.closing.end,
                f"the same words are given to {one[1]} further up and to {other[1]} here",
                f"the quotation: {quoted} ...",
            )


def _speaker(report: Report, pair: Pair) -> tuple[str, str] | None:
    """Whom a quotation is given to, by the words around it, else by what the coder made of it: the key, and the words."""
    block = next(b for b in report.article.blocks if b.start <= pair.opening.start < b.end)
    beside: Source | None = after(report.text, pair, block.end) or before(
        report.text, pair.opening.start, max(block.start, pair.opening.start - _FAR)
    )
    if beside and beside.named:
        return beside.key, beside.words
    for read in report.sentences:
        if read.sentence.end < pair.opening.start or read.sentence.start > pair.closing.end:
            continue
        for said in read.said:
            covered = min(said.end, pair.closing.end) - max(said.start, pair.opening.start)
            head = said.speaker_head
            named = head is not None and head.pos_ == "PROPN" and bool(said.speaker)
            if named and covered > 0.6 * (pair.closing.start - pair.opening.end):
                name = said.speaker[0].name
                return name.split()[-1].lower(), name
    return None


def _passed_on(report: Report, pair: Pair) -> bool:
    around = (
        report.text[max(0, pair.opening.start - 120) : pair.opening.start]
        + report.text[pair.closing.end : pair.closing.end + 120]
    )
    return bool(_PASSED_ON.search(around))

"""The same quotation given to two people in two places of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.attributions import Attribution, attributions, surely_different
from detente.checks.quotations.marks import Pair, pairs
from detente.checks.quotations.sources import Source, after, before
from detente.checks.report import Report

NAME = "same-words-two-people"
SEVERITY = "warning"
SAYS = "the same words are given to two people"

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_LEAST_WORDS = 6
_LEAST_WORDS_UNNAMED = 3
_LEAST_IN_OTHER_ORDER = 7
_BESIDE = 3
_FAR = 260
_PASSED_ON = re.compile(
    r"\b(?:quot\w+|echo\w*|repeat\w*|cit(?:e[sd]?|ing)|recall\w*|paraphras\w+|retweet\w*|in the words of|slogan|motto"
    r"|chant\w*|read\sout|both)\b",
    re.I,
)
_QUOTED_WORDS = 6


def find(report: Report) -> Iterator[Problem]:
    """Six words or more, and not where one of the two is said to repeat or quote; a note where one is known by no name."""
    seen: list[tuple[tuple[str, ...], Pair]] = []
    for pair in pairs(report.article):
        words = tuple(w.lower() for w in _WORD.findall(report.text[pair.opening.end : pair.closing.start]))
        if len(words) < _LEAST_WORDS_UNNAMED:
            continue
        first = next((old for said, old in seen if _alike(said, words)), None)
        seen.append((words, pair))
        if first is None or _passed_on(report, pair) or _passed_on(report, first):
            continue
        two = _two_named(report, first, pair) if len(words) >= _LEAST_WORDS else None
        named = two is not None
        two = two or _two_sources(report, first, pair)
        if two:
            quoted = " ".join(report.text[pair.opening.start : pair.closing.end].split()[:_QUOTED_WORDS])
            yield Problem(
                pair.opening.start,
                pair.closing.end,
                f"the same words are given to {two[0]} further up and to {two[1]} here",
                f"the quotation: {quoted} ...",
                severity=None if named else "note",
            )


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same words, the same in another order, or the shorter ones within the longer."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_WORDS:
        return False
    if len(short) == len(long):
        return len(short) >= _LEAST_IN_OTHER_ORDER and sorted(one) == sorted(other)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _two_named(report: Report, first: Pair, second: Pair) -> tuple[str, str] | None:
    one, other = _speaker(report, first), _speaker(report, second)
    return (one[1], other[1]) if one and other and one[0] != other[0] else None


def _two_sources(report: Report, first: Pair, second: Pair) -> tuple[str, str] | None:
    """Two that are surely not one, by the nouns that name them."""
    one, other = _source(report, first), _source(report, second)
    return (one.words, other.words) if one and other and surely_different(one, other) else None


def _source(report: Report, pair: Pair) -> Attribution | None:
    """The source right after the quotation, else the last one before it in its sentence."""
    for read in report.sentences:
        if read.sentence.start <= pair.closing.end and pair.opening.start < read.sentence.end + 1:
            given = [a for a in attributions(read.sentence, wide=True) if not pair.opening.start < a.start < pair.closing.end]
            after = next((a for a in given if 0 <= a.start - pair.closing.end <= _BESIDE), None)
            found = after or next((a for a in reversed(given) if a.end <= pair.opening.start), None)
            if found:
                return found
    return None


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

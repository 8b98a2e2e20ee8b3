"""A sentence that names its source at both ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.attributions import attributions, surely_same
from detente.checks.quotations.marks import pairs
from detente.checks.quotations.sources import LEADING, TRAILING, Source, after, before, same, source_in
from detente.checks.report import Report
from detente.language.parse import Sentence

NAME = "attribution-twice"
SEVERITY = "warning"
SAYS = "the same source is named twice for the same words"

_OTHER_TIME = re.compile(r"\b(?:last|earlier|before|previously|again|ago|in (?:19|20)\d\d)\b")
_QUOTED_WORDS = 6
_OPENS = re.compile(r"(?:[\"“][^”\"]*,[\"”] |(?:For|On|In|At|From|To|By|Speaking|Asked|Also|Later|Earlier)\b[^,]{0,60},\s)?$")
_BESIDE = re.compile(r"(?:\s(?:on|in|at|to|after|late|early|this|last)\s[^,“”\";]{2,40})?,\s$")
_ENDS = re.compile(
    r"(?:\s(?:on|in|at|to|after|during|late|early|this|via)\s[^,“”\";]{2,60}|\s[A-Z]\w+day|\sreporters|\sjournalists"
    r"|\s(?:a|the)\s(?:news|press)\s[^,“”\";]{2,40})?(?:[.;]?$|,\s)"
)


def find(report: Report) -> Iterator[Problem]:
    """At both ends of a sentence, or before and after a quotation; not chains ("Berlin said that, according to Kyiv, ...")."""
    told: set[int] = set()
    for read in report.sentences:
        sentence = read.sentence
        if sentence.block.kind != "body":
            continue
        found = _at_both_ends(report, sentence.start, sentence.end) or _as_parsed_twice(report, sentence)
        if found:
            told.add(found.start)
            yield found
    for pair in pairs(report.article):
        block = next(b for b in report.article.blocks if b.start <= pair.opening.start < b.end)
        first = before(report.text, pair.opening.start, max(block.start, pair.opening.start - 260))
        second = after(report.text, pair, block.end) if first else None
        if first and second and second.start not in told and same(first, second):
            yield _problem(report, second.start, second.end, first)


def _at_both_ends(report: Report, start: int, end: int) -> Problem | None:
    text = report.text[start:end]
    tail = TRAILING.search(text)
    if tail is None:
        return None
    if _quoted(report, start) or _quoted(report, start + tail.end("stop")):
        return None
    second = source_in(tail)
    head = LEADING.match(text)
    if head and max(head.end("source"), head.end("cue")) <= tail.start():
        first: Source | None = source_in(head)
        by_phrase = bool(head["according"])
    else:
        first, by_phrase = _as_parsed(report, start, start + tail.start(), second), False
    if first is None or not same(first, second) or (tail["as"] and (not by_phrase or _OTHER_TIME.search(tail["rest"]))):
        return None
    return _problem(report, start + second.start, start + _stripped(text, tail), first)


def _as_parsed_twice(report: Report, sentence: Sentence) -> Problem | None:
    """A source that opens the sentence, or that stands right before, given again in a clause of its own."""
    given = [a for a in attributions(sentence) if not _quoted(report, a.start)]
    for one, other in itertools.pairwise(given):
        between = report.text[one.end : other.start]
        opens = _OPENS.match(report.text[sentence.start : one.start])
        beside = _BESIDE.match(between)
        chained = other.pronoun and ((beside and one.pronoun) or "him" in between.split() or "her" in between.split())
        if (opens or beside) and between.rstrip().endswith(",") and not chained and surely_same(one, other):
            rest = _ENDS.match(report.text, other.end, sentence.end)
            as_one = not other.inverted and report.text[other.start - 3 : other.start] == "as "
            if rest and not as_one:
                return _again(report, other.start, other.end, one.words)
    return None


def _as_parsed(report: Report, start: int, until: int, second: Source) -> Source | None:
    """The first speaker of the sentence as the coder found it, where that is the name that its end gives again."""
    read = report.sentence_at(start)
    found = [s for s in read.said if s.sentence is read.sentence and s.cue[1] <= until and not s.thought] if read else []
    head = found[0].speaker_head if found else None
    if read is None or head is None or head.pos_ != "PROPN" or head.lower_ != second.key:
        return None
    at = read.sentence.offset + head.idx
    if _quoted(report, at):
        return None
    return Source(at, at + len(head.text), head.text) if at < found[0].cue[0] < found[0].start else None


def _stripped(text: str, tail: re.Match[str]) -> int:
    return len(text[: tail.end()].rstrip(' .;”"\n'))


def _problem(report: Report, start: int, end: int, first: Source) -> Problem:
    return _again(report, start, end, first.words)


def _again(report: Report, start: int, end: int, first: str) -> Problem:
    words = " ".join(report.text[start:end].split())
    read = report.sentence_at(start)
    begun = read.sentence.text.split()[:_QUOTED_WORDS] if read else []
    return Problem(start, end, f"“{words}” says again who spoke: {first} is named before", f"the sentence: {' '.join(begun)} ...")


def _quoted(report: Report, at: int) -> bool:
    return bool(report.reading.quotations.between(at, at + 1))

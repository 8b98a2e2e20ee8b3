"""A sentence that stands twice in a report, exactly or nearly."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.retold import Told, told
from detente.coding.reading import ReadSentence
from detente.language.parse import Sentence

NAME = "repeated-sentence"
SEVERITY = "warning"
SAYS = "the same sentence stands twice in the report"

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_LEAST_WORDS = 8
_SHINGLE = 4
_NEAR = 0.86
_STANDING = re.compile(
    r"@|https?://|\bclick here\b|\bsubscribe\b|\bnewsletter\b|\breporting by\b|\bcontributed to this\b|\bcopyright\b"
    r"|\bsign up\b|\bdo you have\b",
    re.I,
)
_QUOTED_WORDS = 8
_INDEXED = 2
"""Words of a sentence by which another one is looked up: one may be missing in it."""

_MOST = 4
"""Sentences that may stand twice by a slip; a live page takes up more of its own on purpose."""


def find(report: Report) -> Iterator[Problem]:
    """A deck that repeats the headline, quotations and standing lines are left out."""
    found = list(_repeated(report))
    found += [p for p in _told_again(report) if not any(q.start < p.end and p.start < q.end for q in found)]
    for problem in found:
        yield problem if len(found) <= _MOST else dataclasses.replace(problem, severity="note")


def _repeated(report: Report) -> Iterator[Problem]:
    body = [b for b in report.article.blocks if b.kind == "body"][:1]
    seen: list[tuple[list[str], ReadSentence]] = []
    by_shingle: dict[tuple[str, ...], int] = {}
    for read in report.sentences:
        words = _words(report, read)
        if len(words) < _LEAST_WORDS:
            continue
        shingles = list(zip(*(words[n:] for n in range(_SHINGLE)), strict=False))
        earlier = {by_shingle[s] for s in shingles if s in by_shingle}
        same = next((seen[n] for n in sorted(earlier) if _same(seen[n][0], words)), None)
        if same:
            first = same[1].sentence
            exactly = same[0] == words
            retold = len(set(same[0]) ^ set(words)) > 2
            if retold and first.block in body and first.block != read.sentence.block and _alone(first):
                continue  # the deck, which tells in short what the report tells
            yield Problem(
                read.sentence.start,
                read.sentence.end,
                "this sentence stands already further up" if exactly else "nearly the same sentence stands already further up",
                f"the report: {' '.join(first.text.split()[:_QUOTED_WORDS])} ...",
            )
            continue
        for shingle in shingles:
            by_shingle.setdefault(shingle, len(seen))
        seen.append((words, read))


def _told_again(report: Report) -> Iterator[Problem]:
    """Short sentences, and those whose words stand in another order, further up or in another part of the sentence."""
    by_word: dict[str, list[Told]] = {}
    for read in report.sentences:
        if not _words(report, read):
            continue
        for new in told(read.sentence):
            rarest = sorted(new.words)[:_INDEXED]
            earlier = {id(old): old for word in rarest for old in by_word.get(word, ())}
            same = next((old for old in earlier.values() if old.tells(new)), None)
            if same:
                yield Problem(
                    new.start,
                    new.end,
                    "this is told already further up in nearly the same words",
                    f"the report: {' '.join(report.text[same.start : same.end].split()[:_QUOTED_WORDS])} ...",
                )
            for word in rarest:
                by_word.setdefault(word, []).append(new)


def _alone(sentence: Sentence) -> bool:
    return sentence.end - sentence.start > 0.95 * (sentence.block.end - sentence.block.start)


def _words(report: Report, read: ReadSentence) -> list[str]:
    sentence = read.sentence
    if sentence.block.kind != "body" or _STANDING.search(sentence.text) or _quoted_mostly(report, sentence.start, sentence.end):
        return []
    return [word.lower().replace("’", "'") for word in _WORD.findall(sentence.text)]


def _quoted_mostly(report: Report, start: int, end: int) -> bool:
    quoted = sum(min(q.end, end) - max(q.start, start) for q in report.reading.quotations.between(start, end))
    return quoted > 0.6 * (end - start)


def _same(one: list[str], other: list[str]) -> bool:
    """Alike but for a word here and there that is no number: "1,200 were killed" in another town is another fact."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 0.25 * max(len(one), len(other)):
        return False
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _NEAR or matcher.ratio() < _NEAR:
        return False
    changed = [w for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal" for w in (*one[a:b], *other[c:d])]
    return not any(word[0].isdigit() for word in changed)

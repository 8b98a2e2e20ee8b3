"""The same words twice in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

NAME = "repeated-clause"
SEVERITY = "warning"
SAYS = "the same clause stands twice in a sentence"

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_LEAST = 5
_SHORTEST, _LONGEST = 50, 2_000
"""Characters of a sentence; what is longer is a list, or no text."""
_VERBS = frozenset({"VERB", "AUX"})
_LINKING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART"})


def find(report: Report) -> Iterator[Problem]:
    """Five words or more with a subject and its verb, outside of quotations; those side by side are for `doubled-word`."""
    for read in report.sentences:
        if read.sentence.block.kind == "body" and _SHORTEST < read.sentence.end - read.sentence.start < _LONGEST:
            yield from _in_sentence(report, read)


def _in_sentence(report: Report, read: ReadSentence) -> Iterator[Problem]:
    start, end = read.sentence.start, read.sentence.end
    spans = [m.span() for m in _WORD.finditer(report.text, start, end)]
    words = [report.text[a:b].lower() for a, b in spans]
    if len(words) < 2 * _LEAST or len(set(words)) > len(words) - _LEAST:
        return
    first_at: dict[tuple[str, ...], int] = {}
    at = 0
    while at + _LEAST <= len(words):
        gram = tuple(words[at : at + _LEAST])
        first = first_at.setdefault(gram, at)
        if first + _LEAST <= at:
            length = _LEAST
            while at + length < len(words) and first + length < at and words[first + length] == words[at + length]:
                length += 1
            span = spans[at][0], spans[at + length - 1][1]
            apart = at > first + length
            if apart and _is_clause(read, *span) and not _quoted(report, spans[first][0]) and not _quoted(report, span[0]):
                yield Problem(
                    *span,
                    "the same words stand already in this sentence",
                    f"the sentence: {' '.join(report.text[spans[first][0] : spans[first + length - 1][1]].split())} ...",
                )
                at += length
                continue
        at += 1


def _is_clause(read: ReadSentence, start: int, end: int) -> bool:
    """Whether the words hold a subject with its verb and do not end as frames of parallel clauses do ("they would go to")."""
    inside = [t for t in read.sentence.tokens if start <= read.sentence.offset + t.idx < end]
    if not inside or inside[-1].pos_ in _LINKING:
        return False
    within = {t.i for t in inside}
    return any(
        t.dep_ in ("nsubj", "nsubjpass", "expl") and t.tag_ not in ("WP", "WDT") and t.head.i in within and t.head.pos_ in _VERBS
        for t in inside
    )


def _quoted(report: Report, at: int) -> bool:
    return bool(report.reading.quotations.between(at, at + 1))

"""One quotation given to two people in one sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.attributions import Attribution, attributions, not_one, surely_different
from detente.checks.quotations.marks import pairs
from detente.checks.quotations.sources import after, before, different, next_after
from detente.checks.report import Report

NAME = "two-speakers"
SEVERITY = "warning"
SAYS = "one quotation is given to two people"

_FAR = 260
_QUOTED_WORDS = 6
_QUOTED_BETWEEN = re.compile(r"[^“”\",]{0,40},?\s?[“\"][^“”\"]{12,}[”\"],?\s(?:as\s)?")
_BESIDE = re.compile(r"(?:,\s(?:an?|the|\d)[^,“”\";.]{1,40}|,?\s[^“”\";.]{3,60})?,\s")
_CLOSES = re.compile(r"[”\"],?\s$")
_ENDS = re.compile(
    r"(?:\s(?:on|in|at|to|after|during|late|early|this|via|by)\s[^,“”\";]{2,60}|\s[A-Z]\w+day|\s(?:it|reporters|journalists)"
    r"|\s(?:a|the|this|his|her)\s[^,“”\";]{2,40}|\sit\s[^,“”\";]{2,40})?(?:[.;]?$|,\s)"
)


def find(report: Report) -> Iterator[Problem]:
    """A warning where both are named as persons; a note for others, who may pass on what somebody said."""
    found = list(_named(report))
    yield from found
    yield from (p for p in _as_parsed(report) if not any(q.start < p.end and p.start < q.end for q in found))


def _as_parsed(report: Report) -> Iterator[Problem]:
    """Two sources side by side after a quotation, or one right before and one right after it."""
    text = report.text
    for read in report.sentences:
        if read.sentence.block.kind != "body":
            continue
        given = [a for a in attributions(read.sentence) if not report.reading.quotations.between(a.start, a.start + 1)]
        for one, other in itertools.pairwise(given):
            between = text[one.end : other.start]
            quoted = _QUOTED_BETWEEN.fullmatch(between)
            beside = _BESIDE.fullmatch(between) and _CLOSES.search(text[max(0, one.start - 4) : one.start])
            ends = _ENDS.match(text, other.end, read.sentence.end)
            if (
                (quoted or beside)
                and ends
                and not _passes_on(one, other)
                and (surely_different(one, other) or not_one(one, other))
            ):
                yield Problem(
                    other.start,
                    other.end,
                    f"the quotation is given to {one.words} and to {other.words}",
                    f"the sentence: {' '.join(read.sentence.text.split()[:_QUOTED_WORDS])} ...",
                    severity="note",
                )


def _passes_on(one: Attribution, other: Attribution) -> bool:
    """Whether one of them is given as the one through whom the words of the other came."""
    return other.according or (one.according and one.body) or other.passing


def _named(report: Report) -> Iterator[Problem]:
    text = report.text
    for pair in pairs(report.article):
        block = next(b for b in report.article.blocks if b.start <= pair.opening.start < b.end)
        later = after(text, pair, block.end)
        if later is None:
            continue
        starts_sentence = text[pair.opening.end : pair.opening.end + 1].isupper()
        earlier = before(text, pair.opening.start, max(block.start, pair.opening.start - _FAR))
        second = next_after(text, later.end, block.end)
        quoted = " ".join(text[pair.opening.start : pair.closing.end].split()[:_QUOTED_WORDS])
        if (
            earlier
            and different(earlier, later)
            and (starts_sentence or text[earlier.start - 2 : earlier.start].strip() in ("”", '"'))
        ):
            yield Problem(
                later.start,
                later.end,
                f"the quotation is given to {earlier.words} and to {later.words}",
                f"the quotation: {quoted} ...",
            )
        elif second and different(later, second):
            yield Problem(
                second.start,
                second.end,
                f"the quotation is given to {later.words} and to {second.words}",
                f"the quotation: {quoted} ...",
            )

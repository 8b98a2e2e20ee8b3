"""Quotation marks, mark by mark: which open and which close a quotation, and what is wrong with those that do neither.

Unlike `detente.language.quotations`, which makes the best of what stands there, this is an account of what does not fit.
Double marks alone: a single one is as often an apostrophe.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.checks.quotations.signs import (
    CLOSING,
    FAMILY,
    OPENING,
    OTHER,
    WITH_BLANKS_INSIDE,
    Mark,
    marks,
    trimmed,
    word_after,
    word_before,
)
from detente.checks.quotations.telling import TELLING, TOLD_INSIDE, is_told
from detente.language.parse import PARSED_KINDS
from detente.model import Article, Block

Fault = Literal["unclosed", "unopened", "reversed", "spaced", "mixed"]

_SENTENCE_ENDS = (".", "!", "?", "…", ".'", ".’", "?’", "!’")
_RUN_TOGETHER = 1_500
"""Characters from which a block holds several paragraphs whose breaks are lost; most paragraphs of a report have some 200."""

_TYPED = 6


@dataclass(frozen=True, slots=True)
class Misset:
    """What is wrong with a mark: `start` and `end` are the stretch in which it stands or in which the missing one must stand."""

    fault: Fault
    start: int
    end: int
    mark: Mark
    right: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation with both its marks."""

    opening: Mark
    closing: Mark


def pairs(article: Article) -> list[Pair]:
    """The quotations that are opened and closed in their paragraph."""
    return [pair for account in _accounts(article) for pair in account.pairs]


def missets(article: Article) -> Iterator[Misset]:
    """Every mark that does not fit, in reading order within each paragraph.

    A quotation that is opened in one paragraph and closed in the next is left alone: so block quotations are set.
    """
    accounts = list(_accounts(article))
    over: set[Misset] = set()
    for account, following in itertools.pairwise(accounts):
        last = next((m for m in account.found if m.fault == "unclosed" and m.end >= account.last), None)
        first = next((m for m in following.found if m.fault == "unopened"), None)
        beside = not article.text[account.block.end : following.block.start].strip()
        if last and first and beside and first.mark == following.marks[0]:
            over |= {last, first}
    for account in accounts:
        yield from (m for m in account.found if m not in over)


def _accounts(article: Article) -> Iterator[_Account]:
    blocks = [b for b in article.blocks if b.kind in PARSED_KINDS]
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        found = marks(article.text, block)
        if found:
            account = _Account(article.text, block, found, _begins_with_mark(article.text, following))
            account.take()
            yield account


def _begins_with_mark(text: str, block: Block | None) -> bool:
    return (
        block is not None
        and block.kind == "body"
        and text[block.start : block.start + 2].lstrip("[(").startswith(("“", '"', "«", "``", "''"))
    )


class _Account:
    """The marks of one paragraph, taken one by one."""

    def __init__(self, text: str, block: Block, marks: Sequence[Mark], goes_on: bool) -> None:
        self.text = text
        self.block = block
        self.marks = marks
        self.goes_on = goes_on
        self.run_together = block.end - block.start > _RUN_TOGETHER
        self.pairs: list[Pair] = []
        self.found: list[Misset] = []
        self._open: Mark | None = None
        self._since = block.start
        self._inside = 0
        self.last = trimmed(text, block.start, block.end)

    def take(self) -> None:
        for place, mark in enumerate(self.marks):
            if self._is_opening(mark):
                self._opening(mark, place)
            else:
                self._closing(mark)
        if self._open is not None:
            told = TOLD_INSIDE.search(self.text, self._open.end, self.block.end)
            if not self.goes_on or told:
                self._unclosed(self._open, self.block.end)

    def _is_opening(self, mark: Mark) -> bool:
        """By the sign where it has a direction, unless its place is plainly the other; by place and state for a straight one."""
        if mark.sign in OPENING:
            return not mark.at_closing or mark.at_opening or (mark.glued and self._open is None)
        if mark.sign in CLOSING:
            return mark.at_opening and not mark.at_closing and self._open is None
        if mark.at_opening != mark.at_closing and not mark.glued:
            return mark.at_opening
        return self._open is None

    def _opening(self, mark: Mark, place: int) -> None:
        if mark.sign in CLOSING:
            self._reversed(mark)
        elif self._open is not None:
            if self._stands_for_closing(self._open, mark, place):
                self._wrong_side(mark)
                self._close(mark)
                return
            if self._nested(mark, place):
                self._inside += 1
                return
            if not self._reopens(self._open, mark):
                self._unclosed(self._open, mark.start)
        if mark.loose and mark.sign not in WITH_BLANKS_INSIDE:
            self._spaced(mark, opens=True)
        self._open = mark

    def _closing(self, mark: Mark) -> None:
        if self._inside:
            self._inside -= 1
            return
        if self._open is None:
            measure = self.text[mark.start - 1 : mark.start].isdigit() and self.text[mark.end : mark.end + 1] not in (".", ",")
            if mark.sign in ('"', "''") and measure:
                return  # inches, minutes
            if mark.sign == "''" and self.text.count("''") < _TYPED:
                return  # seconds, or an apostrophe too many: this report has other marks
            self._unopened(mark)
            return
        if mark.sign in OPENING:
            self._reversed(mark)
        elif (
            mark.loose
            and mark.sign not in WITH_BLANKS_INSIDE
            and self.text[mark.start - 2 : mark.start].rstrip()[-1:] not in "'’"
        ):
            self._spaced(mark, opens=False)
        if FAMILY.get(mark.sign) != FAMILY.get(self._open.sign):
            self.found.append(Misset("mixed", self._open.start, mark.end, mark))
        self._close(mark)

    def _close(self, mark: Mark) -> None:
        if self._open is not None:
            self.pairs.append(Pair(self._open, mark))
        self._open = None
        self._since = mark.end

    def _stands_for_closing(self, opened: Mark, mark: Mark, place: int) -> bool:
        """Whether a second opening mark is a closing one on the wrong side of the blank: "weeks, “Kozak said".

        So where no quotation follows that it could open; where one may, only if the words after it are those that tell who spoke.
        """
        before = self.text[opened.end : mark.start]
        if not before[-1:].isspace() or not before.rstrip().endswith((",", *_SENTENCE_ENDS)):
            return False
        following = self.marks[place + 1] if place + 1 < len(self.marks) else None
        closed_after = following is not None and not self._is_opening_after(following)
        told = TELLING.match(self.text, mark.end)
        if before.rstrip().endswith(","):
            return not closed_after or told is not None
        if self.run_together or (following is None and self.goes_on):
            return told is not None and not closed_after
        return not closed_after

    def _nested(self, mark: Mark, place: int) -> bool:
        """Whether it opens a quotation within the quotation, so that two closing marks follow."""
        inner, outer = self.marks[place + 1 : place + 2], self.marks[place + 2 : place + 3]
        other_kind = self._open is not None and FAMILY.get(mark.sign) != FAMILY.get(self._open.sign)
        if other_kind and inner and not self._is_opening_after(inner[0]) and FAMILY.get(inner[0].sign) == FAMILY.get(mark.sign):
            return True
        if not inner or not outer or self._is_opening_after(inner[0]) or self._is_opening_after(outer[0]):
            return False
        return not self.text[self.block.start : mark.start].rstrip().endswith(_SENTENCE_ENDS)

    def _is_opening_after(self, mark: Mark) -> bool:
        if mark.sign in OPENING or mark.sign in CLOSING:
            return mark.sign in OPENING and not (mark.at_closing and not mark.at_opening)
        return mark.at_opening and not mark.at_closing

    def _reopens(self, opened: Mark, mark: Mark) -> bool:
        """Whether the second mark opens anew a quotation that runs over paragraphs whose breaks are lost."""
        before = self.text[opened.end : mark.start].rstrip()
        at_break = self.run_together or "\n" in self.text[mark.start - 2 : mark.start]
        return at_break and before.endswith(_SENTENCE_ENDS) and not is_told(before)

    def _unclosed(self, mark: Mark, until: int) -> None:
        self.found.append(Misset("unclosed", mark.start, trimmed(self.text, mark.end, until), mark))

    def _unopened(self, mark: Mark) -> None:
        since = self._since
        while since < mark.start and not self.text[since].isalnum():
            since += 1
        self.found.append(Misset("unopened", since, mark.end, mark))
        self._since = mark.end

    def _reversed(self, mark: Mark) -> None:
        start, end = self._around(mark)
        right = self.text[start : mark.start] + OTHER[mark.sign] + self.text[mark.end : end]
        self.found.append(Misset("reversed", start, end, mark, right))

    def _wrong_side(self, mark: Mark) -> None:
        start = word_before(self.text, mark.start, self.block.start)
        end = word_after(self.text, mark.end, self.block.end)
        right = self.text[start : mark.start].rstrip() + OTHER[mark.sign] + " " + self.text[mark.end : end]
        self.found.append(Misset("reversed", start, end, mark, right))

    def _spaced(self, mark: Mark, *, opens: bool) -> None:
        start = mark.start if opens else word_before(self.text, mark.start, self.block.start)
        end = word_after(self.text, mark.end, self.block.end) if opens else mark.end
        right = mark.sign + self.text[mark.end : end].lstrip() if opens else self.text[start : mark.start].rstrip() + mark.sign
        self.found.append(Misset("spaced", start, end, mark, right))

    def _around(self, mark: Mark) -> tuple[int, int]:
        start = mark.start if mark.at_opening else word_before(self.text, mark.start, self.block.start)
        end = word_after(self.text, mark.end, self.block.end) if mark.at_opening else mark.end
        return start, end

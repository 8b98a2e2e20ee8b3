"""Quotation marks, mark by mark: which open and which close a quotation, and what is wrong with those that do neither.

Unlike `detente.language.quotations`, which makes the best of what stands there, this is an account of what does not fit.
Double marks alone: a single one is as often an apostrophe.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.language.parse import PARSED_KINDS
from detente.model import Article, Block

Fault = Literal["unclosed", "unopened", "reversed", "spaced", "mixed"]

# Marks within a tag are none. Two apostrophes stand for either mark, as some newspapers keep their texts.
_MARK = re.compile(r"<[a-z/][^<>]*>|(?P<mark>““|””|\"\"|\"“|”\"|[“”«»\"]|``|''|’’|‘‘)")
_OPENING = frozenset({"“", "«", "``", "‘‘"})
_CLOSING = frozenset({"”", "»", "’’"})
_FAMILY = {"«": "angled", "»": "angled", '"': "straight", "``": "typed", "''": "typed"}
_WITH_BLANKS_INSIDE = frozenset({"«", "»"})
_DOUBLED = {"““": "“", "””": "”", '""': '"', '"“': "“", '”"': "”"}
_OTHER = {"“": "”", "”": "“", '"': '"', "«": "»", "»": "«", "``": "''", "''": "''", "’’": "‘‘", "‘‘": "’’"}
_BEFORE_OPENING = frozenset("([{/'‘’—–-―")
_AFTER_CLOSING = frozenset(".,;:!?)]}/'’—–-―…")
_BLANK = frozenset("\u200b\u202a\u202c\ufeff\u2060")
_POINTS = re.compile(r"\s?…|\.\s?\.|\.\w|\.@")
_SENTENCE_ENDS = (".", "!", "?", "…", ".'", ".’", "?’", "!’")
_RUN_TOGETHER = 1_500
"""Characters from which a block holds several paragraphs whose breaks are lost; most paragraphs of a report have some 200."""

_LONG_SPEECH = 600
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b")
_TELLING_WORD = re.compile(r"\b(?:said|told|added|warned|announced|according to|reported|tweeted)\b")
_SAID = r"(?:said|says|added|told|warned|replied|insisted|argued|wrote|declared|explained|stressed)"
_TYPED = 6
_TOLD_INSIDE = re.compile(
    rf",\s(?:{_SAID}\s(?:\w+\s){{0,3}}?[A-Z]"
    rf"|(?:he|she|they|(?:the\s)?(?:[A-Z][\w’'-]+\s?){{1,3}})\s{_SAID}(?=[.,;]|\s(?:on|in|at|to|after|during|late|early|[A-Z])))"
)
_TELLING = re.compile(
    r"(?:(?:said|says|added|warned|replied|told)\s(?:[a-z]+\s){0,4}[A-Z]\w+"
    r"|(?:he|she|they|(?:[Tt]he\s)?(?:[a-z]+\s){0,2}(?:[A-Z][\w’'-]+\s?){1,4})\s?(?:also|then|later|has|had)?\s?"
    r"(?:said|says|added|told|warned|replied|insisted|argued|wrote|declared|explained|stressed|expressed|shared|stated"
    r"|noted|called))\b"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: offsets, the sign, and whether its place beside blanks is that of an opening or a closing one.

    `glued`: a word or stop stands on both sides without a blank.
    """

    start: int
    end: int
    sign: str
    at_opening: bool
    at_closing: bool
    glued: bool = False

    @property
    def loose(self) -> bool:
        """Whether blanks stand on both sides."""
        return not self.at_opening and not self.at_closing


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
        marks = [_mark(article.text, m, block) for m in _MARK.finditer(article.text, block.start, block.end) if m["mark"]]
        if marks:
            account = _Account(article.text, block, marks, _begins_with_mark(article.text, following))
            account.take()
            yield account


def _mark(text: str, match: re.Match[str], block: Block) -> Mark:
    before = text[match.start() - 1] if match.start() > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    blank_before = before in _BLANK or before.isspace()
    blank_after = (after in _BLANK or after.isspace()) and not _POINTS.match(text, match.end())
    # Points may stand for words left out on either side, and for a name on a network.
    stop_after = after in ".,;:!?)" and not _POINTS.match(text, match.end())
    at_opening = (blank_before or before in _BEFORE_OPENING) and not blank_after and not stop_after
    at_closing = not blank_before and (blank_after or after in _AFTER_CLOSING or not at_opening)
    glued = not blank_before and after.isalnum()
    return Mark(match.start(), match.end(), _DOUBLED.get(match["mark"], match["mark"]), at_opening, at_closing, glued)


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
        self.last = _trimmed(text, block.start, block.end)

    def take(self) -> None:
        for place, mark in enumerate(self.marks):
            if self._is_opening(mark):
                self._opening(mark, place)
            else:
                self._closing(mark)
        if self._open is not None:
            told = _TOLD_INSIDE.search(self.text, self._open.end, self.block.end)
            if not self.goes_on or told:
                self._unclosed(self._open, self.block.end)

    def _is_opening(self, mark: Mark) -> bool:
        """By the sign where it has a direction, unless its place is plainly the other; by place and state for a straight one."""
        if mark.sign in _OPENING:
            return not mark.at_closing or mark.at_opening or (mark.glued and self._open is None)
        if mark.sign in _CLOSING:
            return mark.at_opening and not mark.at_closing and self._open is None
        if mark.at_opening != mark.at_closing and not mark.glued:
            return mark.at_opening
        return self._open is None

    def _opening(self, mark: Mark, place: int) -> None:
        if mark.sign in _CLOSING:
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
        if mark.loose and mark.sign not in _WITH_BLANKS_INSIDE:
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
        if mark.sign in _OPENING:
            self._reversed(mark)
        elif (
            mark.loose
            and mark.sign not in _WITH_BLANKS_INSIDE
            and self.text[mark.start - 2 : mark.start].rstrip()[-1:] not in "'’"
        ):
            self._spaced(mark, opens=False)
        if _FAMILY.get(mark.sign) != _FAMILY.get(self._open.sign):
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
        told = _TELLING.match(self.text, mark.end)
        if before.rstrip().endswith(","):
            return not closed_after or told is not None
        if self.run_together or (following is None and self.goes_on):
            return told is not None and not closed_after
        return not closed_after

    def _nested(self, mark: Mark, place: int) -> bool:
        """Whether it opens a quotation within the quotation, so that two closing marks follow."""
        inner, outer = self.marks[place + 1 : place + 2], self.marks[place + 2 : place + 3]
        other_kind = self._open is not None and _FAMILY.get(mark.sign) != _FAMILY.get(self._open.sign)
        if other_kind and inner and not self._is_opening_after(inner[0]) and _FAMILY.get(inner[0].sign) == _FAMILY.get(mark.sign):
            return True
        if not inner or not outer or self._is_opening_after(inner[0]) or self._is_opening_after(outer[0]):
            return False
        return not self.text[self.block.start : mark.start].rstrip().endswith(_SENTENCE_ENDS)

    def _is_opening_after(self, mark: Mark) -> bool:
        if mark.sign in _OPENING or mark.sign in _CLOSING:
            return mark.sign in _OPENING and not (mark.at_closing and not mark.at_opening)
        return mark.at_opening and not mark.at_closing

    def _reopens(self, opened: Mark, mark: Mark) -> bool:
        """Whether the second mark opens anew a quotation that runs over paragraphs whose breaks are lost."""
        before = self.text[opened.end : mark.start].rstrip()
        at_break = self.run_together or "\n" in self.text[mark.start - 2 : mark.start]
        return at_break and before.endswith(_SENTENCE_ENDS) and not _is_told(before)

    def _unclosed(self, mark: Mark, until: int) -> None:
        self.found.append(Misset("unclosed", mark.start, _trimmed(self.text, mark.end, until), mark))

    def _unopened(self, mark: Mark) -> None:
        since = self._since
        while since < mark.start and not self.text[since].isalnum():
            since += 1
        self.found.append(Misset("unopened", since, mark.end, mark))
        self._since = mark.end

    def _reversed(self, mark: Mark) -> None:
        start, end = self._around(mark)
        right = self.text[start : mark.start] + _OTHER[mark.sign] + self.text[mark.end : end]
        self.found.append(Misset("reversed", start, end, mark, right))

    def _wrong_side(self, mark: Mark) -> None:
        start = _word_before(self.text, mark.start, self.block.start)
        end = _word_after(self.text, mark.end, self.block.end)
        right = self.text[start : mark.start].rstrip() + _OTHER[mark.sign] + " " + self.text[mark.end : end]
        self.found.append(Misset("reversed", start, end, mark, right))

    def _spaced(self, mark: Mark, *, opens: bool) -> None:
        start = mark.start if opens else _word_before(self.text, mark.start, self.block.start)
        end = _word_after(self.text, mark.end, self.block.end) if opens else mark.end
        right = mark.sign + self.text[mark.end : end].lstrip() if opens else self.text[start : mark.start].rstrip() + mark.sign
        self.found.append(Misset("spaced", start, end, mark, right))

    def _around(self, mark: Mark) -> tuple[int, int]:
        start = mark.start if mark.at_opening else _word_before(self.text, mark.start, self.block.start)
        end = _word_after(self.text, mark.end, self.block.end) if mark.at_opening else mark.end
        return start, end


def _is_told(stretch: str) -> bool:
    """Whether what would be direct speech is plainly the telling of the report.

    So where somebody is told to have said something with no "I" or "we" around, and where it is longer than a
    paragraph of a speech is.
    """
    later = stretch.partition(". ")[2]
    spoken = _SPOKEN.search(later) is not None
    if _TOLD_INSIDE.search(stretch) or len(stretch) > 2 * _LONG_SPEECH:
        return True
    begun_inside = stretch[:1].islower() and len(stretch) > _LONG_SPEECH // 2
    return not spoken and (len(stretch) > _LONG_SPEECH or begun_inside or _TELLING_WORD.search(stretch) is not None)


def _word_before(text: str, at: int, first: int) -> int:
    while at > first and text[at - 1].isspace():
        at -= 1
    while at > first and not text[at - 1].isspace():
        at -= 1
    return at


def _word_after(text: str, at: int, last: int) -> int:
    while at < last and text[at].isspace():
        at += 1
    while at < last and not text[at].isspace():
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end

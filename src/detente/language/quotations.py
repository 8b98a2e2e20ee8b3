"""Quotations: where they open and close, also where they are badly set.

Curly and straight double quotation marks, guillemets and German low marks. A quotation may run over several
paragraphs, each of which opens it anew. One that is never closed ends with its paragraph; a mark on the wrong side of
a space ("Friday, “he said") is taken for the one that fits the state of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from detente.model import Article

_MARK = re.compile(r"[“”„«»\"]|``|''")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Offsets of what stands between the marks. `closed` is false where the closing mark is missing or stood the wrong way."""

    start: int
    end: int
    closed: bool = True

    def covers(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of an article in reading order; they do not overlap."""

    found: tuple[Quotation, ...]
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [q.start for q in self.found])

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def between(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The quotations that share something with the stretch from `start` to `end`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return tuple(q for q in self.found[first : bisect_left(self._starts, end)] if q.end > start)


def quotations(article: Article) -> Quotations:
    """The quotations of an article."""
    found: list[Quotation] = []
    for block in article.blocks:
        found.extend(_in_block(article.text, block.start, block.end))
    return Quotations(tuple(sorted(found, key=lambda q: q.start)))


def _in_block(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        symbol = mark.group()
        if opened is None:
            if symbol in _CLOSING and not _opens(text, mark.start(), mark.end(), end):
                # A closing mark with none open: the quotation began with the paragraph and its opening mark is lost.
                continue
            if symbol == "''" and not _opens(text, mark.start(), mark.end(), end):
                continue
            opened = mark.end()
        elif symbol in _OPENING and symbol != "„" and not _closes(text, mark.start()):
            # A second opening mark with nothing closed. After a space and before a word it closes what is open when the
            # text before it ends like a quotation ("... by Friday, “he said").
            well_set = not text[opened : mark.start()].rstrip().endswith((",", ".", "!", "?"))
            found.append(Quotation(opened, mark.start(), closed=False))
            opened = mark.end() if well_set else None
        else:
            found.append(Quotation(opened, mark.start()))
            opened = None
    if opened is not None and opened < end:
        found.append(Quotation(opened, end, closed=False))
    return [q for q in found if text[q.start : q.end].strip()]


def _opens(text: str, start: int, after: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    return before.isspace() and after < end and not text[after].isspace()


def _closes(text: str, start: int) -> bool:
    return start > 0 and not text[start - 1].isspace() and text[start - 1] not in "(—–-["

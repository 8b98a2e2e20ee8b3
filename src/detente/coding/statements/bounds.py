"""Where a content begins and ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.coding.reading import ReadSentence
from detente.language.quotations import Quotations

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRAILING = " \t\n,;:.—–-“”\"„«»'‘’"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_OUTSIDE = frozenset({"cc", "punct"})


def without(tokens: Iterable[Token], dropped: Iterable[Token]) -> list[Token]:
    """The tokens without those that stand below one of the dropped."""
    gone = {t for d in dropped for t in d.subtree}
    return [t for t in tokens if t not in gone]


def bounds(read: ReadSentence, content: list[Token]) -> list[tuple[int, int]]:
    """Offsets of the pieces of the content without the marks and conjunctions at their ends, the weightiest piece first.

    A content is in pieces where the cue is set into it ("However, he added, the number had fallen").
    """
    tokens = read.sentence.tokens
    inside = sorted({t for t in content if tokens.start <= t.i < tokens.end}, key=lambda t: t.i)
    pieces: list[list[Token]] = []
    for token in inside:
        last = pieces[-1][-1] if pieces else None
        if last is not None and all(t.is_punct or t.is_space for t in token.doc[last.i + 1 : token.i]):
            pieces[-1].append(token)
        else:
            pieces.append([token])
    trimmed = [t for t in (_trimmed(p) for p in pieces) if t]
    if not trimmed:
        return []
    first = _weightiest(trimmed)
    # A single word beside the cue ("then", "however") is no piece of what is said, unless it names somebody or something.
    others = [p for p in trimmed if p is not first and (len(p) > 1 or p[0].pos_ in _NAMING)]
    spans = [read.sentence.span_of(p) for p in (first, *others)]
    return [(span.start, span.end) for span in spans]


def _weightiest(pieces: list[list[Token]]) -> list[Token]:
    """The longest piece, or one not much shorter that has the finite verb ("Boycotting the summit, critics say, would be wrong").

    An auxiliary parted from its verb by the cue is not counted ("has reportedly left").
    """
    longest = max(pieces, key=_length)
    finite = [p for p in pieces if any(t.tag_ in _FINITE and not _parted(t, p) for t in p) and 2 * _length(p) > _length(longest)]
    whole = [p for p in pieces if not any(_parted(t, p) for t in p)]
    return max(finite or whole or pieces, key=_length)


def _parted(token: Token, piece: list[Token]) -> bool:
    return token.dep_ in ("aux", "auxpass") and token.head not in piece


def _length(piece: list[Token]) -> int:
    return piece[-1].idx + len(piece[-1]) - piece[0].idx


def _trimmed(piece: list[Token]) -> list[Token]:
    first, last = 0, len(piece)
    while first < last and (piece[first].is_punct or piece[first].is_space or piece[first].dep_ in _OUTSIDE):
        first += 1
    while last > first and (piece[last - 1].is_punct or piece[last - 1].is_space or piece[last - 1].dep_ == "cc"):
        last -= 1
    return piece[first:last]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without marks and spaces at either end."""
    while start < end and text[start] in _TRAILING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end


def with_marks(quotations: Quotations, start: int, end: int) -> tuple[int, int]:
    """The offsets with the mark at an end whose other mark stands inside (called the talks "difficult")."""
    for quotation in quotations.between(start, end):
        if quotation.closed and start < quotation.start and quotation.end == end:
            end += 1
        elif quotation.start == start and quotation.end < end:
            start -= 1
    return start, end


def share_quoted(quotations: Quotations, start: int, end: int) -> float:
    """Which part of a stretch stands in quotation marks, from 0 to 1."""
    inside = sum(max(0, min(q.end, end) - max(q.start, start)) for q in quotations.between(start, end))
    return inside / max(1, end - start)

"""A text's blocks: headline, subheads, byline, dateline, credits and body.

What is told apart here keeps names and places that are no part of the telling out of the sentences that are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.model import Block
from detente.model.article import BlockKind
from detente.sources.openings import dateline_length, is_byline, is_credit, trailing_credit
from detente.sources.paragraphs import paragraphs

_HEADING_MARK = re.compile(r"(#{1,6})\s+(?=\S)")
_CLOSING_MARK = re.compile(r"\s+#+$")
_LONGEST_HEADLINE = 220
_MOST_HEADLINE_WORDS = 30
_LONGEST_SUBHEAD = 100
_MOST_SUBHEAD_WORDS = 12
_SENTENCE_END = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")
_FULL_STOP = re.compile(r"(?:[.…:;,])[\"'”’»)\]]*$")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3}[.!][\"'”’»)\]]*\s")
_BEGINS = re.compile(r"[\"'“‘«(]*[A-ZÀ-ÖØ-ÞĀ-ž0-9]")
_BEFORE_BODY: frozenset[BlockKind] = frozenset({"headline", "byline", "dateline", "credit"})


def blocks(text: str, *, has_headline: bool, known: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The blocks of `text`, in order and disjoint; only blank space and the marks of headings stand between them.

    `has_headline`: whether the first paragraph may be a headline; it is one where it looks like one.
    `known`: blocks that are known already, from markup or metadata; the rest of the text is divided around them.
    """
    pieces = _pieces(text, known)
    found: list[Block] = []
    # False once the body has begun: names and dates alone are bylines, and a headline can come, only before it.
    at_top = True
    headline_open = has_headline and all(block.kind != "headline" for block in known)
    for place, piece in enumerate(pieces):
        if isinstance(piece, Block):
            found.append(piece)
            at_top = at_top and piece.kind in _BEFORE_BODY
            continue
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        for block in _classified(text, piece, following, at_top=at_top, headline_open=headline_open and at_top):
            headline_open = headline_open and block.kind != "headline"
            at_top = at_top and block.kind in _BEFORE_BODY
            found.append(block)
    return tuple(found)


def _pieces(text: str, known: Sequence[Block]) -> list[Block | tuple[int, int]]:
    """Known blocks and, between them, paragraphs yet to be classified."""
    pieces: list[Block | tuple[int, int]] = []
    edge = 0
    for block in known:
        pieces.extend((edge + start, edge + end) for start, end in paragraphs(text[edge : block.start]))
        pieces.append(block)
        edge = block.end
    pieces.extend((edge + start, edge + end) for start, end in paragraphs(text[edge:]))
    return pieces


def _classified(
    text: str,
    piece: tuple[int, int],
    following: Block | tuple[int, int] | None,
    *,
    at_top: bool,
    headline_open: bool,
) -> Iterator[Block]:
    start, end = piece
    paragraph = text[start:end]
    mark = _HEADING_MARK.match(paragraph)
    if mark:
        closing = _CLOSING_MARK.search(paragraph, max(mark.end(), len(paragraph) - 80))
        start, end = start + mark.end(), start + closing.start() if closing else end
        yield _block("headline" if headline_open else "subhead", start, end)
    elif is_credit(paragraph):
        yield _block("credit", start, end)
    elif is_byline(paragraph, under_headline=at_top and not headline_open):
        yield _block("byline", start, end)
    elif dateline := dateline_length(paragraph):
        yield _block("dateline", start, start + dateline)
        body = start + dateline + len(paragraph[dateline:]) - len(paragraph[dateline:].lstrip())
        if body < end:
            yield from _body(paragraph[body - start :], body, end, last=following is None)
    elif headline_open and following is not None and _is_headline(paragraph):
        yield _block("headline", start, end)
    elif _is_subhead(paragraph) and _is_body(text, following):
        yield _block("subhead", start, end)
    else:
        yield from _body(paragraph, start, end, last=following is None)


def _body(paragraph: str, start: int, end: int, *, last: bool) -> Iterator[Block]:
    credit = trailing_credit(paragraph) if last else None
    if credit is None:
        yield _block("body", start, end)
        return
    yield _block("body", start, start + len(paragraph[:credit].rstrip()))
    yield _block("credit", start + credit, end)


def _is_headline(paragraph: str) -> bool:
    return (
        len(paragraph) <= _LONGEST_HEADLINE
        and len(paragraph.split()) <= _MOST_HEADLINE_WORDS
        and not _FULL_STOP.search(paragraph[-8:])
        and not _SENTENCE_INSIDE.search(paragraph)
        and _BEGINS.match(paragraph) is not None
    )


def _is_subhead(paragraph: str) -> bool:
    return (
        len(paragraph) <= _LONGEST_SUBHEAD
        and len(paragraph.split()) <= _MOST_SUBHEAD_WORDS
        and not _SENTENCE_END.search(paragraph[-8:])
        and not _SENTENCE_INSIDE.search(paragraph)
        and _BEGINS.match(paragraph) is not None
    )


def _is_body(text: str, piece: Block | tuple[int, int] | None) -> bool:
    """Whether what follows is running text, so that a short line above it can be its heading."""
    if piece is None:
        return False
    if isinstance(piece, Block):
        return piece.kind in {"body", "dateline"}
    paragraph = text[piece[0] : piece[1]]
    return not is_credit(paragraph) and not _is_subhead(paragraph)


def _block(kind: BlockKind, start: int, end: int) -> Block:
    return Block(kind=kind, start=start, end=end)

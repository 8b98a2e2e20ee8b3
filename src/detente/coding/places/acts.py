"""The place of an act: the one that its own clause names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.places.items import located
from detente.coding.reading import Reading, ReadSentence
from detente.knowledge.places import PlaceRow
from detente.model import EventLoc, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_AT = frozenset({"in", "at", "near", "outside", "inside", "around"})
_WHERE = _AT | {"across", "into", "from", "to"}


def event_place(token: Token, read: ReadSentence, reading: Reading) -> EventLoc | None:
    """The place that an act's own clause names with a preposition of place; None where it names none."""
    best: tuple[int, Token] | None = None
    for head in read.sentence.tokens:
        if head.dep_ != "pobj" or head.head.lower_ not in _WHERE or head.pos_ != "PROPN":
            continue
        rank = 0 if head.head.lower_ in _AT else 1
        owner = head.head.head
        if owner.i != token.i and not (owner.i in read.clauses and token in owner.children) and owner not in token.children:
            continue
        if best is None or rank < best[0]:
            best = (rank, head)
    if best is None:
        return None
    head = best[1]
    span = read.sentence.span(head.left_edge if head.left_edge.pos_ == "PROPN" else head, head)
    place = _place(span, read.sentence.span(head), reading)
    if place is None:
        return EventLoc(extracted_place=span.text)
    return EventLoc(
        extracted_place=span.text,
        resolved_place=place.name,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid or None,
        country=place.country or None,
        province=place.province or None,
    )


def _place(span: Span, word: Span, reading: Reading) -> PlaceRow | None:
    """What the report's toponym that these words hold stands for: the whole of them, else the one that has their last word."""
    found = {(t.start, t.end): row for t, row in located(reading)}
    if (span.start, span.end) in found:
        return found[span.start, span.end]
    return next((row for (start, end), row in found.items() if start <= word.start and word.end <= end), None)

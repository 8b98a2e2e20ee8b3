"""Places: toponyms of a sentence resolved, and the place of an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.reading import Reading, ReadSentence
from detente.model import EventLoc

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "into", "from", "to"})


def event_place(token: Token, read: ReadSentence, reading: Reading) -> EventLoc | None:
    """The place that an act's own clause names with a preposition of place; None where it names none."""
    best: tuple[int, Token] | None = None
    for head in read.sentence.tokens:
        if head.dep_ != "pobj" or head.head.lower_ not in _WHERE or head.pos_ != "PROPN":
            continue
        rank = 0 if head.head.lower_ in ("in", "at", "near", "outside", "inside", "around") else 1
        owner = head.head.head
        if owner.i != token.i and not (owner.i in read.clauses and token in owner.children) and owner not in token.children:
            continue
        if best is None or rank < best[0]:
            best = (rank, head)
    if best is None:
        return None
    head = best[1]
    text = read.sentence.span(head.left_edge if head.left_edge.pos_ == "PROPN" else head, head).text
    places = reading.base.places.find(text) or reading.base.places.find(head.text)
    if not places:
        return EventLoc(extracted_place=text)
    place = places[0]
    return EventLoc(
        extracted_place=text,
        resolved_place=place.name,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid or None,
        country=place.country or None,
        province=place.province or None,
    )

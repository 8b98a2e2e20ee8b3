"""Venues: where talks are held, by the place that the text names with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.reading import Reading, ReadSentence
from detente.language.nominals import prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.clauses import Clause

_AT = ("in", "at")
_REACH = 30


def venue_of(
    token: Token, tokens: list[Token], clause: Clause | None, read: ReadSentence, reading: Reading
) -> tuple[str | None, bool]:
    """The venue that goes with a mention of talks, and whether it is a place that the gazetteer knows.

    A city goes before a country, and either before the name of a building.
    """
    heads: list[Token] = []
    for inner in tokens:
        for child in inner.lefts:
            if child.dep_ in ("compound", "nmod", "amod") and child.pos_ == "PROPN":
                if (name := _place(child, reading, ("city",))) and name[1]:
                    return name
        heads += [h for p in _AT for h in prepositions(inner).get(p, [])]
    own = clause is not None and (clause.predicate.i == token.i or token in clause.objects or token in clause.surface)
    # "met for talks in Paris", "talks ended in Paris", "held talks in Paris"
    if clause is not None and (own or (token.dep_ == "pobj" and token.head.lower_ in ("for", "to", "after", "during"))):
        heads += [h for p in _AT for h in clause.preps.get(p, [])]
    named = [name for head in heads if (name := _place(head, reading, ("city", "country")))]
    if not any(known for _, known in named) and clause is not None and own:
        named += _loose(token, clause, read, reading)
    for name in sorted(named, key=lambda n: not n[1]):
        return name
    return None, False


def _place(head: Token, reading: Reading, kinds: tuple[str, ...]) -> tuple[str, bool] | None:
    if head.pos_ != "PROPN" or head.ent_type_ in ("PERSON", "DATE"):
        return None
    first = head.i
    while first > head.sent.start and head.doc[first - 1].pos_ == "PROPN" and head.doc[first - 1].head.i >= first:
        first -= 1
    name = head.doc[first : head.i + 1].text
    for place in reading.base.places.find(name)[:1]:
        if place.kind in kinds:
            return place.name, True
        return None
    # "the White House", "the Elysee Palace": a building, told by its article.
    if head.dep_ == "pobj" and head.head.lower_ == "at" and head.ent_type_ in ("FAC", "ORG", "GPE", "LOC", ""):
        return name, False
    return None


def _loose(token: Token, clause: Clause, read: ReadSentence, reading: Reading) -> list[tuple[str, bool]]:
    """A city after "in" further on in the same clause: the parser hangs "in Paris" at the last noun before it."""
    found: list[tuple[str, bool]] = []
    verb = clause.predicate
    last = verb.right_edge.i
    for other in verb.doc[token.i + 1 : min(last + 1, token.i + _REACH)]:
        if other.i in read.clauses and other.i != verb.i:
            break
        if other.dep_ == "pobj" and other.head.lower_ == "in" and (name := _place(other, reading, ("city",))):
            found.append(name)
    return found

"""Who takes part in talks by the words around a noun for them, and who brought the parties together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.reading import Reading
from detente.coding.status import status_words
from detente.coding.wordlist import wordlist
from detente.language.nominals import owners, prepositions
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.clauses import Clause

NOUNS = wordlist(
    "talk negotiation summit meeting session round conversation discussion consultation dialogue dialog "
    "videoconference teleconference parley mini-summit face-to-face conference call"
)
"""Lemmas of nouns for talks."""

FOLLOWING = ("after", "before", "following")
_COMING_TOGETHER = frozenset({"bring", "gather", "assemble", "group", "involve", "unite", "include", "join"})
_LIGHT_MORE = wordlist("end finish hold wrap leave emerge follow complete agree want seek propose offer demand")
_MEDIATING = frozenset({"host", "broker", "mediate", "facilitate", "convene", "chair"})
_LED = frozenset({"led", "brokered", "mediated", "hosted", "sponsored", "facilitated"})
_MEASURING = wordlist("hour minute day week month series round afternoon night evening")


def articles(noun: Token) -> set[str]:
    """The determiners, adjectives and numerals right before a noun."""
    return {c.lower_ for c in noun.lefts if c.dep_ in ("det", "amod", "nummod", "poss")}


def behind(clause: Clause) -> list[Token]:
    """ "spoke after the call with the leaders of France": the phrase may be hung at the noun, but it is the verb's."""
    if clause.preps.get("with"):
        return []
    return [
        head
        for preposition in FOLLOWING
        for noun in clause.preps.get(preposition, ())
        if noun.lemma_.lower() in NOUNS and "the" in articles(noun)
        for head in prepositions(noun).get("with", ())
    ]


def around(noun: Token, clause: Clause | None, reading: Reading) -> list[Token]:
    """The parties that stand not at the noun but in its clause: "held talks with", "the talks brought together ..."."""
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in _MEASURING:
        # "after 90 minutes of talks", "ended a day of talks"
        top = top.head.head
    if top.dep_ == "pobj":
        return _of_adjunct(noun, top, clause, reading)
    if clause is None:
        return []
    light = status_words().light | _LIGHT_MORE
    if top in clause.objects and not clause.passive and clause.lemma in light | _MEDIATING:
        hosts = clause.lemma in _MEDIATING and clause.lemma != "convene"
        subjects = [] if (hosts and "with" not in clause.preps) else [s for s in clause.subjects if s.i != top.i]
        return [*subjects, *clause.preps.get("with", []), *clause.preps.get("between", [])]
    if top in clause.surface:
        if clause.lemma in _COMING_TOGETHER:
            return [o for o in _listed(clause) if o.i != top.i]
        return [h for p in ("with", "between", "among") for h in clause.preps.get(p, [])]
    return []


def _of_adjunct(noun: Token, top: Token, clause: Clause | None, reading: Reading) -> list[Token]:
    """Who takes part in talks that are told beside what was said or done in them."""
    above, preposition = top.head.head, top.head.lower_
    if above.pos_ in ("NOUN", "PROPN") and preposition == "of":
        # "the leader of the talks", which may stand beside a name.
        for _ in range(3):
            if any(a.country for a in reading.linker.actors(above)) or above.dep_ not in ("appos", "conj"):
                break
            above = above.head
        return [above]
    if clause is None or clause.passive or preposition not in ("in", "during", "for", "after", "at"):
        return []
    with_whom = "with" in prepositions(noun)
    if preposition == "for":
        if above.i != clause.predicate.i and above.pos_ != "PROPN":
            # "a place for dialogue" brings nobody together.
            return []
        return [*clause.subjects, *clause.heads("with"), *clause.objects]
    if with_whom and (preposition in ("in", "during") or above.i == clause.predicate.i):
        return list(clause.subjects)
    if noun.lemma_.lower() == "call" and preposition in ("in", "during"):
        # "told Putin in a telephone call that ..."
        return [*clause.subjects, *clause.objects, *clause.datives]
    return []


def _listed(clause: Clause) -> list[Token]:
    """The objects of a clause with all that is joined to them, also past names set beside them."""
    found: list[Token] = []
    for obj in clause.objects:
        for token in obj.subtree:
            if token.pos_ == "PROPN" and token.dep_ in ("conj", "appos", "dobj") and token not in found:
                found.append(token)
    return [*clause.objects, *(t for t in found if t not in clause.objects)]


def mediator_of(reading: Reading, noun: Token, phrases: dict[str, list[Token]], clause: Clause | None) -> Actor | None:
    """ "French-led talks", "talks brokered by Qatar", "Turkey hosted talks between ..."."""
    for token in noun.doc[max(noun.sent.start, noun.i - 6) : noun.i]:
        if token.lower_ in _LED and token.i >= 2 and token.nbor(-1).text in "-–":
            found = reading.base.names.get(token.nbor(-2).text)
            if found:
                entry = found[0].entry
                return Actor(
                    name=entry.name, entity_text=token.nbor(-2).text, code=entry.code, sector=entry.sector, country=entry.country
                )
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in {*_MEDIATING, "lead", "sponsor"}:
            heads = [
                h
                for a in child.children
                if a.dep_ in ("agent", "prep") and a.lower_ == "by"
                for h in a.children
                if h.dep_ == "pobj"
            ]
            for head in heads:
                if linked := reading.linker.actors(head):
                    return linked[0]
    if clause is not None and clause.lemma in _MEDIATING and clause.lemma != "convene" and "with" not in clause.preps:
        if noun in clause.objects:
            for head in clause.subjects:
                if head.i != noun.i and (linked := reading.linker.actors(head)):
                    return linked[0]
    for head in phrases.get("under", []):
        if head.lemma_.lower() in ("mediation", "auspices", "chairmanship"):
            for owner in (*owners(head), *prepositions(head).get("of", [])):
                if linked := reading.linker.actors(owner):
                    return linked[0]
    return None


def is_venue(actor: Actor, noun: Token) -> bool:
    """Whether a capital before the noun is where the talks are ("the Paris talks"), not who talks."""
    return actor.sector == "GOV" and any(
        t.text in actor.entity_text.split() and t.dep_ in ("compound", "nmod") for t in noun.lefts
    )

"""Parties to talks: whom the words of a text that stand for them mean."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.coding.reading import Reading, ReadSentence
from detente.knowledge.base import ORGANISATION_COLUMNS
from detente.knowledge.tables import DATA, rows
from detente.language.nominals import prepositions
from detente.model import Actor, Event, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIRED = frozenset(
    {"leader", "president", "man", "side", "minister", "country", "government", "nation", "power", "diplomat", "envoy"}
)
_HYPHEN = re.compile("[-–]")
_NESTED = 2
_BACK = 5


@functools.cache
def formats() -> frozenset[str]:
    """Short names of the organisations that are formats of talks ("NORMANDY")."""
    return frozenset(row["id"] for row in rows(DATA / "organisations.tsv", ORGANISATION_COLUMNS) if row["kind"] == "format")


def side(actor: Actor) -> str:
    """What tells one side from another: country, else code, else name. Armed groups are a side of their own."""
    if actor.sector in ("REB", "UAF"):
        return actor.code or actor.name
    return actor.country or actor.code or actor.name


def sides_of(parties: Iterable[Actor]) -> set[str]:
    """The sides that the parties belong to."""
    return {side(actor) for actor in parties}


def same_side(one: Actor, other: Actor) -> bool:
    """Whether two actors are of one country, or one and the same."""
    if one.country and other.country:
        return one.country == other.country
    return one.name == other.name or bool(one.code and one.code == other.code)


def linked_parties(reading: Reading, heads: list[Token]) -> tuple[list[Actor], list[Token]]:
    """The actors that head tokens name, each once, and the heads that name any."""
    parties: list[Actor] = []
    found: list[Token] = []
    for head in heads:
        linked = reading.linker.actors(head)
        if not linked:
            # "his Russian counterpart, Sergei Lavrov"
            linked = [a for c in head.children if c.dep_ == "appos" for a in reading.linker.actors(c)]
        for actor in (*linked, *_represented(reading, head, linked)):
            if head not in found:
                found.append(head)
            if can_take_part(actor) and not any(same_side(actor, other) and actor.name == other.name for other in parties):
                parties.append(actor)
    return parties, found


def _represented(reading: Reading, head: Token, linked: list[Actor]) -> list[Actor]:
    """Those whom "representatives of the governments of A and B" stand for beyond what the phrase itself is linked to."""
    if head.pos_ != "NOUN" or any(actor.office for actor in linked):
        return []
    found: list[Actor] = []
    stack = [head]
    for _ in range(_NESTED):
        stack = [h for token in stack for p in ("of", "from") for h in prepositions(token).get(p, ())]
        found += [a for h in stack for a in reading.linker.actors(h) if a.country]
    return [a for a in found if not any(same_side(a, other) for other in linked)]


def is_vague(actor: Actor) -> bool:
    """Whether it is only said that some government or leader took part."""
    return not actor.country and actor.sector == "GOV" and actor.entity_text.islower()


def can_take_part(actor: Actor) -> bool:
    """Whether somebody is told of who may sit at the table: not a medium that tells of the talks, nor some leader or other."""
    return actor.sector != "MED" and not is_vague(actor)


def parties_of_format(reading: Reading, name: str | None) -> list[Actor]:
    """Whom the name of a format itself names: "the Sweden-Chile Council" has two parties; [] where it names none."""
    found: list[Actor] = []
    for word in (name or "").split():
        parts = _HYPHEN.split(word)
        if len(parts) < 2:
            continue
        for part in parts:
            named = reading.base.names.get(part)
            if not named:
                return []
            entry = named[0].entry
            found.append(Actor(name=entry.name, entity_text=part, code=entry.code, sector=entry.sector, country=entry.country))
    return found


def the_two(head: Token, read: ReadSentence, reading: Reading) -> list[Actor]:
    """Whom "the two", "both leaders", "the two sides" mean: the two sides named last before, persons first."""
    words = {head.lower_, *(c.lower_ for c in head.lefts)}
    if not words & {"two", "both"} or not (
        head.lower_ in ("two", "both") or (head.tag_ == "NNS" and head.lemma_.lower() in _PAIRED)
    ):
        return []
    earlier = reading.sentences[max(0, read.index - _BACK) : read.index + 1]
    named: list[Actor] = []
    for sentence in reversed(earlier):
        for token in reversed(list(sentence.sentence.tokens)):
            if sentence is read and token.i >= head.i:
                continue
            named += [a for a in reading.linker.actors(token) if a.country]
    for pool in ([a for a in named if a.office], named):
        found: list[Actor] = []
        for actor in pool:
            if not any(same_side(actor, other) for other in found):
                found.append(actor)
        if len(found) >= 2:
            return found[:2]
    return []


def add_event(parties: list[Actor], event: Event | None, within: Span) -> None:
    """Adds the sides that an event names and the parties do not, where its own words, `within` which it is told, name them.

    Whom the report only implies elsewhere is not said to have taken part.
    """
    if event is None:
        return
    for role, actors in (("actor", event.actor), ("recipient", event.recipient)):
        if not all(within.start <= span.start and span.end <= within.end for span in event.evidence.get(role, ())):
            continue
        for actor in actors:
            if can_take_part(actor) and not any(same_side(actor, other) for other in parties):
                parties.append(actor)


def is_person(actor: Actor) -> bool:
    """Whether an actor is a person named or told by office, not a body or a group."""
    words = actor.name.split()
    return actor.office is not None or (actor.sector is not None and len(words) > 1 and all(w[:1].isupper() for w in words))

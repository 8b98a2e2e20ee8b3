"""Filling the roles of a frame."""

from __future__ import annotations

from detente.coding.candidates import Candidate
from detente.coding.roles.filled import Roles, same
from detente.coding.roles.finder import Finder
from detente.coding.roles.of_noun import OfNoun
from detente.coding.roles.of_verb import OfVerb
from detente.knowledge import Linker
from detente.model import Actor
from detente.ontology import Trigger

_MOVING = frozenset({"MOBILIZE", "RETREAT"})


def roles(candidate: Candidate, frame: Trigger, linker: Linker) -> Roles:
    """Fills the roles of a frame. Either list may stay empty where the text names nobody."""
    finder: Finder = OfVerb(candidate, frame, linker) if candidate.clause else OfNoun(candidate, frame, linker)
    found = Roles()
    found.actors, found.actor_heads = finder.first(frame.actor)
    found.recipients, found.recipient_heads = finder.first(frame.recipient, barred=found.actor_heads)
    if frame.event in _MOVING and found.recipients and all(_own_forces(a, found.actors) for a in found.recipients):
        # "Israel withdrew its troops": the means, not the other side.
        barred = [*found.actor_heads, *found.recipient_heads]
        found.recipients, found.recipient_heads = finder.first(frame.recipient, barred=barred)
    if frame.reciprocal:
        _share(found)
    if not found.recipients and frame.recipient:
        found.recipients, found.recipient_heads = finder.otherwise(found.actor_heads)
        found.guessed = True
    found.recipients = [a for a in found.recipients if not any(same(a, b) for b in found.actors)]
    return found


def _own_forces(party: Actor, actors: list[Actor]) -> bool:
    return party.sector == "MIL" and party.country is not None and any(a.country == party.country for a in actors)


def _share(found: Roles) -> None:
    """Of both sides of a mutual act named together, the first is actor and the others recipients."""
    if not found.recipients and len(found.actors) > 1:
        found.recipients, found.actors = found.actors[1:], found.actors[:1]
        if len(found.actor_heads) > 1:
            found.recipient_heads, found.actor_heads = found.actor_heads[1:], found.actor_heads[:1]
    elif not found.actors and len(found.recipients) > 1:
        found.actors, found.recipients = found.recipients[:1], found.recipients[1:]
        if len(found.recipient_heads) > 1:
            found.actor_heads, found.recipient_heads = found.recipient_heads[:1], found.recipient_heads[1:]

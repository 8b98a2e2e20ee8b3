"""The roles of an event as they were filled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.model import Actor
from detente.ontology import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Roles:
    """Actors and recipients of an event, and the head tokens in the text that fill the roles.

    `guessed`: the recipients stand in no role of the frame, but somewhere about the trigger.
    """

    actors: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    actor_heads: list[Token] = field(default_factory=list)
    recipient_heads: list[Token] = field(default_factory=list)
    guessed: bool = False

    def satisfy(self, frame: Trigger) -> bool:
        """Whether the parties that the frame requires are there."""
        if frame.requires in ("actor", "both") and not self.actors:
            return False
        return not (frame.requires in ("recipient", "both") and not self.recipients)


def same(one: Actor, other: Actor) -> bool:
    """Whether two actors are one party."""
    return one.name == other.name and one.code == other.code

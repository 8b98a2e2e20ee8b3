"""A mention of an actor."""

from __future__ import annotations

from typing import Literal

from detente.model.actor import Actor
from detente.model.item import Item


class Mention(Item):
    """A span that names an actor, and who that is."""

    kind: Literal["mention"] = "mention"
    actor: Actor

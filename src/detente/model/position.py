"""Where a party stands on an issue."""

from __future__ import annotations

from typing import Literal

from detente.model.actor import Actor
from detente.model.item import Item

Stance = Literal["for", "against", "demands", "offers", "refuses", "unclear"]


class Position(Item):
    """Where a party stands: `issue` is a name from the issue list, or the text's own words where none fits."""

    kind: Literal["position"] = "position"
    actor: Actor
    issue: str
    stance: Stance

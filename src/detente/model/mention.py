"""A mention of an actor."""

from __future__ import annotations

from typing import Literal

from detente.model.actor import Actor
from detente.model.item import Item


class Mention(Item):
    """A span that names an actor, and who that is.

    - `score`: how sure the link is, 0 to 1; `confidence` is the same. `reasons`: what it rests on, in short words.
    - `holder`: who held the office on the article's date, where the text names somebody else or writes the name wrongly.
    """

    kind: Literal["mention"] = "mention"
    actor: Actor
    score: float
    reasons: list[str]
    holder: str | None = None

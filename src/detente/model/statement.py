"""What somebody is reported to have said, written or thought."""

from __future__ import annotations

from typing import Literal

from detente.model.actor import Actor
from detente.model.dated import Dated
from detente.model.item import Item
from detente.model.span import Span


class Statement(Item):
    """A statement: who said it, the word that tells so, and what was said.

    `quoted` is true for direct speech; `medium` is where it was said ("Twitter", "state television"). `speaker` is null
    where the text names none ("it was reported that"). `thought` is true for what somebody is said to think, hope, fear or want.
    `said` is when; `denies` the id of the statement of somebody else, in the same report, that this one denies.
    """

    kind: Literal["statement"] = "statement"
    speaker: Actor | None
    cue: str
    quoted: bool
    content: Span
    addressee: Actor | None = None
    medium: str | None = None
    thought: bool = False
    said: Dated | None = None
    denies: str | None = None

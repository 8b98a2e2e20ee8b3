"""Rounds of talks."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from detente.model.actor import Actor
from detente.model.event import Status
from detente.model.item import Item
from detente.model.span import Part


class NextRound(Part):
    """When and where the parties are to meet again, as far as the text tells."""

    date: dt.date | None = None
    venue: str | None = None


class Talks(Item):
    """A round of talks.

    - `channel`: in person, phone, video, letter; `format`: the name of the format ("Normandy format"), if any.
    - `level`: leaders, ministers, envoys, officials, military; `mediator`: who brought the parties together.
    - `duration`: ISO 8601 (`PT8H`); `outcome`: what the text says came of it; `status` as for events.
    """

    kind: Literal["talks"] = "talks"
    parties: list[Actor]
    channel: str
    format: str | None = None
    level: str | None = None
    mediator: Actor | None = None
    venue: str | None = None
    duration: str | None = None
    outcome: str | None = None
    status: Status
    next: NextRound | None = None

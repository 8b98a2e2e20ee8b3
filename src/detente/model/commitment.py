"""What somebody has promised."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from detente.model.actor import Actor
from detente.model.item import Item
from detente.model.span import Span


class Commitment(Item):
    """A promise or agreement: by whom, to whom, what, due when (`due`, ISO date), and on what condition."""

    kind: Literal["commitment"] = "commitment"
    by: list[Actor]
    to: list[Actor]
    what: Span
    due: dt.date | None = None
    condition: Span | None = None

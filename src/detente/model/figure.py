"""A number that a report gives."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from detente.model.actor import Attribution
from detente.model.dated import Dated
from detente.model.item import Item


class Figure(Item):
    """A number with what it counts.

    - `what`: the thing counted, in the text's words ("troops", "people"); where the text says what became of them, that
      too ("people dead").
    - `value`: the number as told; `low`, `high`: the bounds that the wording sets ("more than 13,000": low 13,000, no
      high), null where it sets none.
    - `unit`: "persons", "USD", "EUR", "percent", "hours", "km", ...
    - `approximate`: the wording says so ("about", "tens of thousands").
    - `since`: the day from which it counts, where the text tells.
    - `attribution`: on whose word it stands, outermost first; `said`: when the first of them said it.
    """

    kind: Literal["figure"] = "figure"
    what: str
    value: float
    low: float | None = None
    high: float | None = None
    unit: str
    approximate: bool
    since: dt.date | None = None
    attribution: list[Attribution]
    said: Dated | None = None

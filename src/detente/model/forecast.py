"""What somebody expects to happen."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import ConfigDict, Field

from detente.model.actor import Actor
from detente.model.item import Item
from detente.model.span import Part, Span


class Window(Part):
    """The time in which a forecast is to come true; `start` and `end` are `from` and `to` in JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    start: dt.date | None = Field(default=None, alias="from")
    end: dt.date | None = Field(default=None, alias="to")


class Forecast(Item):
    """A forecast: by whom, what, in which window, and how likely in the words used ("every indication")."""

    kind: Literal["forecast"] = "forecast"
    by: Actor | None
    what: Span
    window: Window | None = None
    likelihood: str | None = None

"""An event in PLOVER's sense."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from detente.model.actor import Actor, Attribution
from detente.model.dated import Dated
from detente.model.item import Item
from detente.model.span import Part, Span

Status = Literal[
    "happened",
    "ongoing",
    "planned",
    "promised",
    "proposed",
    "demanded",
    "threatened",
    "expected",
    "hypothetical",
    "denied",
    "failed",
    "background",
]

DONE: frozenset[Status] = frozenset({"happened", "ongoing", "background"})
"""The statuses that say that the act was done."""


class DateInfo(Part):
    """How well the date of an item is known.

    `precision`: day, week, month, season, year, decade; `basis`: the words that it was worked out from, or
    "report date" where the text gives none.
    """

    precision: str
    basis: str


class EventLoc(Part):
    """Where an event took place. `province` is the first-level division; `geonameid` GeoNames' number."""

    extracted_place: str
    resolved_place: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    country: str | None = None
    province: str | None = None


class Event(Item):
    """Who did what to whom (PLOVER), with what became of it.

    - `event`: one of the 16 PLOVER types; `mode`, `context`, `quad_code` (1 verbal cooperation, 2 material cooperation,
      3 verbal conflict, 4 material conflict) as in PLOVER.
    - `event_scale`, `goldstein`: intensity from -10 to 10; `cameo`: the CAMEO code nearest to it.
    - `status`: whether the act was done, and if not, what is said of it; `negated`: the text says that it was not done;
      `condition`: the words on which it depends.
    - `date`, `enddate`, `date_info`; `event_loc`; `size`: what was counted (dead, injured, arrested, troops, ...).
    - `attribution`: on whose word it stands, outermost first; empty where the paper itself says so. `said`: when the first of
      them said it.
    """

    kind: Literal["event"] = "event"
    actor: list[Actor]
    recipient: list[Actor]
    event: str
    mode: str | None = None
    context: list[str]
    quad_code: int
    event_scale: float
    cameo: str
    goldstein: float
    status: Status
    negated: bool = False
    condition: Span | None = None
    enddate: dt.date | None = None
    date_info: DateInfo | None = None
    event_loc: EventLoc | None = None
    size: dict[str, int]
    attribution: list[Attribution]
    said: Dated | None = None

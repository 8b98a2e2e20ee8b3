"""What is kept: one record type a file, each declared once.

Tables, JSON lines, CSV columns and the JSON Schema are derived from these declarations (`detente.model.derived`).
"""

from detente.model.actor import Actor, Attribution
from detente.model.article import Article, Block
from detente.model.commitment import Commitment
from detente.model.dated import Dated
from detente.model.event import DONE, DateInfo, Event, EventLoc, Status
from detente.model.figure import Figure
from detente.model.finding import Finding
from detente.model.forecast import Forecast, Window
from detente.model.item import Item, item_id
from detente.model.mention import Mention
from detente.model.place import Place
from detente.model.position import Position, Stance
from detente.model.span import Span, TextInfo
from detente.model.statement import Statement
from detente.model.talks import NextRound, Talks
from detente.model.time import Time

ITEM_TYPES: dict[str, type[Item]] = {
    "event": Event,
    "statement": Statement,
    "figure": Figure,
    "talks": Talks,
    "commitment": Commitment,
    "position": Position,
    "forecast": Forecast,
    "finding": Finding,
    "place": Place,
    "time": Time,
    "mention": Mention,
}
"""Every kind of item, in the order in which an article's items are given out."""

__all__ = [
    "DONE",
    "ITEM_TYPES",
    "Actor",
    "Article",
    "Attribution",
    "Block",
    "Commitment",
    "DateInfo",
    "Dated",
    "Event",
    "EventLoc",
    "Figure",
    "Finding",
    "Forecast",
    "Item",
    "Mention",
    "NextRound",
    "Place",
    "Position",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Talks",
    "TextInfo",
    "Time",
    "Window",
    "item_id",
]

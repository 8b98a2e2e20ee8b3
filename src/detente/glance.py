"""An item at a glance: the short answers that a notebook and an explanation show, in the words of every other form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from detente.formats.wording import amount, day, state, status_word
from detente.model import (
    Actor,
    Commitment,
    Event,
    Figure,
    Finding,
    Forecast,
    Item,
    Mention,
    Place,
    Position,
    Span,
    Statement,
    Talks,
    Time,
)


class Glance(NamedTuple):
    """Who did what to whom, when, and how it stands; each a short text, empty where there is nothing to say.

    `marked` is the span of the words that carry the item, for marking them in the sentence; None where none is known.
    """

    date: str
    who: str
    what: str
    whom: str
    status: str
    marked: Span | None


def glance(item: Item) -> Glance:
    """The short answers for an item of any kind."""
    who, what, whom, status = _answers(item)
    return Glance(item.date.isoformat() if item.date else "", who, what, whom, status, _marked(item))


def _answers(item: Item) -> tuple[str, str, str, str]:
    match item:
        case Event():
            what = item.event if item.mode is None else f"{item.event} {item.mode}"
            return _names(item.actor), what, _names(item.recipient), state(item)
        case Statement():
            return _name(item.speaker), f"{item.cue}: {item.content.text}", _name(item.addressee), "quoted" if item.quoted else ""
        case Figure():
            source = item.attribution[0].source.name if item.attribution else ""
            return source, f"{amount(item)}: {item.what}", "", ""
        case Talks():
            return (
                _names(item.parties),
                " ".join(filter(None, [item.level, item.channel, item.venue])),
                "",
                status_word(item.status),
            )
        case Commitment():
            return _names(item.by), item.what.text, _names(item.to), f"due {day(item.due)}" if item.due else ""
        case Position():
            return item.actor.name, item.issue, "", item.stance
        case Forecast():
            return _name(item.by), item.what.text, "", item.likelihood or ""
        case Finding():
            return "", item.message if item.suggestion is None else f"{item.message} ({item.suggestion})", "", item.severity
        case Place():
            return "", ", ".join(filter(None, [item.name, item.province, item.country])), "", ""
        case Time():
            return "", f"{item.type} {item.value}", "", ""
        case Mention():
            return item.actor.name, item.actor.office or item.actor.code, "", ""
        case _:
            raise TypeError(f"no glance at {item.kind!r}")


def _marked(item: Item) -> Span | None:
    if isinstance(item, Finding):
        return item.span
    for role in ("trigger", "cue"):
        if item.evidence.get(role):
            return item.evidence[role][0]
    return next((spans[0] for spans in item.evidence.values() if spans), None)


def _name(actor: Actor | None) -> str:
    return actor.name if actor is not None else ""


def _names(actors: Iterable[Actor]) -> str:
    return ", ".join(actor.name for actor in actors)

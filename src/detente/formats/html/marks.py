"""From items to marks: which stretch of the text is shown how, and to which items it leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.formats.wording import QUADS, is_done, parties_line, party_line, place_name, plain, state
from detente.model import Actor, Commitment, Event, Figure, Finding, Forecast, Item, Mention, Place, Span, Statement, Talks, Time

LAYERS = (
    "statement",
    "commitment",
    "position",
    "forecast",
    "talks",
    "finding",
    "condition",
    "time",
    "place",
    "figure",
    "actor",
    "event",
    "quiet",
)
"""How marks are told apart on the page, outermost first where several cover the same words."""

_ROLES = {
    "trigger": "event",
    "actor": "actor",
    "recipient": "actor",
    "condition": "condition",
    "place": "place",
    "location": "place",
    "time": "time",
    "date": "time",
    "number": "figure",
}
_CHIEF = {"event": ("trigger",), "figure": ("number",), "talks": ("trigger",), "position": ("content", "trigger")}
_WHOLE = {"place", "time", "mention"}  # kinds without a card: all that they say fits a note on the words themselves


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of an article's text, by half-open offsets.

    `cards`: numbers of the items that it leads to; `leads`: those of them whose chief evidence it is; `classes`: how it
    is shown besides its layer; `note`: what is told when it is pointed at; `who`: the speaker, for a statement.
    """

    start: int
    end: int
    layer: str
    cards: tuple[int, ...] = ()
    leads: tuple[int, ...] = ()
    classes: tuple[str, ...] = ()
    note: str = ""
    who: str | None = None


def marks_of(items: Sequence[Item], length: int) -> list[Mark]:
    """The marks of an article's items, each stretch and layer once, in reading order, outermost first.

    An item's number is its position in `items`. Spans that reach beyond the text (`length` code points) are cut to it.
    """
    merged: dict[tuple[int, int, str], list[Mark]] = {}
    for number, item in enumerate(items):
        for mark in _marks(number, item):
            start, end = max(0, mark.start), min(length, mark.end)
            if start < end:
                merged.setdefault((start, end, mark.layer), []).append(mark)
    found = [_merge(key, marks) for key, marks in merged.items()]
    return sorted(found, key=lambda m: (m.start, -m.end, LAYERS.index(m.layer)))


def _merge(key: tuple[int, int, str], marks: list[Mark]) -> Mark:
    notes = dict.fromkeys(mark.note for mark in marks if mark.note)
    return Mark(
        *key,
        cards=tuple(dict.fromkeys(card for mark in marks for card in mark.cards)),
        leads=tuple(dict.fromkeys(card for mark in marks for card in mark.leads)),
        classes=_classes(marks),
        note=" · ".join(notes),
        who=next((mark.who for mark in marks if mark.who), None),
    )


def _classes(marks: list[Mark]) -> tuple[str, ...]:
    # Two events on one trigger: the first gives the chip its colour, else two quads would fight over it.
    return marks[0].classes if marks[0].layer == "event" else tuple(dict.fromkeys(c for mark in marks for c in mark.classes))


def _marks(number: int, item: Item) -> Iterator[Mark]:
    if item.kind in _WHOLE:
        layer = "actor" if isinstance(item, Mention) else item.kind
        for span in _spans(item.evidence.values()):
            yield Mark(span.start, span.end, layer, note=_note(item))
        return
    chief = _chief(item)
    if chief is None:
        yield Mark(item.text_info.start, item.text_info.end, "quiet", (number,), (number,))
    else:
        yield Mark(chief.start, chief.end, item.kind, (number,), (number,), _looks(item), _note(item), _speaker(item))
    for role, spans in sorted(item.evidence.items()):
        actors = _role(item, role)
        for place, span in enumerate(spans):
            if chief is not None and (span.start, span.end) == (chief.start, chief.end):
                continue
            layer = _layer(item, role)
            note = ""
            classes: tuple[str, ...] = ()
            if layer == "actor":
                note = _actor_note(actors[place]) if place < len(actors) else parties_line(actors)
                classes = ("by",) if role == "actor" else ("to",)
            yield Mark(span.start, span.end, layer, (number,), classes=classes, note=note)


def _layer(item: Item, role: str) -> str:
    if isinstance(item, Event | Figure):
        return _ROLES.get(role, "quiet")
    if isinstance(item, Talks) and role == "trigger":
        return "talks"  # a round may be told of more than once
    return "condition" if role == "condition" else "quiet"


def _role(item: Item, role: str) -> list[Actor]:
    if not isinstance(item, Event):
        return []
    return {"actor": item.actor, "recipient": item.recipient}.get(role, [])


def _chief(item: Item) -> Span | None:
    """The words that an item rests on first of all."""
    if isinstance(item, Statement):
        return item.content
    if isinstance(item, Commitment | Forecast):
        return item.what
    if isinstance(item, Finding):
        return item.span
    for role in _CHIEF.get(item.kind, ()):
        if spans := item.evidence.get(role):
            return spans[0]
    return min(_spans(item.evidence.values()), key=lambda span: (span.start, span.end), default=None)


def _spans(groups: Iterable[list[Span]]) -> list[Span]:
    return [span for group in groups for span in group]


def _looks(item: Item) -> tuple[str, ...]:
    if isinstance(item, Event):
        return (f"q{item.quad_code}", "done" if is_done(item) else "undone")
    if isinstance(item, Finding):
        return (f"s-{item.severity}",)
    return ()


def _speaker(item: Item) -> str | None:
    if not isinstance(item, Statement):
        return None
    return plain(item.speaker.name) if item.speaker else "unnamed"


def _actor_note(actor: Actor) -> str:
    shown = [actor.code, actor.name if actor.name != actor.entity_text else "", actor.office or ""]
    return plain(" · ".join(part for part in shown if part))


def _note(item: Item) -> str:
    if isinstance(item, Event):
        return f"{item.event} · {state(item)} · {QUADS.get(item.quad_code, '')}"
    if isinstance(item, Mention):
        return _actor_note(item.actor)
    if isinstance(item, Place):
        return plain(item.name) + (f", {place_name(item.country)}" if item.country else "")
    if isinstance(item, Time):
        return plain(item.value)
    if isinstance(item, Finding):
        return plain(item.message)
    if isinstance(item, Statement):
        return party_line(item.speaker) if item.speaker else ""
    return ""

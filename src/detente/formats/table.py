"""Items for a terminal: a table a kind, or, where the terminal is too narrow for columns, a few lines an item.

Nothing is cut off: long cells wrap. Colour tells the quad class and is left out by rich itself where the output is no
terminal. Text from a report is never read as markup, and loses its control characters, so that it cannot steer the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from detente.formats.wording import (
    PLURALS,
    amount,
    day,
    duration,
    is_done,
    next_round,
    parties_line,
    party_line,
    plain,
    sizes,
    state,
    status_word,
    when,
    where,
    window,
    word_of,
)
from detente.model import (
    ITEM_TYPES,
    Commitment,
    Event,
    Figure,
    Finding,
    Forecast,
    Item,
    Mention,
    Place,
    Position,
    Statement,
    Talks,
    Time,
)

NARROW = 88
"""Columns of a terminal below which items are listed by lines instead of tabled."""

_QUADS = {1: "blue", 2: "green", 3: "yellow", 4: "red"}
_SEVERITIES = {"note": "cyan", "warning": "yellow", "error": "red"}

Cells = list[str | None]


@dataclass(frozen=True, slots=True)
class _Columns:
    """How one kind is tabled: headings, their shares of the width (0: as narrow as they go), and an item's cells.

    `lead` names the columns that stand on the first line where items are listed by lines.
    """

    headings: Sequence[str]
    shares: Sequence[int]
    cells: Callable[[Item], Cells]
    lead: Sequence[str] = ()


def print_items(items: Iterable[Item], console: Console) -> None:
    """Print items to `console`, kind by kind in the order of `ITEM_TYPES`, each kind in the order given."""
    kinds: dict[str, list[Item]] = {}
    for item in items:
        kinds.setdefault(item.kind, []).append(item)
    shown = 0
    for kind in ITEM_TYPES:
        if found := kinds.get(kind):
            if shown:
                console.print()
            shown += 1
            _print_kind(kind, found, console)


def _print_kind(kind: str, items: Sequence[Item], console: Console) -> None:
    columns = _COLUMNS[kind]
    title = Text(f"{len(items)} {kind if len(items) == 1 else PLURALS[kind]}", style="bold")
    console.print(title)
    if console.width < NARROW:
        for item in items:
            console.print(_lines(item, columns), soft_wrap=False)
        return
    rows = [columns.cells(item) for item in items]
    used = [n for n in range(len(columns.headings)) if any(row[n] for row in rows)]
    table = Table(box=box.SIMPLE_HEAD, width=console.width, pad_edge=False, header_style="dim", show_edge=False)
    for n in used:
        share = columns.shares[n]
        table.add_column(columns.headings[n], ratio=share or None, no_wrap=not share, overflow="fold")
    for item, row in zip(items, rows, strict=True):
        table.add_row(*(_cell(item, columns.headings[n], row[n]) for n in used))
    console.print(table)


def _cell(item: Item, heading: str, told: str | None) -> Text:
    return Text(plain(told or "").replace("\n", " "), style=_style(item) if heading in {"what", "status", "severity"} else "")


def _style(item: Item) -> str:
    if isinstance(item, Event):
        colour = _QUADS.get(item.quad_code, "")
        return f"bold {colour}" if is_done(item) else colour
    return _SEVERITIES[item.severity] if isinstance(item, Finding) else ""


def _lines(item: Item, columns: _Columns) -> Text:
    """An item as lines: the leading cells on the first, the others each on its own with its heading, indented."""
    told = {h: _cell(item, h, cell) for h, cell in zip(columns.headings, columns.cells(item), strict=True) if cell}
    lead = columns.lead or columns.headings[:2]
    rest = [Text.assemble("  ", (f"{heading}: ", "dim"), cell) for heading, cell in told.items() if heading not in lead]
    first = Text("  ").join(told[heading] for heading in lead if heading in told)
    return Text("\n").join([Text.assemble("- ", first), *rest])


def _event(item: Item) -> Cells:
    assert isinstance(item, Event)
    trigger = item.evidence.get("trigger")
    return [
        when(item),
        parties_line(item.actor),
        f"{item.event} ({item.mode})" if item.mode else item.event,
        parties_line(item.recipient),
        state(item),
        "; ".join(part for part in (where(item), sizes(item)) if part),
        word_of(item.attribution),
        item.condition.text if item.condition else None,
        trigger[0].text if trigger else None,
    ]


def _statement(item: Item) -> Cells:
    assert isinstance(item, Statement)
    content = f"“{item.content.text}”" if item.quoted else item.content.text
    to = party_line(item.addressee) if item.addressee else None
    return [party_line(item.speaker) if item.speaker else "no source named", item.cue, to, item.medium, content]


def _figure(item: Item) -> Cells:
    assert isinstance(item, Figure)
    return [amount(item), item.what, day(item.since) if item.since else None, word_of(item.attribution)]


def _talks(item: Item) -> Cells:
    assert isinstance(item, Talks)
    form = ", ".join(part for part in (item.channel, item.format, item.level) if part)
    mediator = party_line(item.mediator) if item.mediator else None
    lasted = duration(item.duration) if item.duration else None
    told = [when(item), parties_line(item.parties), form, item.venue, status_word(item.status)]
    return [*told, lasted, mediator, item.outcome, next_round(item)]


def _commitment(item: Item) -> Cells:
    assert isinstance(item, Commitment)
    condition = item.condition.text if item.condition else None
    return [parties_line(item.by), parties_line(item.to), item.what.text, day(item.due) if item.due else None, condition]


def _position(item: Item) -> Cells:
    assert isinstance(item, Position)
    return [party_line(item.actor), item.stance, item.issue]


def _forecast(item: Item) -> Cells:
    assert isinstance(item, Forecast)
    return [party_line(item.by) if item.by else "no source named", item.what.text, window(item), item.likelihood]


def _finding(item: Item) -> Cells:
    assert isinstance(item, Finding)
    return [item.severity, item.check, item.span.text, item.message, item.suggestion, item.basis]


def _place(item: Item) -> Cells:
    assert isinstance(item, Place)
    at = f"{item.lat:.3f} {item.lon:.3f}" if item.lat is not None and item.lon is not None else None
    return [_words(item), item.name, item.country, item.province, at, str(item.geonameid) if item.geonameid else None]


def _time(item: Item) -> Cells:
    assert isinstance(item, Time)
    return [_words(item), item.type, item.value]


def _mention(item: Item) -> Cells:
    assert isinstance(item, Mention)
    return [_words(item), item.actor.name, item.actor.code, item.actor.office]


def _words(item: Item) -> str:
    """The words of the text that carry an item."""
    return next((span.text for spans in item.evidence.values() for span in spans), item.text)


_COLUMNS = {
    "event": _Columns(
        ("date", "actor", "what", "recipient", "status", "where", "word of", "if", "in the text"),
        (4, 5, 5, 5, 0, 4, 5, 4, 4),
        _event,
        ("actor", "what", "recipient", "status"),
    ),
    "statement": _Columns(("speaker", "cue", "to", "in", "content"), (5, 3, 3, 2, 14), _statement),
    "figure": _Columns(("figure", "of", "since", "word of"), (4, 6, 3, 6), _figure),
    "talks": _Columns(
        ("date", "parties", "form", "venue", "status", "lasted", "mediator", "outcome", "next"),
        (4, 6, 4, 3, 0, 2, 3, 5, 4),
        _talks,
        ("parties", "form", "status"),
    ),
    "commitment": _Columns(("by", "to", "promise", "due", "if"), (4, 4, 10, 3, 4), _commitment),
    "position": _Columns(("party", "stance", "issue"), (4, 0, 10), _position),
    "forecast": _Columns(("by", "forecast", "window", "likelihood"), (4, 10, 4, 4), _forecast),
    "finding": _Columns(("severity", "check", "words", "finding", "better", "rests on"), (0, 3, 4, 7, 4, 4), _finding),
    "place": _Columns(("words", "place", "country", "province", "at", "GeoNames"), (4, 4, 0, 4, 4, 0), _place),
    "time": _Columns(("words", "type", "value"), (5, 0, 4), _time),
    "mention": _Columns(("words", "actor", "code", "office"), (4, 4, 3, 5), _mention),
}

"""Lists that are no items: the actors of a record, and its articles."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from detente.commands.gathering import PIPED_WIDTH
from detente.commands.options import ListForm
from detente.commands.output import opened
from detente.commands.terminal import printable
from detente.errors import DetenteError

if TYPE_CHECKING:
    from detente.model import Actor
    from detente.record import Record
    from detente.store import Filters

Row = dict[str, Any]

ARTICLE_COLUMNS = ("id", "date", "title", "publisher", "language", "url", "source", "characters")
ACTOR_COLUMNS = ("name", "code", "country", "sector", "actor", "recipient", "speaker", "total")

_ROLES = {"event": ("actor", "recipient"), "statement": ("speaker",)}
_NUMBERS = {"characters", "actor", "recipient", "speaker", "total"}


def articles(record: Record, filters: Filters) -> Iterator[Row]:
    """The articles of the days asked for, by date and id."""
    since, until = filters.get("since"), filters.get("until")
    for article in record.articles():
        if since is not None and (article.date is None or article.date < since):
            continue
        if until is not None and (article.date is None or article.date > until):
            continue
        known = article.model_dump(mode="json", include={"id", "date", "title", "publisher", "language", "url", "source"})
        yield {"kind": "article", **known, "characters": len(article.text)}


def actors(record: Record, filters: Filters) -> Iterator[Row]:
    """Who is named in the roles of events and statements, how often in each, the most named first."""
    from detente.store.contract import check_filters

    counts: Counter[tuple[str, str, str | None, str | None, str]] = Counter()
    for kind, roles in _ROLES.items():
        try:
            check_filters(kind, filters)
        except DetenteError:
            continue  # statements have neither type nor issue, so only events are asked for
        for item in record.store.items(kind, **filters):
            for role in roles:
                held = getattr(item, role)
                for actor in held if isinstance(held, list) else [held] if held else []:
                    if _is_party(actor, filters.get("party")):
                        counts[actor.name, actor.code, actor.country, actor.sector, role] += 1
    rows: dict[tuple[str | None, ...], Row] = {}
    for (name, code, country, sector, role), count in counts.items():
        row = rows.setdefault(
            (name, code, country, sector),
            {"kind": "actor", "name": name, "code": code, "country": country, "sector": sector}
            | {"actor": 0, "recipient": 0, "speaker": 0, "total": 0},
        )
        row[role] += count
        row["total"] += count
    yield from sorted(
        rows.values(), key=lambda row: (-row["total"], row["code"], row["name"], row["country"] or "", row["sector"] or "")
    )


def _is_party(actor: Actor, party: str | None) -> bool:
    """Whether an actor is the party, as the filters of a record take it (`detente.store.Filters`)."""
    if party is None:
        return True
    short = party.upper()
    return actor.name.lower() == party.lower() or short in {actor.code, actor.country} or actor.code == f"IGO{short}"


def write(rows: Iterable[Row], columns: Sequence[str], format: ListForm, limit: int | None) -> None:
    """Writes the first `limit` rows to standard output."""
    rows = itertools.islice(rows, limit)
    with opened(None) as out:
        if format is ListForm.jsonl:
            for row in rows:
                out.write((json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n").encode())
        elif format is ListForm.csv:
            text = io.StringIO()
            lines = csv.writer(text, lineterminator="\n")
            lines.writerow(columns)
            lines.writerows([row[column] for column in columns] for row in rows)
            out.write(text.getvalue().encode())
        else:
            _table(rows, columns, out)


def _table(rows: Iterable[Row], columns: Sequence[str], out: BinaryIO) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    terminal = out.isatty()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column, justify="right" if column in _NUMBERS else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if row[column] is None else printable(str(row[column]))) for column in columns))
    text = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    try:
        Console(file=text, width=None if terminal else PIPED_WIDTH, highlight=False).print(table)
    finally:
        text.detach()

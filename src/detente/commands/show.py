"""`detente show`: what a record holds."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente.commands.options import ListForm, RecordFile, iso_day
from detente.commands.output import opened
from detente.errors import DetenteError

if TYPE_CHECKING:
    from detente.model import Item
    from detente.record import Record
    from detente.store import Filters


class What(StrEnum):
    """What `detente show` shows."""

    events = "events"
    statements = "statements"
    figures = "figures"
    talks = "talks"
    commitments = "commitments"
    positions = "positions"
    forecasts = "forecasts"
    findings = "findings"
    actors = "actors"
    articles = "articles"


def show(
    what: Annotated[What, typer.Argument(metavar="WHAT", help="One of: " + ", ".join(What) + ".")],
    record: RecordFile,
    party: Annotated[
        str | None,
        typer.Option("--party", metavar="PARTY", help="Only what this party takes part in: a name, a code or a country."),
    ] = None,
    since: Annotated[
        dt.date | None, typer.Option("--since", parser=iso_day, metavar="YYYY-MM-DD", help="From this day on.")
    ] = None,
    until: Annotated[
        dt.date | None, typer.Option("--until", parser=iso_day, metavar="YYYY-MM-DD", help="Up to this day.")
    ] = None,
    type: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="PLOVER type, check, stance, channel of talks, or unit of a figure."),
    ] = None,
    issue: Annotated[
        str | None, typer.Option("--issue", metavar="ISSUE", help="Issue of a position, context of an event.")
    ] = None,
    format: Annotated[ListForm, typer.Option("--format", help="How to list.")] = ListForm.table,
    limit: Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help="The first N only.")] = None,
) -> None:
    """Show what a record holds.

    It is listed by date; what has no date comes last, and is left out by --since and --until.

    actors: who is named how often as actor, recipient and speaker, the most named first.
    """
    from detente.record import Record

    filters: Filters = {"party": party, "since": since, "until": until, "type": type, "issue": issue}
    with Record(record, read_only=True) as kept:
        try:
            _show(kept, what, filters, format, limit)
        except _Unfit as error:
            raise typer.BadParameter(str(error), param_hint=f"show {what.value}") from None


class _Unfit(Exception):
    """A filter that what is shown knows nothing of."""


def _show(record: Record, what: What, filters: Filters, format: ListForm, limit: int | None) -> None:
    from detente.commands import rows
    from detente.store.contract import check_filters

    if what is What.articles:
        unfit = [f"--{name}" for name in ("party", "type", "issue") if filters.get(name) is not None]
        if unfit:
            raise _Unfit(f"articles are not chosen by {', '.join(unfit)}")
        rows.write(rows.articles(record, filters), rows.ARTICLE_COLUMNS, format, limit)
        return
    if what is What.actors:
        rows.write(rows.actors(record, filters), rows.ACTOR_COLUMNS, format, limit)
        return
    kind = what.value if what is What.talks else what.value.removesuffix("s")
    try:
        check_filters(kind, filters)
    except DetenteError as error:
        raise _Unfit(str(error)) from None
    _write(itertools.islice(record.store.items(kind, **filters), limit), kind, format)


def _write(items: Iterable[Item], kind: str, format: ListForm) -> None:
    from detente.commands.gathering import write_table
    from detente.formats import format_named

    with opened(None) as out:
        if format is ListForm.table:
            write_table(items, out)
        else:
            format_named(format.value).write(items, out, kind=kind)

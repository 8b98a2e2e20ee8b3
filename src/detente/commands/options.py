"""Arguments and options that several commands share, and how they are read."""

from __future__ import annotations

import datetime as dt
import os
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from detente.errors import DetenteError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def iso_day(text: str) -> dt.date:
    """The day that an option gives. Raises `typer.BadParameter`, which ends the command as wrong usage."""
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; YYYY-MM-DD is one") from None


def named_kinds(names: str | None) -> list[str] | None:
    """The kinds that `--kind` names. Raises `typer.BadParameter` for one that there is not."""
    from detente.kinds import chosen_kinds

    if names is None:
        return None
    try:
        return chosen_kinds(names)
    except DetenteError as error:
        raise typer.BadParameter(str(error), param_hint="--kind") from None


class ListForm(StrEnum):
    """How `detente show` lists."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT", help="Files (.txt, .md, .html, .jsonl, each also .gz), folders, addresses, or - for standard input."
    ),
]
ReportDate = Annotated[
    dt.date | None, typer.Option("--date", parser=iso_day, metavar="YYYY-MM-DD", help="The date of reports that have none.")
]
Workers = Annotated[
    int | None, typer.Option("--workers", min=0, metavar="N", help="Processes that code side by side; 0: one for each core.")
]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch addresses that are not on the public internet, too.")]
RecordFile = Annotated[Path, typer.Option("--record", metavar="FILE", help="The record, a DuckDB file.")]
KnowledgeFolder = Annotated[
    Path | None,
    typer.Option("--knowledge", metavar="DIR", help="A folder whose tables correct the knowledge base."),
]


def use_knowledge(context: typer.Context, folder: Path | None) -> None:
    """Puts the corrections of a folder in force until the command ends, for worker processes too; for None changes nothing."""
    if folder is None:
        return
    if not folder.is_dir():
        raise typer.BadParameter(f"there is no folder {str(folder)!r}", param_hint="--knowledge")
    from detente.knowledge.compiled import forget

    _set_until_closed(context, "DETENTE_KNOWLEDGE", str(folder))
    forget()
    context.call_on_close(forget)


def use_checks(context: typer.Context, folder: Path | None) -> None:
    """Puts the checks of a folder in force until the command ends, for worker processes too; for None changes nothing."""
    if folder is not None:
        _set_until_closed(context, "DETENTE_CHECKS", str(folder))


def _set_until_closed(context: typer.Context, variable: str, value: str) -> None:
    """Sets a setting by its variable, which worker processes see too, until the command ends."""
    before = os.environ.get(variable)
    _set(variable, value)
    context.call_on_close(lambda: _set(variable, before))


def _set(variable: str, value: str | None) -> None:
    from detente.settings import settings

    if value is None:
        os.environ.pop(variable, None)
    else:
        os.environ[variable] = value
    settings.cache_clear()

"""`detente check`: what does not hold in reports, for an editor before publication and an analyst before belief."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.commands.failures import FAILED
from detente.commands.options import (
    AllowPrivate,
    Inputs,
    KnowledgeFolder,
    ReportDate,
    Workers,
    use_checks,
    use_knowledge,
)
from detente.commands.output import opened, ready
from detente.commands.progress import Progress
from detente.commands.terminal import say
from detente.errors import DetenteError, InputError

if TYPE_CHECKING:
    from typing import BinaryIO

    from detente.checking import Checked

FOUND = 3
"""Exit status where there is a finding of the severity that was asked for."""


class CheckForm(StrEnum):
    """How `detente check` gives findings out."""

    table = "table"
    jsonl = "jsonl"
    html = "html"
    sarif = "sarif"
    github = "github"


class Level(StrEnum):
    """From which severity on a finding ends the command with status 3."""

    note = "note"
    warning = "warning"
    error = "error"


def check(
    context: typer.Context,
    inputs: Inputs,
    date: ReportDate = None,
    format: Annotated[
        CheckForm, typer.Option("--format", help="table; jsonl; html: a page; sarif; github: annotations of a workflow.")
    ] = CheckForm.table,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Write to this file.")] = None,
    severity: Annotated[
        Level, typer.Option("--severity", help="Exit status 3 where a finding is of this severity or a graver one.")
    ] = Level.warning,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit status 0 whatever is found.")] = False,
    only: Annotated[str | None, typer.Option("--only", metavar="CHECK,...", help="Make these checks only.")] = None,
    without: Annotated[str | None, typer.Option("--without", metavar="CHECK,...", help="Make all checks but these.")] = None,
    checks: Annotated[
        Path | None,
        typer.Option("--checks", metavar="DIR", exists=True, file_okay=False, help="A folder with checks of your own."),
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option("--record", metavar="FILE", help="Hold the reports against those of this record."),
    ] = None,
    workers: Workers = None,
    knowledge: KnowledgeFolder = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Check what does not hold in reports.

    Names, offices, dates, places, figures, quotations, wording, and traces of machine rewriting. Several reports are held against
    each other too.

    Exit status: 3 where something is found that is a warning or an error (see --severity), else as ever.
    """
    use_knowledge(context, knowledge)
    use_checks(context, checks)
    ready(output)

    from detente.checking import check_articles
    from detente.sources import read

    chosen, off = _names(only), _names(without)
    failed = False
    with Progress("checking") as progress:
        checked: list[Checked] = []
        entries = read(inputs, date=date, allow_private=allow_private)
        for entry in check_articles(entries, only=chosen, without=off, record=record, workers=workers, step=progress.step):
            if isinstance(entry, InputError):
                failed = True
                progress.say(str(entry))
            else:
                checked.append(entry)
    with opened(output) as out:
        _write(checked, format, out)
    counts = Counter(finding.severity for one in checked for finding in one.findings)
    told = ", ".join(f"{counts[level]} {level}{'s' if counts[level] != 1 else ''}" for level in ("error", "warning", "note"))
    say(f"{len(checked)} report{'s' if len(checked) != 1 else ''} checked: {told}")
    grave = list(Level)[list(Level).index(severity) :]
    if failed:
        raise typer.Exit(FAILED)
    if not exit_zero and any(counts[level.value] for level in grave):
        raise typer.Exit(FOUND)


def _names(listed: str | None) -> list[str]:
    """The checks that an option names. Raises `typer.BadParameter` for one that there is not."""
    from detente.checks.registry import chosen

    names = [name.strip() for name in (listed or "").split(",") if name.strip()]
    try:
        chosen(names)
    except DetenteError as error:
        raise typer.BadParameter(str(error)) from None
    return names


def _write(checked: list[Checked], format: CheckForm, out: BinaryIO) -> None:
    from detente.formats.findings import github, sarif, table

    if format is CheckForm.html:
        from detente.formats.html import page

        out.write(page([(one.article, list(one.findings)) for one in checked]).encode())
    elif format is CheckForm.jsonl:
        from detente.formats import format_named

        format_named("jsonl").write((finding for one in checked for finding in one.findings), out, kind="finding")
    else:
        writer = {CheckForm.table: table, CheckForm.sarif: sarif, CheckForm.github: github}[format]
        writer.write(checked, out)

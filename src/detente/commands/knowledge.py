"""`detente knowledge`: the facts that the coder stands on, asked, checked and added to."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.commands.failures import FAILED
from detente.commands.options import KnowledgeFolder, ListForm, use_knowledge
from detente.commands.output import opened
from detente.commands.terminal import printable, say

if TYPE_CHECKING:
    from detente.knowledge.asof import Answer

COLUMNS = ("person", "office", "owner", "owner_name", "start", "end", "sector", "checked", "note", "source")


_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


class CheckForm(StrEnum):
    """How `detente knowledge check` tells what it finds."""

    text = "text"
    jsonl = "jsonl"


knowledge = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Ask, check and correct the knowledge base.")


@knowledge.command("asof")
def asof(
    context: typer.Context,
    date: Annotated[str, typer.Argument(metavar="DATE", help="A day, month or year: YYYY-MM-DD, YYYY-MM or YYYY.")],
    about: Annotated[
        list[str], typer.Argument(metavar="NAME-OR-OFFICE", help="A person; an office and whose; a country or organisation.")
    ],
    format: Annotated[
        ListForm | None, typer.Option("--format", help="How to list; if not given, a table, or tab-separated lines when piped.")
    ] = None,
    folder: KnowledgeFolder = None,
) -> None:
    """Tell who held an office on a date, or what a person was.

    Offices in any wording: "foreign minister of Ukraine", "Ukrainian foreign minister", "Russian ambassador to the UN", "head of
    state of Sudan", "members of NATO". A country alone lists everybody in office there.
    """
    use_knowledge(context, folder)
    from detente.errors import DataError
    from detente.knowledge.asof import asof
    from detente.knowledge.tables import first_day

    try:
        if not _DATE.fullmatch(date) or first_day(date) is None:
            raise DataError(date)
    except DataError:
        raise typer.BadParameter(f"{date!r} is no date; YYYY-MM-DD, YYYY-MM and YYYY are", param_hint="DATE") from None
    found = asof(date, " ".join(about))
    if not found.answers:
        near = f" (known: {'; '.join(found.near)})" if found.near else ""
        say(f"{found.missing}{near}")
        raise typer.Exit(FAILED)
    _write(found.answers, format)


def _write(answers: list[Answer], format: ListForm | None) -> None:
    from detente.commands import rows

    with opened(None) as out:
        if format is None and not out.isatty():
            for answer in answers:
                out.write(("\t".join(printable(cell) for cell in answer) + "\n").encode())
            return
    given: list[dict[str, Any]] = [{"kind": "office", **answer._asdict()} for answer in answers]
    rows.write(given, COLUMNS, format or ListForm.table, None)


@knowledge.command("check")
def check(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--folder", metavar="DIR", exists=True, file_okay=False, help="A folder of tables in place of the shipped one."
        ),
    ] = None,
    overlay: KnowledgeFolder = None,
    format: Annotated[CheckForm, typer.Option("--format", help="text: file, line and message.")] = CheckForm.text,
    days: Annotated[int, typer.Option("--gap", min=1, metavar="DAYS", help="The shortest gap in an office that is told.")] = 30,
) -> None:
    """Look for what is wrong in the tables of the knowledge base and in the corrections of your own.

    Errors make the exit status 1; warnings do not.
    """
    use_knowledge(context, overlay)
    from detente.knowledge.lint import findings
    from detente.knowledge.overlay import folder_in_force
    from detente.knowledge.tables import DATA

    errors = warnings = 0
    with opened(None) as out:
        for finding in findings(folder or DATA, folder_in_force(), gap=days):
            errors += finding.severity == "error"
            warnings += finding.severity == "warning"
            if format is CheckForm.jsonl:
                line = json.dumps({"kind": "problem", **finding._asdict()}, ensure_ascii=False, separators=(",", ":"))
            else:
                line = printable(str(finding))
            out.write(f"{line}\n".encode())
    say(f"{errors} errors, {warnings} warnings")
    if errors:
        raise typer.Exit(FAILED)


@knowledge.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An extract of Wikidata: JSON of query results, or CSV.")],
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", file_okay=False, help="Your own folder; if not given, DETENTE_KNOWLEDGE."),
    ] = None,
    checked: Annotated[
        str | None, typer.Option("--checked", metavar="YYYY-MM-DD", help="The day of the extract; that of the file if not given.")
    ] = None,
) -> None:
    """Write the office holders of an extract of Wikidata into a folder of your own.

    What it cannot use is named on standard error. Nothing is fetched.
    """
    from detente.commands.options import iso_day
    from detente.errors import DetenteError
    from detente.knowledge.importing import import_extract
    from detente.settings import settings

    target = to or (Path(settings().knowledge) if settings().knowledge else None)
    if target is None:
        raise typer.BadParameter("name a folder, or set DETENTE_KNOWLEDGE", param_hint="--to")
    day = iso_day(checked) if checked else None
    try:
        report = import_extract(file, target, day)
    except OSError as error:
        raise DetenteError(f"{error.filename or target}: {error.strerror}") from None
    for told in (*report.refused, *report.differing):
        say(told)
    counts = f"{report.added} added, {report.changed} changed, {report.unchanged} unchanged"
    say(f"{target}: {counts}, {len(report.refused)} not usable")
    if report.refused:
        raise typer.Exit(FAILED)

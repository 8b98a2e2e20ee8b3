"""`detente code`: reports in, items out, nothing kept."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.commands.failures import FAILED
from detente.commands.gathering import gathering
from detente.commands.options import AllowPrivate, Inputs, KnowledgeFolder, ReportDate, Workers, named_kinds, use_knowledge
from detente.commands.output import opened, ready
from detente.commands.progress import Progress
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.model import Item


class CodeForm(StrEnum):
    """How `detente code` gives items out."""

    jsonl = "jsonl"
    csv = "csv"
    table = "table"
    html = "html"


def code(
    context: typer.Context,
    inputs: Inputs,
    date: ReportDate = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND,...|all", help="Kinds of item; all but place, time and mention if not given."),
    ] = None,
    format: Annotated[
        CodeForm, typer.Option("--format", help="jsonl: JSON lines; csv: one kind of item; html: a page.")
    ] = CodeForm.jsonl,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write to this file; csv of several kinds: to this folder.")
    ] = None,
    codebook: Annotated[
        Path | None,
        typer.Option("--codebook", metavar="DIR", exists=True, file_okay=False, help="A folder with a codebook of your own."),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence", min=0, max=1, metavar="X", help="Leave out items with less confidence than this (0 to 1)."
        ),
    ] = 0.0,
    workers: Workers = None,
    knowledge: KnowledgeFolder = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Code reports into items; nothing is kept.

    Items go to standard output, everything else to standard error.

    Items come by the ids of their articles, so the same reports give the same output whatever their order.
    """
    use_knowledge(context, knowledge)
    kinds = _kinds(kind, format, output)
    folder = output if format is CodeForm.csv and len(kinds) > 1 else None
    ready(folder / "items.csv" if folder else output)

    from detente.ontology import load
    from detente.pipeline import code_articles
    from detente.sources import read

    if codebook is not None:
        load(codebook)  # told here in one line; in a worker process it would be lost
    failed = False
    with Progress("coding") as progress, gathering(format) as gathered:
        entries = read(inputs, date=date, allow_private=allow_private)
        for entry in code_articles(entries, kinds=kinds, codebook=codebook, workers=workers):
            if isinstance(entry, InputError):
                failed = True
                progress.say(str(entry))
                continue
            article, items = entry
            if article.date is None:
                progress.say(f"{article.id}: no date{_worked_out(items)}; coded with date null (use --date)")
            gathered.add(article, [item for item in items if item.confidence >= min_confidence])
            progress.step()
        if folder is not None:
            for of in kinds:
                with opened(folder / f"{of}.csv") as out:
                    gathered.write(out, of, progress.say)
        else:
            with opened(output) as out:
                gathered.write(out, kinds[0] if len(kinds) == 1 else None, progress.say)
    if failed:
        raise typer.Exit(FAILED)


def _kinds(names: str | None, format: CodeForm, output: Path | None) -> list[str]:
    from detente.kinds import default_kinds
    from detente.model import ITEM_TYPES

    kinds = named_kinds(names)
    if format is CodeForm.csv:
        kinds = ["event"] if kinds is None else kinds
        if len(kinds) > 1 and output is None:
            raise typer.BadParameter("csv holds one kind of item; name one, or a folder with --output", param_hint="--kind")
    elif format is CodeForm.html and kinds is None:
        return list(ITEM_TYPES)
    return default_kinds() if kinds is None else kinds


def _worked_out(items: list[Item]) -> str:
    """When a report without date was published by what it tells, as part of a line; "" where that is not known."""
    published = next((item.published for item in items if item.published), None)
    if published is None:
        return ""
    return f", of {published.date}" + (f" to {published.enddate}" if published.enddate else "") + " by what it tells"

"""`detente read`: reports into a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import typer

from detente.commands.failures import FAILED
from detente.commands.options import AllowPrivate, Inputs, KnowledgeFolder, RecordFile, ReportDate, Workers, use_knowledge
from detente.commands.progress import Progress
from detente.commands.terminal import say
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.model import Article


def read(
    context: typer.Context,
    inputs: Inputs,
    record: RecordFile,
    date: ReportDate = None,
    workers: Workers = None,
    knowledge: KnowledgeFolder = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Read reports into a record.

    The record is made if it is not there. What was read before is left as it is, so reading the same again changes nothing.
    Each report is kept as soon as it is coded. How many were added, replaced and unchanged is told on standard error.
    """
    use_knowledge(context, knowledge)
    from detente.record import Record

    with Progress("reading") as progress, Record(record) as kept:

        def told(entry: Article | InputError, outcome: Literal["added", "replaced", "unchanged", "error"]) -> None:
            if isinstance(entry, InputError):
                progress.say(str(entry))
                return
            if entry.date is None and outcome != "unchanged":
                progress.say(f"{entry.id}: no date; coded with date null (use --date)")
            progress.step()

        report = kept.read(inputs, date=date, allow_private=allow_private, workers=workers, progress=told)
    say(f"{record}: {report}")
    if report.errors:
        raise typer.Exit(FAILED)

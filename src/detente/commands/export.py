"""`detente export`: a record into files for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from detente.commands.options import RecordFile, named_kinds
from detente.commands.terminal import say


class ExportForm(StrEnum):
    """What `detente export` writes."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


def export(
    record: RecordFile,
    format: Annotated[ExportForm, typer.Option("--format", help="csv and parquet: a file for each kind of item.")],
    output: Annotated[
        Path, typer.Option("--output", metavar="PATH", help="The file; for csv and parquet the folder, unless one kind is named.")
    ],
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND,...|all", help="Kinds of item; every kind if not given.")
    ] = None,
) -> None:
    """Write a record to files for other programs.

    Files that are there are replaced when the new ones are whole. What was written is told on standard error.
    """
    kinds = named_kinds(kind)

    from detente.record import Record

    with Record(record, read_only=True) as kept:
        for path in kept.export(format.value, output, kinds=kinds):
            say(f"written: {path}")

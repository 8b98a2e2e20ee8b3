"""The command line: one command a file, the application here.

Modules load nothing heavy before a command runs, so that help and mistakes are answered at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from detente.commands import bench, check, code, codebook, doctor, explain, export, knowledge, read, schema, show
from detente.commands.failures import OneLineGroup
from detente.version import __version__

# Without markup, help is plain text and needs no rich, which takes longer to load than all the rest.
app = typer.Typer(
    cls=OneLineGroup, add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"detente {__version__}")
        raise typer.Exit


@app.callback()
def _detente(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,  # the callback answers
) -> None:
    """Reads news reports about a political crisis and keeps the record of it.

    Exit status: 0 done; 1 some input could not be read, each named on standard error; 2 wrong usage; 3 of `check`: something
    was found.
    """


app.command("code")(code.code)
app.command("read")(read.read)
app.command("show")(show.show)
app.command("explain")(explain.explain)
app.command("check")(check.check)
app.command("export")(export.export)
app.add_typer(knowledge.knowledge, name="knowledge")
app.add_typer(codebook.codebook, name="codebook")
app.command("schema")(schema.schema)
app.command("bench")(bench.bench)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    app(prog_name="detente")

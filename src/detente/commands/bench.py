"""`detente bench`: measures against gold data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from detente.commands.output import opened, ready


def bench(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="pairs, events, attribution, places, times, duplicates, findings, speed, labelled or behaviour.",
        ),
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The gold data, JSON lines (.gz too), or markup.")],
    predictions: Annotated[
        Path | None, typer.Option("--predictions", metavar="FILE", help="Write what was predicted, one JSON line a record.")
    ] = None,
) -> None:
    """Measure against gold data.

    Prints one JSON object of scores.
    """
    ready(predictions)

    from detente.bench import BENCHES, run

    if name not in BENCHES:
        raise typer.BadParameter(f"{name}: no such measurement (there are {', '.join(BENCHES)})", param_hint="NAME")
    scores = run(name, file, predictions)
    with opened(None) as out:
        out.write((json.dumps(scores, ensure_ascii=False) + "\n").encode())

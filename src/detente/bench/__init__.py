"""Measuring against gold data and against a bare parse. `docs/bench.md` tells what each bench measures."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from detente.bench import attribution, behaviour, duplicates, events, findings, labelled, pairs, places, speed, times
from detente.bench.gold import records
from detente.errors import DetenteError, InputError

Measure = Callable[[Iterable[dict[str, Any]]], tuple[dict[str, Any], list[dict[str, Any]]]]

BENCHES: dict[str, Measure] = {
    "pairs": pairs.measure,
    "events": events.measure,
    "attribution": attribution.measure,
    "places": places.measure,
    "times": times.measure,
    "duplicates": duplicates.measure,
    "findings": findings.measure,
    "speed": speed.measure,
    "labelled": labelled.measure,
    "behaviour": behaviour.measure,
}
"""Each takes gold records and gives scores and prediction lines."""

_READERS: dict[str, Callable[[Path], list[dict[str, Any]]]] = {"labelled": labelled.records, "behaviour": behaviour.records}
"""Those whose gold is markup and not JSON lines."""


def run(name: str, path: Path, predictions: Path | None = None) -> dict[str, Any]:
    """The scores of one bench over a gold file; what was predicted goes to `predictions`, one JSON line a record.

    Raises `DetenteError` for an unknown bench, `InputError` for a file that cannot be read or is not that bench's gold.
    """
    if name not in BENCHES:
        raise DetenteError(f"{name}: no such bench (there are {', '.join(BENCHES)})")
    given = _READERS.get(name, records)(path)
    try:
        scores, lines = BENCHES[name](given)
    except KeyError as error:
        raise InputError(str(path), f"no gold for {name}: a record has no {error}") from error
    if predictions is not None:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        try:
            predictions.write_text(text, encoding="utf-8")
        except OSError as error:
            raise DetenteError(f"{predictions}: {error.strerror}") from error
    return {"bench": name, "file": path.name, **scores}

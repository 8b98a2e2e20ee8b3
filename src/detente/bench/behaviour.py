"""Measuring behaviour: does the coding change when it should, and only then?

Pairs of sentences that differ in one respect: names, voice, order, spelling, padding (the coding must stay), negation and
direction (it must change). The pairs, `corpus/behaviour.txt`, are marked by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from detente.bench.labelled import SidedEvent, gold_of, sided_events
from detente.bench.scoring import share
from detente.coding.trained import Network, network
from detente.errors import BadRecord
from detente.examples import read_documents

CHANGING = frozenset({"negation", "direction"})
"""Kinds of pair whose coding must change; that of all others must stay."""


def records(path: Path) -> list[dict[str, Any]]:
    """The pairs of a file, `{id, kind, pair}`. Raises `BadRecord` for a document that is no pair, and `DataError`."""
    found = []
    for document in read_documents(path):
        if len(document.examples) != 2:
            raise BadRecord(f"{path}:{document.line}", "a pair is two sentences")
        found.append({"id": document.id, "kind": document.manner, "pair": document.examples})
    return found


def measure(given: Iterable[dict[str, Any]], trained: Network | None = None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Scores each kind of pair, and gives the predictions `{id, kind, kept, right}`.

    Events are compared by type, status, actors and recipients, with the parties marked.

    - `as_should`: pairs whose coding stays where it must, and changes where it must.
    - `right`: pairs of which both codings are wholly right.
    """
    trained = trained or network()
    by_kind: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    lines = []
    for record in given:
        one, other = (_coding(sided_events(trained, example)) for example in record["pair"])
        gold = [_coding(gold_of(example)) for example in record["pair"]]
        kept = one == other
        right = [one, other] == gold
        by_kind[record["kind"]].append((kept != (record["kind"] in CHANGING), right))
        lines.append({"id": record["id"], "kind": record["kind"], "kept": kept, "right": right})
    scores: dict[str, Any] = {"records": len(lines)}
    for kind, held in by_kind.items():
        scores[kind] = {
            "pairs": len(held),
            "as_should": share(sum(as_should for as_should, _ in held), len(held)),
            "right": share(sum(right for _, right in held), len(held)),
        }
    return scores, lines


def _coding(events: Iterable[SidedEvent]) -> frozenset[SidedEvent]:
    """The events as a set; whether one is going on or over is no difference here."""
    return frozenset(replace(e, status="happened") if e.status == "ongoing" else e for e in events)

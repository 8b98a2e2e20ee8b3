"""Measuring the trained network on labelled sentences: what their words tell of, with the parties given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from detente.bench.scoring import accuracy, by_label, calibration_error, macro_f1, prf, share
from detente.coding.trained import Network, network
from detente.coding.trained.network import Outputs, softmax
from detente.coding.trained.words import Told, told_words
from detente.errors import EmptyInput, NotFound
from detente.examples import Example, read_documents

_LIMITS = (0.5, 0.6, 0.7, 0.8, 0.9)
_FEWEST = 3
"""A mode that stands less often in the gold is left out of the mean over modes: it would measure chance."""


def records(path: Path) -> list[dict[str, Any]]:
    """The sentences of a file of markup, or of all `.txt` files of a folder, as `{id, text, example}`.

    Raises `NotFound`, `EmptyInput`, and `DataError` for markup that is broken.
    """
    if not path.exists():
        raise NotFound(str(path), "there is no such file or folder")
    found = [
        {"id": f"{document.id}.{number}", "text": example.text, "example": example}
        for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])
        for document in read_documents(file)
        for number, example in enumerate(document.examples, 1)
    ]
    if not found:
        raise EmptyInput(str(path), "there is no sentence in it")
    return found


def measure(given: Iterable[dict[str, Any]], trained: Network | None = None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Scores what the network makes of labelled sentences, and gives the predictions `{id, events}`.

    - `trigger`: words found that tell of an event, however it is coded.
    - `type`, `status`, `mode`: macro-F1 over the events marked, at their own triggers; a trigger that is missed counts as wrong
      for `type` and is left out of `type_of_found`; `mode` is over those that stand three times or more.
    - `role`: who is actor and who recipient of the marked events, of the parties marked.
    - `event`: whole events, type, actors and recipients right, from the sentence with its parties marked; `event_status` with
      the status right too.
    - `calibration_error`: of the confidence in the types of the words found (expected calibration error, ten bins).
    - `by_confidence`: words found with at least so much confidence, a word being right if its type is.
    """
    tally = _Tally(trained or network())
    lines = [{"id": record["id"], "events": tally.add(record["example"])} for record in given]
    return tally.scores(), lines


@dataclass(frozen=True, slots=True)
class SidedEvent:
    """An event as it is compared: its type, its status, and the numbers of those on either side."""

    event: str
    status: str
    actors: frozenset[int]
    recipients: frozenset[int]


def gold_of(example: Example) -> list[SidedEvent]:
    """The events that a sentence is marked with."""
    return [SidedEvent(e.event, e.status, frozenset(e.actors), frozenset(e.recipients)) for e in example.events]


def sided_events(trained: Network, example: Example) -> list[SidedEvent]:
    """The events that the network finds in a sentence, with the parties that are marked in it."""
    outputs = trained.read([example.text])[0]
    parties = _pieces(example, outputs)
    return [_sided(word, outputs, parties) for word in told_words(trained.labels, outputs, trained.temperature)]


class _Tally:
    def __init__(self, trained: Network) -> None:
        self._network = trained
        self._pairs: dict[str, list[tuple[str, str]]] = {"type": [], "status": [], "mode": []}
        self._counts: dict[str, Counter[str]] = {
            name: Counter() for name in ("trigger", "role", "negated", "event", "event_status")
        }
        self._sure: list[tuple[float, bool]] = []
        self._sentences = self._empty = self._false = 0

    def add(self, example: Example) -> list[dict[str, Any]]:
        outputs = self._network.read([example.text])[0]
        parties = _pieces(example, outputs)
        self._at_triggers(example, outputs, parties)
        found = told_words(self._network.labels, outputs, self._network.temperature)
        events = [_sided(word, outputs, parties) for word in found]
        self._sentences += 1
        if not example.events:
            self._empty += 1
            self._false += bool(found)
        self._whole(example, found, events)
        return [
            {"trigger": example.text[w.start : w.end], "event": w.event, "status": w.status, "confidence": round(w.sure, 3)}
            for w in found
        ]

    def _at_triggers(self, example: Example, outputs: Outputs, parties: dict[int, list[list[int]]]) -> None:
        labels = self._network.labels
        sure = softmax(outputs.types)
        for event in example.events:
            pieces = [p for p in outputs.begins if event.start <= outputs.offsets[p][0] < event.end]
            if not pieces:
                self._pairs["type"].append((event.event, "none"))
                continue
            best = max(pieces, key=lambda p: 1.0 - float(sure[p, 0]))
            self._pairs["type"].append((event.event, labels.types[int(outputs.types[best].argmax())]))
            self._pairs["status"].append((event.status, labels.statuses[int(outputs.statuses[best].argmax())]))
            places = labels.modes_of[event.event]
            if len(places) > 1:
                mode = labels.modes[places[int(outputs.modes[best, places].argmax())]]
                self._pairs["mode"].append((f"{event.event}/{event.mode or ''}", mode))
            _count(self._counts["negated"], gold=event.negated, found=bool(outputs.negated[best] > 0))
            if parties:
                for number, (acts, receives) in _roles(outputs, best, parties).items():
                    _count(self._counts["role"], gold=number in event.actors, found=acts)
                    _count(self._counts["role"], gold=number in event.recipients, found=receives)

    def _whole(self, example: Example, found: list[Told], events: list[SidedEvent]) -> None:
        gold = example.events
        left = gold_of(example)
        for word, sided in zip(found, events, strict=True):
            same = next((g for g in gold if g.start < word.end and word.start < g.end), None)
            self._counts["trigger"]["found"] += 1
            self._counts["trigger"]["right"] += same is not None
            right = any(g.start < word.end and word.start < g.end and g.event == word.event for g in gold)
            self._sure.append((word.sure, right))
            hit = next((g for g in left if replace(g, status="") == replace(sided, status="")), None)
            if hit is not None:
                left.remove(hit)
            for name, matched in (("event", hit is not None), ("event_status", hit is not None and hit.status == sided.status)):
                self._counts[name]["found"] += 1
                self._counts[name]["right"] += matched
        for name in ("trigger", "event", "event_status"):
            self._counts[name]["gold"] += len(gold)

    def scores(self) -> dict[str, Any]:
        frequent = Counter(gold for gold, _ in self._pairs["mode"])
        modes = sorted(mode for mode, count in frequent.items() if count >= _FEWEST)
        kinds = sorted({gold for gold, _ in self._pairs["type"]})
        return {
            "records": self._sentences,
            "events": len(self._pairs["type"]),
            **{name: prf(counts["right"], counts["found"], counts["gold"]) for name, counts in self._counts.items()},
            "type_macro_f1": macro_f1(self._pairs["type"], kinds),
            "type_of_found_macro_f1": macro_f1([p for p in self._pairs["type"] if p[1] != "none"], kinds),
            "type_accuracy": accuracy(self._pairs["type"]),
            "status_macro_f1": macro_f1(self._pairs["status"], sorted({gold for gold, _ in self._pairs["status"]})),
            "status_accuracy": accuracy(self._pairs["status"]),
            "mode_macro_f1": macro_f1(self._pairs["mode"], modes),
            "mode_accuracy": accuracy(self._pairs["mode"]),
            "calibration_error": calibration_error(self._sure),
            "by_confidence": {str(limit): self._above(limit) for limit in _LIMITS},
            "without_event": {"records": self._empty, "with_found": self._false, "share": share(self._false, self._empty)},
            "by_type": by_label(self._pairs["type"], kinds),
            "by_status": by_label(self._pairs["status"], sorted({gold for gold, _ in self._pairs["status"]})),
        }

    def _above(self, limit: float) -> dict[str, float]:
        kept = [right for sure, right in self._sure if sure >= limit]
        return prf(sum(kept), len(kept), self._counts["trigger"]["gold"])


def _sided(word: Told, outputs: Outputs, parties: dict[int, list[list[int]]]) -> SidedEvent:
    roles = _roles(outputs, word.piece, parties) if parties else {}
    return SidedEvent(
        word.event,
        word.status,
        frozenset(number for number, (acts, _) in roles.items() if acts),
        frozenset(number for number, (_, receives) in roles.items() if receives),
    )


def _pieces(example: Example, outputs: Outputs) -> dict[int, list[list[int]]]:
    """The pieces of each mention of each party, by the party's number."""
    found: dict[int, list[list[int]]] = {}
    for party in example.parties:
        pieces = outputs.pieces(party.start, party.end)
        if pieces:
            found.setdefault(party.number, []).append(pieces)
    return found


def _roles(outputs: Outputs, piece: int, parties: dict[int, list[list[int]]]) -> dict[int, tuple[bool, bool]]:
    """Whether each party is actor, and whether it is recipient, of what a piece tells of: by any of its mentions."""
    mentions = list(_mentions(parties))
    actor, recipient = outputs.roles(piece, [pieces for _, pieces in mentions])
    found: dict[int, tuple[bool, bool]] = {}
    for (number, _), acts, receives in zip(mentions, actor, recipient, strict=True):
        before = found.get(number, (False, False))
        found[number] = (before[0] or bool(acts > 0), before[1] or bool(receives > 0))
    return found


def _mentions(parties: dict[int, list[list[int]]]) -> Iterator[tuple[int, list[int]]]:
    for number, mentions in parties.items():
        for pieces in mentions:
            yield number, pieces


def _count(counts: Counter[str], *, gold: bool, found: bool) -> None:
    counts["gold"] += gold
    counts["found"] += found
    counts["right"] += gold and found

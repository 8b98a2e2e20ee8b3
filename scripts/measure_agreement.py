"""How far two codings of the same sentences agree. Usage: python scripts/measure_agreement.py [--list]

The second coding stands in corpus/second/; the first is found by the sentence's text in the splits. `--list` prints the
sentences that differ, both lines below each other.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from detente.bench.scoring import prf
from detente.examples import Example, LabelledEvent, read_documents

CORPUS = Path(__file__).parent.parent / "corpus"
NONE = "none"


def main(arguments: list[str]) -> None:
    first = {x.text: (x, line) for split in ("train", "dev", "test") for x, line in _read(CORPUS / split)}
    second = [(x, line) for x, line in _read(CORPUS / "second") if x.text in first]
    types: list[tuple[str, str]] = []
    statuses: list[tuple[str, str]] = []
    spans: dict[str, Counter[str]] = {name: Counter() for name in ("trigger", "actor", "recipient", "whole event")}
    for other, line in second:
        one, first_line = first[other.text]
        pairs = _matched(one, other)
        types += [(a.event if a else NONE, b.event if b else NONE) for a, b in pairs]
        statuses += [(a.status, b.status) for a, b in pairs if a and b]
        for a, b in pairs:
            _count(spans["trigger"], {0} if a else set(), {0} if b else set())
            if a and b:
                for name, mine, theirs in (("actor", a.actors, b.actors), ("recipient", a.recipients, b.recipients)):
                    _count(spans[name], _named(one, mine, other), _named(other, theirs, one))
            _count(spans["whole event"], _whole(one, a, other), _whole(other, b, one))
        if "--list" in arguments and any(_whole(one, a, other) != _whole(other, b, one) for a, b in pairs):
            print(first_line, line, "", sep="\n")
    print(
        json.dumps(
            {
                "sentences": len(second),
                "type_kappa": _kappa(types),
                "type_kappa_of_shared": _kappa([(a, b) for a, b in types if NONE not in (a, b)]),
                "status_kappa": _kappa(statuses),
                **{f"{name}_f1": prf(c["both"], c["second"], c["first"])["f1"] for name, c in spans.items()},
            }
        )
    )


def _read(folder: Path) -> list[tuple[Example, str]]:
    """The examples of a folder, each with its line of markup."""
    found: list[tuple[Example, str]] = []
    for path in sorted(folder.glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        sentences = [line for line in lines if line and not line.startswith("# ")]
        examples = [example for document in read_documents(path) for example in document.examples]
        found.extend(zip(examples, sentences, strict=True))
    return found


def _matched(one: Example, other: Example) -> list[tuple[LabelledEvent | None, LabelledEvent | None]]:
    """Events whose triggers overlap, side by side; None stands where only one coding has the event."""
    left = list(other.events)
    pairs: list[tuple[LabelledEvent | None, LabelledEvent | None]] = []
    for event in one.events:
        overlapping = [e for e in left if e.start < event.end and event.start < e.end]
        found = next((e for e in overlapping if e.event == event.event), overlapping[0] if overlapping else None)
        if found:
            left.remove(found)
        pairs.append((event, found))
    return pairs + [(None, event) for event in left]


def _named(example: Example, numbers: tuple[int, ...], other: Example) -> set[int]:
    """Where the parties begin: by the mention in the other coding that overlaps with one of theirs, else by their own."""
    found = set()
    for number in numbers:
        mentions = [p for p in example.parties if p.number == number]
        shared = [o.start for p in mentions for o in other.parties if o.start < p.end and p.start < o.end]
        found.add(min([p.start for p in mentions] + shared))
    return found


def _whole(example: Example, event: LabelledEvent | None, other: Example) -> set[tuple[object, ...]]:
    if event is None:
        return set()
    sides = (frozenset(_named(example, numbers, other)) for numbers in (event.actors, event.recipients))
    return {(event.event, event.status, *sides)}


def _count(counts: Counter[str], first: set, second: set) -> None:  # type: ignore[type-arg]
    counts["first"] += len(first)
    counts["second"] += len(second)
    counts["both"] += len(first & second)


def _kappa(pairs: list[tuple[str, str]]) -> float:
    """Cohen's kappa."""
    agreed = sum(a == b for a, b in pairs) / len(pairs)
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(one[label] * other[label] for label in one) / len(pairs) ** 2
    return round((agreed - chance) / (1 - chance), 4)


if __name__ == "__main__":
    main(sys.argv[1:])

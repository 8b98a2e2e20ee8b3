"""Checks files of labelled sentences and counts what is in them. Usage: python scripts/check_corpus.py [FILE ...]

Without a file the whole of corpus/ is checked, splits included. Exit status 1 where something is wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from detente.errors import DataError
from detente.examples import Document, read_documents
from detente.examples.checks import near_copies, problems
from detente.ontology import ontology

CORPUS = Path(__file__).parent.parent / "corpus"
SPLITS = ("train", "dev", "test")


def main(names: list[str]) -> int:
    found: list[str] = []
    documents: dict[str, list[Document]] = {}
    paths = [Path(name) for name in names] or sorted(CORPUS.glob("*/*.txt"))
    for path in paths:
        try:
            documents.setdefault(path.parent.name, []).extend(read_documents(path))
        except DataError as error:
            found.append(str(error))
    everything = [document for group in documents.values() for document in group]
    found += problems((d for group, held in documents.items() if group != "second" for d in held), ontology())
    for one, other in (("train", "dev"), ("train", "test"), ("dev", "test")):
        copies = near_copies(documents.get(one, ()), documents.get(other, ()))
        found += [f"near-copy over {one} and {other} ({share:.2f}): {left!r} and {right!r}" for left, right, share in copies]
    for line in found:
        print(line)
    for group, held in [*documents.items(), ("all", everything)]:
        examples = [example for document in held for example in document.examples]
        events = [event for example in examples for event in example.events]
        empty = sum(not example.events for example in examples)
        print(f"{group}: {len(held)} documents, {len(examples)} sentences ({empty} without event), {len(events)} events")
    for name, counts in (
        ("types", Counter(e.event for d in everything for x in d.examples for e in x.events)),
        ("statuses", Counter(e.status for d in everything for x in d.examples for e in x.events)),
    ):
        print(f"{name}: " + ", ".join(f"{key} {count}" for key, count in counts.most_common()))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

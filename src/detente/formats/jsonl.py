"""JSON lines: one item a line, `kind` first. `docs/schema.json` is their JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from detente.errors import BadRecord
from detente.model import Item
from detente.model.derived import from_json, to_json

ENDING = ".jsonl"
ONE_KIND = False


def write(items: Iterable[Item], out: BinaryIO, *, kind: str | None = None) -> None:  # noqa: ARG001  # lines of any kinds need no head
    """Writes each item as a line of UTF-8, ended by a line feed; see `Format.write`."""
    for item in items:
        out.write(to_json(item).encode() + b"\n")


def read(lines: Iterable[bytes], name: str) -> Iterator[Item | BadRecord]:
    """The items in JSON lines, in order; a line that holds none is yielded as an error that names it (`name:7`)."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield from_json(line, f"{name}:{number}")
        except BadRecord as error:
            yield error

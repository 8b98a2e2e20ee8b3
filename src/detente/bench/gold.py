"""Gold records, and the articles that are made of them."""

from __future__ import annotations

import io
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from detente.errors import BadRecord, EmptyInput, InputError, NotFound
from detente.model import Article, Block
from detente.sources.dates import day
from detente.sources.draft import Draft
from detente.sources.files import opened
from detente.sources.jsonl import from_lines

Record = dict[str, Any]
T = TypeVar("T")

_SPOKEN_OF_EVERY = 5.0
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})\Z")


def records(path: Path) -> list[Record]:
    """The records of a JSON lines file (`.gz` too). Raises `NotFound`, `EmptyInput`, `BadRecord`."""
    if not path.is_file():
        raise NotFound(str(path), "there is no such file")
    found: list[Record] = []
    with opened(path) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                raise BadRecord(f"{path}:{number}", f"the line is no JSON: {error}") from None
            if not isinstance(record, dict):
                raise BadRecord(f"{path}:{number}", "the line is no JSON object")
            found.append(record)
    if not found:
        raise EmptyInput(str(path), "there is no record in it")
    return found


def sentence(record: Record, text: str) -> Article:
    """A record that is a sentence or two: all of it is running text, whatever it looks like."""
    body = Block(kind="body", start=0, end=len(text))
    return Draft(text=text, id=str(record["id"]), date=day(_date(record), str(record["id"])), known=(body,)).article("gold", None)


def report(record: Record) -> Article:
    """A record that is a whole report, read as any line of JSON lines is."""
    kept = {key: record[key] for key in ("id", "text", "title", "publisher", "url") if record.get(key)}
    line = json.dumps({**kept, "date": _date(record)}).encode()
    for article in from_lines(io.BytesIO(line), "gold", None):
        if isinstance(article, InputError):
            raise article
        return article
    raise BadRecord(str(record.get("id")), "the record holds no report")


def _date(record: Record) -> str | None:
    """The record's date where it is one: some sets give a day without its year."""
    match = _ISO.match(str(record.get("date") or ""))
    return "-".join(match.groups()) if match else None


def told(things: Iterable[T], name: str) -> Iterator[T]:
    """The same things; how many are done is told on standard error every few seconds."""
    last = time.monotonic()
    for count, thing in enumerate(things):
        if time.monotonic() - last > _SPOKEN_OF_EVERY:
            last = time.monotonic()
            print(f"{name}: {count} done", file=sys.stderr)
        yield thing

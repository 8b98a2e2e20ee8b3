"""Files of labelled sentences: documents, each with a head line and a sentence a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.errors import DataError
from detente.examples.markup import Example, read_line


@dataclass(frozen=True, slots=True)
class Document:
    """Sentences on one story. `manner` is the kind of text that it is written as, `path` and `line` where it stands."""

    id: str
    date: dt.date
    manner: str
    region: str
    examples: tuple[Example, ...]
    path: Path
    line: int


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a file in its order. Raises `DataError`, which names file and line."""
    head: tuple[int, list[str]] | None = None
    examples: list[Example] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line:
            continue
        try:
            if line.startswith("# "):
                if head is not None:
                    yield _document(head, examples, path)
                head, examples = (number, [part.strip() for part in line[2:].split("|")]), []
                _checked(head[1])
            elif head is None:
                raise DataError("a sentence before the first head line")
            else:
                examples.append(read_line(line))
        except DataError as error:
            raise DataError(f"{path.name}:{number}: {error}") from None
    if head is not None:
        yield _document(head, examples, path)


def _checked(parts: list[str]) -> None:
    if len(parts) != 4:
        raise DataError("a head line is '# id | date | manner | region'")
    try:
        dt.date.fromisoformat(parts[1])
    except ValueError:
        raise DataError(f"{parts[1]!r} is no date") from None


def _document(head: tuple[int, list[str]], examples: list[Example], path: Path) -> Document:
    number, (name, date, manner, region) = head
    return Document(name, dt.date.fromisoformat(date), manner, region, tuple(examples), path, number)

"""Coded articles on their way to one form: they come in any order and are written by article id."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

from detente.commands.spool import Spool

if TYPE_CHECKING:
    from detente.model import Article, Item

Tell = Callable[[str], None]
"""Takes a line for the person at the terminal."""

PIPED_WIDTH = 160
"""Columns of a table that goes to a file or pipe, whose width nobody knows."""


class Gathering(Protocol):
    """Takes coded articles one by one, and writes all of their items, or those of one kind."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def add(self, article: Article, items: list[Item]) -> None: ...

    def write(self, out: BinaryIO, kind: str | None, tell: Tell) -> None: ...


class Listing(Spool):
    """For JSON lines, CSV and tables: what is made of items one after another."""

    def __init__(self, format: str) -> None:
        super().__init__()
        self.format = format

    def add(self, article: Article, items: list[Item]) -> None:
        self.keep(article.id, items)

    def write(self, out: BinaryIO, kind: str | None, tell: Tell) -> None:
        """Writes the items in the format. `kind` is given for a format that holds one kind only."""
        chunks = self.chunks(lambda article, codings: _tell_of_two(tell, article, codings))
        if self.format == "jsonl":
            for chunk in chunks:
                out.write(chunk)
        elif self.format == "table":
            write_table(_items(chunks, kind), out)
        else:
            from detente.formats import format_named

            format_named(self.format).write(_items(chunks, kind), out, kind=kind)


class Pages:
    """For HTML: the articles are part of the page, and all of it is in memory."""

    def __init__(self) -> None:
        self._coded: dict[tuple[str, str], tuple[Article, list[Item]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._coded.clear()

    def add(self, article: Article, items: list[Item]) -> None:
        # Where a report lies is no part of what it is: the same report from two places is one.
        self._coded[article.id, article.model_dump_json(exclude={"source"})] = (article, items)

    def write(self, out: BinaryIO, kind: str | None, tell: Tell) -> None:  # noqa: ARG002  # a page holds every kind
        """Writes one page with all articles."""
        from detente.formats.html import page

        ids = [id for id, _ in self._coded]
        for id in sorted({id for id in ids if ids.count(id) > 1}):
            _tell_of_two(tell, id, ids.count(id))
        out.write(page([self._coded[key] for key in sorted(self._coded)]).encode())


def gathering(format: str) -> Gathering:
    """What gathers coded articles for a format of `detente code`."""
    return Pages() if format == "html" else Listing(format)


def write_table(items: Iterable[Item], out: BinaryIO) -> None:
    """Writes items as a table: in colour and as wide as the terminal where `out` is one."""
    from rich.console import Console

    from detente.formats.table import print_items

    terminal = out.isatty()
    text = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    try:
        print_items(items, Console(file=text, width=None if terminal else PIPED_WIDTH, highlight=False))
    finally:
        text.detach()


def _items(chunks: Iterable[bytes], kind: str | None) -> Iterator[Item]:
    from detente.model.derived import from_json

    head = b"" if kind is None else b'{"kind":"%s"' % kind.encode()
    for chunk in chunks:
        for line in chunk.split(b"\n"):
            if line and line.startswith(head):
                yield from_json(line)


def _tell_of_two(tell: Tell, article: str, codings: int) -> None:
    if codings > 1:
        tell(f"{article}: {codings} different reports have this id; all of them are coded")

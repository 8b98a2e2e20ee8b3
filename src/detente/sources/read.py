"""Reads whatever is given into articles."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from detente.errors import EmptyInput, InputError, NotFound, NotText
from detente.model import Article
from detente.sources.draft import Draft
from detente.sources.encoding import decode
from detente.sources.files import ending_kind, opened, prefixed, reading, reports_in, uncompressed, whole
from detente.sources.html import from_html
from detente.sources.index import IndexEntry, read_index
from detente.sources.jsonl import LINE_LIMIT, from_lines
from detente.sources.markdown import from_markdown
from detente.sources.text import from_text

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html\b)", re.I | re.S)
_XML = re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF)\b")


def read(inputs: Iterable[str], *, date: dt.date | None = None, allow_private: bool = False) -> Iterator[Article | InputError]:
    """The articles in `inputs`, in order, one after another; what cannot be read is yielded as an error in its place.

    An input is a file (`.txt`, `.md`, `.html`, `.jsonl` and their kin, each also `.gz`; by its content where the ending
    says nothing), a folder, an http(s) address, or `-` for standard input. A folder's files are read in the order of
    their paths. `date` is the date of articles that have none. `allow_private` lets addresses be fetched that are not
    on the public internet.

    Each `InputError` names the file, address or record (`file.jsonl:7`) and says what is wrong; nothing is raised.
    """
    return _Reader(date, allow_private).read(inputs)


class _Reader:
    """One call of `read`: the indexes that it has met are kept."""

    def __init__(self, date: dt.date | None, allow_private: bool) -> None:
        self.date = date
        self.allow_private = allow_private
        self.indexes: dict[Path, dict[str, IndexEntry]] = {}

    def read(self, inputs: Iterable[str]) -> Iterator[Article | InputError]:
        for given in inputs:
            try:
                yield from self._input(given)
            except InputError as error:
                yield error

    def _input(self, given: str) -> Iterator[Article | InputError]:
        if given == "-":
            with reading("-"):
                yield from self._stream(uncompressed(sys.stdin.buffer), "-")
        elif _ADDRESS.match(given):
            yield from self._address(given)
        elif not given or "\0" in given:
            raise NotFound(repr(given), "a name that no file can have")
        else:
            with reading(given):
                is_folder = Path(given).is_dir()
            yield from self._folder(Path(given)) if is_folder else self._file(Path(given), given)

    def _folder(self, folder: Path) -> Iterator[Article | InputError]:
        found = False
        for path in reports_in(folder):
            found = True
            if isinstance(path, InputError):
                yield path
                continue
            try:
                yield from self._file(path, str(path))
            except InputError as error:
                yield error
        if not found:
            raise EmptyInput(str(folder), "there is no report in the folder (.txt, .md, .html, .jsonl)")

    def _file(self, path: Path, name: str) -> Iterator[Article | InputError]:
        kind = ending_kind(name)
        with opened(path) as stream:
            if kind is None:
                yield from self._stream(stream, name, path)
            elif kind == "jsonl":
                yield from from_lines(stream, name, self.date)
            else:
                yield from self._report(whole(stream, name), name, kind, path)

    def _stream(self, stream: IO[bytes], name: str, path: Path | None = None) -> Iterator[Article | InputError]:
        """What a stream holds whose name does not tell: JSON lines, a page or plain text."""
        head = b""
        while not head.strip() and len(head) < LINE_LIMIT:
            line = stream.readline(LINE_LIMIT)
            if not line:
                break
            head += line
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
        whole_again = prefixed(head, stream)
        if start == b"{" or _wide_brace(head):
            yield from from_lines(whole_again, name, self.date)
        else:
            yield from self._report(whole(whole_again, name), name, None, path)

    def _report(self, data: bytes, name: str, kind: str | None, path: Path | None) -> Iterator[Article | InputError]:
        draft = _draft(decode(data, name), name, kind)
        if path is not None:
            entry, errors = self._entry(path)
            yield from errors
            if entry is not None:
                draft = _with_entry(draft, entry)
        yield draft.article(name, self.date)

    def _entry(self, path: Path) -> tuple[IndexEntry | None, list[InputError]]:
        """What the index of the file's folder says of it; its errors when it is met for the first time."""
        errors: list[InputError] = []
        if path.parent not in self.indexes:
            self.indexes[path.parent], errors = read_index(path.parent)
        entries = self.indexes[path.parent]
        return entries.get(path.name) or entries.get(path.name.removesuffix(".gz")), errors

    def _address(self, address: str) -> Iterator[Article | InputError]:
        from detente.sources.web import fetch

        page = fetch(address, allow_private=self.allow_private)
        if page.kind == "jsonl":
            yield from from_lines(io.BytesIO(page.body), address, self.date)
            return
        text = decode(page.body, address, declared=page.charset)
        draft = _draft(text, address, page.kind, address=page.address)
        if draft.url is None:
            draft = dataclasses.replace(draft, url=page.address)
        yield draft.article(address, self.date)


def _draft(text: str, name: str, kind: str | None, address: str | None = None) -> Draft:
    if kind == "html" or (kind is None and _HTML.match(text)):
        return from_html(text, name, address=address)
    if kind == "markdown":
        return from_markdown(text, name)
    if kind is None and _XML.match(text):
        raise NotText(name, "it is XML, a feed perhaps, and not a report")
    return from_text(text)


def _wide_brace(head: bytes) -> bool:
    """Whether the stream begins as JSON lines in UTF-16 or UTF-32, with its byte order mark."""
    return head[:2] in {b"\xff\xfe", b"\xfe\xff"} and head[2:].replace(b"\0", b"").lstrip()[:1] == b"{"


def _with_entry(draft: Draft, entry: IndexEntry) -> Draft:
    """The index was written for these files by whoever keeps them, so it goes before what a page says of itself."""
    return dataclasses.replace(
        draft,
        id=entry.id or draft.id,
        date=entry.date or draft.date,
        publisher=entry.publisher or draft.publisher,
        title=draft.title or entry.headline,
    )

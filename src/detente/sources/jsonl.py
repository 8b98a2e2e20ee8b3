"""Reports as JSON lines, one object a line."""

from __future__ import annotations

import codecs
import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import IO, Any

from detente.errors import BadRecord, EmptyInput, InputError, NotText
from detente.model import Article, Block
from detente.sources.dates import day
from detente.sources.draft import Draft
from detente.sources.encoding import bom, refuse_binary
from detente.sources.files import prefixed

LINE_LIMIT = 64_000_000
"""Bytes in a line at most; a longer one is reported and skipped."""

_HEAD = 16  # as many bytes as the longest mark of a known binary format has

_SURROGATE = re.compile("[\ud800-\udfff]")


def from_lines(stream: IO[bytes], name: str, default_date: dt.date | None) -> Iterator[Article | InputError]:
    """The articles in a stream of JSON lines, one after another; what is wrong with a line is yielded in its place.
    What is wrong with the whole is raised: `NotText`.

    The text of a record is kept exactly as it is given, so that offsets count in the record's own text.
    """
    lines = 0
    for number, line in enumerate(_lines(stream, name), 1):
        if isinstance(line, InputError):
            yield line
            lines += 1
            continue
        if not line.strip():
            continue
        lines += 1
        place = f"{name}:{number}"
        try:
            yield _draft(_record(line, place), place).article(name, default_date)
        except InputError as error:
            yield error
    if not lines:
        yield EmptyInput(name, "there is no record in it")


def _lines(stream: IO[bytes], name: str) -> Iterator[bytes | InputError]:
    """The lines as UTF-8 bytes; errors for those that cannot be had. Never more than one line is held."""
    head = stream.read(_HEAD)
    refuse_binary(head, name)
    codec = bom(head)
    if codec is not None and codec != "utf-8-sig":
        yield from _wide_lines(head, stream, name, codec)
        return
    if b"\0" in head:
        raise NotText(name, "it holds zero bytes, so it is no text")
    stream = prefixed(head.removeprefix(codecs.BOM_UTF8), stream)
    number = 0
    while line := stream.readline(LINE_LIMIT + 1):
        number += 1
        if len(line) > LINE_LIMIT:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LINE_LIMIT)
            yield BadRecord(f"{name}:{number}", f"the line is longer than {LINE_LIMIT:,} bytes")
            continue
        yield line


def _wide_lines(first: bytes, stream: IO[bytes], name: str, codec: str) -> Iterator[bytes | InputError]:
    """UTF-16 and UTF-32 cut lines elsewhere than at the byte of the line feed, so they are decoded first."""
    try:
        text = (first + stream.read()).decode(codec)
    except UnicodeDecodeError:
        raise NotText(name, f"it begins as {codec.upper()} and then breaks off or is damaged") from None
    for line in text.split("\n"):
        yield line.encode("utf-8", "surrogatepass")


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadRecord(place, "the line is not UTF-8, as JSON has to be") from None
    except json.JSONDecodeError as error:
        raise BadRecord(place, f"the line is no JSON: {error.msg} at character {error.pos + 1}") from None
    except (ValueError, RecursionError):
        raise BadRecord(place, "the line is nested too deeply or holds too long a number") from None
    if not isinstance(record, dict):
        raise BadRecord(place, "the line is no JSON object")
    return record


def _draft(record: dict[str, Any], place: str) -> Draft:
    text = record.get("text")
    if text is None:
        raise BadRecord(place, "the record has no text")
    if not isinstance(text, str):
        raise BadRecord(place, "its text is not a string")
    if not text.strip():
        raise BadRecord(place, "its text is blank")
    if _SURROGATE.search(text):
        raise BadRecord(place, "its text holds half a character (a lone surrogate)")
    title = _string(record, "title", place)
    known: tuple[Block, ...] = ()
    if title and _begins_with(text, title):
        known = (Block(kind="headline", start=0, end=len(title)),)
    return Draft(
        text=text,
        id=_id(record.get("id"), place),
        title=title,
        date=day(record.get("date"), place),
        url=_string(record, "url", place),
        publisher=_string(record, "publisher", place) or _source(record),
        language=_string(record, "language", place),
        known=known,
        may_have_headline=not known,
        title_from_headline=False,
    )


def _begins_with(text: str, title: str) -> bool:
    """Whether the text begins with the title as a headline, and does not merely use the same words."""
    if not text.startswith(title):
        return False
    rest = text[len(title) :]
    after = rest.lstrip()
    return bool(after) and rest[0].isspace() and ("\n" in rest[: len(rest) - len(after)] or not after[0].islower())


def _id(value: object, place: str) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float) or _SURROGATE.search(str(value)):
        raise BadRecord(place, "its id is neither a string nor a number")
    return str(value)


def _string(record: dict[str, Any], key: str, place: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadRecord(place, f"its {key} is not a string")
    if _SURROGATE.search(value):
        raise BadRecord(place, f"its {key} holds half a character (a lone surrogate)")
    return value.strip() or None


def _source(record: dict[str, Any]) -> str | None:
    value = record.get("source")
    return value.strip() or None if isinstance(value, str) and not _SURROGATE.search(value) else None

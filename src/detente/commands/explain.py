"""`detente explain`: what an entry of a record rests on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.commands.marked import bracketed, coloured, elsewhere, marks, on_one_line
from detente.commands.options import RecordFile
from detente.commands.output import writing
from detente.commands.terminal import printable

if TYPE_CHECKING:
    from detente.model import Article, Item

_SHOWN = {"kind", "id", "article", "date", "text", "text_info", "evidence", "attribution", "confidence", "coder"}
"""Fields that are told in their own place, and not in the list of the others."""


def explain(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of an entry, as show and export give it.")],
    record: RecordFile,
) -> None:
    """Show the words that an entry of a record rests on.

    Its sentence comes first, the evidence marked by colours on a terminal, else by [role: ...]; then its fields, on whose
    word it stands, and the article.
    """
    from rich.console import Console

    from detente.record import Record

    with Record(record, read_only=True) as kept:
        explanation = kept.explain(id)
    item, article = explanation.item, explanation.article
    sentence, marked = on_one_line(item.text), marks(item)
    console = Console(file=sys.stdout, highlight=False)
    with writing("standard output"):
        console.out(f"{item.id}\n", highlight=False)
        if console.is_terminal:
            console.print(coloured(sentence, marked))
        else:
            console.out(bracketed(sentence, marked), highlight=False)
        for line in ["", *_fields(item), *_context(item, article)]:
            console.out(line, highlight=False)


def _fields(item: Item) -> Iterator[str]:
    from detente.model.derived import fields

    for attribute, key, _ in fields(type(item)):
        value = getattr(item, attribute)
        if key not in _SHOWN and value is not None and value != [] and value != {}:
            yield _line(key, _told(value))
    for role, span in elsewhere(item):
        yield _line(role, f"{on_one_line(span.text)} [{span.start}-{span.end}]")


def _context(item: Item, article: Article) -> Iterator[str]:
    chain = getattr(item, "attribution", [])
    if chain:
        links = [f"{_told(link.source)}, {link.cue!r}" + (f" in {link.medium}" if link.medium else "") for link in chain]
        yield _line("on the word of", " < ".join(links))
    if item.date is not None:
        yield _line("date", item.date.isoformat())
    yield _line("confidence", f"{item.confidence:g}")
    yield _line("coder", item.coder)
    yield ""
    yield _line("article", article.id)
    for name, value in (
        ("title", article.title),
        ("published", article.date),
        ("publisher", article.publisher),
        ("from", article.url or article.source),
    ):
        if value is not None:
            yield _line(name, str(value))
    yield _line("characters", f"{item.text_info.start}-{item.text_info.end}")


def _line(name: str, value: str) -> str:
    return printable(f"{name:<16}{value}")


def _told(value: Any) -> str:
    """A value of a field in words: an actor by name, code and office, a span by its words, a part by its fields."""
    from detente.model import Actor, Span
    from detente.model.span import Part

    if isinstance(value, Actor):
        return f"{value.name} ({', '.join(filter(None, [value.code, value.office]))})"
    if isinstance(value, Span):
        return on_one_line(value.text)
    if isinstance(value, Part):
        known = value.model_dump(mode="json", by_alias=True, exclude_none=True)
        return ", ".join(f"{key} {of}" for key, of in known.items())
    if isinstance(value, dict):
        return ", ".join(f"{key} {of}" for key, of in value.items())
    if isinstance(value, list):
        return "; ".join(map(_told, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)

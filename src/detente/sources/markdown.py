"""Markdown reports: the marks are taken out, and headings are known from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.errors import BadRecord
from detente.model import Block
from detente.model.article import BlockKind
from detente.sources.dates import day
from detente.sources.draft import Draft
from detente.sources.encoding import normalise

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>(?:.*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEYS = ("id", "title", "date", "url", "publisher", "language")


def from_markdown(text: str, name: str) -> Draft:
    """The report in a Markdown text (CommonMark with tables).

    Emphasis, links, list marks and quote marks are gone from the article's text; lines of one paragraph are joined; raw
    HTML is left out. YAML front matter may give `id`, `title`, `date`, `url`, `publisher` and `language`.
    Raises `BadRecord` or `BadDate` for broken front matter.
    """
    from markdown_it import MarkdownIt

    text = normalise(text)
    given: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        given = _front_matter(front["yaml"], name)
        text = text[front.end() :]
    pieces: list[str] = []
    known: list[Block] = []
    length = 0
    headline_open = True
    for piece, mark in _paragraphs(MarkdownIt("commonmark").enable("table").parse(text)):
        if pieces:
            length += 2
        if mark is not None:
            kind: BlockKind = "headline" if mark == "subhead" and headline_open else mark
            known.append(Block(kind=kind, start=length, end=length + len(piece)))
        headline_open = False
        pieces.append(piece)
        length += len(piece)
    return Draft(
        text="\n\n".join(pieces),
        id=given.get("id"),
        title=given.get("title"),
        date=day(given.get("date"), name),
        url=given.get("url"),
        publisher=given.get("publisher"),
        language=given.get("language"),
        known=tuple(known),
        title_from_headline="title" not in given,
    )


def _front_matter(text: str, name: str) -> dict[str, str]:
    import yaml

    try:
        # BaseLoader leaves every value as it is written, so that dates are read by the rules for all dates.
        given = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise BadRecord(name, f"its front matter is no YAML: {' '.join(str(error).split())}") from None
    if not given:
        return {}
    if not isinstance(given, dict):
        raise BadRecord(name, "its front matter has no keys")
    return {key: given[key].strip() for key in _KEYS if isinstance(given.get(key), str) and given[key].strip()}


def _paragraphs(tokens: list[Token]) -> Iterator[tuple[str, BlockKind | None]]:
    """Each paragraph's plain text, and its kind where the marks tell it: headings, and items of lists, which are body
    however short they are. A row of a table is one paragraph."""
    heading = False
    lists = 0
    cells: list[str] | None = None
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            heading = token.type == "heading_open"
        elif token.type in {"list_item_open", "list_item_close"}:
            lists += token.nesting
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            row = "\t".join(cell for cell in cells if cell)
            cells = None
            if row:
                yield row, "body"
        elif token.type == "inline":
            plain = _plain(token.children or [])
            if cells is not None:
                cells.append(plain)
            elif plain:
                yield plain, "subhead" if heading else "body" if lists else None
        elif token.type in {"fence", "code_block"} and token.content.strip():
            yield token.content.strip(), None


def _plain(children: list[Token]) -> str:
    parts: list[str] = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts).strip()

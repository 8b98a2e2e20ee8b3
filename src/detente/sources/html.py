"""Reports on web pages: the article without menus, advertisements and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from detente.errors import NoArticle
from detente.model import Block
from detente.sources.dates import day
from detente.sources.draft import Draft
from detente.sources.encoding import normalise

LEAST_WORDS = 25
"""A page with fewer words than this in what looks like its article has none."""

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_BLOCK_TAGS = frozenset({"p", "head", "item", "quote", "list", "table", "row", "cell", "code", "div", "fw", "body", "main"})
_LONGEST_HEADING = 200
_FURNITURE = re.compile(
    r"(?:continue reading(?: the main story)?|read (?:more|also|next)\b.{0,120}|more:"
    r"|related(?: (?:stories|articles|content|topics))?:?|recommended:?|advertisement|story continues below.{0,40}"
    r"|share(?: this.{0,30})?|sign up\b.{0,120}|subscribe\b.{0,120}"
    r"|skip (?:to|past)\b.{0,60}|follow \S.{0,80}\bon (?:twitter|facebook|x|instagram|telegram)\b.{0,80}"
    r"|click here\b.{0,120}|image (?:caption|copyright|source)\b.{0,120}|media caption\b.{0,120})",
    re.I,
)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_NOT_WORD = re.compile(r"[\W_]+")


def from_html(html: str, name: str, *, address: str | None = None) -> Draft:
    """The report on a page; headline first, paragraphs apart by blank lines.

    `address` is where the page was fetched from; of a saved page it is what the page says of itself.
    Raises `NoArticle` when no text is found, or fewer than `LEAST_WORDS` words.
    """
    import trafilatura

    document: Any = trafilatura.bare_extraction(
        _XML_DECLARATION.sub("", html),
        url=address,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        # Only dates that the page states of itself, never one searched for in its text; and no comparison with
        # today, so that the same page gives the same date on every day.
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
    )
    if document is None or document.body is None:
        raise NoArticle(name, "no article was found on the page")
    pieces = [(text, heading) for text, heading in _pieces(document.body) if not _FURNITURE.fullmatch(text)]
    if sum(len(text.split()) for text, heading in pieces if not heading) < LEAST_WORDS:
        raise NoArticle(name, f"what is on the page has fewer than {LEAST_WORDS} words")
    headline = _line(document.title or "")
    pieces, headline = _headline_first(pieces, headline)
    texts = [text for text, _ in pieces]
    url = address or document.url
    return Draft(
        text="\n\n".join(texts),
        title=headline or None,
        date=day(document.date, name),
        url=url,
        publisher=document.sitename or (urlsplit(url).hostname if url else None),
        language=_language(html),
        known=tuple(_known(pieces, headline)),
        may_have_headline=False,
        title_from_headline=False,
    )


def _headline_first(pieces: list[tuple[str, bool]], title: str) -> tuple[list[tuple[str, bool]], str]:
    """The pieces with the headline before all others, and the headline.

    A heading at the beginning of the article is its headline even where the page's metadata words it otherwise.
    """
    for place, (text, heading) in enumerate(pieces[:3]):
        if (heading and place == 0) or (title and _same(text, title)):
            return [(text, True), *pieces[:place], *pieces[place + 1 :]], text
    return ([(title, True), *pieces] if title else pieces), title


def _same(one: str, other: str) -> bool:
    return _NOT_WORD.sub(" ", one).casefold().strip() == _NOT_WORD.sub(" ", other).casefold().strip()


def _known(pieces: list[tuple[str, bool]], headline: str) -> Iterator[Block]:
    start = 0
    for place, (text, heading) in enumerate(pieces):
        if heading:
            yield Block(kind="headline" if place == 0 and headline else "subhead", start=start, end=start + len(text))
        start += len(text) + 2


def _pieces(body: Any) -> Iterator[tuple[str, bool]]:
    """The paragraphs of the extracted tree, each with whether it is a heading."""
    buffer: list[str] = []

    def flush(heading: bool) -> Iterator[tuple[str, bool]]:
        for part in "".join(buffer).split("\n\n"):
            text = _line(part)
            if any(c.isalnum() for c in text):
                yield text, heading and len(text) <= _LONGEST_HEADING
        buffer.clear()

    def walk(element: Any, heading: bool) -> Iterator[tuple[str, bool]]:
        block = element.tag in _BLOCK_TAGS
        inside = heading or element.tag == "head"
        if block:
            yield from flush(heading)
        if element.tag == "lb":
            buffer.append("\n")
        buffer.append(_joined(element.text))
        for child in element:
            if isinstance(child.tag, str):
                yield from walk(child, inside)
            buffer.append(_joined(child.tail))
        if block:
            yield from flush(inside)

    yield from walk(body, False)


def _joined(text: str | None) -> str:
    # Line ends in the source of a page are blanks; the only real ones are those of <lb/>.
    return _SPACES.sub(" ", normalise(text)) if text else ""


def _line(text: str) -> str:
    return _SPACES.sub(" ", normalise(text)).strip()


def _language(html: str) -> str | None:
    """The language that the page states, as ISO 639-1: 'en' for 'en-GB'."""
    found = re.search(r"<html\b[^>]{0,400}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", html[:20_000], re.I)
    return found.group(1).lower() if found else None

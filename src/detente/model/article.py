"""One report as read."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from detente.model.span import Part

BlockKind = Literal["headline", "subhead", "byline", "dateline", "credit", "body"]


class Block(Part):
    """A stretch of the text with one function: a headline, a paragraph, a byline, ...

    Blocks do not overlap, stand in reading order, and leave out only blank space.
    """

    kind: BlockKind
    start: int
    end: int


class Article(Part):
    """One report as read. `text` never changes once read: every offset of every item points into it.

    `date` is the day of publication where it is known; `source` names the file or address that it came from.
    """

    id: str
    text: str
    title: str | None = None
    date: dt.date | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    source: str | None = None
    blocks: tuple[Block, ...] = ()

"""What every item has in common."""

from __future__ import annotations

import datetime as dt
import hashlib

from detente.model.dated import Dated
from detente.model.span import Part, Span, TextInfo


class Item(Part):
    """An entry of the record: something that a report says, with the words that it rests on.

    - `kind`: which type of item it is; first key of every JSON line.
    - `id`: stays the same for the same item of the same article.
    - `article`: id of the article; `date`: the day that the item is about (ISO), else null.
    - `text`, `text_info`: the sentence, and where it stands in the article's text.
    - `confidence`: 0 to 1.
    - `evidence`: role ("trigger", "actor", "content", ...) to the spans that carry it.
    - `coder`: name and version of what made the item.
    - `published`: when the report was; null where neither it nor its text tells.
    """

    kind: str
    id: str
    article: str
    date: dt.date | None
    text: str
    text_info: TextInfo
    confidence: float
    evidence: dict[str, list[Span]]
    coder: str
    published: Dated | None = None


def item_id(kind: str, article: str, *facts: object) -> str:
    """A short id that depends only on the item's kind, its article and the facts given (offsets, type, ...)."""
    digest = hashlib.sha1("\x1f".join([kind, article, *map(str, facts)]).encode(), usedforsecurity=False)
    return f"{kind}-{digest.hexdigest()[:12]}"

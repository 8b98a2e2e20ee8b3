"""A report on its way to being an article: its text is settled, what is known about it may still grow."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib

from detente.model import Article, Block
from detente.sources.blocks import blocks


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """What one report gives of itself.

    `known` are blocks that markup or metadata told, in order and disjoint. `may_have_headline` is false where the
    first paragraph cannot be a headline; `title_from_headline` is false where the headline is not to become the title.
    """

    text: str
    id: str | None = None
    title: str | None = None
    date: dt.date | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    known: tuple[Block, ...] = ()
    may_have_headline: bool = True
    title_from_headline: bool = True

    def article(self, source: str, default_date: dt.date | None) -> Article:
        """The finished article. `default_date` is used where the report has no date of its own."""
        found = blocks(self.text, has_headline=self.may_have_headline, known=self.known)
        title = self.title
        if self.title_from_headline:
            headline = next((b for b in found if b.kind == "headline"), None)
            if headline is not None:
                title = " ".join(self.text[headline.start : headline.end].split())
        return Article(
            id=self.id or content_id(self.text, self.date, title),
            text=self.text,
            title=title,
            date=self.date or default_date,
            url=self.url,
            publisher=self.publisher,
            language=self.language,
            source=source,
            blocks=found,
        )


def content_id(text: str, date: dt.date | None, title: str | None) -> str:
    """16 hexadecimal digits that depend on what the report says, not on where it lies.

    A date given from outside for undated reports does not enter: it must not turn one report into two.
    """
    parts = (text, date.isoformat() if date else "", title or "")
    return hashlib.sha1("\0".join(parts).encode(), usedforsecurity=False).hexdigest()[:16]

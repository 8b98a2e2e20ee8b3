"""Where something stands in a report."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Base of every type of the model: immutable, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Part):
    """A stretch of an article: half-open offsets, in Unicode code points, into `Article.text`.

    `article_text[start:end] == text` always holds.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, article_text: str, start: int, end: int) -> Span:
        """The span of `article_text` from `start` to `end`."""
        return cls(start=start, end=end, text=article_text[start:end])


class TextInfo(Part):
    """Where the sentence of an item stands in the article's text."""

    start: int
    end: int

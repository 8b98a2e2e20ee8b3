"""Lines and columns of an article's text, for readers that know no offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from detente.model import Article, Span


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a text begin. Of a file of plain text they are the lines of the file."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of a text."""
        return cls((0, *(n + 1 for n, letter in enumerate(text) if letter == "\n")))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def region(self, span: Span) -> tuple[int, int, int, int]:
        """First line and column of a span, and the line and column after its last character."""
        return (*self.place(span.start), *self.place(span.end))


def name_of(article: Article) -> str:
    """What a reader knows the article by: its file or address, else its id."""
    return article.source or article.url or article.id

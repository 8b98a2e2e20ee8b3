"""A report as the checks see it: its text as read, and the items that it was coded into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from detente.coding.events import named_span
from detente.coding.reading import Reading, ReadSentence
from detente.knowledge import Knowledge
from detente.knowledge.link import Link
from detente.model import Article, Dated, Item, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an actor: the head of its words, the words, the actor they are linked to and on which grounds."""

    read: ReadSentence
    head: Token
    span: Span
    link: Link


@dataclass(slots=True)
class Report:
    """A report as read, and its items (no findings among them).

    `first` and `last` are the days between which it was published: one day where its date is known, a window where that had to
    be worked out, None where nothing tells.
    """

    reading: Reading
    items: Sequence[Item]
    _named: list[Named] | None = field(default=None, repr=False)

    @property
    def article(self) -> Article:
        return self.reading.article

    @property
    def text(self) -> str:
        return self.reading.article.text

    @property
    def base(self) -> Knowledge:
        return self.reading.base

    @property
    def sentences(self) -> list[ReadSentence]:
        return self.reading.sentences

    @property
    def first(self) -> dt.date | None:
        return self.reading.published.first

    @property
    def last(self) -> dt.date | None:
        return self.reading.published.last

    @property
    def published(self) -> Dated | None:
        return self.reading.published.dated

    def of(self, kind: type[T]) -> list[T]:
        """The items of one type, in reading order."""
        return [item for item in self.items if isinstance(item, kind)]

    def named(self) -> list[Named]:
        """Every mention of an actor in reading order, pronouns among them; a phrase that names two gives two."""
        if self._named is None:
            self._named = list(self._mentions())
        return self._named

    def sentence_at(self, offset: int) -> ReadSentence | None:
        """The sentence that stands at an offset of the text."""
        return next((r for r in self.sentences if r.sentence.start <= offset < r.sentence.end), None)

    def _mentions(self) -> Iterator[Named]:
        for read in self.sentences:
            for token in read.sentence.tokens:
                for actor, link in {link.actor: link for link in self.reading.linker.links(token)}.items():
                    yield Named(read, token, named_span(read.sentence, token, [actor]), link)

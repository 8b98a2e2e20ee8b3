"""An article's text, parsed into sentences."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.errors import DetenteError
from detente.model import Article, Block, Span, TextInfo
from detente.settings import settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+")
_BLANK = re.compile(r"\s")

PARSED_KINDS = frozenset({"headline", "subhead", "body"})
"""Blocks that hold sentences; bylines, datelines and credits do not."""


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence. `offset` is added to spaCy's character offsets to get the article's."""

    tokens: Tokens
    offset: int
    block: Block
    index: int
    article_text: str

    @property
    def start(self) -> int:
        return self.offset + int(self.tokens.start_char)

    @property
    def end(self) -> int:
        return self.offset + int(self.tokens.end_char)

    @property
    def text(self) -> str:
        return self.article_text[self.start : self.end]

    @property
    def info(self) -> TextInfo:
        return TextInfo(start=self.start, end=self.end)

    def span(self, first: Token, last: Token | None = None) -> Span:
        """The article's span from the first token to the end of the last."""
        last = first if last is None else last
        return Span.of(self.article_text, self.offset + first.idx, self.offset + last.idx + len(last.text))

    def span_of(self, tokens: list[Token]) -> Span:
        """The article's span that covers the tokens, which must not be empty."""
        return self.span(min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i))


@dataclass(slots=True)
class Parsed:
    """An article with its sentences in reading order."""

    article: Article
    sentences: list[Sentence]


@functools.cache
def pipeline(name: str | None = None) -> Language:
    """The spaCy pipeline, loaded once a process.

    Raises `DetenteError` when it is not installed.
    """
    import spacy

    # Imports spaCy, which takes a second.
    from detente.language.lemmas import mend_words

    name = name or settings().pipeline
    try:
        loaded = spacy.load(name)
    except OSError as error:
        raise DetenteError(f"spaCy pipeline {name!r} cannot be loaded: {error}") from error
    mend_words(loaded)
    return loaded


def parse(article: Article) -> Parsed:
    """Parses the blocks of an article that hold sentences.

    Articles are parsed one by one, never in common batches: what a sentence is parsed into must not depend on what
    else was read in the same run.
    """
    pieces = [(block, piece) for block in article.blocks if block.kind in PARSED_KINDS for piece in _pieces(article.text, block)]
    docs = pipeline().pipe([article.text[start:end] for _, (start, end) in pieces], batch_size=64)
    sentences: list[Sentence] = []
    for (block, (start, _)), doc in zip(pieces, docs, strict=True):
        for tokens in _sentences(doc):
            sentences.append(Sentence(tokens, start, block, len(sentences), article.text))
    return Parsed(article, sentences)


def _sentences(doc: Doc) -> Iterator[Tokens]:
    for sent in doc.sents:
        # A sentence of blanks alone comes of odd spacing in the text.
        if not sent.text.isspace():
            first, last = sent.start, sent.end
            while doc[first].is_space:
                first += 1
            while doc[last - 1].is_space:
                last -= 1
            yield doc[first:last]


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Cuts a block into stretches short enough to be parsed at once, between sentences where that can be."""
    limit = settings().block_limit
    start = block.start
    while block.end - start > limit:
        cut = start + limit
        ends = [m.end() for m in _SENTENCE_END.finditer(text, start + limit // 2, cut)]
        if ends:
            cut = ends[-1]
        else:
            blank = max((m.end() for m in _BLANK.finditer(text, start + limit // 2, cut)), default=None)
            cut = blank or cut
        yield start, cut
        start = cut
    if start < block.end:
        yield start, block.end

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.coding import Coder
from detente.coding.reading import Reading
from detente.knowledge import Knowledge, knowledge
from detente.model import Actor, Article, Block

TODAY = dt.date(2019, 5, 15)  # a Wednesday


@pytest.fixture(scope="session")
def base() -> Knowledge:
    return knowledge()


@pytest.fixture(scope="session")
def reading() -> Callable[..., Reading]:
    """A text of paragraphs, read; `kinds` are those of its blocks where they are no body."""
    coder = Coder()

    def run(text: str, day: dt.date | None = TODAY, kinds: tuple[str, ...] = ()) -> Reading:
        blocks, start = [], 0
        for position, piece in enumerate(text.split("\n\n")):
            kind = kinds[position] if position < len(kinds) else "body"
            blocks.append(Block(kind=kind, start=start, end=start + len(piece)))  # type: ignore[arg-type]
            start += len(piece) + 2
        return coder.read(Article(id="k", text=text, date=day, blocks=tuple(blocks)))

    return run


@pytest.fixture(scope="session")
def linked(reading: Callable[..., Reading]) -> Callable[..., list[Actor]]:
    """The actors that the last token of a text with a given form is linked to."""

    def run(text: str, word: str, day: dt.date | None = TODAY, kinds: tuple[str, ...] = ()) -> list[Actor]:
        found = reading(text, day, kinds)
        tokens = [t for s in found.sentences for t in s.sentence.tokens if t.text == word]
        assert tokens, f"no {word!r} in the text"
        return found.linker.actors(tokens[-1])

    return run

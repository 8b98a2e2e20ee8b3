from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.coding import Coder
from detente.coding.by_lexicon import LexiconDecider
from detente.model import Article, Block, Item
from detente.ontology import ontology

TODAY = dt.date(2019, 5, 15)  # a Wednesday

Code = Callable[..., list[Item]]


def article(text: str, day: dt.date | None = TODAY, kinds: tuple[str, ...] = ()) -> Article:
    """An article of paragraphs set apart by blank lines, each a body block unless `kinds` tells otherwise."""
    blocks, start = [], 0
    for position, piece in enumerate(text.split("\n\n")):
        kind = kinds[position] if position < len(kinds) else "body"
        blocks.append(Block(kind=kind, start=start, end=start + len(piece)))  # type: ignore[arg-type]
        start += len(piece) + 2
    return Article(id="a", text=text, date=day, blocks=tuple(blocks))


@pytest.fixture(scope="session")
def code() -> Code:
    """Codes a text by the lexicon, which these tests are of, and gives its items of one kind."""
    coder = Coder(decider=LexiconDecider(ontology()))

    def run(text: str, kind: str, day: dt.date | None = TODAY, kinds: tuple[str, ...] = ()) -> list[Item]:
        made = article(text, day, kinds)
        items = [item for item in coder.code(made) if item.kind == kind]
        for item in items:
            for spans in item.evidence.values():
                for span in spans:
                    assert made.text[span.start : span.end] == span.text
        assert [i.id for i in items] == [i.id for i in coder.code(made) if i.kind == kind]
        return items

    return run

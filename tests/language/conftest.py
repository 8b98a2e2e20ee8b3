from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.language import Sentence, parse
from detente.language.clauses import Clause, clauses
from made_items import article


@pytest.fixture(scope="session")
def sentence() -> Callable[[str], Sentence]:
    """The one sentence of a text."""

    def run(text: str) -> Sentence:
        found = parse(article(text=text)).sentences
        assert len(found) == 1, [s.text for s in found]
        return found[0]

    return run


@pytest.fixture(scope="session")
def clause(sentence: Callable[[str], Sentence]) -> Callable[[str, str], Clause]:
    """The clause of a one-sentence text whose predicate is a word."""

    def run(text: str, word: str) -> Clause:
        found = [c for c in clauses(sentence(text)) if c.predicate.text == word]
        assert found, f"{word!r} is no predicate"
        return found[-1]

    return run

"""An article as the coder works on it."""

from __future__ import annotations

from detente.coding import Coder
from detente.model import Article, Block

TEXT = "“We shall wait. Chad attacked us,” the Kenyan president said on Monday. Nobody answered."


def _reading():
    return Coder().read(Article(id="r", text=TEXT, blocks=(Block(kind="body", start=0, end=len(TEXT)),)))


def test_sentences_come_with_clauses_times_and_statements():
    found = _reading()
    assert len(found.sentences) == len(found.times) == 3
    assert [s.index for s in found.sentences] == [0, 1, 2]
    for one in found.sentences:
        assert one.clauses
        for index, clause in one.clauses.items():
            assert clause.predicate.i == index
    assert len(found.quotations) == 1
    assert found.day is None


def test_a_statement_is_entered_with_every_sentence_that_it_covers():
    first, second, third = _reading().sentences
    assert len(first.said) == len(second.said) == 1
    assert first.said[0] is second.said[0]
    assert third.said == []
    said = first.said[0]
    assert said.covers(said.start, said.end)
    assert not said.covers(said.start, said.end + 1)
    assert TEXT[said.start : said.end] == "We shall wait. Chad attacked us"

"""The decision what a sentence tells of: by the network, by the lexicon, or by another that stands in."""

from __future__ import annotations

from dataclasses import replace

from detente.coding import Coder
from detente.coding.by_lexicon import LexiconDecider
from detente.model import Article, Block
from detente.ontology import ontology

TEXT = "Chad attacked Niger. Canada imposed sanctions on Iran."
ARTICLE = Article(id="d", text=TEXT, blocks=(Block(kind="body", start=0, end=len(TEXT)),))


class _Nothing:
    name = "nothing-1"

    def decisions(self, reading, read):
        assert read in reading.sentences
        return iter(())


class _Always(LexiconDecider):
    name = "always-1"

    def decisions(self, reading, read):
        for decision in super().decisions(reading, read):
            yield replace(decision, event="AID", mode=None, confidence=0.25)


def test_another_decider_can_stand_in():
    assert [i for i in Coder(decider=_Nothing()).code(ARTICLE) if i.kind == "event"] == []
    events = [i for i in Coder(decider=_Always(ontology())).code(ARTICLE) if i.kind == "event"]
    assert {(e.event, e.quad_code, e.confidence) for e in events} == {("AID", 2, 0.25)}
    assert {e.coder.split()[-1] for e in events} == {"always-1"}


def test_the_lexicon_is_surer_of_an_entry_that_asks_for_more():
    events = {e.event: e for e in Coder(decider=LexiconDecider(ontology())).code(ARTICLE) if e.kind == "event"}
    assert 0 < events["ASSAULT"].confidence <= 0.9
    assert 0 < events["SANCTION"].confidence <= 0.9


def test_the_network_decides_unless_told_otherwise():
    events = [i for i in Coder().code(ARTICLE) if i.kind == "event"]
    assert {(e.actor[0].code, e.event, e.recipient[0].code) for e in events} == {
        ("TCD", "ASSAULT", "NER"),
        ("CAN", "SANCTION", "IRN"),
    }
    assert all(e.coder.split()[-1].startswith("network-") for e in events)

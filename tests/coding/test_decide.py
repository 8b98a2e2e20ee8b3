"""The decision among the entries that fit."""

from __future__ import annotations

from detente.coding import Coder
from detente.coding.decide import Decision, LexiconDecider
from detente.model import Article, Block

TEXT = "Chad attacked Niger. Canada imposed sanctions on Iran."
ARTICLE = Article(id="d", text=TEXT, blocks=(Block(kind="body", start=0, end=len(TEXT)),))


class _Nothing:
    name = "nothing-1"

    def decide(self, candidate, options):
        assert options
        assert all(option.frame in candidate.frames for option in options)


class _Always(LexiconDecider):
    name = "always-1"

    def decide(self, candidate, options):
        made = super().decide(candidate, options)
        return Decision("AID", None, made.cameo, made.option, 0.25)


def test_another_decider_can_stand_in():
    assert [i for i in Coder(decider=_Nothing()).code(ARTICLE) if i.kind == "event"] == []
    events = [i for i in Coder(decider=_Always()).code(ARTICLE) if i.kind == "event"]
    assert {(e.event, e.quad_code, e.confidence) for e in events} == {("AID", 2, 0.25)}
    assert {e.coder.split()[-1] for e in events} == {"always-1"}


def test_the_lexicon_is_surer_of_an_entry_that_asks_for_more():
    events = {e.event: e for e in Coder(decider=LexiconDecider()).code(ARTICLE) if e.kind == "event"}
    assert 0 < events["ASSAULT"].confidence <= 0.9
    assert 0 < events["SANCTION"].confidence <= 0.9

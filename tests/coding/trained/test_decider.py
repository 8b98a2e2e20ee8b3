"""Events by the trained network, from plain sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.coding import Coder
from detente.coding.trained import TrainedDecider
from detente.coding.trained.words import ALONE
from detente.model import Article, Block, Event
from detente.ontology import Lexicon, Ontology, ontology


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(kinds={"event"})


def events(coder: Coder, text: str) -> list[Event]:
    article = Article(id="t", text=text, blocks=(Block(kind="body", start=0, end=len(text)),))
    return [item for item in coder.code(article) if isinstance(item, Event)]


def keys(coder: Coder, text: str) -> set[tuple[str, str, str]]:
    return {
        ("+".join(sorted(a.code[:3] for a in e.actor)), e.event, "+".join(sorted(a.code[:3] for a in e.recipient)))
        for e in events(coder, text)
    }


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Kenya condemned Ethiopia on Monday over the shelling of a market.", ("KEN", "ACCUSE", "ETH")),
        ("Ethiopia was condemned by Kenya on Monday.", ("KEN", "ACCUSE", "ETH")),
        ("Chad urged Niger to reopen the border.", ("TCD", "REQUEST", "NER")),
        ("Peru expelled the Bolivian ambassador on Friday.", ("PER", "SANCTION", "BOL")),
        ("Norway sent food and blankets to Chad.", ("NOR", "AID", "TCD")),
        ("Israeli jets bombed Lebanon overnight.", ("ISR", "ASSAULT", "LBN")),
        ("Vietnam threatened to attack Cambodia.", ("VNM", "THREATEN", "KHM")),
        ("Laos freed twelve Thai fishermen on Sunday.", ("LAO", "RETREAT", "THA")),
    ],
)
def test_who_did_what_to_whom(coder: Coder, text: str, key: tuple[str, str, str]) -> None:
    assert key in keys(coder, text)


def test_words_and_what_they_speak_of_are_told_apart(coder: Coder) -> None:
    found = {e.event: e for e in events(coder, "Vietnam threatened to attack Cambodia.")}
    assert found["THREATEN"].status == "happened"
    assert found["ASSAULT"].status == "threatened"


def test_of_parties_on_both_sides_the_first_is_the_actor(coder: Coder) -> None:
    (event,) = (e for e in events(coder, "Kenya and Chad held talks in Oslo on Monday.") if e.event == "CONSULT")
    assert ([a.code for a in event.actor], [a.code for a in event.recipient]) == (["KEN"], ["TCD"])


def test_each_side_of_a_mutual_act_has_its_own_evidence(coder: Coder) -> None:
    (event,) = events(coder, "The United States, Russia and Switzerland met on Monday.")
    assert ([a.code for a in event.actor], [a.code for a in event.recipient]) == (["USA"], ["RUS", "CHE"])
    assert [s.text for s in event.evidence["actor"]] == ["United States"]
    assert [s.text for s in event.evidence["recipient"]] == ["Russia", "Switzerland"]


def test_what_did_not_happen_is_denied(coder: Coder) -> None:
    (event,) = events(coder, "Chad did not attack Niger.")
    assert (event.status, event.negated) == ("denied", True)


def test_a_word_that_the_lexicon_does_not_know_must_be_surer() -> None:
    text = "Kenya condemned Ethiopia on Monday over the shelling of a market."
    wordless = replace(ontology(), lexicon=Lexicon([]))

    def found(codebook: Ontology, alone: float) -> list[Event]:
        return events(Coder(decider=TrainedDecider(codebook, alone=alone), kinds={"event"}), text)

    assert any(e.event == "ACCUSE" and e.confidence >= ALONE for e in found(wordless, ALONE))
    assert found(wordless, 1.0) == []
    assert any(e.event == "ACCUSE" for e in found(ontology(), 1.0))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has four million hectares of forest.",
        "The Kenyan striker attacked down the left and fired home in the ninth minute.",
        "Chad's population is young, and its capital lies on the Chari.",
    ],
)
def test_nothing_is_found_where_nothing_is_done(coder: Coder, text: str) -> None:
    assert events(coder, text) == []


def test_evidence_is_what_stands_there(coder: Coder) -> None:
    text = "Peru expelled the Bolivian ambassador on Friday."
    for event in events(coder, text):
        assert [text[s.start : s.end] for s in event.evidence["trigger"]] == ["expelled"]
        assert all(text[s.start : s.end] == s.text for spans in event.evidence.values() for s in spans)

"""Which claim a denial is about."""

from __future__ import annotations

import pytest

from detente.coding import Coder
from detente.coding.by_lexicon import LexiconDecider
from detente.ontology import ontology
from made_items import article


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(decider=LexiconDecider(ontology()), kinds=("statement",))


def denied(coder: Coder, text: str) -> list[tuple[str, str]]:
    """What each denial says, and the words of the claim that it denies."""
    reading = coder.read(article(text=text))
    own = [s for r in reading.sentences for s in r.said if s.sentence is r.sentence]
    return [(text[s.start : s.end], text[s.denies.start : s.denies.end]) for s in own if s.denies]


DENIALS = {
    "named": (
        "Armenia accused Azerbaijan of shelling villages. Azerbaijan denied the accusation.",
        ("the accusation", "Azerbaijan of shelling villages"),
    ),
    "by another word": (
        "Armenia accused Azerbaijan of shelling villages. Georgia said it was worried. Baku rejected the claim.",
        ("the claim", "Azerbaijan of shelling villages"),
    ),
    "told again": (
        "Kenya said that Somalia had closed the border. The Somali foreign minister denied that it had closed the border.",
        ("that it had closed the border", "that Somalia had closed the border"),
    ),
    "with its owner": (
        "Kyiv said that Moscow had moved tanks. Berlin said it had seen no tanks. Moscow called Kyiv's claim baseless.",
        ("Kyiv's claim baseless", "that Moscow had moved tanks"),
    ),
    "a report": (
        "Kommersant reported that the general had fled. His office dismissed the report.",
        ("the report", "that the general had fled"),
    ),
    "in a relative clause": (
        "Armenia said Azerbaijan had shelled villages, a claim that Baku denied.",
        ("a claim", "Azerbaijan had shelled villages"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), DENIALS.values(), ids=DENIALS)
def test_a_denial_is_tied_to_its_claim(coder: Coder, text: str, expected: tuple[str, str]) -> None:
    assert denied(coder, text) == [expected]


NOT_TIED = {
    "nobody claimed it": "Kenya denied that it had sold tanks.",
    "not denied": "Armenia accused Azerbaijan of shelling villages. Azerbaijan did not deny the accusation.",
    "something else": "Kenya said that wheat was cheap. Somalia denied that it had closed the border.",
    "its own words": "Kenya said that it had closed the border. Kenya later denied the claim.",
    "a refusal": "Armenia asked Azerbaijan to sign the pact. Azerbaijan rejected the pact.",
}


@pytest.mark.parametrize("text", NOT_TIED.values(), ids=NOT_TIED)
def test_no_claim_is_guessed(coder: Coder, text: str) -> None:
    assert denied(coder, text) == []

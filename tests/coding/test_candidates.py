"""Which words may tell of an event, and which entries of the lexicon fit them."""

from __future__ import annotations

import pytest

from detente.coding.candidates import candidates, governed
from detente.coding.reading import read
from detente.knowledge import knowledge
from detente.language import parse
from detente.model import Article, Block
from detente.ontology import ontology


def _found(text):
    made = Article(id="c", text=text, blocks=(Block(kind="body", start=0, end=len(text)),))
    return [c for s in read(parse(made), knowledge()).sentences for c in candidates(s, ontology().lexicon)]


WORDS = [
    ("Chad attacked Niger.", ["attacked"]),
    ("Chad launched an attack on Niger.", ["attack"]),
    ("Kenya urged Uganda to withdraw its troops.", ["urged", "withdraw"]),
    ("The weather was fine.", []),
    ("The Kremlin declined to comment.", []),
    ("The captain asked not to be named.", []),
    ("Militias backed by Iran left the town.", []),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text, words):
    found = [c.token.text for c in _found(text)]
    assert [w for w in words if w not in found] == []
    if not words:
        assert "declined" not in found
        assert "asked" not in found
        assert "backed" not in found


def test_candidates_stand_in_the_order_of_the_sentence_and_have_entries():
    found = _found("Kenya accused Uganda of shelling a camp and urged Chad to impose sanctions.")
    places = [c.token.i for c in found]
    assert places == sorted(places)
    assert len(found) >= 3
    for one in found:
        assert one.frames
        assert (one.clause is not None) == (one.token.pos_ in ("VERB", "AUX") and one.clause is not None)


TYPES = [
    ("Malta turned down the offer.", "turned", "REJECT"),
    ("Malta turned over the prisoners to Italy.", "turned", "RETREAT"),
    ("Egypt broke off diplomatic relations with Qatar.", "broke", "SANCTION"),
    ("Rebels opened fire on the bus.", "opened", "ASSAULT"),
    ("Chad imposed sanctions on Niger.", "imposed", "SANCTION"),
    ("Chad held talks with Niger.", "held", "CONSULT"),
]


@pytest.mark.parametrize(("text", "word", "event"), TYPES)
def test_particles_and_objects_choose_the_entry(text, word, event):
    (one,) = (c for c in _found(text) if c.token.text == word)
    assert one.frames[0].event == event


def test_the_object_of_a_phrasal_entry_is_that_of_its_preposition():
    (one,) = (c for c in _found("Merkel spoke to Macron.") if c.token.text == "spoke")
    frame = next(f for f in one.frames if "to" in f.words)
    assert [t.text for t in governed(frame, one.clause)] == ["Macron"]

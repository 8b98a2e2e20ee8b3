"""Pronouns. A row is a text, the pronoun (the last of its form is meant), and the codes of those it stands for."""

from __future__ import annotations

import pytest

ROWS = {
    "he": [
        ("French President Emmanuel Macron arrived on Monday. He met the queen.", "He", "FRAGOV"),
        ("Narendra Modi said he would wait.", "he", "INDGOV"),
        ("The Kenyan president arrived. Reporters asked him about the border.", "him", "KENGOV"),
        ("Recep Tayyip Erdogan met Emmanuel Macron and thanked him.", "him", "FRAGOV"),
    ],
    "she": [
        ("Angela Merkel met Emmanuel Macron in Paris. She praised the deal.", "She", "DEUGOV"),
        ("Angela Merkel met Emmanuel Macron in Paris. He praised the deal.", "He", "FRAGOV"),
        ("Theresa May met Narendra Modi. Her visit was short.", "Her", "GBRGOV"),
    ],
    "it": [
        ("Kenya closed the border. It gave no reason.", "It", "KEN"),
        ("NATO said it would send ships.", "it", "IGONATO"),
        ("Ghana warned Togo that it would close the border.", "it", "GHA"),
        ("Peru recalled its envoy.", "its", "PER"),
    ],
    "they": [
        ("Peru and Chile met on Monday. They signed a pact.", "They", "PER+CHL"),
        ("Kenyan soldiers crossed the river. They burned two huts.", "They", "KENMIL"),
        ("Polish and Czech officials said they would wait.", "they", "POLGOV+CZEGOV"),
    ],
    "nobody": [
        ("It rained.", "It", ""),
        ("He left.", "He", ""),
        ("They left.", "They", ""),
        ("Kenya closed the border. It is hard to see why.", "It", ""),
        ("Kenya made it clear that the border stays closed.", "it", ""),
        ("Peru has a plan. The plan failed because it was late.", "it", ""),
        ("Kenya published its proposals. They were modest.", "They", ""),
    ],
    "two of a kind": [
        ("Angela Merkel met Emmanuel Macron in Paris. The two leaders dined.", "leaders", "DEUGOV+FRAGOV"),
        ("Peru and Chile met on Monday. Both sides signed.", "sides", "PER+CHL"),
        ("Angela Merkel met Emmanuel Macron in Paris. The two dined.", "two", "DEUGOV+FRAGOV"),
        ("NATO met in Riga. The allies agreed on a fund.", "allies", "IGONATO"),
    ],
    "we and I in quotations": [
        ("“We will close the border,” Kenyan President Uhuru Kenyatta said.", "We", "KENGOV"),
        ("“I reject the demand,” Angela Merkel said.", "I", "DEUGOV"),
        ("NATO said: “We condemn the raid.”", "We", "IGONATO"),
        ("“Chad attacked us,” the Sudanese foreign minister said.", "us", "SDNGOV"),
    ],
}


@pytest.mark.parametrize(
    ("text", "word", "codes"), [pytest.param(*r, id=f"{kind}: {r[0]}") for kind, rows in ROWS.items() for r in rows]
)
def test_pronouns(linked, text, word, codes):
    assert "+".join(a.code for a in linked(text, word)) == codes


def test_a_pronoun_keeps_its_own_words(linked):
    (one,) = linked("Kenya closed the border. It gave no reason.", "It")
    assert one.entity_text == "It"
    assert one.identifier_text is None


def test_a_reference_does_not_reach_over_many_sentences(linked):
    text = "Angela Merkel arrived. " + "The weather was fine. " * 6 + "She left."
    assert linked(text, "She") == []

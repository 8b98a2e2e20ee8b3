"""What hangs on a noun."""

from __future__ import annotations

import pytest

from detente.language.nominals import conjuncts, core, modifiers, owners, phrase, prepositions


def _token(sentence, text, word):
    return next(t for t in sentence(text).tokens if t.text == word)


def _words(tokens):
    return ",".join(t.text for t in tokens)


OWNERS = [
    ("Bulgaria rejected Turkey's demand.", "demand", "Turkey"),
    ("The court dismissed the general’s appeal.", "appeal", "general"),
    ("A promise by Jordan was broken.", "promise", "Jordan"),
    ("An attack by Eritrea and Djibouti was repelled.", "attack", "Eritrea,Djibouti"),
    ("Their withdrawal surprised Chad.", "withdrawal", "Their"),
    ("The withdrawal surprised Chad.", "withdrawal", ""),
    ("A threat to Estonia was made.", "threat", ""),
    ("Turkey was warned against an invasion by France.", "invasion", ""),
]


@pytest.mark.parametrize(("text", "noun", "expected"), OWNERS)
def test_owners(sentence, text, noun, expected):
    assert _words(owners(_token(sentence, text, noun))) == expected


PHRASES = [
    ("It was a warning to Moscow.", "warning", "to", "Moscow"),
    ("The talks between Sudan and Egypt failed.", "talks", "between", "Sudan,Egypt"),
    ("Sanctions against Cuba were lifted.", "Sanctions", "against", "Cuba"),
    ("The retreat out of Kosovo began.", "retreat", "out of", "Kosovo"),
]


@pytest.mark.parametrize(("text", "noun", "preposition", "expected"), PHRASES)
def test_prepositional_phrases(sentence, text, noun, preposition, expected):
    assert _words(prepositions(_token(sentence, text, noun)).get(preposition, [])) == expected


CORES = [
    ("Hundreds of protesters marched.", "Hundreds", "protesters"),
    ("A number of soldiers deserted.", "number", "soldiers"),
    ("A series of attacks shook Kabul.", "series", "attacks"),
    ("Some of the rebels fled.", "Some", "rebels"),
    ("The president of Ghana resigned.", "president", "president"),
]


@pytest.mark.parametrize(("text", "noun", "expected"), CORES)
def test_transparent_nouns_stand_for_what_they_count(sentence, text, noun, expected):
    assert core(_token(sentence, text, noun)).text == expected


def test_coordination_is_told_in_the_order_of_the_text(sentence):
    assert _words(conjuncts(_token(sentence, "Mali, Niger and Chad sent troops.", "Mali"))) == "Mali,Niger,Chad"


MODIFIERS = [
    ("The new Kenyan foreign minister resigned.", "minister", "new,Kenyan,foreign"),
    ("Russian and Ukrainian officials met.", "officials", "Russian,Ukrainian"),
    ("The minister resigned.", "minister", ""),
]


@pytest.mark.parametrize(("text", "noun", "expected"), MODIFIERS)
def test_modifiers(sentence, text, noun, expected):
    assert _words(modifiers(_token(sentence, text, noun))) == expected


def test_a_phrase_leaves_out_what_follows_its_head(sentence):
    found = sentence("The new foreign minister of Kenya, who was tired, resigned.")
    first, last = phrase(next(t for t in found.tokens if t.text == "minister"))
    assert found.tokens.doc[first : last + 1].text == "The new foreign minister"

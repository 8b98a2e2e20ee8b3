"""Who fills the roles of an event, and with which words."""

from __future__ import annotations

import pytest

HEADS = [
    ("Chad attacked Niger.", "ASSAULT", ["Chad"], ["Niger"]),
    ("The United States attacked Syria.", "ASSAULT", ["United States"], ["Syria"]),
    ("Chad launched an attack on Niger.", "ASSAULT", ["Chad"], ["Niger"]),
    ("France and Germany condemned Syria.", "ACCUSE", ["France", "Germany"], ["Syria"]),
    ("Canada imposed sanctions on Iran and Venezuela.", "SANCTION", ["Canada"], ["Iran", "Venezuela"]),
]


@pytest.mark.parametrize(("text", "event", "actors", "recipients"), HEADS)
def test_the_words_that_fill_the_roles(code, text, event, actors, recipients):
    found = next(e for e in code(text, "event") if e.event == event)
    assert [s.text for s in found.evidence["actor"]] == actors
    assert [s.text for s in found.evidence["recipient"]] == recipients


OWNED = [
    ("Chad condemned Niger's attack on Mali.", "ASSAULT", "NER", "MLI"),
    ("The Turkish invasion of Cyprus was condemned by Greece.", "ASSAULT", "TUR", "CYP"),
    ("An attack by Chad on Niger was condemned.", "ASSAULT", "TCD", "NER"),
    ("Greece criticised the decision of the Turkish government.", "ACCUSE", "GRC", "TUR"),
    ("Chilean shelling killed four Peruvian soldiers.", "ASSAULT", "CHL", "PER"),
    ("Chad carried out an attack against Niger.", "ASSAULT", "TCD", "NER"),
]


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), OWNED)
def test_parties_of_nouns(code, text, event, actor, recipient):
    found = {
        (e.actor[0].country if e.actor else "", e.recipient[0].country if e.recipient else "")
        for e in code(text, "event")
        if e.event == event
    }
    assert (actor, recipient) in found


BELOW = [
    ("Kenya urged Uganda to attack Chad.", "ASSAULT", "UGA", "TCD"),
    ("Kenya promised Uganda to attack Chad.", "ASSAULT", "KEN", "TCD"),
    ("Kenya accused Uganda of attacking Chad.", "ASSAULT", "UGA", "TCD"),
    ("Kenya was ordered by Uganda to attack Chad.", "ASSAULT", "KEN", "TCD"),
    ("Kenya responded by attacking Chad.", "ASSAULT", "KEN", "TCD"),
    ("Kenya, which attacked Chad, accused Uganda of deceit.", "ASSAULT", "KEN", "TCD"),
    ("Kenya, accused of attacking Chad, recalled its ambassador from Uganda.", "ASSAULT", "KEN", "TCD"),
    ("Kenya called on Uganda to attack Chad.", "ASSAULT", "UGA", "TCD"),
    ("Kenya seized the ship and attacked Chad.", "ASSAULT", "KEN", "TCD"),
]


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), BELOW)
def test_parties_by_control(code, text, event, actor, recipient):
    found = [([a.country for a in e.actor], [a.country for a in e.recipient]) for e in code(text, "event") if e.event == event]
    assert ([actor], [recipient]) in found

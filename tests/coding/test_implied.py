"""Parties that the act's own clause does not name."""

from __future__ import annotations

import pytest

IMPLIED = [
    (
        "Russia is massing troops. Ukraine fears an attack. Russia attacked Ukraine in March. Russia is prepared to invade.",
        "invade",
        "RUS",
        "UKR",
    ),
    ("Chad attacked Niger on Monday. Chad then bombed again.", "bombed", "TCD", "NER"),
    ("Armenia demanded an apology from Azerbaijan. Azerbaijan refused.", "refused", "AZE", "ARM"),
]


@pytest.mark.parametrize(("text", "word", "actor", "recipient"), IMPLIED)
def test_the_other_side_is_taken_from_the_report(code, text, word, actor, recipient):
    found = [e for e in code(text, "event") if e.evidence["trigger"][0].text == word]
    assert [([a.country for a in e.actor], [a.country for a in e.recipient]) for e in found] == [([actor], [recipient])]


def test_the_evidence_is_the_mention_that_it_was_taken_from(code):
    text = "Chad attacked Niger on Monday. Chad then bombed again."
    told, implied = (e for e in code(text, "event") if e.event == "ASSAULT")
    (span,) = implied.evidence["recipient"]
    assert text[span.start : span.end] == span.text == "Niger"
    assert not implied.text_info.start <= span.start < implied.text_info.end
    assert implied.confidence < told.confidence


def test_a_party_is_never_implied_to_act_on_itself(code):
    text = "Chad attacked Niger. Niger bombed Chad. Chad threatened to attack. Niger warned that it would bomb."
    for event in code(text, "event"):
        assert not {a.country for a in event.actor} & {a.country for a in event.recipient}


def test_who_protests_needs_nobody_to_protest_against(code):
    text = "Germany praised France. Nigerian workers went on strike."
    (event,) = (e for e in code(text, "event") if e.event == "PROTEST")
    assert event.recipient == []

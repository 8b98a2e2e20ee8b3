from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]
HEADLINE = "Talks go on in Berlin\n\n"


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("The envoys of of both sides met.", "of of", "of"),
        ("The The envoys met.", None, None),
        ("They met at a the hotel.", "a the", None),
        ("He said the army had crossed crossed the river.", "crossed crossed", "crossed"),
        ("They will meet will meet in Berlin.", "will meet will meet", "will meet"),
        ("“We speak for for all,” he said.", "for for", "for"),
        ("They met in\nin Berlin.", "in\nin", "in"),
        ("Kyiv said that that the bridge was whole.", "that that", "that"),
        ("The column had had been seen from the air.", "had had", "had"),
        ("He said there there was no sign of the convoy.", "there there", "there"),
        ("The bank's bank's vaults were empty.", "bank's bank's", "bank's"),
        ("They met on Monday Monday in Berlin.", "Monday Monday", "Monday"),
        ("The talks in New York New York went on.", "New York New York", "New York"),
        ("Anne-Marie Anne-Marie Keller spoke for them.", "Anne-Marie Anne-Marie", "Anne-Marie"),
        ("Some 40 40 people were hurt.", "40 40", "40"),
    ],
)
def test_words_typed_twice_are_found(text: str, words: str | None, right: str | None, find: Find) -> None:
    found = find("doubled-word", HEADLINE + text)
    assert [(f.span.text, f.suggestion) for f in found] == ([(words, right)] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        "He had had enough, and said that that was very very bad.",
        "He said that that would do, and that that man had had to go. Those who were there there stayed.",
        "They flew from Baden Baden to Bora Bora, past 60 60 and 70.",
        "Near Sirte Sirte’s elders met Hassan Hassan.",
        "Troops that came in in May went from town to town to town.",
        "“We waited and waited and waited, and it was really really cold,” he said.",
        "They came day after day after day.",
        "All he does he does for them.",
        "The list is as long as it is. It is long.",
        "The front was quiet.\n\nQuiet nights followed.",
        "They sat side by side by the river, lots and lots and lots of them.",
    ],
)
def test_what_is_right_when_doubled_is_left_alone(text: str, find: Find) -> None:
    assert find("doubled-word", HEADLINE + text) == []

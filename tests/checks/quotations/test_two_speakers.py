from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]
HEADLINE = "Talks go on in Berlin\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sergei Lavrov said: “We wait for their answer,” Dmitry Peskov told reporters.", "Dmitry Peskov told reporters"),
        ("“We wait for their answer,” Sergei Lavrov said on Monday, Dmitry Peskov said.", "Dmitry Peskov said"),
        ("“The pass is open,” said a driver by telephone, a border guard said.", "a border guard said"),
        ("The captain said: “No bridge was won by waiting,” said the ferryman.", "said the ferryman"),
        ("The rebels’ envoy said “we are not afraid of winter”, the town’s mayor told reporters.", "the town’s mayor told"),
        ("“We wait,” Lavrov said, “but not for ever,” Peskov added.", "Peskov added"),
    ],
)
def test_a_second_speaker_is_found(text: str, words: str, find: Find) -> None:
    assert [f.span.text for f in find("two-speakers", HEADLINE + text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "“We wait for their answer,” Sergei Lavrov said, according to Dmitry Peskov.",
        "According to the Kremlin, “We wait for their answer,” Vladimir Putin said.",
        "Sergei Lavrov said: “We wait for their answer.” Dmitry Peskov said there was no hurry.",
        "“We wait,” Lavrov said. “There is no hurry,” Peskov said.",
        "“The pass is open,” the army said in a statement, Interfax reported.",
        "“I am well,” the governor said, his spokesman said.",
        "Lavrov said he would wait, and “not for ever”, Peskov added.",
    ],
)
def test_chains_and_neighbours_are_right(text: str, find: Find) -> None:
    assert find("two-speakers", HEADLINE + text) == []


def test_the_same_words_of_one_speaker_are_right(find: Find) -> None:
    quoted = "“We shall go on talking as long as they do”"
    text = f"{quoted}, said Antony Blinken.\n\nThe envoy flew home.\n\n{quoted}, Blinken said once more."
    assert find("same-words-two-people", HEADLINE + text) == []
    other = text.replace("Blinken said once more", "Sergei Lavrov said")
    assert [f.message for f in find("same-words-two-people", HEADLINE + other)] == [
        "the same words are given to Antony Blinken further up and to Sergei Lavrov here"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iran’s envoy called it “the last train of the night”. France’s envoy called it “the last train of the night”.", 1),
        ("“The wells are dry and nobody comes,” said the mayor. “Nobody comes and the wells are dry,” said a teacher.", 1),
        ("“The wells are dry and nobody comes to us,” said the mayor. “Nobody comes to us, and nobody will,” said a teacher.", 0),
        ("The minister called it “the last train of the night”. The envoy called it “the last train of the night”.", 0),
        ("Iran’s envoy called it “the last train of the night”. He said it was “the last train of the night”.", 0),
    ],
)
def test_the_same_words_of_two_who_are_surely_two(text: str, found: int, find: Find) -> None:
    assert len(find("same-words-two-people", HEADLINE + text)) == found

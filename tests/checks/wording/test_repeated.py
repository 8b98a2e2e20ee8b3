from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]
HEADLINE = "Talks go on in Berlin\n\n"
SENTENCE = "The envoys of both sides left the hall without a word to the press."


def test_a_sentence_that_stands_twice_is_found_once(find: Find) -> None:
    found = find("repeated-sentence", f"{HEADLINE}{SENTENCE} It was late.\n\nNobody spoke of a date. {SENTENCE}")
    assert [(f.span.text, f.severity) for f in found] == [(SENTENCE, "warning")]


def test_a_word_changed_does_not_hide_it(find: Find) -> None:
    other = SENTENCE.replace("hall", "room")
    assert [f.span.text for f in find("repeated-sentence", f"{HEADLINE}{SENTENCE} It was late.\n\nIt rained. {other}")] == [other]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Both bridges stay closed. A convoy waits. Both bridges stay closed.", "Both bridges stay closed."),
        (
            "A train with 30 miners aboard left the town. It was late. A train carrying 30 miners has left the town.",
            "A train carrying 30 miners has left the town.",
        ),
        (
            "He has led the party for nearly ten years. It was late. For almost ten years he has led the party.",
            "For almost ten years he has led the party.",
        ),
        (
            "The shell hit a school near the station. Glass broke; the shell hit a school close to the station.",
            "the shell hit a school close to the station.",
        ),
    ],
)
def test_what_is_told_again_in_other_order_is_found(text: str, words: str, find: Find) -> None:
    assert [f.span.text for f in find("repeated-sentence", HEADLINE + text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met in the old hall. They parted. The envoys will meet in the old hall.",
        "Why did the army leave the town? It was late. Why did the army leave the town?",
        "The army shelled the militia. They parted. The militia shelled the army.",
        "The army took the southern bridge. They parted. The army did not take the southern bridge.",
        "The army took the southern bridge. They parted. The army took the northern bridge.",
        # Another number, another fact.
        "In the south 12 people were killed by a shell on Monday night.\n\nIt went on. "
        "In the south 15 people were killed by a shell on Monday night.",
        # A refrain of a speech.
        "“We shall not leave the places where our fathers lived,” he said.\n\n"
        "“We shall not leave the places where our fathers lived,” he cried.",
        "It was late and dark.\n\nThen came the snow. It was late and dark.",
    ],
)
def test_other_facts_and_refrains_are_right(text: str, find: Find) -> None:
    assert find("repeated-sentence", HEADLINE + text) == []


def test_a_live_page_that_takes_up_its_own_gives_notes(find: Find) -> None:
    told = [
        f"The {place} bridge was closed to all but the army and its {n} lorries."
        for n, place in enumerate(("north", "old", "rail", "town", "west"), 2)
    ]
    text = HEADLINE + " ".join(told) + "\n\nIt snowed.\n\n" + " ".join(told)
    assert {f.severity for f in find("repeated-sentence", text)} == {"note"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Scholz said that the pipeline would not be opened this year and that the pipeline would not be opened this year.",
            "that the pipeline would not be opened this year",
        ),
        (
            "The troops will return to their barracks soon, and he said the troops will return to their barracks soon.",
            "the troops will return to their barracks soon",
        ),
    ],
)
def test_a_clause_that_stands_twice_is_found(text: str, words: str, find: Find) -> None:
    assert [f.span.text for f in find("repeated-clause", HEADLINE + text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Of the young, 40 percent said they would vote for the left, "
        "and of the old 20 percent said they would vote for the right.",
        "“We will not give up this land, we will not give up this land,” he said.",
        "The minister of foreign affairs of Russia met the minister of foreign affairs of Ukraine.",
    ],
)
def test_parallels_and_speeches_are_right(text: str, find: Find) -> None:
    assert find("repeated-clause", HEADLINE + text) == []

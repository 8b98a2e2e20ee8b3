from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("later", "words", "right"),
    [
        ("Pekov said it was too early.", "Pekov", "Peskov"),
        ("A letter was handed to Peskob on Friday.", "Peskob", "Peskov"),
        ("Peksov’s words were heard in Kyiv.", "Peksov", "Peskov"),
    ],
)
def test_a_slip_in_a_surname_is_found(find: Find, later: str, words: str, right: str) -> None:
    found = find("surname-slip", f"Dmitry Peskov spoke in Moscow on Thursday. {later} Peskov did not answer questions.")
    assert [(f.span.text, f.suggestion) for f in found] == [(words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Hillary Clinton spoke on Thursday. The Clintons have a house there.",
        "Aine Davis was arrested. His brother said that David would call.",
        "Dmitry Peskov spoke in Moscow on Thursday. The train left for Pskov at noon.",
        "Boris Johnson and Ron Johnston met on Thursday. Johnston said little.",
        "Jimmy Carter spoke on Thursday. It is against the Charter of the organisation.",
        "Volodymyr Zelensky spoke on Thursday. Zelenskyy said little.",
    ],
)
def test_other_words_and_other_people_are_left_alone(find: Find, text: str) -> None:
    assert find("surname-slip", text) == []


def test_where_the_full_name_is_the_wrong_one_the_surname_is_left_alone(find: Find) -> None:
    assert find("surname-slip", "Annalena Baerbcok spoke in Berlin on Thursday. Baerbock said that Germany would wait.") == []


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Volodymyr Zelensky spoke in Kyiv on Thursday. In the evening Zelnesky left for Lviv.", "Zelnesky", "Zelensky"),
        ("Abhisit Vejjajiva spoke in Bangkok on Thursday. Abhsiit said that the vote would be held.", "Abhsiit", "Abhisit"),
    ],
)
def test_letters_in_another_order_are_no_transcription(find: Find, text: str, words: str, right: str) -> None:
    assert [(f.span.text, f.suggestion) for f in find("surname-slip", text)] == [(words, right)]

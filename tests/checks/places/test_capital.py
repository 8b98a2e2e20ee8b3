from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Crowds marched in the capital, Lagos, as Nigeria's army watched.", "Abuja"),
        ("In Australia's capital, Sydney, the minister spoke.", "Canberra"),
        ("In Hungary's capital Bratislava, the minister spoke.", "Budapest"),
        ("The capital of Kazakhstan, Almaty, was quiet.", "Astana"),
        ("They flew to Karachi, Pakistan's capital.", "Islamabad"),
        ("In Istanbul, capital of Turkey, crowds met.", "Ankara"),
        ("Zurich is the capital of Switzerland.", "Bern"),
        ("The Brazilian capital São Paulo was calm.", "Brasilia"),
        ("They went to Osaka, Japan's seat of government.", "Tokyo"),
        ("Crowds met in Nigeria. In Lagos, the federal capital, roads were closed.", "Abuja"),
        ("Crowds met in Geneva, which is the Swiss capital.", "Bern"),
        ("The capital of Vietnam is Da Nang.", "Hanoi"),
        ("Batumi, capital of the republic of Georgia, was calm.", "Tbilisi"),
        ("The fair in Krakow (the Polish capital) was closed.", "Warsaw"),
        ("The minister went to Yangon, the capital of Myanmar.", "Naypyidaw"),
        ("The embassy in Valletta, the capital of Pakistan, was closed.", "Islamabad"),
    ],
)
def test_a_town_that_is_no_capital_is_found(text: str, right: str, find: Find) -> None:
    (found,) = find("no-capital", text)
    assert found.suggestion == right


@pytest.mark.parametrize(
    "text",
    [
        "Lagos was the capital of Nigeria until 1991.",
        "Almaty, the commercial capital of Kazakhstan, was quiet.",
        "The Turkish capital Ankara and Ukraine's capital, Kyiv, were calm.",
        "In the Iraqi Kurdish capital Irbil, fires burned.",
        "The Syrian army took Idlib, the capital of Idlib province.",
        "He flew to The Hague, the Dutch seat of government, and to Cotonou, Benin's seat of government.",
        "The Yemeni capital, Aden, was shelled.",
        "Barcelona, the Catalan capital, was calm.",
        "Troops from Kharkiv oblast held the capital, Kharkiv, while Ukraine voted.",
        "Myanmar's former capital, Yangon, was calm.",
    ],
)
def test_other_capitals_are_left_alone(text: str, find: Find) -> None:
    assert find("no-capital", text) == []

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Between 500 and 300 troops have arrived.",
    "The army put the dead at between 60 and 40.",
    "He spoke of an average of 50 violations a day, ranging from 10 to 40.",
    "The fund will lend between $5 billion and $3 billion.",
    "He expects between 90 and 60 days of fighting.",
)
RIGHT = (
    "Between 300 and 500 troops have arrived.",
    "The office is open between 10 and 6.",
    "Losses were between 900 million and 1.2 billion euros.",
    "The talks took between 50 minutes and two hours.",
    "The attack was between 11 pm and 6 am.",
    "He spoke of an average of 25 violations a day, ranging from 10 to 40.",
    "The treaty was in force between 2010 and 2003 rules.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("bounds", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("bounds", text) == []

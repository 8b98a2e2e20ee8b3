from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The EU offered €1.2 billion ($1.3 million) in aid.",
    "The fine of 5 million euros ($5.7 billion) is due.",
    "The deal is worth $20 billion (17.7 million euros).",
)
RIGHT = (
    "The EU offered €1.2 billion ($1.3 billion) in aid.",
    "The loan is 3 billion roubles ($40 million).",
    "He paid £1,000 ($1,350).",
    "The gift of $5 million (or €4m) was refused.",
    "The fine is 300 million zlotys ($75 million).",
    "The fine was 100,000 pounds (about 10,000 dollars) in Cairo.",
    "The fund has 500 billion euros ($657  billion).",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("exchange", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("exchange", text) == []

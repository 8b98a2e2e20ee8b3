from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The envoys held a 12-hour meeting from 9 am to 11 am.",
    "They met for eight hours, from 10 am to 1 pm.",
    "The two spoke for 90 minutes, from 3pm to 8pm.",
    "From 10:00 to 12:30 they talked for six hours.",
    "The four-hour session, which ran from 10 a.m. to noon, was tense.",
    "Talks began at 9 am and ended at 11 am, lasting six hours.",
)
RIGHT = (
    "The envoys held a two-hour meeting from 9 am to 11 am.",
    "They met for eight hours, from 10 am to 6 pm.",
    "The two spoke for 90 minutes, from 3:10pm to 4:40pm.",
    "There is a 24-hour post, open from 9 am to 5 pm every day.",
    "They sat for three hours, from 10 to 1.",
    "The curfew lasts eight hours, from 10 pm to 6 am.",
    "Eight hours after the truce began, from 3 am to 4 am, shells fell.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("length-of-time", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("length-of-time", text) == []

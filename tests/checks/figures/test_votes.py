from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The Security Council voted 13 to four with two abstentions.",
    "The US Senate voted 69 to 42 for the bill.",
    "The Duma passed the law by 351 to 116.",
    "The 141-member parliament voted 90 to 60 to ratify the treaty.",
    "The General Assembly adopted the text by 141 votes to 65, with 12 abstentions.",
    "The 450-seat Verkhovna Rada adopted it with 320 in favour and 190 against.",
    "In the Security Council 11 voted in favour, one against and two abstained.",
    "Parliament, which has 450 seats, voted 300 to 200 in favour.",
    "The Senate in Washington confirmed him 60-45.",
    "The resolution passed in the Security Council with 12 votes in favour, 4 against and 3 abstentions.",
)
RIGHT = (
    "The Security Council voted 11 to two with two abstentions.",
    "The US Senate voted 69 to 30 for the bill.",
    "The Duma passed the law by 351 to 16.",
    "The 141-member parliament voted 90 to 50 to ratify the treaty.",
    "The team lost to the Security Council staff 13 to 4.",
    "The Italian Senate voted 169 to 142 for the decree.",
    "Of the 450 deputies 226 voted in favour and 190 against.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("votes", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("votes", text) == []

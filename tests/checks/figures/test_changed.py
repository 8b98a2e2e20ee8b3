from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The United States will send 1,200 troops to Romania, the Pentagon said.\n\n"
    "The decision was made on Monday.\n\n"
    "The 2,100 troops will come from Germany.",
    "An explosion killed 12 people in a market in Donetsk on Wednesday.\n\n"
    "The explosion, which killed 21 people, broke windows in the whole street.",
)
RIGHT = (
    "The United States will send 1,200 troops to Romania, the Pentagon said.\n\nThe 1,200 troops will come from Germany.",
    "The United States has 1,200 troops in Romania.\n\nThe 8,500 troops on alert have not been told where they will go.",
    "Latvia expelled 12 diplomats and Russia 21 diplomats.\n\nThe 33 diplomats were given a week.",
    "About 1,200 troops are in Romania, the Pentagon said.\n\nThe 1,170 troops will come home in spring.",
    "An explosion killed 12 people in a market in Donetsk.\n\n"
    "The toll of the explosion later rose to 21 people killed, officials said.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("changed-figure", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("changed-figure", text) == []

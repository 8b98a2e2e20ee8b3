from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Rebels released 21 of the 12 hostages.",
    "35 of the alliance's 30 members agreed.",
    "The plane, with 50 people on board, crashed near Kursk, killing all 60.",
    "Eighteen out of 15 members voted.",
    "The helicopter was carrying 12 soldiers. All 15 were killed.",
    "All 32 of the 28 crew survived.",
    "The ferry was carrying 120 people; 150 bodies have been found.",
)
RIGHT = (
    "Rebels released 12 of the 21 hostages.",
    "The plane, with 60 people on board, crashed near Kursk, killing all 60.",
    "The plane, with 50 people on board, crashed into a market, killing 60, ten of them on the ground.",
    "Some 30 of the alliance's 30 members agreed.",
    "In 2014, 15 of the 12,000 prisoners were freed.",
    "About six in ten of the three million voters agreed.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("more-than-whole", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("more-than-whole", text) == []

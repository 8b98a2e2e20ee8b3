from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Of the grain, 55 per cent went by road, 30 per cent by sea and 25 per cent by air.",
    "Voters chose to stay in the union by 52.1 per cent to 58.",
    "Two thirds of the country's income comes from gas, another half from tin and the rest from farms.",
    "Officials said 88 per cent of those who voted had chosen independence. Nineteen per cent said no.",
    "The commission gave the president 70 per cent of the vote, his rival 20 per cent and two others 14 per cent between them.",
)
RIGHT = (
    "Of the grain, 55 per cent went by road, 30 per cent by sea and 15 per cent by air.",
    "Voters chose to stay in the union by 52.1 per cent to 47.9.",
    "Two thirds of the country's income comes from gas, another quarter from tin and the rest from farms.",
    "Officials said 88 per cent of those who voted had chosen independence. Eleven per cent said no.",
    "With 80 per cent of ballots counted, the president had 51 per cent, his rival 44 per cent and others 5 per cent.",
    "Exports by road rose by 55 per cent, by sea by 30 per cent and by air by 25 per cent.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("shares-of-one", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("shares-of-one", text) == []

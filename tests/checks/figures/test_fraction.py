from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Two thirds (45 per cent) of Germans oppose the plan.",
    "A third (45 per cent) of those asked agreed.",
    "Nearly half (30 per cent) of the soldiers are conscripts.",
    "More than half, 42 per cent, said they feared a war.",
    "A majority of Ukrainians (41 per cent) want to join NATO.",
    "One in five Germans, or 35 percent, said so.",
    "Three quarters of the gas (55%) comes from Russia.",
    "About a quarter of the troops, or 45 per cent, have left.",
    "Just over half of the members - 38 percent - agreed.",
    "Nine out of ten (65 percent) want peace.",
)
RIGHT = (
    "Two thirds (67 per cent) of Germans oppose the plan.",
    "Nearly half (47 per cent) of the soldiers are conscripts.",
    "More than half, 62 per cent, said they feared a war.",
    "A majority of Ukrainians (59 per cent) want to join NATO.",
    "About a third of the troops, or 30 per cent, have left.",
    "A large minority (41 per cent) disagree.",
    "A third of the budget, and 60 per cent of the credits, go to the army.",
    "Half of the troops left in 2020 (45 per cent of them by rail).",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("fraction", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("fraction", text) == []

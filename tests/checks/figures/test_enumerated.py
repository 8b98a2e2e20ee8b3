from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The court charged the general on four counts: murder, torture and pillage.",
    "The plan has five points: no use of force; an end to the siege; free passage for aid; and talks on the border.",
    "The rebels make two demands. First, they want a truce. Second, they want their men freed. And "
    "third, they want a road for aid.",
    "The envoys agreed on a trio of steps: truce, roads for aid, exchange of prisoners and new talks.",
)
RIGHT = (
    "The court charged the general on three counts: murder, torture and pillage.",
    "The plan has four points: no use of force; an end to the siege; free passage for aid; and talks on the border.",
    "The rebels make three demands. First, they want a truce. Second, they want their men freed. "
    "And third, they want a road for aid.",
    "The court named two men: an officer, the head of the guard, and a driver.",
    "The plan has four points, among them these: a truce, roads and prisoners.",
    "He has been at it for two years: fields, roads and bridges are clear of mines.",
    "One of the four counts is new: murder, torture and pillage had been charged before.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("enumerated", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("enumerated", text) == []

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The ministry put the number of dead at 61: 30 civilians, 19 soldiers and 14 rebels.",
    "The airline cancelled ten flights on Monday, six to Riga and three to Vilnius.",
    "Shells hit 40 houses on Sunday, the mayor said. Of these, 12 burned down, 20 lost their roofs "
    "and the other 18 can be lived in.",
    "The ferry took 90 refugees to Bari, among them 40 Syrians. The others came from Iraq (25), Egypt (15) and Sudan (20).",
    'Some came late. He counted 20 dead by the gate and 15 in the yard. "That makes 45," he said.',
    "The party won 61 seats, its partner 20 and the opposition 30 in the 101-member assembly.",
    "Police have found 12 of the 20 men, leaving nine to be found.",
    "The bench of nine judges split three ways: four for a new count, three against, and three who would not rule.",
    "He named 30 witnesses, 12 of them soldiers and the other 20 civilians.",
    "Poland has sent 30 doctors, Latvia 20 and Estonia 15, or 75 in all.",
    "The convoy is made up of 50 vehicles: 20 lorries, 12 buses and 15 ambulances.",
)
RIGHT = (
    "The ministry put the number of dead at 63: 30 civilians, 19 soldiers and 14 rebels.",
    "The airline cancelled ten flights on Monday, six to Riga and four to Vilnius.",
    "The airline cancelled about ten flights on Monday, six to Riga and three to Vilnius.",
    "Shells hit 50 houses on Sunday, the mayor said. Of these, 12 burned down, 20 lost their roofs "
    "and the other 18 can be lived in.",
    "The party won 61 seats and its partner 20 in the 101-member assembly.",
    "Police have found 12 of the 20 men, leaving eight to be found.",
    "Poland has sent 30 doctors, Latvia 20 and Estonia 15, or 65 in all.",
    "The talks of 2014 had three rounds: the first lasted 12 days, the second 20 days and the third two.",
    "The ministry named 61 dead, among them 30 civilians, 19 soldiers and four rebels.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("parts", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("parts", text) == []

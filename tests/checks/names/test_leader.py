from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

UKRAINE = "Russia has moved more tanks to the border of Ukraine. The Ukrainian army asked for help."


@pytest.mark.parametrize("surname", ["Zaleski", "Zolensky", "Zelinsko"])
def test_the_head_of_the_country_spoken_of_is_known_again(find: Find, surname: str) -> None:
    found = find("leader-surname", f"{UKRAINE} However, {surname} has remained firm.")
    assert [(f.span.text, f.suggestion) for f in found] == [(surname, "Zelensky")]


@pytest.mark.parametrize(
    "later",
    [
        "Zelensky has remained firm.",
        "Zelenskyy has remained firm.",
        "Marek Zaleski has remained firm. Zaleski said so.",
        "Christmas came.",
        "Zelenskos fell on the town.",
    ],
)
def test_known_and_introduced_surnames_are_left_alone(find: Find, later: str) -> None:
    assert find("leader-surname", f"{UKRAINE} {later}") == []


def test_silent_without_a_date(find: Find) -> None:
    assert find("leader-surname", "The tanks came closer. However, Zaleski has remained firm.", None) == []

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

FIRST = "Antony Blinken met Sergei Lavrov in Geneva on Friday."


@pytest.mark.parametrize(
    "second",
    [
        "The meeting of Blinken and Lavrov in Vienna on Friday lasted an hour.",
        "Blinken and Lavrov held talks in Paris on Friday for two hours.",
    ],
)
def test_one_meeting_in_two_towns_is_found(second: str, find: Find) -> None:
    (found,) = find("two-venues", f"{FIRST} Aides were tired. {second}")
    assert found.suggestion == "Geneva"
    assert found.basis == f"“{FIRST}”"


@pytest.mark.parametrize(
    "second",
    [
        "Blinken and Lavrov will meet in Paris on Monday.",
        "Blinken and Lavrov met again in Paris on Friday.",
        "Blinken and Wang Yi met in Paris on Friday.",
        "Blinken and Lavrov held talks in Geneva on Friday for two hours.",
    ],
)
def test_another_meeting_is_left_alone(second: str, find: Find) -> None:
    assert find("two-venues", f"{FIRST} {second}") == []

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
    ("text", "words"),
    [
        ("OSLO - The envoys of both sides met here on Monday. After the talks in Madrid they said little.", "Madrid"),
        ("The ministers agreed on a truce in Oslo on Monday. Both thanked their hosts in Madrid for the room.", None),
        ("The ministers agreed on a truce in Oslo on Monday. The envoy thanked his hosts in Madrid for the room.", "Madrid"),
        ("OSLO - The two sides signed a truce on Monday. Madrid hosted them for three days.", "Madrid"),
        ("OSLO - The two sides signed a truce on Monday. Delegates smiled. The two shook hands in the Spanish capital.",
         "the Spanish capital"),
        ("OSLO - The two sides signed a truce on Monday. The talks in Madrid last year had failed.", None),
        ("OSLO - The two sides signed a truce on Monday. The foreign minister spoke in Madrid.", None),
        ("OSLO - The two sides will meet on Monday. The talks in Madrid ended.", None),
    ],
)  # fmt: skip
def test_the_meeting_of_the_lead_is_where_the_lead_has_it(text: str, words: str | None, find: Find) -> None:
    assert [finding.span.text for finding in find("two-venues", text)] == ([words] if words else [])


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

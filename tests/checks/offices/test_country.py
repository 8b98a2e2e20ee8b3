from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("The German president, Emmanuel Macron, spoke.", "German", "French"),
        ("Ukrainian Foreign Minister Sergei Lavrov spoke.", "Ukrainian", "Russian"),
        ("US President Emmanuel Macron spoke.", "US", "French"),
        ("Poland’s defence minister, Sergei Shoigu, spoke.", "Poland’s", "Russia’s"),
    ],
)
def test_a_wrong_country_is_found(find: Find, text: str, words: str, right: str) -> None:
    assert [(f.span.text, f.suggestion) for f in find("office-country", text)] == [(words, right)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The French president, Emmanuel Macron, spoke.", "2022-01-27"),
        ("The German president met the French president, Emmanuel Macron, in Berlin.", "2022-01-27"),
        ("The German president, Emmanuel Macron, spoke.", None),
    ],
)
def test_the_right_country_is_left_alone(find: Find, text: str, date: str | None) -> None:
    assert find("office-country", text, date) == []

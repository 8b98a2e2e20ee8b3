from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


def test_each_other_spelling_is_told_once(find: Find) -> None:
    text = "Sergei Shoigu spoke on Thursday. Shoygu gave no figure. Shoygu left at noon. Shoigu came back."
    assert [(f.span.text, f.suggestion, f.severity) for f in find("name-spellings", text)] == [("Shoygu", "Shoigu", "note")]


@pytest.mark.parametrize(
    "text",
    [
        "Sergei Shoigu spoke on Thursday. Shoigu gave no figure.",
        "Bashar al-Assad spoke on Thursday. Assad gave no figure.",
        "Chris Christie spoke on Thursday in the church of Christ.",
        "Ahmad Hassan and Layla Hasan spoke on Thursday.",
    ],
)
def test_articles_and_other_people_are_left_alone(find: Find, text: str) -> None:
    assert find("name-spellings", text) == []

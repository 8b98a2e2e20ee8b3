from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Russian Foreign Minister Sergei Ryabkov spoke.", "Foreign Minister", "Deputy Foreign Minister"),
        ("Foreign Minister Alexander Grushko of Russia spoke.", "Foreign Minister", "Deputy Foreign Minister"),
        ("Russian Deputy Foreign Minister Sergei Lavrov spoke.", "Deputy Foreign Minister", "Foreign Minister"),
        ("US Vice President Joe Biden spoke.", "Vice President", "President"),
        (
            "They were Dmitry Kozak, chief of staff at the Kremlin, Andriy Yermak, and two others.",
            "chief of staff",
            "deputy chief of staff",
        ),
        ("US President Kamala Harris spoke.", "President", "Vice President"),
        ("Lloyd Austin, the US deputy secretary of defense, spoke.", "deputy secretary of defense", "secretary of defense"),
    ],
)
def test_a_wrong_rank_is_found(find: Find, text: str, words: str, right: str) -> None:
    assert [(f.span.text, f.suggestion) for f in find("office-rank", text)] == [(words, right)]


def test_a_deputy_printed_with_the_country_too(find: Find) -> None:
    (found,) = find("office-rank", "US Secretary of State Antony Blinken spoke.", "2016-04-24")
    assert (found.span.text, found.suggestion) == ("Secretary of State", "Deputy Secretary of State")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Russian Deputy Foreign Minister Sergei Ryabkov spoke.", "2022-01-27"),
        ("Sergei Ryabkov, deputy to Foreign Minister Sergei Lavrov, spoke.", "2022-01-27"),
        ("US Vice President Joe Biden spoke.", "2015-03-01"),
        ("Then Vice President Joe Biden was against it.", "2022-01-27"),
        ("US Vice President Joe Biden spoke.", None),
    ],
)
def test_the_right_rank_is_left_alone(find: Find, text: str, date: str | None) -> None:
    assert find("office-rank", text, date) == []

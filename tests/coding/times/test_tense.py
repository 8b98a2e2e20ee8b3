from __future__ import annotations

import datetime as dt

import pytest

from detente.coding.times import timexes
from detente.coding.times.tense import worded_tense
from detente.coding.times.words import words_of


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The court will rule Monday.", "future"),
        ("The court is expected to rule on Monday.", "future"),
        ("The debt will be paid Monday.", "future"),
        ("The talks are to be held Monday.", "future"),
        ("On Monday, the two sides will meet.", "future"),
        ("The envoys agreed to meet Monday.", "future"),
        ("The envoys met Monday.", "past"),
        ("The bridge was closed Monday.", "past"),
        ("Some unnamed men shot at the bus Monday.", "past"),
        ("The convoy, which will be searched, left Monday.", "past"),
        ("The border is open Monday.", "present"),
        ("Monday.", "past"),
    ],
)
def test_the_words_near_an_expression_tell_its_tense(text: str, tense: str) -> None:
    assert worded_tense(words_of(text))(text.index("Monday")) == tense


def test_without_a_parse_the_words_decide_where_a_day_lies() -> None:
    thursday = dt.date(2022, 1, 27)
    assert [t.value for t in timexes("He left Monday and will return Monday.", thursday)] == ["2022-01-24", "2022-01-31"]


def test_what_happened_on_a_day_is_past_whatever_is_said_of_it() -> None:
    thursday = dt.date(2022, 1, 27)
    (raid,) = timexes("They will not forget Monday's raid.", thursday)
    (vote,) = timexes("They will not win Monday's vote.", thursday)
    assert (raid.value, vote.value) == ("2022-01-24", "2022-01-31")

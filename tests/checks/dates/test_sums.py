from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("In 2014, twelve years ago, Russia annexed the peninsula.", "8"),
        ("The march marks the 30th anniversary of the 2008 war.", "14th"),
        ("The 38-year-old engineer, born in Minsk in 1961, was freed.", "60"),
        ("She was born in 1931 and died in 2011 at the age of 60.", "79"),
        ("The 30-year-old alliance, founded in 1949, has 30 members.", "72"),
        ("The mission has been there for 40 years, since 1999.", "23"),
        ("The four-year war from 1992 to 2005 left scars.", "13"),
        ("The war lasted for 12 years, from 1980 to 1988.", "8"),
        ("He was detained on 3 January and freed two days later, on 9 January.", "6"),
        ("On 9 January, two days after the vote of 3 January, he fled.", "6"),
        ("The two met nine days ago, on 4 January.", "23"),
        ("The war, which began in 2014, has lasted for 15 years.", "8"),
        ("The truce was signed ten months ago, in October 2021.", "3"),
    ],
)
def test_what_does_not_add_up_is_found(text: str, right: str, find: Find) -> None:
    (found,) = find("sum-of-time", text)
    assert found.suggestion == right


@pytest.mark.parametrize(
    "text",
    [
        "In 2014, nearly eight years ago, Russia annexed the peninsula.",
        "The march marks the 14th anniversary of the 2008 war.",
        "She was born in 1931 and died in 2011, aged 80.",
        "The four-year war from 1992 to 1995 left scars.",
        "The war, which began in 2014, has lasted for nearly eight years.",
        "The envoy was on a three-day visit to Kyiv from 10 to 12 January.",
        "Three days after the vote of 3 January, on 6 January, he fled.",
        "The truce was signed three months ago, in October 2021.",
        "Next to the 49-year-old plant is a warehouse that opened in 2011.",
        "In 2004 they celebrated the tenth anniversary of the vote in 1994.",
        "He was born in 1980 to a 20-year-old teacher.",
    ],
)
def test_what_may_add_up_is_left_alone(text: str, find: Find) -> None:
    assert find("sum-of-time", text) == []

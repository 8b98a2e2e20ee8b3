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


@pytest.mark.parametrize(
    "text",
    [
        "Thirty years on, the coup of 1983 still divides them.",
        "The war was halted by a truce in August 2008, almost 30 years earlier.",
        "The envoys came to mark fifty years of the treaty, signed in 1987.",
        "The party has ruled since 2010, a period of 30 years.",
        "In power since 1994, he has ruled for 18 years.",
        "Ten years and two months after the war of August 2008, they are rivals.",
        "Ten years have passed since the war of 2008.",
        "The troops left on 20 January. They had taken the town on 5 January, six days earlier.",
        "The 16-day siege began on 3 January and ended on 8 January.",
        "The siege, which began on 3 January and ended on 8 January, lasted 12 days.",
        "Jailed in 2010 and freed in 2014, he spent eight years in prison.",
        "The alliance, founded in 1949, is 50 years old.",
        "Born in 1950, the minister is 60.",
        "The war, now in its fourth year, began in 2014.",
    ],
)
def test_a_distance_that_leads_to_no_day_told_is_found(text: str, find: Find) -> None:
    (found,) = find("sum-of-time", text)
    assert found.severity in ("error", "warning")


@pytest.mark.parametrize(
    "text",
    [
        "Nearly forty years on, the coup of 1983 still divides them.",
        "The war was halted by a truce in August 2008, more than 13 years earlier.",
        "The envoys came to mark 35 years of the treaty, signed in 1987.",
        "In power since 1994, he has ruled for 27 years.",
        "He fled in 1999. The war had begun in 1992, seven years earlier.",
        "The troops left on 20 January. They had taken the town on 5 January, fifteen days earlier.",
        "They marched four days before the 14th anniversary of the war of 8 August 2008.",
        "The war, now in its eighth year, began in 2014.",
        "He was jailed for ten years in 2018.",
    ],
)
def test_a_distance_that_leads_to_a_day_told_is_left_alone(text: str, find: Find) -> None:
    assert find("sum-of-time", text) == []

from __future__ import annotations

import pytest

from detente.coding.figures import numbers, read_number


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "approximate", "unit"),
    [
        ("8,500 troops", 8_500, None, None, False, None),
        ("two hundred and fifty men", 250, None, None, False, None),
        ("twenty-five thousand three hundred and six", 25_306, None, None, False, None),
        ("half a million people", 500_000, None, None, False, None),
        ("one and a half million", 1_500_000, None, None, False, None),
        ("1.5m people", 1_500_000, None, None, False, None),
        ("500m from the fence", 500, None, None, False, "m"),
        ("tens of thousands of troops", 20_000, 20_000, None, True, None),
        ("hundreds of thousands", 200_000, 200_000, None, True, None),
        ("dozens", 24, 24, None, True, None),
        ("several thousand", 3_000, 3_000, None, True, None),
        ("more than 13,000", 13_000, 13_000, None, False, None),
        ("at least 40", 40, 40, None, False, None),
        ("60,000-plus", 60_000, 60_000, None, False, None),
        ("up to 175,000", 175_000, None, 175_000, False, None),
        ("fewer than 30", 30, None, 30, False, None),
        ("nearly 400", 400, None, 400, True, None),
        ("just over 90 minutes", 90, 90, None, True, "minutes"),
        ("some 160 trainers", 160, None, None, True, None),
        ("between 130,000 and 150,000", 130_000, 130_000, 150_000, True, None),
        ("169,000 to 190,000", 169_000, 169_000, 190_000, True, None),
        ("$5 to $10 billion", 5e9, 5e9, 10e9, True, "USD"),
        ("$60 million", 60e6, None, None, False, "USD"),
        ("US$3bn", 3e9, None, None, False, "USD"),
        ("10bn euros", 10e9, None, None, False, "EUR"),
        ("£7.6bn", 7.6e9, None, None, False, "GBP"),
        ("a 20-million-dollar loan", 20e6, None, None, False, "USD"),
        ("45 percent", 45, None, None, False, "percent"),
        ("3.5%", 3.5, None, None, False, "percent"),
        ("an hour and forty minutes", 100, None, None, False, "minutes"),
        ("two and a half hours", 2.5, None, None, False, "hours"),
    ],
)
def test_value_and_bounds(
    text: str, value: float, low: float | None, high: float | None, approximate: bool, unit: str | None
) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.value, number.low, number.high) == (value, low, high)
    assert (number.approximate, number.unit) == (approximate, unit)


@pytest.mark.parametrize(
    "text",
    [
        "the G7 and the F-16",
        "Resolution 1973 and Article 5",
        "in 2014 and in 2015-2016",
        "at 3pm, 15:30 and 11 a.m.",
        "on February 4, 2022, and 12 March",
        "the 25th time",
        "John Brown, 34, said",
        "a 35-year-old man aged 36",
        "1. The first point",
        "two thirds of it",
        "UPDATE 1-Ministers meet",
        "13 to 14 January",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert numbers(text) == []


def test_a_change_is_no_range() -> None:
    assert [n.value for n in numbers("rose from 100 to 150")] == [100, 150]


def test_offsets_cover_the_words() -> None:
    text = "They lost more than 2,000 tents and dozens of carts."
    assert [text[n.begin : n.end] for n in numbers(text)] == ["more than 2,000", "dozens"]

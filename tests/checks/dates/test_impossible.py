from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "words",
    [
        "31 June",
        "June 31st",
        "30 February 2022",
        "Feb. 30",
        "29 February 2022",
        "29 February",
        "2022-02-30",
        "31/06/2021",
        "06/31/2021",
        "32 January",
    ],
)
def test_a_date_that_there_is_not_is_found(words: str, find: Find) -> None:
    (found,) = find("no-such-date", f"The envoys signed on {words}, officials said.")
    assert found.span.text == words.removesuffix(".")


@pytest.mark.parametrize(
    "text",
    [
        "In June 31 people died in the camp.",
        "Since April 31 soldiers have been held.",
        "The treaty of 29 February 2020 was signed in Doha.",
        "He was born on 29 February and is a judge.",
        "The deal of 2020 was closed on 29 February, they said.",
        "The convoy of 31 May was the last; the talks of 30 November failed.",
        "They fired 30 September rockets.",
    ],
)
def test_a_date_that_there_is_and_what_is_no_date_is_left_alone(text: str, find: Find) -> None:
    assert find("no-such-date", text) == []


def test_a_leap_day_near_a_leap_year_may_be_right(find: Find) -> None:
    assert find("no-such-date", "The summit of 29 February was short.", date="2020-03-02") == []


@pytest.mark.parametrize(
    "words",
    [
        "on 51 January",
        "on January 42,",
        "from January 9 to 51",
        "from 9-41 January",
        "on Sunday, the 42nd,",
        "on 7/97/2021",
        "on 2021-12-62",
        "on 2021-13-12",
        "on the thirty-first of June",
        "on 15 December 20211",
        "on December 15, 201,",
        "on 15 December 2102",
    ],
)
def test_days_and_years_with_a_slip_are_found(words: str, find: Find) -> None:
    assert find("no-such-date", f"The envoys met {words} in Vienna.")


@pytest.mark.parametrize(
    "text",
    [
        "On December 15, 201 people were freed.",
        "On January 9 and 10 45 people were freed.",
        "From January 9 to 31 the road was shut.",
        "The law of 24 August 410, he joked, holds.",
        "He met them on Sunday, the 30th, at noon.",
        "In June 86 people were freed.",
    ],
)
def test_numbers_that_are_no_date_are_left_alone(text: str, find: Find) -> None:
    assert find("no-such-date", text) == []

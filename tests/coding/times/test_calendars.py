from __future__ import annotations

import datetime as dt

import pytest

from detente.coding.times.calendars import easter, hebrew, islamic, nowruz, orthodox_easter


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (1998, "1998-04-12", "1998-04-19"),
        (2008, "2008-03-23", "2008-04-27"),
        (2014, "2014-04-20", "2014-04-20"),
        (2021, "2021-04-04", "2021-05-02"),
        (2022, "2022-04-17", "2022-04-24"),
        (2024, "2024-03-31", "2024-05-05"),
        (2038, "2038-04-25", "2038-04-25"),
    ],
)
def test_easter_of_both_churches(year: int, western: str, eastern: str) -> None:
    assert easter(year).isoformat() == western
    assert orthodox_easter(year).isoformat() == eastern


@pytest.mark.parametrize("year", range(1900, 2100))
def test_easter_is_a_sunday_and_the_eastern_never_earlier(year: int) -> None:
    assert easter(year).weekday() == orthodox_easter(year).weekday() == 6
    assert dt.date(year, 3, 22) <= easter(year) <= dt.date(year, 4, 25)
    assert easter(year) <= orthodox_easter(year)


@pytest.mark.parametrize(
    ("year", "month", "day", "kept"),
    [
        (1431, 10, 1, "2010-09-10"),
        (1438, 10, 1, "2017-06-25"),
        (1443, 10, 1, "2022-05-02"),
        (1444, 12, 10, "2023-06-28"),
        (1445, 9, 1, "2024-03-11"),
    ],
)
def test_the_islamic_calendar_is_within_a_day_of_the_day_kept(year: int, month: int, day: int, kept: str) -> None:
    assert abs((islamic(year, month, day) - dt.date.fromisoformat(kept)).days) <= 1


@pytest.mark.parametrize(
    ("year", "month", "day", "kept"),
    [
        (5776, 7, 1, "2015-09-14"),
        (5782, 1, 15, "2022-04-16"),
        (5783, 7, 10, "2022-10-05"),
        (5784, 9, 25, "2023-12-08"),
        (5784, 13, 14, "2024-03-24"),
        (5785, 1, 15, "2025-04-13"),
    ],
)
def test_days_of_the_hebrew_calendar(year: int, month: int, day: int, kept: str) -> None:
    assert hebrew(year, month, day).isoformat() == kept


def test_nowruz_is_a_day_earlier_in_some_leap_years() -> None:
    assert {year for year in range(1988, 2031) if nowruz(year).day == 20} == {*range(1996, 2029, 4), 2029}
    assert {nowruz(year).day for year in range(1988, 2031)} == {20, 21}

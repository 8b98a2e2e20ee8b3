from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from detente.coding.times import named_days as module
from detente.coding.times.named_days import ISLAMIC_BASIS, named_days, scheduled
from detente.errors import DataError


def days(name: str, year: int) -> list[str]:
    return [first.isoformat() for first, _ in named_days()[name].spans(year)]


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("good friday", 2022, "2022-04-15"),
        ("ash wednesday", 2022, "2022-03-02"),
        ("palm sunday", 2019, "2019-04-14"),
        ("pentecost", 2021, "2021-05-23"),
        ("ascension day", 2020, "2020-05-21"),
        ("orthodox easter", 2022, "2022-04-24"),
        ("orthodox christmas", 2022, "2022-01-07"),
        ("thanksgiving", 2021, "2021-11-25"),
        ("memorial day", 2022, "2022-05-30"),
        ("election day", 2016, "2016-11-08"),
        ("holodomor remembrance day", 2022, "2022-11-26"),
        ("nowruz", 2022, "2022-03-21"),
        ("lunar new year", 2022, "2022-02-01"),
        ("tet", 2020, "2020-01-25"),
        ("diwali", 2021, "2021-11-04"),
        ("yom kippur", 2022, "2022-10-05"),
        ("purim", 2022, "2022-03-17"),
        ("yom hashoah", 2021, "2021-04-08"),
        ("israel's independence day", 2021, "2021-04-15"),
        ("israel's independence day", 2022, "2022-05-05"),
        ("israel's independence day", 2024, "2024-05-14"),
        ("ukraine's independence day", 2022, "2022-08-24"),
        ("independence day of poland", 2021, "2021-11-11"),
        ("quds day", 2022, "2022-04-29"),
        ("quds day", 2023, "2023-04-14"),
        ("victory day", 2022, "2022-05-09"),
    ],
)
def test_the_day_of_a_year(name: str, year: int, first: str) -> None:
    assert days(name, year) == [first]


def test_the_islamic_year_moves_through_the_other_and_says_that_it_may_be_off() -> None:
    assert len(days("eid al-fitr", 2000)) == 2
    assert len(days("eid al-fitr", 2001)) == 1
    assert named_days()["eid al-fitr"].basis == ISLAMIC_BASIS
    assert named_days()["easter"].basis is None


def test_what_lasts_has_a_last_day() -> None:
    assert named_days()["ramadan"].spans(2022) == [(dt.date(2022, 4, 2), dt.date(2022, 5, 1))]
    assert named_days()["hanukkah"].spans(2024) == [(dt.date(2024, 12, 26), dt.date(2025, 1, 2))]


def test_a_day_of_many_countries_is_none_without_its_country() -> None:
    assert named_days()["independence day"].spans(2022) == []


def test_every_day_listed_has_its_weekday_and_season() -> None:
    """New year at a new moon between 21 January and 20 February, Diwali between mid-October and mid-November."""
    for year in range(1988, 2031):
        (new_year,) = days("lunar new year", year)
        assert f"{year}-01-21" <= new_year <= f"{year}-02-20"
    for year in range(1989, 2031):
        before, after = (dt.date.fromisoformat(days("lunar new year", y)[0]) for y in (year - 1, year))
        assert (after - before).days in (353, 354, 355, 383, 384, 385)
    for year in range(1989, 2027):
        before, after = (dt.date.fromisoformat(days("diwali", y)[0]) for y in (year - 1, year))
        assert (after - before).days in (353, 354, 355, 383, 384, 385)
        assert (10, 15) <= (after.month, after.day) <= (11, 15)


@pytest.mark.parametrize(
    "row",
    [
        "feast\t\tjulian\t12-25\t\t1",
        "feast\t\tgregorian\t13-25\t\t1",
        "feast\t\tgregorian\t12-25\tsometimes\t1",
        "feast\t\tislamic\t1 may\t\t1",
        "feast\t\tgregorian\t12-25",
        "feast\t\tgregorian\t12-25\t\t1\nape\t\tgregorian\t12-25\t\t1",
    ],
)
def test_a_row_that_cannot_be_read_is_named(row: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / module.FILE).write_text("\t".join(module.COLUMNS) + f"\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(module, "DATA", tmp_path)
    with pytest.raises(DataError, match=module.FILE.replace(".", "[.]")):
        named_days.__wrapped__()


def test_scheduled_is_found_beside_the_days() -> None:
    assert scheduled("the Winter Olympics in Beijing") == [
        ("Winter Olympics in Beijing 2022", dt.date(2022, 2, 4), dt.date(2022, 2, 20))
    ]

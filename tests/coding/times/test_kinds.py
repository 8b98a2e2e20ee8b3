"""Expressions that are neither plain dates nor feasts: runs of days, ages, parts of a month, what is counted from before."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.bench.times import measure
from detente.coding.times import Timex, timexes

THURSDAY = dt.date(2022, 1, 27)


def only(text: str, tense: str = "past", day: dt.date | None = THURSDAY) -> Timex:
    (found,) = timexes(text, day, tense=lambda _: tense)
    return found


@pytest.mark.parametrize(
    ("text", "extent", "value", "first"),
    [
        ("Police fired gas on a third straight night.", "a third straight night", "P3D", "2022-01-25"),
        ("Shells fell for a second consecutive day.", "a second consecutive day", "P2D", "2022-01-26"),
        ("Prices rose for the fourth successive month.", "the fourth successive month", "P4M", "2021-10-01"),
        ("They marched for three straight days.", "three straight days", "P3D", None),
        ("They marched on three consecutive nights.", "three consecutive nights", "P3D", None),
        ("They marched ten days in a row.", "ten days in a row", "P10D", None),
        ("It burned for two nights.", "two nights", "P2D", None),
    ],
)
def test_a_run_of_days_up_to_the_report_stands_for_them(text: str, extent: str, value: str, first: str | None) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.type, found.value) == (extent, "DURATION", value)
    assert (found.first.isoformat() if found.first else None) == first
    assert found.last == (THURSDAY if first else None)


@pytest.mark.parametrize(
    ("text", "extent", "value"),
    [
        ("The 40-year-old was freed.", "40-year-old", "P40Y"),
        ("A man of fifty, 52 years old, was freed.", "52 years old", "P52Y"),
        ("A baker aged 40 was freed.", "aged 40", "P40Y"),
        ("A six-month-old girl was found.", "six-month-old", "P6M"),
    ],
)
def test_ages_are_lengths_and_known_to_be_ages(text: str, extent: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.type, found.value, found.age) == (extent, "DURATION", value, True)


def test_other_lengths_are_no_ages() -> None:
    assert not only("It was a 40-year-long war.").age
    assert timexes("The convoy was aged 400 tons.", THURSDAY) == []


def test_the_bench_leaves_ages_out() -> None:
    record = {"id": "one", "text": "The 40-year-old left on Tuesday.", "dct": "2022-01-27", "timexes": []}
    _, lines = measure([record])
    assert [time["value"] for time in lines[0]["times"]] == ["2022-01-25"]


@pytest.mark.parametrize(
    ("text", "extent", "value", "first", "last"),
    [
        ("in the first week of March", "the first week of March", "2021-W09", "2021-03-01", "2021-03-07"),
        ("in the last week of May 2021", "the last week of May 2021", "2021-W21", "2021-05-25", "2021-05-31"),
        ("on the first day of June 2021", "the first day of June 2021", "2021-06-01", "2021-06-01", "2021-06-01"),
        ("the first weekend of May 2021", "the first weekend of May 2021", "2021-W17-WE", "2021-05-01", "2021-05-02"),
        ("in the last days of June 2021", "the last days of June 2021", "2021-06", "2021-06-26", "2021-06-30"),
        ("on the 7th.", "the 7th", "2022-01-07", "2022-01-07", "2022-01-07"),
        ("on next Tuesday, February 8,", "next Tuesday, February 8", "2022-02-08", "2022-02-08", "2022-02-08"),
        ("around Nov. 1", "around Nov. 1", "2021-11-01", "2021-11-01", "2021-11-01"),
        ("by the year two thousand and eight", "the year two thousand and eight", "2008", "2008-01-01", "2008-12-31"),
        ("on 5 July last year", "5 July last year", "2021-07-05", "2021-07-05", "2021-07-05"),
        ("He said at the weekend that they left.", "the weekend", "2022-W03-WE", "2022-01-22", "2022-01-23"),
        ("later in the day", "later in the day", "2022-01-27", "2022-01-27", "2022-01-27"),
    ],
)
def test_parts_of_the_calendar(text: str, extent: str, value: str, first: str, last: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.type, found.value) == (extent, "DATE", value)
    assert (found.first, found.last) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "extent", "type", "value"),
    [
        ("The raid began at dawn.", "dawn", "TIME", "2022-01-27TMO"),
        ("They talked into the early hours of Tuesday.", "the early hours of Tuesday", "TIME", "2022-01-25TMO"),
        ("He called around 7:15 p.m.", "around 7:15 p.m.", "TIME", "2022-01-27T19:15"),
        ("over a two-week period", "a two-week period", "DURATION", "P2W"),
        ("He changed over the years.", "the years", "DURATION", "PXY"),
        ("In the weeks that followed, he hid.", "the weeks", "DURATION", "PXW"),
        ("They met twice weekly.", "twice weekly", "SET", "P1W"),
        ("They fired dozens of shells a day.", "a day", "SET", "P1D"),
        ("They spoke the other day.", "the other day", "DATE", "PAST_REF"),
        ("They will know in the near future.", "the near future", "DATE", "FUTURE_REF"),
    ],
)
def test_times_lengths_and_references(text: str, extent: str, type: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.type, found.value) == (extent, type, value)


@pytest.mark.parametrize(
    "text",
    [
        "He had previously been the mayor.",
        "The talks will soon begin.",
        "A quarterly dividend was paid.",
        "They fear for the future of the city.",
        "A man in his early 20s and women in their mid-30s came.",
        "The dawn chorus was loud.",
        "In the end the second gate was shut.",
    ],
)
def test_what_only_orders_or_names_a_kind_is_no_time(text: str) -> None:
    assert timexes(text, THURSDAY) == []


def test_a_text_goes_on_from_what_was_told_before_it() -> None:
    told = timexes("The truce began on 3 May 2021.", THURSDAY)
    assert [t.value for t in timexes("It broke two days later, and that night he fled.", THURSDAY, told=told)] == [
        "2021-05-05",
        "2021-05-05TNI",
    ]
    assert timexes("It broke two days later.", THURSDAY)[0].value == "2022-01-29"


def test_what_is_only_compared_with_is_not_counted_from() -> None:
    text = "The third quarter brought $3 million, against $2 million a year earlier. The latest quarter beat a year earlier."
    assert [t.value for t in timexes(text, dt.date(1999, 11, 2))] == ["1999-Q3", "1998-Q3", "1999-Q3", "1998-Q3"]
    text = "It made $5 million in the nine months, up from a year earlier."
    assert [t.value for t in timexes(text, dt.date(1999, 11, 2))] == ["P9M", "1998"]


def test_a_quarter_that_is_still_to_come_is_not_the_latest() -> None:
    text = "The third-quarter profit fell. A fourth-quarter charge will follow. In the latest quarter it lost money."
    assert [t.value for t in timexes(text, dt.date(1999, 11, 2))] == ["1999-Q3", "1999-Q4", "1999-Q3"]
    text = "The third-quarter profit fell. It had risen in the corresponding period last year."
    assert [t.value for t in timexes(text, dt.date(1999, 11, 2))] == ["1999-Q3", "1998-Q3"]

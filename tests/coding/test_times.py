from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.bench.times import measure
from detente.coding.times import Timex, timexes

THURSDAY = dt.date(2022, 1, 27)


def told(text: str, tense: str = "past", day: dt.date | None = THURSDAY) -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.value) for t in timexes(text, day, tense=lambda _: tense)]


def only(text: str, tense: str = "past", day: dt.date | None = THURSDAY) -> Timex:
    (found,) = timexes(text, day, tense=lambda _: tense)
    return found


@pytest.mark.parametrize(
    ("text", "tense", "extent", "value"),
    [
        ("The envoys spoke on Wednesday.", "past", "Wednesday", "2022-01-26"),
        ("The envoys speak again on Wednesday.", "future", "Wednesday", "2022-02-02"),
        ("The border was shut on Thursday.", "past", "Thursday", "2022-01-27"),
        ("The border will be shut on Thursday.", "future", "Thursday", "2022-01-27"),
        ("The fleet sailed last Friday.", "past", "last Friday", "2022-01-21"),
        ("The fleet sails next Friday.", "present", "next Friday", "2022-01-28"),
        ("They condemn Monday's raid.", "present", "Monday", "2022-01-24"),
        ("Shells fell on Tuesday night.", "past", "Tuesday night", "2022-01-25TNI"),
    ],
)
def test_weekdays_follow_the_tense(text: str, tense: str, extent: str, value: str) -> None:
    assert told(text, tense) == [(extent, value)]


@pytest.mark.parametrize(
    ("text", "extent", "value"),
    [
        ("It was signed on Jan. 21 in Bern.", "Jan. 21", "2022-01-21"),
        ("It was signed on 21 January in Bern.", "21 January", "2022-01-21"),
        ("It was signed on the 3rd of May, 2019, in Bern.", "the 3rd of May, 2019", "2019-05-03"),
        ("It was signed on Nov 13, 2021.", "Nov 13, 2021", "2021-11-13"),
        ("It was signed on 5 September 2014.", "5 September 2014", "2014-09-05"),
        ("It was signed on Tuesday, November 13.", "Tuesday, November 13", "2021-11-13"),
        ("It ran out on December 20.", "December 20", "2021-12-20"),
        ("It was set for March 3.", "March 3", "2022-03-03"),
        ("It was signed on 2014-09-05.", "2014-09-05", "2014-09-05"),
        ("It was signed on 09/05/2014.", "09/05/2014", "2014-09-05"),
        ("It was signed on 25/12/2014.", "25/12/2014", "2014-12-25"),
        ("It was signed on 17.01.2020.", "17.01.2020", "2020-01-17"),
        ("They met on Christmas Eve.", "Christmas Eve", "2021-12-24"),
    ],
)
def test_dates_in_all_orders(text: str, extent: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.type, found.value) == (extent, "DATE", value)
    assert found.first == found.last == dt.date.fromisoformat(value)
    assert found.precision == "day"


@pytest.mark.parametrize("text", ["on February 30", "on 31 April 2021", "on 2021-02-30", "on 45/45/2020"])
def test_a_day_that_does_not_exist_is_never_resolved_to_a_day(text: str) -> None:
    assert all(found.precision != "day" for found in timexes(text, THURSDAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held from 10 to 20 February", [("10", "2022-02-10"), ("20 February", "2022-02-20")]),
        ("held Feb. 3-5, 2021, in Bern", [("Feb. 3", "2021-02-03"), ("5, 2021", "2021-02-05")]),
        ("held on April 3 and 4.", [("April 3", "2022-04-03"), ("4", "2022-04-04")]),
        ("on April 3 and 40 villages fell", [("April 3", "2022-04-03")]),
        ("between 2014 and 2018", [("2014", "2014"), ("2018", "2018")]),
    ],
)
def test_ranges_are_two_expressions(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "extent", "value", "first", "last"),
    [
        ("in December", "December", "2021-12", (2021, 12, 1), (2021, 12, 31)),
        ("early next month", "early next month", "2022-02", (2022, 2, 1), (2022, 2, 9)),
        ("by mid-February", "mid-February", "2022-02", (2022, 2, 10), (2022, 2, 19)),
        ("at the end of March", "the end of March", "2021-03", (2021, 3, 27), (2021, 3, 31)),
        ("by the end of the year", "the end of the year", "2022", (2022, 11, 2), (2022, 12, 31)),
        ("in the second half of 2021", "the second half of 2021", "2021-H2", (2021, 7, 1), (2021, 12, 31)),
        ("in the fourth quarter of 2021", "the fourth quarter of 2021", "2021-Q4", (2021, 10, 1), (2021, 12, 31)),
        ("this year's second quarter", "this year's second quarter", "2022-Q2", (2022, 4, 1), (2022, 6, 30)),
        ("since last summer", "last summer", "2021-SU", (2021, 6, 1), (2021, 8, 31)),
        ("this winter", "this winter", "2021-WI", (2021, 12, 1), (2022, 2, 28)),
        ("since 2014", "2014", "2014", (2014, 1, 1), (2014, 12, 31)),
        ("in the 1990s", "the 1990s", "199", (1990, 1, 1), (1999, 12, 31)),
        ("in the 20th century", "the 20th century", "19", (1900, 1, 1), (1999, 12, 31)),
        ("in nineteen ninety-six", "nineteen ninety-six", "1996", (1996, 1, 1), (1996, 12, 31)),
        ("in fiscal 2021", "fiscal 2021", "2021", (2021, 1, 1), (2021, 12, 31)),
        ("this week", "this week", "2022-W04", (2022, 1, 24), (2022, 1, 30)),
        ("last month", "last month", "2021-12", (2021, 12, 1), (2021, 12, 31)),
        ("the week of February 7", "the week of February 7", "2022-W06", (2022, 2, 7), (2022, 2, 13)),
        ("over the weekend", "the weekend", "2022-W03-WE", (2022, 1, 22), (2022, 1, 23)),
        ("in March of last year", "March of last year", "2021-03", (2021, 3, 1), (2021, 3, 31)),
    ],
)
def test_stretches_of_the_calendar(
    text: str, extent: str, value: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.value) == (extent, value)
    assert (found.first, found.last) == (dt.date(*first), dt.date(*last))


def test_a_month_ahead_lies_ahead() -> None:
    assert only("The court will rule in December.", "future").value == "2022-12"
    assert only("The court ruled in December.", "past").value == "2021-12"


@pytest.mark.parametrize(
    ("text", "extent", "value"),
    [
        ("three days ago", "three days ago", "2022-01-24"),
        ("two weeks ago", "two weeks ago", "2022-W02"),
        ("five months ago", "five months ago", "2021-08"),
        ("nearly ten years ago", "nearly ten years ago", "2012"),
        ("yesterday", "yesterday", "2022-01-26"),
        ("tomorrow morning", "tomorrow morning", "2022-01-28TMO"),
        ("last night", "last night", "2022-01-26TNI"),
        ("tonight", "tonight", "2022-01-27TNI"),
        ("now", "now", "PRESENT_REF"),
        ("recently", "recently", "PAST_REF"),
        ("at 9 a.m.", "9 a.m.", "2022-01-27T09:00"),
        ("at 14:30", "14:30", "2022-01-27T14:30"),
        ("They may one day agree.", "one day", "FUTURE_REF"),
        ("It was shelled in March.", "March", "2021-03"),
        ("by noon", "noon", "2022-01-27T12:00"),
        ("at 12:15 a.m. on Monday", "12:15 a.m. on Monday", "2022-01-24T00:15"),
    ],
)
def test_counted_from_the_report(text: str, extent: str, value: str) -> None:
    assert told(text) == [(extent, value)]


def test_counted_from_what_was_named_before() -> None:
    text = "The truce began on 3 May 2021; two days later it broke, and that night the town fell. The next morning they left."
    assert [value for _, value in told(text)] == ["2021-05-03", "2021-05-05", "2021-05-05TNI", "2021-05-06TMO"]


@pytest.mark.parametrize(
    ("text", "extent", "type", "value"),
    [
        ("They talked for eight hours.", "eight hours", "DURATION", "PT8H"),
        ("a two-day visit", "two-day", "DURATION", "P2D"),
        ("a decade of war", "a decade", "DURATION", "P10Y"),
        ("for several months", "several months", "DURATION", "PXM"),
        ("within hours", "hours", "DURATION", "PTXH"),
        ("in two and a half years", "two and a half years", "DURATION", "P2Y6M"),
        ("for twenty-four hours", "twenty-four hours", "DURATION", "PT24H"),
        ("for two hundred days", "two hundred days", "DURATION", "P200D"),
        ("half an hour", "half an hour", "DURATION", "PT30M"),
        ("a 24-year-old conscript", "24-year-old", "DURATION", "P24Y"),
        ("10 to 15 years in prison", "10 to 15 years", "DURATION", "PXY"),
        ("a months-long siege", "months-long", "DURATION", "PXM"),
        ("daily patrols", "daily", "SET", "P1D"),
        ("every week", "every week", "SET", "P1W"),
        ("every two weeks", "every two weeks", "SET", "P2W"),
        ("twice a month", "twice a month", "SET", "P1M"),
        ("every Tuesday", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("$2 million a year", "a year", "SET", "P1Y"),
    ],
)
def test_lengths_and_sets_stand_for_no_days(text: str, extent: str, type: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.type, found.value) == (extent, type, value)
    assert found.first is None
    assert found.last is None


@pytest.mark.parametrize(
    ("text", "extent", "value", "first", "last"),
    [
        ("in the coming days", "the coming days", "PXD", THURSDAY, dt.date(2022, 2, 3)),
        ("in the coming weeks", "the coming weeks", "PXW", THURSDAY, dt.date(2022, 2, 24)),
        ("over the past three years", "the past three years", "P3Y", dt.date(2019, 1, 27), THURSDAY),
        ("in recent weeks", "recent weeks", "PXW", dt.date(2021, 12, 30), THURSDAY),
        ("in the next 48 hours", "the next 48 hours", "PT48H", THURSDAY, dt.date(2022, 1, 29)),
    ],
)
def test_lengths_that_touch_the_report_stand_for_days(text: str, extent: str, value: str, first: dt.date, last: dt.date) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.type, found.value) == (extent, "DURATION", value)
    assert (found.first, found.last) == (first, last)


def test_in_two_weeks_is_a_distance_ahead_and_a_length_behind() -> None:
    ahead = only("They will meet in Berlin in two weeks.", "future")
    assert (ahead.type, ahead.value, ahead.first) == ("DATE", "2022-W06", dt.date(2022, 2, 7))
    assert only("They took the town in two weeks.", "past").value == "P2W"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Wednesday", "XXXX-WXX-3"),
        ("last week", "XXXX-WXX"),
        ("yesterday", "XXXX-XX-XX"),
        ("on Jan. 21", "XXXX-01-21"),
        ("in December", "XXXX-12"),
        ("two days ago", "XXXX-XX-XX"),
        ("this year", "XXXX"),
        ("last summer", "XXXX-SU"),
        ("this morning", "XXXX-XX-XXTMO"),
        ("in the coming days", "PXD"),
    ],
)
def test_without_a_report_date_relative_expressions_have_no_days(text: str, value: str) -> None:
    found = only(text, day=None)
    assert (found.value, found.first, found.last) == (value, None, None)


def test_without_a_report_date_absolute_expressions_keep_their_days() -> None:
    assert only("on 5 September 2014", day=None).first == dt.date(2014, 9, 5)
    assert only("since 2014", day=None).last == dt.date(2014, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "You may go, and they may march to the second gate.",
        "May they spring a surprise in the fall of the city?",
        "The Sun reported that he sat down.",
        "About 2000 people and 1,500 troops came.",
        "Three-quarters of the grain was lost.",
        "June Harker spoke to the commission.",
        "It was done as soon as he arrived.",
        "A quarter of the crew went to the Winter Games.",
        "",
    ],
)
def test_words_that_look_like_time_are_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("In May it rained.", "2021-05"), ("It fell on May 6.", "2022-05-06"), ("the march of 5 March", "2022-03-05")],
)
def test_months_that_are_words_too(text: str, value: str) -> None:
    assert only(text).value == value


PIECES = st.sampled_from([
    "the", "last", "next", "this", "a", "two", "40", "2014", "1990s", "'80s", "21st", "May", "30", "February", "of", "year",
    "years",
    "days", "ago", "later", "week-long", "quarter", "half", "century", "1/0", "99999999999", "Monday", "9", "a.m.", "24:59",
    "and",
    "to", "-", ",", ".", "in", "’s", "²", "early", "end", "every", "noon", "night", "9999-12-31", "fall", "fiscal", "before",
])  # fmt: skip
ANY_TEXT = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map(" ".join))


@given(ANY_TEXT, st.sampled_from([None, THURSDAY, dt.date(2024, 2, 29)]))
def test_any_text_gives_ordered_expressions_with_days_in_order(text: str, day: dt.date | None) -> None:
    reached = 0
    for found in timexes(text, day):
        assert reached <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        assert (found.first is None) == (found.last is None) == (found.precision is None)
        assert found.first is None or found.last is None or found.first <= found.last
        reached = found.end


def test_speed_is_linear_in_the_text() -> None:
    text = "The two sides met on Tuesday, 18 January, for eight hours and agreed to meet again in the coming weeks. "

    def seconds(copies: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            timexes(text * copies, THURSDAY)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(400) < 12 * seconds(50)


def test_measure_counts_extents_types_and_values() -> None:
    text = "They met on Tuesday and will meet for two days in early March."
    gold = [
        {"start": 12, "end": 19, "type": "DATE", "value": "2022-01-25"},
        {"start": 38, "end": 46, "type": "DATE", "value": "P2D"},
        {"start": 56, "end": 61, "type": "DATE", "value": "2020-03"},
        {"start": 0, "end": 4, "type": "DATE", "value": "X"},
    ]
    scores, lines = measure([{"id": "one", "text": text, "dct": "2022-01-27", "timexes": gold}])
    assert (scores["records"], scores["gold"], scores["predicted"]) == (1, 4, 3)
    assert scores["strict_precision"] == pytest.approx(2 / 3)
    assert scores["strict_recall"] == pytest.approx(1 / 2)
    assert scores["relaxed_precision"] == 1
    assert scores["relaxed_recall"] == pytest.approx(3 / 4)
    assert scores["relaxed_f1"] == pytest.approx(6 / 7)
    assert scores["type_accuracy"] == pytest.approx(2 / 3)
    assert scores["value_accuracy"] == pytest.approx(2 / 3)
    assert scores["value_f1"] == pytest.approx(6 / 7 * 2 / 3)
    assert lines[0]["id"] == "one"
    assert lines[0]["times"][0] == gold[0]


def test_measure_of_nothing_is_zero() -> None:
    scores, lines = measure([])
    assert lines == []
    assert set(scores.values()) == {0}

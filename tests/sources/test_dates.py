from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import BadDate
from detente.sources.dates import day

JAN_21 = dt.date(2022, 1, 21)


@pytest.mark.parametrize(
    "value",
    [
        "2022-01-21",
        " 2022-01-21 ",
        "20220121",
        20220121,
        "2022-01-21T23:59:59Z",
        "2022-01-21T23:59:59+05:00",
        "2022-01-21 10:00",
        "2022-01-21T10:00:00.123456",
        "20220121T100000",
        JAN_21,
        dt.datetime(2022, 1, 21, 23, tzinfo=dt.UTC),
    ],
)
def test_the_forms_that_are_read(value: object) -> None:
    assert day(value, "x") == JAN_21


@pytest.mark.parametrize("value", [None, "", "  "])
def test_blank_is_no_date(value: object) -> None:
    assert day(value, "x") is None


@pytest.mark.parametrize(
    "value",
    [
        "21.1.2022",
        "yesterday",
        "2022-02-30",
        "2022-13-01",
        "2022-01",
        "20221301",
        2022,
        1.5,
        True,
        [],
        "2022-01-21T25:00",
        "２０２２-01-21",
    ],
)
def test_what_is_no_date(value: object) -> None:
    with pytest.raises(BadDate, match=r"^x: .*no date"):
        day(value, "x")


@given(st.dates())
def test_every_day_is_read_in_both_forms(date: dt.date) -> None:
    assert day(date.isoformat(), "x") == day(date.isoformat().replace("-", ""), "x") == date


@given(st.text())
def test_any_text_gives_a_day_or_bad_date(text: str) -> None:
    try:
        found = day(text, "x")
    except BadDate as raised:
        error = raised
    else:
        assert found is None or type(found) is dt.date
        return
    assert error.name == "x"

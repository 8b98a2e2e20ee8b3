"""The date of an act. The report is of Wednesday, 15 May 2019."""

from __future__ import annotations

import datetime as dt

import pytest

DATED = [
    ("Chad attacked Niger.", "attacked", dt.date(2019, 5, 15)),
    ("Chad attacked Niger on Monday.", "attacked", dt.date(2019, 5, 13)),
    ("Chad attacked Niger yesterday.", "attacked", dt.date(2019, 5, 14)),
    ("On Tuesday, Chad attacked Niger.", "attacked", dt.date(2019, 5, 14)),
    ("Chad attacked Niger two days ago.", "attacked", dt.date(2019, 5, 13)),
    ("Chad attacked Niger on 3 May.", "attacked", dt.date(2019, 5, 3)),
    ("Chad attacked Niger on May 3, 2018.", "attacked", dt.date(2018, 5, 3)),
    ("Chad will visit Niger on Friday.", "visit", dt.date(2019, 5, 17)),
    ("Chad will send aid to Niger tomorrow.", "send", dt.date(2019, 5, 16)),
    ("Chad, which attacked Niger on Monday, imposed sanctions on Libya.", "attacked", dt.date(2019, 5, 13)),
    ("Chad, which attacked Niger on Monday, imposed sanctions on Libya.", "imposed", dt.date(2019, 5, 15)),
    ("Kenya said on Tuesday that Chad had attacked Niger.", "attacked", dt.date(2019, 5, 15)),
    ("Kenya said that Chad had attacked Niger on Sunday.", "attacked", dt.date(2019, 5, 12)),
    ("Kenya urged Chad on Monday to withdraw its troops from Niger.", "urged", dt.date(2019, 5, 13)),
]


@pytest.mark.parametrize(("text", "word", "day"), DATED)
def test_day(code, text, word, day):
    found = {e.evidence["trigger"][0].text: e.date for e in code(text, "event")}
    assert found.get(word) == day


BASES = [
    ("Chad attacked Niger.", "report date", "day"),
    ("Chad attacked Niger on Monday.", "Monday", "day"),
    ("Chad attacked Niger last month.", "last month", "month"),
    ("Chad attacked Niger in 2012.", "2012", "year"),
]


@pytest.mark.parametrize(("text", "basis", "precision"), BASES)
def test_how_the_date_is_known(code, text, basis, precision):
    (event,) = (e for e in code(text, "event") if e.event == "ASSAULT")
    assert basis in event.date_info.basis
    assert event.date_info.precision == precision


def test_a_month_has_a_first_and_a_last_day(code):
    (event,) = (e for e in code("Chad attacked Niger in March 2012.", "event") if e.event == "ASSAULT")
    assert (event.date, event.enddate) == (dt.date(2012, 3, 1), dt.date(2012, 3, 31))


def test_a_full_date_needs_no_report_date(code):
    (event,) = (e for e in code("Chad attacked Niger on May 3, 2018.", "event", None) if e.event == "ASSAULT")
    assert event.date == dt.date(2018, 5, 3)

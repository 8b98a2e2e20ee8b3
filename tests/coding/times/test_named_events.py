from __future__ import annotations

import datetime as dt

import pytest

from detente.coding.times import named_events as module
from detente.coding.times.named_events import known_in, plain_words, scheduled
from detente.coding.times.tables import DATA, rows


@pytest.mark.parametrize(
    ("words", "firsts"),
    [
        ("the Winter Olympics in Beijing", ["2022-02-04"]),
        ("the Beijing Olympics", ["2008-08-08", "2022-02-04"]),
        ("the Sochi Games", ["2014-02-07"]),
        ("the Tokyo Olympics", ["2021-07-23"]),
        ("NATO's summit in Madrid", ["2022-06-28"]),
        ("a NATO summit in Wales", ["2014-09-04"]),
        ("the 2018 NATO summit in Brussels", ["2018-07-11"]),
        ("the G7 summit in Elmau", ["2015-06-07", "2022-06-26"]),
        ("the G20 leaders' summit on Bali", ["2022-11-15"]),
        ("the World Cup in Qatar", ["2022-11-20"]),
        ("the 2020 US presidential election", ["2020-11-03"]),
        ("the presidential election in France", []),
        ("a summit in Madrid", []),
        ("the 2019 Munich Security Conference", ["2019-02-15"]),
        ("the general debate of the UN General Assembly in 2022", ["2022-09-20"]),
        ("", []),
    ],
)
def test_scheduled_events(words: str, firsts: list[str]) -> None:
    assert [first.isoformat() for _, first, _ in scheduled(words)] == firsts


def test_a_series_gives_all_of_its_events_in_order() -> None:
    found = scheduled("the next Winter Olympics")
    assert [first for _, first, _ in found] == sorted(first for _, first, _ in found)
    assert len(found) == 11


def test_the_table_of_scheduled_events_holds_together() -> None:
    for name, event, _, _, first, last in rows(DATA / module.SCHEDULED, module.SCHEDULED_COLUMNS):
        begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        assert 0 <= (end - begin).days <= 32, name
        weekdays = (begin.weekday(), end.weekday())
        if event == "munich security conference":
            assert weekdays == (4, 6), name
        if event == "us presidential election":
            assert begin.weekday() == 1
            assert 2 <= begin.day <= 8
            assert begin.year % 4 == 0
        if event == "us inauguration":
            assert (begin.month, begin.day, begin.year % 4) == (1, 20, 1)
        if event in ("olympics", "world cup"):
            # All of them ended on a Sunday.
            assert weekdays[1] == 6, name


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Russia's annexation of Crimea", "2014-03-18"),
        ("the Sept. 11, 2001, attacks", "2001-09-11"),
        ("the crackdown in Tiananmen Square", "1989-06-04"),
        ("the failed coup in Turkey", "2016-07-15"),
        ("the bombing of Oklahoma City", "1995-04-19"),
        ("Iraq's invasion of Kuwait", "1990-08-02"),
        ("the US invasion of Iraq", "2003-03-20"),
        ("the invasion", None),
        ("the coup", None),
        ("his death", None),
    ],
)
def test_known_events(words: str, day: str | None) -> None:
    found = known_in(plain_words(words))
    assert (found[0].day.isoformat() if found else None) == day

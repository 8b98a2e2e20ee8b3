"""What is planted is wrong, whoever looks for it."""

from __future__ import annotations

import calendar
import datetime as dt
import random
import re
from functools import cache

import pytest

from detente.bench.planting import Planted, plant
from detente.bench.planting.dates import PLANTERS
from detente.checks import Report
from detente.coding import Coder
from detente.sources.text import from_text

TEXT = (
    "The two sides held a long session in Vienna on Tuesday, and both delegations spoke of some progress on the prisoners.\n\n"
    "A first round took place on January 20, 2022, and the mission had been in the region from 2015 to 2019 without success.\n\n"
    "The foreign ministers of the four states will meet in 2023, officials said, if the truce along the line of contact holds."
)
MONTHS = "|".join(calendar.month_name[1:])


@cache
def _report() -> Report:
    return Report(Coder().read(from_text(TEXT).article("test", dt.date(2022, 1, 27))), [])


def _planted(kind: str) -> list[tuple[str, Planted]]:
    found = []
    for seed in range(40):
        text, errors = plant(_report(), random.Random(seed), 1, [kind])
        found += [(text[e.start : e.end], e) for e in errors]
    assert len(found) == 40
    return found


@pytest.mark.parametrize("kind", sorted(PLANTERS))
def test_what_is_planted_stands_where_it_is_said_to_and_varies(kind: str) -> None:
    words = {words for words, _ in _planted(kind)}
    assert all(words == words.strip() for words in words)
    assert len(words) > 10


def test_a_planted_weekday_is_not_that_of_the_date() -> None:
    for words, error in _planted("date and weekday"):
        day = int(re.search(r"\b\d{1,2}\b", words)[0])  # type: ignore[index]
        month = re.search(r"Jan|Feb|Dec|Nov", words)[0]  # type: ignore[index]
        number = list(calendar.month_abbr).index(month)
        year = 2022 if number < 3 else 2021
        right = calendar.day_name[dt.date(year, number, day).weekday()]
        assert error.right == right
        assert right not in words


def test_a_planted_date_is_not_in_the_calendar() -> None:
    for words, _ in _planted("impossible date"):
        if re.search(r"\b20\d{3}\b", words):
            continue
        month = list(calendar.month_name).index(re.search(MONTHS, words)[0])  # type: ignore[index]
        day = int(re.search(r"\b\d\d(?!\d)", words)[0])  # type: ignore[index]
        year = re.search(r"20\d\d", words)
        assert day > calendar.monthrange(int(year[0]) if year else 2021, month)[1]


def test_what_is_planted_as_to_come_is_past() -> None:
    for words, _ in _planted("past told as to come"):
        year = re.search(r"20\d\d", words)
        if year:
            assert int(year[0]) < 2022
        else:
            # A day of the winter of the report, which is of 27 January, before it.
            assert re.search(r"\bDec|\bJan", words)
            assert "Jan" not in words or int(re.search(r"\d+", words)[0]) < 27  # type: ignore[index]


def test_a_body_is_planted_out_of_its_time() -> None:
    founded = {"NATO": 1949, "United Nations": 1945, "OSCE": 1995, "Frontex": 2004, "UNIFIL": 1978, "ASEAN": 1967}
    seen = 0
    for words, _ in _planted("before its time"):
        for name, year in founded.items():
            if name in words:
                seen += 1
                assert int(re.search(r"\d{4}", words)[0]) < year  # type: ignore[index]
    assert seen

"""Clues from days that a report names: a weekday beside a date, a year that is past, a date that is to come."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.dates import tense_at
from detente.coding.dating.direction import Direction, direction
from detente.coding.dating.published import FAR, Clue

if TYPE_CHECKING:
    from detente.coding.reading import Reading, ReadSentence
    from detente.coding.times import Timex

_WITHOUT_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_WEEKDAY = re.compile(r"\b(?:" + "|".join(calendar.day_name) + r")\b")
_YEARS = range(1985, 2036)
_REACH = dt.timedelta(days=200)
"""How far from a report a date without its year lies at most."""

_BARE, _YEAR, _WITH_WEEKDAY = 0.3, 0.5, 0.6
"""Weights: a date alone may be of any year, a year may be one to come, and a slip in a weekday makes another year of it."""

TOLD_AS: dict[Direction, str] = {"past": " as past", "future": " as to come", "open": ""}

_WEEK = 7
_LEAD = 2
"""Sentences with which a report opens, and days for which what it opens with is still news."""


def by_days(reading: Reading) -> Iterator[Clue]:
    """Dates without a year (with the weekday beside them, if any), and the latest year that the report tells of as past."""
    latest: Clue | None = None
    for read in reading.sentences:
        for timex in reading.times[read.index]:
            start, end = read.sentence.start + timex.start, read.sentence.start + timex.end
            words = reading.article.text[start:end]
            without_year = _WITHOUT_YEAR.fullmatch(timex.value)
            if without_year is not None:
                clue = _of_date(int(without_year[1]), int(without_year[2]), words, (start, end), direction(read, timex.start))
                if clue is not None:
                    yield clue
            elif timex.first is not None and timex.type == "DATE" and direction(read, timex.start) == "past":
                if latest is None or timex.first > latest.spans[0][0]:
                    latest = Clue(start, end, ((timex.first, FAR),), f"{words!r} is told of as past", _YEAR)
    if latest is not None:
        yield latest


def _of_date(month: int, day: int, words: str, at: tuple[int, int], way: Direction) -> Clue | None:
    weekday = _WEEKDAY.search(words)
    days = [dt.date(year, month, day) for year in _YEARS if 0 < day <= calendar.monthrange(year, month)[1]]
    if weekday is not None:
        days = [one for one in days if calendar.day_name[one.weekday()] == weekday.group()]
    if not days:
        return None
    none = dt.timedelta(0)
    before, after = none if way == "past" else _REACH, none if way == "future" else _REACH
    spans = tuple((one - before, one + after) for one in days)
    if weekday is None:
        return Clue(*at, spans, f"{words!r} is told of{TOLD_AS[way]}", _BARE)
    years = ", ".join(str(one.year) for one in days)
    return Clue(*at, spans, f"{words!r} was a {weekday.group()} in {years}", _WITH_WEEKDAY)


def by_lead(reading: Reading, first: dt.date, last: dt.date) -> Clue | None:
    """The weekday that the report opens with, as its news: of the days from first to last, those on it or just after it.

    News is opened with what is new, so what is two days old stands there only where no other weekday is newer. None where the
    report opens with no weekday, or where those days are too many for weekdays to tell them apart.
    """
    if (last - first).days > _WEEK:
        return None
    past = list(_past_weekdays(reading))
    lead = next((found for found in past if found[0].sentence.block.kind == "body"), None)
    if lead is None or lead[0].index - _first_of_body(reading) >= _LEAD:
        return None
    read, timex, weekday = lead
    fitting = []
    for n in range((last - first).days + 1):
        day = first + dt.timedelta(days=n)
        ago = (day.weekday() - weekday) % _WEEK
        if ago < _LEAD or (ago == _LEAD and all(ago <= (day.weekday() - other) % _WEEK for _, _, other in past)):
            fitting.append(day)
    if not fitting:
        return None
    start = read.sentence.start + timex.start
    name = calendar.day_name[weekday]
    reason = f"the report opens with what happened on {name}, so it is of that day or one of the next two"
    return Clue(start, read.sentence.start + timex.end, ((fitting[0], fitting[-1]),), reason)


def _past_weekdays(reading: Reading) -> Iterator[tuple[ReadSentence, Timex, int]]:
    """The weekdays without a date that are told of as past, in the order of the report."""
    for read in reading.sentences:
        for timex in reading.times[read.index]:
            match = _WEEKDAY.search(read.sentence.text[timex.start : timex.end])
            if match is not None and timex.value.startswith("XXXX-WXX") and tense_at(read, timex.start) == "past":
                yield read, timex, list(calendar.day_name).index(match.group())


def _first_of_body(reading: Reading) -> int:
    return next((read.index for read in reading.sentences if read.sentence.block.kind == "body"), 0)

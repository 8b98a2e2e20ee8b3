"""Rules for named days, and for the eves and anniversaries of what has a known date."""

from __future__ import annotations

import datetime as dt
import re

from detente.coding.times import values as tv
from detente.coding.times.lexicon import UNITS
from detente.coding.times.named_days import named_days
from detente.coding.times.named_events import known_in, plain_words, scheduled_in
from detente.coding.times.rules import Found, Rule, named_year
from detente.coding.times.values import Meaning
from detente.coding.times.words import number_of, ordinal_of

_WEIGHT = 2.0
_UNKNOWN = Meaning("DATE", "XXXX-XX-XX")


def _named_day(found: Found) -> Meaning | None:
    """ "Orthodox Easter", "last Ramadan", "Nowruz 2021", "Christmas week"."""
    meaning = _dated(found)
    if not found.has("u"):
        return meaning
    unit = UNITS[found.word("u")]
    if unit not in ("week", "weekend") or meaning.first is None:
        return tv.unknown(unit) if unit in ("week", "weekend") else None
    # A feast on a Monday closes the weekend before it.
    back = 1 if unit == "weekend" and meaning.first.weekday() == 0 else 0
    return tv.calendar_unit(unit, meaning.first - dt.timedelta(days=back))


def _dated(found: Found) -> Meaning:
    named, day, year = named_days()[found.word("j")], found.setting.day, named_year(found.word("y"))
    if year is not None:
        return _nearest([_span(*span, named.basis) for span in named.spans(year)], dt.date(year, 1, 1), "present")
    if len(named.rules) == 1 and named.rules[0].calendar == "dated":
        return tv.day_of(dt.date.fromisoformat(named.rules[0].day))
    if day is None:
        return Meaning("DATE", f"XXXX-{named.fixed}") if named.fixed else _UNKNOWN
    spans = [_span(*span, named.basis) for y in range(day.year - 1, day.year + 2) for span in named.spans(y)]
    relation = found.word("r")
    if relation == "last":
        spans = [span for span in spans if span.last is not None and span.last < day][-1:]
    elif relation == "next":
        spans = [span for span in spans if span.first is not None and span.first > day][:1]
    return _nearest(spans, day, found.tense)


def _nearest(spans: list[Meaning], day: dt.date, tense: str) -> Meaning:
    return tv.nearest(spans, day, tense, weight=_WEIGHT) if spans else _UNKNOWN


def _span(first: dt.date, last: dt.date, basis: str | None) -> Meaning:
    """A named day; one that lasts has the value of the month or the year that holds it, as TIMEX3 has none for a span."""
    if first == last:
        return tv.day_of(first)._replace(basis=basis)
    value = f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}"
    return Meaning("DATE", value, first, last, "week" if (last - first).days < 10 else "month", basis)


def _anniversary(found: Found) -> Meaning | None:
    """ "the 20th anniversary of the attacks of 11 September", where it is known what was when."""
    name = found.word("j")
    if found.match["j"] == "J":
        named = named_days()[name]
        event = dt.date.fromisoformat(named.rules[0].day) if named.rules and named.rules[0].calendar == "dated" else None
    else:
        known = known_in(plain_words(name))
        event = known[0].day if known is not None else None
    if event is None:
        return None
    years = ordinal_of(found.word("o")) if found.has("o") else number_of(found.all("n")) if found.has("n") else None
    if years is not None and found.has("tens"):
        years += number_of(found.all("tens")) or 0
    day = found.setting.day
    if years is not None:
        return tv.day_of(_in_year(event, min(event.year + round(years), 9998)))
    if day is None:
        return Meaning("DATE", f"XXXX-{event:%m-%d}")
    return _nearest([tv.day_of(_in_year(event, year)) for year in range(day.year - 1, day.year + 2)], day, found.tense)


def _eve(found: Found) -> Meaning | None:
    """ "the eve of the NATO summit": the day before one that is known; "the eve of the vote" has no date."""
    day = found.setting.day
    if found.has("j"):
        days = [event.first for event, _ in scheduled_in(plain_words(found.word("j")))]
        if len(days) == 1:
            return tv.day_of(days[0] - dt.timedelta(days=1))
        if day is not None and days:
            return _nearest([tv.day_of(first - dt.timedelta(days=1)) for first in days], day, found.tense)
    return _UNKNOWN


def _in_year(day: dt.date, year: int) -> dt.date:
    return day.replace(year=year, day=min(day.day, 28)) if (day.month, day.day) == (2, 29) else day.replace(year=year)


FEAST_RULES: list[Rule] = [
    (re.compile(r"(?P<r>[LtX])?(?P<j>J)(?:,?(?P<y>Y))?(?P<u>U)?"), _named_day),
    (re.compile(r"T?(?:(?:(?P<tens>N)-?)?(?P<o>O)|(?P<n>N)-?U-?)?yoT?(?P<j>[Jj])"), _anniversary),
    (re.compile(r"T?voT?(?P<j>j)"), _eve),
    # A date behind it takes "the eve of" in.
    (re.compile(r"Tv(?=o(?!T?[LXt]?[WJDIM]|T?[NO]o?M))"), _eve),
]

"""What expressions of time stand for: TIMEX3 values, and the days from first to last.

Values follow TimeML's TIMEX3 (Pustejovsky and others, 2003; ISO 24617-1). Where the report's date is unknown, the parts of a
value that hang on it are X and there are no days.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal, NamedTuple

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

# The calendar ends a year early, so that what holds a day never reaches past it.
_LAST_DAY = dt.date(9998, 12, 31).toordinal()
_LETTERS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "hour": "H", "minute": "M", "second": "S"}
_CLOCK_UNITS = frozenset({"hour", "minute", "second"})
_YEARS_OF = {"decade": 10, "century": 100, "millennium": 1000}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS_OF = {"month": 1, "quarter": 3, "season": 12, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
_FINER = {"day": "day", "week": "day", "month": "week", "season": "month", "year": "month", "decade": "year"}


class Meaning(NamedTuple):
    """Type and value of an expression, the first and last day that it stands for, and how fine they are.

    `basis` says how the days were worked out where they may be off; `age` is true for how old somebody is.
    """

    type: TimexType
    value: str
    first: dt.date | None = None
    last: dt.date | None = None
    precision: str | None = None
    basis: str | None = None
    age: bool = False


def reference(value: str) -> Meaning:
    return Meaning("DATE", value)


def unknown(unit: str) -> Meaning:
    """A stretch of the calendar in a report without a date."""
    return Meaning("DATE", _UNKNOWN.get(unit, "XXXX"))


def day_of(day: dt.date) -> Meaning:
    return Meaning("DATE", day.isoformat(), day, day, "day")


def week_of(day: dt.date) -> Meaning:
    year, week, weekday = day.isocalendar()
    first = day - dt.timedelta(days=weekday - 1)
    return Meaning("DATE", f"{year}-W{week:02}", first, first + dt.timedelta(days=6), "week")


def weekend_of(day: dt.date) -> Meaning:
    """The weekend that closes the week of a day."""
    saturday = day + dt.timedelta(days=5 - day.weekday())
    return Meaning("DATE", f"{week_of(day).value}-WE", saturday, saturday + dt.timedelta(days=1), "day")


def month_of(year: int, month: int) -> Meaning:
    return Meaning("DATE", f"{year:04}-{month:02}", dt.date(year, month, 1), _month_end(year, month), "month")


def quarter_of(year: int, quarter: int) -> Meaning:
    last = quarter * 3
    return Meaning("DATE", f"{year:04}-Q{quarter}", dt.date(year, last - 2, 1), _month_end(year, last), "season")


def half_of(year: int, half: int) -> Meaning:
    last = half * 6
    return Meaning("DATE", f"{year:04}-H{half}", dt.date(year, last - 5, 1), _month_end(year, last), "season")


def season_of(year: int, season: str) -> Meaning:
    """A season (SP, SU, FA, WI) by its months; a winter is named by the year in which it begins."""
    start = _SEASON_STARTS[season]
    end = _month_end(year + 1, 2) if season == "WI" else _month_end(year, start + 2)
    return Meaning("DATE", f"{year:04}-{season}", dt.date(year, start, 1), end, "season")


def year_of(year: int) -> Meaning:
    return Meaning("DATE", f"{year:04}", dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def decade_of(year: int) -> Meaning:
    start = year // 10 * 10
    return Meaning("DATE", f"{start // 10:03}", dt.date(max(start, 1), 1, 1), dt.date(start + 9, 12, 31), "decade")


def century_of(year: int) -> Meaning:
    start = year // 100 * 100
    return Meaning("DATE", f"{start // 100:02}", dt.date(max(start, 1), 1, 1), dt.date(start + 99, 12, 31), "decade")


def calendar_unit(unit: str, day: dt.date) -> Meaning:
    """The day, week, month, quarter, half, year, decade or century that holds a day."""
    match unit:
        case "day":
            return day_of(day)
        case "week" | "fortnight":
            return week_of(day)
        case "weekend":
            return weekend_of(day)
        case "month":
            return month_of(day.year, day.month)
        case "quarter":
            return quarter_of(day.year, (day.month + 2) // 3)
        case "half":
            return half_of(day.year, 1 if day.month < 7 else 2)
        case "decade":
            return decade_of(day.year)
        case "century" | "millennium":
            return century_of(day.year)
        case _:
            return year_of(day.year)


def shift(day: dt.date, count: int, unit: str) -> dt.date:
    """A day `count` units on (back where negative), held within the calendar's bounds and the month's end."""
    if unit in _CLOCK_UNITS:
        hours = {"hour": count, "minute": count // 60, "second": count // 3600}[unit]
        count, unit = (abs(hours) // 24) * (1 if hours > 0 else -1), "day"
    if unit in _DAYS_OF:
        ordinal = day.toordinal() + count * _DAYS_OF[unit]
        return dt.date.fromordinal(min(max(ordinal, 1), _LAST_DAY))
    months = day.year * 12 + day.month - 1 + count * _MONTHS_OF[unit]
    months = min(max(months, 12), 9998 * 12 + 11)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def distance_unit(unit: str) -> str:
    """How fine a day is known that lies so many units off: "two months ago" is a month."""
    if unit in _CLOCK_UNITS:
        return "day"
    return {"weekend": "week", "fortnight": "week"}.get(unit, unit if unit in ("day", "week", "month", "quarter") else "year")


def at_distance(anchor: dt.date, count: float, unit: str, *, back: bool = False) -> Meaning:
    """The day, week, month, quarter or year that lies so many units off."""
    return calendar_unit(distance_unit(unit), shift(anchor, -round(count) if back else round(count), unit))


def duration(count: float | None, unit: str) -> Meaning:
    """A length of time; a count of None is one left open ("several months")."""
    clock = unit in _CLOCK_UNITS
    if unit == "weekend":
        unit, count = "day", None if count is None else 2 * count
    if unit == "fortnight":
        unit, count = "week", None if count is None else 2 * count
    if unit in _YEARS_OF:
        if count is None:
            return Meaning("DURATION", {"decade": "PXDE", "century": "PXCE"}.get(unit, "PXML"))
        unit, count = "year", count * _YEARS_OF[unit]
    letter = _LETTERS[unit]
    if count is None:
        return Meaning("DURATION", f"P{'T' if clock else ''}X{letter}")
    whole, part = int(count), count - int(count)
    if part == 0.5 and unit in ("hour", "minute", "year"):
        finer = {"hour": "30M", "minute": "30S", "year": "6M"}[unit]
        amount = f"{whole}{letter}" if whole else ""
        return Meaning("DURATION", f"P{'T' if clock else ''}{amount}{finer}")
    number = str(whole) if part == 0 else f"{count:g}"
    return Meaning("DURATION", f"P{'T' if clock else ''}{number}{letter}")


def nearest(candidates: list[Meaning], day: dt.date, tense: str, *, weight: float = 4) -> Meaning:
    """The stretch nearest to the report's date; those on the wrong side of the tense count as `weight` times as far."""

    def distance(meaning: Meaning) -> float:
        first, last = meaning.first, meaning.last
        if first is None or last is None:
            return float("inf")
        if first <= day <= last:
            return 0
        if last < day:
            return (day - last).days * (weight if tense == "future" else 1)
        return (first - day).days * (weight if tense == "past" else 1)

    return min(candidates, key=distance)


def weekday_near(weekday: int, day: dt.date, tense: str) -> dt.date:
    """The day of a weekday (0 Monday) named in a report: the one before, or after where the tense looks ahead."""
    back = (day.weekday() - weekday) % 7
    if back == 0 or tense == "past":
        return day - dt.timedelta(days=back)
    return day + dt.timedelta(days=7 - back)


def narrowed(meaning: Meaning, word: str) -> Meaning:
    """The early, middle or late third of a stretch, its first or last sixth ("start", "end"), or a half.

    The value stays, save for the half of a year, which has its own.
    """
    first, last = meaning.first, meaning.last
    if word.endswith("half") and meaning.precision == "year" and first is not None and len(meaning.value) == 4:
        return half_of(first.year, 1 if word == "first half" else 2)
    if first is None or last is None or first == last:
        return meaning
    length = (last - first).days + 1
    third, sixth = length // 3, max(length // 6, 1)
    offsets = {"early": (0, third), "middle": (third, length - third), "late": (length - third, length),
               "start": (0, sixth), "end": (length - sixth, length),
               "first half": (0, length // 2), "second half": (length // 2, length)}  # fmt: skip
    begin, end = offsets[word]
    return meaning._replace(
        first=first + dt.timedelta(days=begin),
        last=first + dt.timedelta(days=max(end, begin + 1) - 1),
        precision=_FINER.get(meaning.precision or "day", "day"),
    )


def at_time(date: Meaning, suffix: str) -> Meaning:
    """A part of a day or a time by the clock (`TEV`, `T14:30`) on a day."""
    value = date.value if len(date.value) == 10 or date.value.startswith("XXXX-W") else date.value[:10]
    return Meaning("TIME", value + suffix, date.first, date.last, date.precision)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])

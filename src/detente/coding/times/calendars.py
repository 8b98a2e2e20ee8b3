"""Days of other calendars, and days that move within a year, worked out by rule. Days are Gregorian dates.

Easter by the computus (Meeus, Astronomical Algorithms, 1991); the tabular Islamic, the arithmetic Hebrew and the Solar Hijri
calendar as in Reingold and Dershowitz, Calendrical Calculations (2018). The Islamic months truly begin when the new moon is
seen, so that a day worked out may be off by one from the day kept.
"""

from __future__ import annotations

import datetime as dt

ISLAMIC_MONTHS = (
    "muharram", "safar", "rabi-al-awwal", "rabi-al-thani", "jumada-al-awwal", "jumada-al-thani", "rajab", "shaban", "ramadan",
    "shawwal", "dhu-al-qada", "dhu-al-hijja",
)  # fmt: skip
HEBREW_MONTHS = (
    "nisan", "iyar", "sivan", "tammuz", "av", "elul", "tishri", "heshvan", "kislev", "tevet", "shevat", "adar", "adar-ii",
)  # fmt: skip
"""Counted from spring; the year's number goes up with Tishri. The last is there in leap years alone."""

# Of the two epochs in use the Thursday one is nearer to the days kept in this century.
_ISLAMIC_EPOCH = dt.date(622, 7, 18).toordinal()
_HEBREW_EPOCH = -1373427
_PERSIAN_EPOCH = dt.date(622, 3, 22).toordinal()


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches."""
    century, golden = divmod(year, 100)[0], year % 19
    shift = century - century // 4 - (8 * century + 13) // 25
    moon = (19 * golden + shift + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return dt.date(year, month, offset + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the orthodox churches, by the Julian calendar; right from 1900 to 2099, where that is 13 days behind."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=13)


def weekday_from(year: int, month: int, weekday: int, count: int) -> dt.date:
    """The first, second ... weekday (0 Monday) of a month, or counted from its end (-1 the last)."""
    if count > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.weekday() - weekday) % 7 - 7 * (count + 1))


def islamic(year: int, month: int, day: int) -> dt.date:
    """A day of the tabular Islamic calendar: months of 30 and 29 days in turn, 11 leap days in 30 years."""
    days = day - 1 + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return dt.date.fromordinal(_ISLAMIC_EPOCH + days)


def hebrew(year: int, month: int, day: int) -> dt.date:
    """A day of the Hebrew calendar; months as in `HEBREW_MONTHS`, from 1."""
    months = [7, 8, 9, 10, 11, 12, *([13] if hebrew_leap(year) else []), 1, 2, 3, 4, 5, 6]
    start = _hebrew_new_year(year)
    long = _hebrew_new_year(year + 1) - start
    days = sum(_hebrew_month_length(m, year, long) for m in months[: months.index(month)])
    return dt.date.fromordinal(start + days + day - 1)


def hebrew_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _hebrew_new_year(year: int) -> int:
    """The ordinal of 1 Tishri: the molad, put off so that no feast falls on a day that it may not and no year is too long."""
    return _HEBREW_EPOCH + _molad_days(year) + _put_off(year)


def _molad_days(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _put_off(year: int) -> int:
    before, this, after = (_molad_days(y) for y in (year - 1, year, year + 1))
    return 2 if after - this == 356 else 1 if this - before == 382 else 0


def _hebrew_month_length(month: int, year: int, year_length: int) -> int:
    if month in (2, 4, 6, 10, 13):
        return 29
    if month == 12:
        return 30 if hebrew_leap(year) else 29
    if month == 8:
        return 30 if year_length % 10 == 5 else 29
    if month == 9:
        return 29 if year_length % 10 == 3 else 30
    return 30


def nowruz(year: int) -> dt.date:
    """1 Farvardin, the Iranian new year, that falls in a Gregorian year; by the cycle of 33 years, right from 1850 to 2100."""
    persian = year - 621
    leaps = (8 * persian + 21) // 33
    return dt.date.fromordinal(_PERSIAN_EPOCH + 365 * (persian - 1) + leaps - 1)

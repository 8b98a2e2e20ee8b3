"""Which of two dates is the earlier, as far as what is printed of them tells."""

from __future__ import annotations

import datetime as dt
import re

from detente.checks.dates.written import Written

_LONGEST = 120
"""Days within which two dates without year are of one winter: 20 December comes before 10 January."""
_YEAR = 365
_OF_ANOTHER_YEAR = re.compile(r"\s*(?:,|\()?\s*(?:of )?(?:the |a )?(?:next|following|year|last|previous)\b")


def days_between(first: Written, second: Written) -> int | None:
    """The days from the first date to the second, less than none where the second is earlier; None where that is not sure.

    Of dates that overlap, as a day and its month do, neither is earlier.
    """
    if first.year and second.year:
        if second.last < first.first:
            return (second.last - first.first).days
        return (second.first - first.last).days if first.last < second.first else None
    if first.year or second.year:
        return None
    if first.precision != "day" or second.precision != "day" or first.first != first.last or second.first != second.last:
        return _months_between(first, second)
    days = (second.first - first.first).days
    if first.first.month == second.first.month:
        return second.first.day - first.first.day
    days = (days + _YEAR // 2) % _YEAR - _YEAR // 2
    return days if abs(days) <= _LONGEST else None


def _months_between(first: Written, second: Written) -> int | None:
    """About the days from one month to another, both without year; None for those that may be the same."""
    if not {first.precision, second.precision} <= {"month", "week"}:
        return None
    months = (second.first.month - first.last.month + 6) % 12 - 6
    return months * 30 if months and abs(months) * 30 < _LONGEST else None


def backward(first: Written, second: Written, after: str) -> bool:
    """Whether a stretch from the first date to the second runs back; `after` is what follows the second.

    Without years, one across New Year's Eve is meant, unless it would last nearly as long as a year.
    """
    if _OF_ANOTHER_YEAR.match(after):
        return False
    if first.year and second.year:
        return second.last < first.first
    if first.precision != "day" or second.precision != "day" or first.first != first.last or second.first != second.last:
        return False
    one, other = first.first, second.first
    if one.month == other.month:
        return other.day < one.day
    if (other.month, other.day) >= (one.month, one.day) or _next(other) == (one.month, one.day):
        return False
    return (one.month - other.month) * 30 + one.day - other.day < _YEAR - 300


def _next(day: dt.date) -> tuple[int, int]:
    """Month and day of the day after, at which a stretch of a whole year begins."""
    after = day + dt.timedelta(days=1)
    return after.month, after.day

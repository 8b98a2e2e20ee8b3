"""A weekday beside a date on which it does not fall."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.coding.times.lexicon import MONTHS

NAME = "weekday-date"
SEVERITY = "error"
SAYS = "the weekday does not fall on the date beside it"

_WEEKDAY = r"(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thurs?|Thu|Fri|Satur|Sat|Sun)(?:day)?\.?,?\s+(?:the\s+)?"
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:.])"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)[0-9]{2})\b)?"
_PATTERNS = (
    re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY}{_YEAR}"),
    re.compile(rf"\b{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}"),
)
_HALF_A_YEAR = dt.timedelta(days=183)
_LEEWAY = dt.timedelta(days=60)


def find(report: Report) -> Iterator[Problem]:
    """Where no year is named, the date may be in any year in which it lies within some months of the report."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(report.text):
            days = _days(match, report)
            weekday = _number(match["weekday"])
            if days and weekday not in {day.weekday() for day in days}:
                day = days[0]
                yield Problem(
                    match.start(),
                    match.end(),
                    f"{_told(day)} was a {_name(day.weekday())}, not a {_name(weekday)}",
                    _basis(match, report),
                    _suggestion(match, day),
                )


def _days(match: re.Match[str], report: Report) -> list[dt.date]:
    """The days that the date can mean, the likeliest first; none where the year is not known, or where there is no such day."""
    month, day = MONTHS[match["month"].lower()], int(match["day"])
    if match["year"]:
        years = [int(match["year"])]
    elif report.first is None or report.last is None:
        return []
    else:
        years = list(range(report.first.year - 1, report.last.year + 2))
    found = [dt.date(year, month, day) for year in years if 0 < day <= calendar.monthrange(year, month)[1]]
    if match["year"] or report.first is None or report.last is None:
        return found
    first, last = report.first, report.last
    near = [one for one in found if first - _HALF_A_YEAR - _LEEWAY <= one <= last + _HALF_A_YEAR + _LEEWAY]
    return sorted(near, key=lambda one: max(first - one, one - last))


def _number(weekday: str) -> int:
    return next(number for number, name in enumerate(calendar.day_name) if name.startswith(weekday[:3]))


def _name(weekday: int) -> str:
    return calendar.day_name[weekday]


def _told(day: dt.date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _basis(match: re.Match[str], report: Report) -> str:
    if match["year"]:
        return "the calendar"
    if report.first == report.last:
        return f"the calendar; the year is that of the report, of {report.first}"
    return f"the calendar; the report was published between {report.first} and {report.last}"


def _suggestion(match: re.Match[str], day: dt.date) -> str:
    """The same words with the weekday that is right."""
    return f"{_name(day.weekday())}{match.group()[match.end('weekday') - match.start() :].removeprefix('day')}"

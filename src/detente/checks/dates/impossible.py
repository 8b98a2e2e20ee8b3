"""A date that the calendar does not have."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.dates.written import MONTH, date_basis, years_in
from detente.checks.report import Report
from detente.coding.times.lexicon import MONTHS

NAME = "no-such-date"
SEVERITY = "error"
SAYS = "the calendar does not have this date"

_DAY = r"(?P<day>29|[3-9][0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s{1,2}(?P<year>(?:19|20)[0-9]{2})\b(?!\.\d))?"
_MONTH = rf"(?P<month>{MONTH})\.?"
_MONTH_FIRST = re.compile(rf"(?<![\w-]){_MONTH} {_DAY}\b(?![:%]|[.,]\d|[-–/]\d){_YEAR}")
_DAY_FIRST = re.compile(rf"(?<![\w.,:$£€/-]){_DAY}(?: of)? {_MONTH}\b{_YEAR}")
_NUMBERS = (
    re.compile(r"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"),
    re.compile(r"(?<![\w.,/-])(?P<day>\d\d?)(?P<mark>[/.])(?P<month>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)(?![\w/-])"),
)
_LEADS = re.compile(r"\b(?:on|dated|[a-z]+day,?) (?:the )?$", re.I)
_GOES_ON = re.compile(
    r"\s*(?:$|[^\w\s]|(?:and|or|to|at|when|with|after|before|as|in|on|the|that|this|for|by|from|but|until|between|which|who|where|while"
    r"|because|following|during|near|over|against|under|into|about|amid|said|says|will|would|is|was|were|are|has|had|have)\b)"
)
_LEAP_DAY = re.compile(r"\b(?:born|birth\w*|leap)\b", re.I)
_LATE_DAY = re.compile(r"(?<![\d.,])(?:29|3\d)(?=\D|$)")
_NEAR_BY = 24
"""Characters within which month and year stand beside a day."""
_TOO_LARGE = 40
"""From here on a number beside a month is no slip for one of its days ("June 86")."""
_NEAR = dt.timedelta(days=250)


def find(report: Report) -> Iterator[Problem]:
    """A 29 February without year is looked for in every year near the report and in all that are named around it."""
    text = report.text
    for number in _LATE_DAY.finditer(text):
        for pattern in (_MONTH_FIRST, _DAY_FIRST):
            for match in pattern.finditer(text, max(number.start() - _NEAR_BY, 0), number.end() + _NEAR_BY):
                month, day = MONTHS[match["month"].lower()], int(match["day"])
                if match.start("day") == number.start() and _is_date(text, match, day, month_first=pattern is _MONTH_FIRST):
                    yield from _looked_up(report, match, month, day)
    for match in _NUMBERS[0].finditer(text):
        month, day = int(match["month"]), int(match["day"])
        if 1 <= month <= 12 and 28 < day < _TOO_LARGE:
            yield from _looked_up(report, match, month, day)
    for match in _NUMBERS[1].finditer(text):
        # In slashes either number may be the month.
        day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
        if not _is(year, month, day) and not _is(year, day, month) and (1 <= month <= 12) and 28 < day < _TOO_LARGE:
            yield _problem(match, month, f"{calendar.month_name[month]} {year} had", year)
        elif not _is(year, month, day) and not _is(year, day, month) and 1 <= day <= 12 and 28 < month < _TOO_LARGE:
            yield _problem(match, day, f"{calendar.month_name[day]} {year} had", year)


def _looked_up(report: Report, match: re.Match[str], month: int, day: int) -> Iterator[Problem]:
    name = calendar.month_name[month]
    if day > calendar.monthrange(2000, month)[1]:
        yield _problem(match, month, f"{name} has", 2000 if not match["year"] else int(match["year"]))
    elif (month, day) == (2, 29):
        if match["year"]:
            year = int(match["year"])
            if not calendar.isleap(year):
                yield _problem(match, month, f"{name} {year} had", year)
        elif report.first and report.last and not _LEAP_DAY.search(_around(report, match)):
            years = range((report.first - _NEAR).year, (report.last + _NEAR).year + 1)
            if not any(map(calendar.isleap, {*years, *years_in(_around(report, match))})):
                told = f"{years[0]}" if len(years) == 1 else f"{', '.join(map(str, years[:-1]))} and {years[-1]}"
                basis = f"the calendar; {date_basis(report)}"
                yield Problem(match.start(), match.end(), f"February had 28 days in {told}", basis)


def _problem(match: re.Match[str], month: int, says: str, year: int) -> Problem:
    return Problem(match.start(), match.end(), f"{says} {calendar.monthrange(year, month)[1]} days", "the calendar")


def _around(report: Report, match: re.Match[str]) -> str:
    return report.text[max(match.start() - 400, 0) : match.end() + 200]


def _is_date(text: str, match: re.Match[str], day: int, *, month_first: bool) -> bool:
    """Whether month and number are meant for a date: in "since June 31 people have died" they are not."""
    if match["year"]:
        return day < _TOO_LARGE
    leads = _LEADS.search(text, max(match.start() - 14, 0), match.start()) is not None
    goes_on = _GOES_ON.match(text, match.end()) is not None
    if day > 31:
        return day < _TOO_LARGE and leads and goes_on
    return not month_first or leads or goes_on


def _is(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]

"""A date that the calendar does not have."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.dates.counts import value
from detente.checks.dates.written import MONTH, date_basis, years_in
from detente.checks.report import Report
from detente.coding.times.lexicon import MONTHS

NAME = "no-such-date"
SEVERITY = "error"
SAYS = "the calendar does not have this date"

_DAY = r"(?P<day>29|[3-9][0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s{1,2}(?P<year>(?:19|20)[0-9]{2})\b(?!\.\d))?"
_MONTH = rf"(?P<month>{MONTH})\.?"
_MONTH_FIRST = re.compile(rf"(?<![\w-]){_MONTH}\s(?:the )?{_DAY}\b(?![:%]|[.,]\d|[-–/]\d){_YEAR}")
_DAY_FIRST = re.compile(rf"(?<![\w.,:$£€/-]){_DAY}(?: of)?\s{_MONTH}\b{_YEAR}")
_NUMBERS = (
    re.compile(r"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"),
    re.compile(r"(?<![\w.,/-])(?P<day>\d\d?)(?P<mark>[/.])(?P<month>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)(?![\w/-])"),
)
_JOINS = r"(?:\s?[-–—]\s?|\s(?:to|until|till|through|and|or)\s(?:the\s)?)"
_SECOND_DAY = re.compile(
    rf"(?:(?P<lead>\b(?:[Ff]rom|[Bb]etween|[Oo]n)\s(?:the\s)?))?\b{_MONTH} (?P<first>[0-3]?\d)(?:st|nd|rd|th)?{_JOINS}"
    r"(?P<day>29|[3-9]\d)(?P<ordinal>st|nd|rd|th)?\b(?![:%]|[.,]\d|[-–/]\d)"
)
"""The month and two days ("from June 10 to 31")."""
_COUNTED = re.compile(r"\s(?!(?:and|or|in|at|to|by|of|for|the|with|near|but|when|while|as|after|before)\b)[a-z]")
"""What follows a number that counts something."""
_FIRST_DAY = re.compile(
    rf"(?<![\w.,:$£€/-])(?P<day>3[2-9]|[4-9]\d)(?:st|nd|rd|th)?{_JOINS}[0-3]?\d(?:st|nd|rd|th)?(?: of)? {_MONTH}\b{_YEAR}"
)
_AFTER_DASH = re.compile(rf"(?<![\w.,:$£€/-])[0-3]?\d\s?[-–—]\s?(?P<day>29|[3-9]\d)(?:st|nd|rd|th)?(?: of)? {_MONTH}\b{_YEAR}")
"""Two days before their month ("42 to 26 March", "9-51 January")."""
_NTH = re.compile(
    r"(?P<lead>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)(?P<day>3[2-9]|[4-9]\d)(?:st|nd|rd|th)\b"
    r"(?= ?[,.;:)]|$|\sof\b)"
)
"""A weekday and a day of a month that is not named ("Friday, the 35th")."""
_IN_WORDS = re.compile(rf"\b(?P<day>thirtieth|thirty-(?:first|second|third|fourth|fifth)) of (?P<month>{MONTH})\b{_YEAR}", re.I)
_YEAR_SLIP = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_MONTH} [0-3]?\d(?:st|nd|rd|th)?,? (?P<year>\d{{5}})\b(?![,.%]\d|\s\w+s\b)",
        rf"\b(?:[0-3]?\d(?:st|nd|rd|th)?(?: of)? )?{_MONTH} (?P<year>\d{{5}})\b(?![,.%]\d|\s\w+s\b)",
        rf"\b{_MONTH} [0-3]?\d(?:st|nd|rd|th)?,? (?P<year>2[1-9]\d\d)\b(?![,.%]\d|\s\w+s\b)",
        rf"\b[0-3]?\d(?:st|nd|rd|th)?(?: of)? {_MONTH} (?P<year>2[1-9]\d\d)\b(?![,.%]\d|\s\w+s\b)",
        rf"\b{_MONTH} [0-3]?\d(?:st|nd|rd|th)?,? (?P<year>\d{{3}})(?=\s?(?:[;:)]|[.,](?:\s|$)))",
        rf"\b[0-3]?\d(?:st|nd|rd|th)?(?: of)? {_MONTH} (?P<year>\d{{3}})(?=\s?(?:[;:)]|[.,](?:\s|$)))",
    )
)
"""A date of which the year has a digit too many or too few, or lies in another century."""
_LEADS = re.compile(r"\b(?:on|dated|[a-z]+day,?)[ \xa0](?:the )?$", re.I)
_BESIDE = re.compile(
    r"\b(?:on|dated|by|until|from|since|between|before|after|to|morning|evening|night|[a-z]+day,?)[ \xa0](?:the )?$", re.I
)
"""What may stand before a date, and before what cannot be a day of a month."""
_GOES_ON = re.compile(
    r"\s*(?:$|[^\w\s]|(?:and|or|to|at|when|with|after|before|as|in|on|the|that|this|for|by|from|but|until|between|which|who|where|while"
    r"|because|following|during|near|over|against|under|into|about|amid|said|says|will|would|is|was|were|are|has|had|have)\b)"
)
_LEAP_DAY = re.compile(r"\b(?:born|birth\w*|leap)\b", re.I)
_ON = re.compile(r"\b[Oo]n(?: the)?[ \xa0]$")
_LATE_DAY = re.compile(r"(?<![\d.,])(?:29|[3-9]\d)(?=\D|$)")
_NEAR_BY = 24
"""Characters within which month and year stand beside a day."""
_TOO_LARGE = 40
"""From here on a number beside a month is no slip for one of its days ("June 86")."""
_NEAR = dt.timedelta(days=250)
_AHEAD = 30
"""Years from the report within which a year may lie that was meant."""


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
        yield from _in_figures(match, [(int(match["month"]), int(match["day"]))])
    for match in _NUMBERS[1].finditer(text):
        # In slashes either number may be the month.
        day, month = int(match["day"]), int(match["month"])
        yield from _in_figures(match, [(month, day), (day, month)])
    yield from _second_days(report)
    for match in _FIRST_DAY.finditer(text):
        if _BESIDE.search(text, max(match.start() - 14, 0), match.start()):
            yield Problem(match.start(), match.end(), "no month has so many days", "the calendar")
    for match in _AFTER_DASH.finditer(text):
        yield from _looked_up(report, match, MONTHS[match["month"].lower()], int(match["day"]))
    for match in _NTH.finditer(text):
        yield Problem(match.start(), match.end(), "no month has so many days", "the calendar")
    for match in _IN_WORDS.finditer(text):
        month, day = MONTHS[match["month"].lower()], value(match["day"])
        if day > 28:
            yield from _looked_up(report, match, month, day)
    yield from _year_slips(report)


def _in_figures(match: re.Match[str], orders: list[tuple[int, int]]) -> Iterator[Problem]:
    """A date in figures that is none, whichever of its numbers is the month."""
    year = int(match["year"])
    if any(_is(year, month, day) for month, day in orders):
        return
    for month, day in orders:
        if 1 <= month <= 12 and day > 28:
            yield _problem(match, month, f"{calendar.month_name[month]} {year} had", year)
            return
    wrong = "there is no day 0" if 0 in orders[0] else f"there is no month {min(orders[0]) if len(orders) > 1 else orders[0][0]}"
    yield Problem(match.start(), match.end(), wrong, "the calendar")


def _second_days(report: Report) -> Iterator[Problem]:
    """The second day of a stretch whose month stands before the first."""
    for match in _SECOND_DAY.finditer(report.text):
        month, day, text = MONTHS[match["month"].lower()], int(match["day"]), match.group()
        days = calendar.monthrange(2000, month)[1]
        # "On June 10 and 45 were arrested": a count, unless the two are joined as a stretch.
        stretch = re.search(r"[-–—]|\s(?:to|until|till|through)\s", text) or text.startswith(("between", "Between"))
        counts = _COUNTED.match(report.text, match.end())
        if day > days and int(match["first"]) <= days and (match["ordinal"] or not counts) and (stretch or match["lead"]):
            yield Problem(match.start("month"), match.end(), f"{calendar.month_name[month]} has {days} days", "the calendar")


def _year_slips(report: Report) -> Iterator[Problem]:
    latest = (report.last or dt.date.today()).year + _AHEAD
    for pattern in _YEAR_SLIP:
        for match in pattern.finditer(report.text):
            if len(match["year"]) == 4:
                yield Problem(
                    match.start(), match.end(), f"{match['year']} is of another century", "the calendar", severity="warning"
                )
            elif any(year <= latest for year in _meant(match["year"])):
                yield Problem(match.start(), match.end(), f"{match['year']} is no year", "the calendar")


def _meant(year: str) -> Iterator[int]:
    """The years of our centuries that a year with a digit too many or too few may stand for."""
    if len(year) == 5:
        made = {year[:at] + year[at + 1 :] for at in range(5)}
    else:
        made = {year[:at] + digit + year[at:] for at in range(4) for digit in "0129"}
    yield from (int(one) for one in made if one[:2] in ("19", "20"))


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
    leads = _LEADS.search(text, max(match.start() - 14, 0), match.start()) is not None
    beside = _BESIDE.search(text, max(match.start() - 14, 0), match.start()) is not None
    if match["year"]:
        return day < _TOO_LARGE or beside
    goes_on = _GOES_ON.match(text, match.end()) is not None
    if day > 31:
        # "In June 86" names a year, "since May 68" may.
        return beside and goes_on and (day < _TOO_LARGE or not month_first or _ON.search(text, 0, match.start()) is not None)
    return not month_first or leads or goes_on


def _is(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]

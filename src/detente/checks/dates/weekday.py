"""A weekday beside a date on which it does not fall."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.checks.check import Problem
from detente.checks.dates.written import MONTH, told, years_in
from detente.checks.report import Report
from detente.coding.times.lexicon import MONTHS

NAME = "weekday-date"
SEVERITY = "error"
SAYS = "the weekday does not fall on the date beside it"

_GAP = r"(?:[ \xa0]{1,2}|[ \xa0]?\n(?!\s*\n)[ \xa0]?)"
_TO = rf"(?:{_GAP}?[-–—]{_GAP}?|{_GAP}(?:and|or|to|until|till|through){_GAP})"


def _weekday(number: str = "") -> str:
    """A weekday: in full, or cut short with or without a full stop; a full stop after one in full ends the sentence."""
    return (
        rf"(?P<weekday{number}>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
        r"|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|(?<![Tt]he )(?<!\w )Sun)\b\.?)"
    )


def _day(number: str = "") -> str:
    return rf"(?P<day{number}>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:%]|[.,][0-9])"


_MONTH = rf"(?P<month>{MONTH})\.?"
_YEAR = rf"(?:,?{_GAP}(?P<year>(?:19|20)[0-9]{{2}})\b)?"
_BESIDE = rf"(?:,?{_GAP}|{_GAP}\()(?:the{_GAP})?"
_OF = rf"{_GAP}(?:of{_GAP})?"
_ISO = r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"
_IS = (
    rf"(?:,?{_GAP}(?:\((?:an?{_GAP})?|(?:which{_GAP}(?:was|is|fell on|falls on){_GAP})?an?{_GAP})"
    rf"|,{_GAP}(?=\w+day(?:[,;)]|\.(?:\s|$))))"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_weekday()}{_BESIDE}{_MONTH}{_GAP}{_day()}{_YEAR}",
        rf"\b{_weekday()}{_BESIDE}{_day()}{_OF}{_MONTH}\b{_YEAR}",
        rf"\b{_weekday()}{_BESIDE}{_ISO}",
        rf"\b{_MONTH}{_GAP}{_day()}{_YEAR}{_IS}{_weekday()}",
        rf"(?<![\w.,:/-]){_day()}{_OF}{_MONTH}{_YEAR}{_IS}{_weekday()}",
        # Two weekdays with two days: the second pair is found above where it is whole.
        rf"\b{_weekday()}{_BESIDE}{_day()}{_TO}(?:the{_GAP})?{_weekday('2')}{_BESIDE}{_day('2')}{_OF}{_MONTH}\b{_YEAR}",
        rf"\b{_weekday()}{_BESIDE}{_MONTH}{_GAP}{_day()}{_TO}{_weekday('2')}{_BESIDE}{_day('2')}(?!{_GAP}{MONTH}){_YEAR}",
    )
)
_IN_STEP = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_weekday()}{_TO}{_weekday('2')}{_BESIDE}{_MONTH}{_GAP}{_day()}{_TO}{_day('2')}{_YEAR}",
        rf"\b{_weekday()}{_TO}{_weekday('2')}{_BESIDE}{_day()}{_TO}{_day('2')}{_OF}{_MONTH}\b{_YEAR}",
    )
)
"""Two weekdays, then their two days ("Monday and Tuesday, 10 and 11 January")."""
_SECOND = re.compile(rf"day{_TO}$")
_ANY = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs?|ur)?(?:day)?\b")
_DIGIT = re.compile(r"\d")
_NEAR = 60
"""Characters on each side of a weekday within which its date stands."""
_HALF_A_YEAR = dt.timedelta(days=183)
_LEEWAY = dt.timedelta(days=60)
_AROUND = 400
"""Characters before a date in which another year may be named that it is of."""


class _Said(NamedTuple):
    """A weekday said to be that of a day of a month: its offsets, and the day."""

    start: int
    end: int
    day: int


def find(report: Report) -> Iterator[Problem]:
    """Where no year is named, the date may be in any year in which it lies within some months of the report, or that is named."""
    text = report.text
    found: dict[int, Problem] = {}
    covered: list[tuple[int, int]] = []
    for start, end in _stretches(text):
        for pattern in (*_IN_STEP, *_PATTERNS):
            for match in pattern.finditer(text, start, end):
                if pattern in _IN_STEP:
                    covered.append(match.span())
                elif any(match.start() < stop and begin < match.end() for begin, stop in covered) or _SECOND.search(
                    text, start, match.start()
                ):
                    continue
                for said in _said(match):
                    problem = _judged(report, match, said)
                    if problem is not None:
                        found.setdefault(said.start, problem)
    yield from found.values()


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where a weekday stands near a number."""
    for match in _ANY.finditer(text):
        start, end = max(match.start() - _NEAR, 0), min(match.end() + _NEAR, len(text))
        if _DIGIT.search(text, start, end):
            yield start, end


def _said(match: re.Match[str]) -> Iterator[_Said]:
    groups = match.groupdict()
    if groups.get("day2") and "weekday2" in groups and int(groups["day2"]) <= int(match["day"]):
        # The first day is of the month before, which is not named.
        return
    yield _Said(*match.span("weekday"), int(match["day"]))
    if groups.get("day2"):
        yield _Said(*match.span("weekday2"), int(match["day2"]))


def _judged(report: Report, match: re.Match[str], said: _Said) -> Problem | None:
    days = _days(match, said.day, report)
    weekday = _number(report.text[said.start : said.end])
    if not days or weekday in {day.weekday() for day in days}:
        return None
    day = days[0]
    right = calendar.day_name[day.weekday()]
    printed = report.text[said.start : said.end]
    if not printed.endswith("day"):
        right = right[:3] + "." * printed.endswith(".")
    end = match.end() + (report.text[match.end() : match.end() + 1] == ")" and "(" in match.group())
    suggestion = report.text[match.start() : said.start] + right + report.text[said.end : end]
    message = f"{told(day)} was a {calendar.day_name[day.weekday()]}, not a {calendar.day_name[weekday]}"
    return Problem(match.start(), end, message, _basis(match, report), suggestion)


def _days(match: re.Match[str], day: int, report: Report) -> list[dt.date]:
    """The days that the date can mean, the likeliest first; none where the year is not known, or where there is no such day."""
    groups = match.groupdict()
    month = int(groups["number"]) if groups.get("number") else MONTHS[match["month"].lower()]
    if not 1 <= month <= 12:
        return []
    if groups["year"]:
        return _in_years([int(groups["year"])], month, day)
    if report.first is None or report.last is None:
        return []
    first, last = report.first, report.last
    found = _in_years(range(first.year - 1, last.year + 2), month, day)
    near = [one for one in found if first - _HALF_A_YEAR - _LEEWAY <= one <= last + _HALF_A_YEAR + _LEEWAY]
    near.sort(key=lambda one: max(first - one, one - last))
    named = years_in(report.text[max(match.start() - _AROUND, 0) : match.end() + _AROUND // 4])
    return [*near, *_in_years(sorted(named - {one.year for one in near}), month, day)] if near else []


def _in_years(years: range | list[int], month: int, day: int) -> list[dt.date]:
    return [dt.date(year, month, day) for year in years if 0 < day <= calendar.monthrange(year, month)[1]]


def _number(weekday: str) -> int:
    return next(number for number, name in enumerate(calendar.day_name) if name.startswith(weekday[:3]))


def _basis(match: re.Match[str], report: Report) -> str:
    if match["year"]:
        return "the calendar"
    if report.first == report.last:
        return f"the calendar; the year is that of the report, of {report.first}"
    return f"the calendar; the report was published between {report.first} and {report.last}"

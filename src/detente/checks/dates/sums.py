"""Times that do not add up: an anniversary, an age, a length that the dates beside it do not make."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence

from detente.checks.check import Problem
from detente.checks.dates.anchors import distances
from detente.checks.dates.counts import ABOUT, DAYS_OF, NUMBER, ORDINAL, SMALL, UNIT, Count, count, counted, like, value
from detente.checks.dates.stretches import CONNECTS, Wrong, lengths
from detente.checks.dates.written import Written, date_basis, told, written
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

NAME = "sum-of-time"
SEVERITY = "error"
SAYS = "an age, anniversary or length does not fit the dates beside it"

_AGO = re.compile(rf"\b{ABOUT}{NUMBER} {UNIT} ago\b", re.I)
_FOR_SINCE = re.compile(rf"\b(?:for|in)(?: the)?(?: last| past)? {ABOUT}{NUMBER} (?P<unit>year)s,? (?:ever )?since ", re.I)
_SINCE_FOR = re.compile(rf",? (?:or )?for(?: the)?(?: last| past)? {ABOUT}{NUMBER} (?P<unit>year)s\b", re.I)
_LASTED = re.compile(
    rf"\bha(?:s|ve) (?:now |so far )?(?:lasted|gone on|raged)(?: for)?(?: the last)? {ABOUT}{NUMBER} (?P<unit>year)s\b", re.I
)
_BEGAN = re.compile(r"\b(?:began|begun|started|broke out|erupted) in $")
_ANNIVERSARY = re.compile(rf"\b(?:{ORDINAL} |(?P<long>\d{{1,3}}|{SMALL})[- ]year )anniversary of ", re.I)
_OLD = re.compile(rf"\b{NUMBER}-year-old\b", re.I)
_AGED = re.compile(rf"\b(?:aged|at the age of|at age|at) {NUMBER}\b(?![:%]|[.,]\d| \w+s\b)", re.I)
_IS_OLD = re.compile(
    rf"\b(?:is|turned|turns|is now|is aged|turning|will be|has turned|just turned) {NUMBER}(?: years old)?(?=[,.;]|$| and )", re.I
)
_BORN_ASIDE = re.compile(
    rf"(?:, (?:aged )?| \(){NUMBER}(?:,|\),?)(?: (?:and|who|a|an|the)\b[\w -]{{0,30}})?(?: was)? born"
    r" (?:[^,;.\d]{1,30} )?(?:in|on) $",
    re.I,
)
_MAKES = re.compile(rf"\b(?:making|makes|made) (?:him|her) {NUMBER}\b", re.I)
_DEAD = re.compile(r"\b(?:die[sd]|dead|death|killed|assassinated|executed|murdered|buried)\b")
_BORN = re.compile(r"\b[Bb]orn (?:[a-z ]{2,20} )?(?:in|on)(?: [A-Z][\w-]+,? (?:in|on))? (?:the )?$")
_DIED = re.compile(r"\b(?:died|killed|assassinated|executed|murdered|death)\b[^,;.]{0,40}\b(?:in|on) $")
_MADE = re.compile(r"\b(?:[Ff]ounded|[Ee]stablished|set up|formed|built|opened|[Ss]igned|launched|introduced) (?:in|on) $")
_YEARS_OLD = re.compile(rf"\b(?:is|are|turns|turned|now|already) {NUMBER} years old\b", re.I)
_NOW = re.compile(
    r"\b(?:marks?|marking|today|this (?:week|month|year|weekend)|will|is|are|has|have|next (?:week|month)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_HALF_A_YEAR = 200


def find(report: Report) -> Iterator[Problem]:
    """What the same sentence tells is reckoned with and the day of the report; of a distance alone also what is told before."""
    for read in report.sentences:
        text = read.sentence.text
        if not _has_count(text):
            continue
        dates = written(report, read)
        if not dates:
            continue
        shift = read.sentence.start
        found: list[tuple[int, int]] = []
        for start, end, message, suggestion, basis in (
            *_to_report(report, read, dates),
            *_ages(report, read, dates),
            *lengths(read, dates),
        ):
            found.append((start, end))
            yield Problem(shift + start, shift + end, message, basis, suggestion)
        for start, end, message, suggestion, basis in distances(report, read, dates):
            if not any(start < stop and begin < end for begin, stop in found):
                found.append((start, end))
                yield Problem(shift + start, shift + end, message, basis, suggestion, severity="warning")


def _has_count(text: str) -> bool:
    text = text.lower()
    return (
        "ago" in text
        or "year" in text
        or "day" in text
        or "week" in text
        or "month" in text
        or "born" in text
        or "decade" in text
        or "anniversary" in text
    )


def _to_report(report: Report, read: ReadSentence, dates: Sequence[Written]) -> Iterator[Wrong]:
    """What is counted from the day of the report."""
    if report.first is None or report.last is None:
        return
    text, shift = read.sentence.text, read.sentence.start
    with_year = [date for date in dates if date.year]
    for match in _AGO.finditer(text):
        said = count(match)
        for date in dates:
            start, end = date.start - shift, date.end - shift
            beside = (
                CONNECTS.fullmatch(text[match.end() : start])
                if start >= match.end()
                else CONNECTS.fullmatch(text[end : match.start()])
            )
            if beside and (date.year or said.unit != "year"):
                yield from _judged(said, date, report.first, report.last, shift, date_basis(report))
    for pattern in (_FOR_SINCE, _SINCE_FOR):
        for match in pattern.finditer(text):
            at = match.end() if pattern is _FOR_SINCE else match.start()
            since = [d for d in with_year if (d.start if pattern is _FOR_SINCE else d.end) - shift == at]
            led = pattern is _FOR_SINCE or (since and re.search(r"\b[Ss]ince $", text[: since[0].start - shift]))
            if since and led and len(with_year) == 1 and " had " not in text:
                yield from _judged(count(match), since[0], report.first, report.last, shift, date_basis(report))
    for match in _LASTED.finditer(text):
        if len(with_year) == 1 and _BEGAN.search(text[: with_year[0].start - shift]):
            yield from _judged(count(match), with_year[0], report.first, report.last, shift, date_basis(report))
    for match in _ANNIVERSARY.finditer(text):
        following = [d for d in with_year if 0 <= d.start - shift - match.end() < 90]
        between = text[match.end() : following[0].start - shift] if following else ";"
        straight = between in ("", "the ", "its ", "his ", "her ", "their ") or between.endswith(" of ")
        if re.search(r"[.;:]", between) or not (straight or _NOW.search(text[: match.start()])) or len(with_year) != 1:
            continue
        number = int(match["long"]) if match["long"] and match["long"].isdigit() else value(match["long"] or match["n"])
        fits = _anniversaries(following[0], report.first, report.last)
        if number and fits and number not in fits:
            right = sorted(fits, key=lambda n: abs(n - number))[0]
            start = match.start("long") if match["long"] else match.start("n")
            message = f"from {following[0].words} it is {_or(fits)} years to {_years(report.first, report.last)}, not {number}"
            yield start, following[0].end - shift, message, like(match["long"] or match["n"], right), date_basis(report)


def _anniversaries(date: Written, first: dt.date, last: dt.date) -> list[int]:
    """The years that an anniversary near the report can close: all within the year for a date that is only a year."""
    if date.precision not in ("day", "month"):
        years = range((first - dt.timedelta(days=40)).year, (last + dt.timedelta(days=_HALF_A_YEAR)).year + 1)
        return [year - date.first.year for year in years]
    found = []
    for year in range(first.year - 1, last.year + 2):
        day = dt.date(year, date.first.month, min(date.first.day, 28))
        if (day - first).days >= -_HALF_A_YEAR and (day - last).days <= _HALF_A_YEAR:
            found.append(year - date.first.year)
    return found


def _ages(report: Report, read: ReadSentence, dates: Sequence[Written]) -> Iterator[Wrong]:
    """How old somebody or something is that was born or founded on a day named."""
    text, shift = read.sentence.text, read.sentence.start
    years = [date for date in dates if date.year]
    born = [date for date in years if _BORN.search(text[: date.start - shift])]
    made = [date for date in years if _MADE.search(text[: date.start - shift])]
    if len(born) == 1:
        died = [date for date in years if date is not born[0] and _DIED.search(text[: date.start - shift])]
        others = [date for date in years if date not in (born[0], *died)]
        if len(died) == 1 and not others:
            for match in (*_AGED.finditer(text), *_OLD.finditer(text)):
                yield from _aged(count(match), born[0], died[0].first, died[0].last, shift, f"“{died[0].words}”")
            return
        if others or died or report.first is None or report.last is None:
            return
        aside = _BORN_ASIDE.search(text[: born[0].start - shift])
        matches = [aside] if aside else [*_old_beside(text, born[0].start - shift), *_IS_OLD.finditer(text)]
        if not aside and not matches:
            matches = [*_MAKES.finditer(text), *(_AGED.finditer(text) if _DEAD.search(text) else ())]
        for match in matches:
            first = report.first - dt.timedelta(days=400 if match.groupdict().get("late") else 0)
            yield from _aged(count(match), born[0], first, report.last, shift, date_basis(report))
    elif len(made) == 1 and len(years) == 1 and report.first is not None and report.last is not None:
        for match in (*_old_beside(text, made[0].start - shift), *_YEARS_OLD.finditer(text)):
            yield from _aged(count(match), made[0], report.first, report.last, shift, date_basis(report))


def _old_beside(text: str, end: int) -> Iterator[re.Match[str]]:
    """ "the 45-year-old engineer, born in ...": with a few words between, all of one phrase."""
    for match in _OLD.finditer(text, 0, end):
        between = text[match.end() : end]
        if len(between) < 70 and re.fullmatch(
            r"(?: (?!is\b|are\b|was\b|to\b|that\b|who\b|which\b|and\b)[\w-]+){0,5},? (?:(?:who|which) )?(?:was )?"
            r"(?:born|founded|established|set up|formed|built|opened|signed|launched|introduced)(?: [^,;.]*)? (?:in|on) ",
            between,
        ):
            yield match


def _aged(said: Count, born: Written, first: dt.date, last: dt.date, shift: int, basis: str) -> Iterator[Wrong]:
    least, most = _full_years(born.last, first), _full_years(born.first, last)
    if not least <= said.number <= most:
        makes = f"{least}" if least == most else f"{least} or {most}" if most == least + 1 else f"{least} to {most}"
        start, end = min(said.start, born.start - shift), max(said.end, born.end - shift)
        right = f"{least}" if said.number < least else f"{most}"
        yield start, end, f"from {born.words} it makes {makes} years, not {said.number}", right, basis


def _judged(said: Count, date: Written, first: dt.date, last: dt.date, shift: int, basis: str) -> Iterator[Wrong]:
    """A count from a date to the report."""
    unit = DAYS_OF[said.unit]
    low, high = (first - date.last).days / unit, (last - date.first).days / unit
    if high < 0:
        return
    if said.unit == "day":
        least, most = low - 1, high + 1
    elif said.unit == "year":
        least, most = math.floor(low), max(math.ceil(low), round(high), last.year - date.first.year)
    else:
        least, most = math.floor(low) - (0 if said.unit == "month" else 1), math.ceil(high)
    if said.about:
        least, most = math.floor(least * 0.8) - 1, math.ceil(most * 1.1) + 1
    if not least <= said.number <= most:
        right = round((low + high) / 2) if said.unit != "year" else max(last.year - date.first.year, 0)
        start, end = min(said.start, date.start - shift), max(said.end, date.end - shift)
        until = _years(first, last) if said.unit == "year" else told(first) if first == last else f"{told(first)} or after"
        yield (
            start,
            end,
            f"from {date.words} to {until} it is {counted(right, said.unit)}, not {said.number}",
            str(right),
            basis,
        )


def _full_years(day: dt.date, until: dt.date) -> int:
    return until.year - day.year - ((until.month, until.day) < (day.month, day.day))


def _or(numbers: Sequence[int]) -> str:
    return " or ".join(map(str, numbers))


def _years(first: dt.date, last: dt.date) -> str:
    return f"{first.year}" if first.year == last.year else f"{first.year} or {last.year}"

"""Distances in time that lead from a date to no day that the report tells: "in 1953, 75 years earlier"."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.checks.dates.counts import ABOUT, DAYS_OF, ORDINAL, SMALL, counted, value
from detente.checks.dates.stretches import CONNECTS, Wrong
from detente.checks.dates.written import YEAR, Written, date_basis
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = rf"(?P<n>\d{{1,3}}|(?:{_TENS})-(?:{SMALL})|{SMALL}|an?)"
_DISTANCE = (
    rf"{ABOUT}{_NUMBER}(?P<half> and a half)? (?P<unit>day|week|fortnight|month|year|decade|quarter(?: of a |-)century)s?"
    rf"(?: and (?P<months>\d\d?|{SMALL}) months?)?"
)
_WAY = re.compile(rf"\b{_DISTANCE} (?P<way>ago|on|later|earlier|before|after|since|previously)\b", re.I)
_FOR = re.compile(rf"\b(?:for|in|over|during)(?: the)?(?: last| past| first)? {_DISTANCE}(?= |,|\.|;|$)", re.I)
_PASSED = re.compile(rf"\b{_DISTANCE} (?:have|has|had) passed\b", re.I)
_PERIOD = re.compile(rf"\ba (?:period|total|span) of {_DISTANCE}\b", re.I)
_HAS_FOR = re.compile(
    rf"\b(?:has|have) (?:now )?(?:ruled|governed|led|lasted|reigned|run|served|been (?:\w+ ){{0,3}}\w+)"
    rf"(?: \w+){{0,2}} for {_DISTANCE}\b",
    re.I,
)
_TERM = re.compile(rf"\b{_DISTANCE} (?:in (?:office|power|the (?:job|post)|government)|into (?:his|her|its|their) \w+)", re.I)
_CAME_IN = re.compile(
    r"\b(?:inaugurated|sworn in|took (?:office|power|over)|came to (?:office|power)|appointed|in (?:office|power) since"
    r"|seized power|took the oath)(?: [a-z ]{1,20})?(?: (?:in|on))? (?:the )?$"
)
_MARKS = re.compile(rf"\b(?:mark|celebrat|honour|honor|commemorat)\w*(?: the)? {_DISTANCE} (?:of|since)\b", re.I)
_LONG_WAR = re.compile(rf"\b{_NUMBER}-(?P<unit>year)(?:-long|-old)?(?! old\b) (?P<noun>[a-z-]+(?: [a-z-]+){{0,3}})", re.I)
_MADE = re.compile(
    r"\b(?:founded|established|set up|formed|created|built|opened|signed|launched|introduced|which was \w+|born|agreed|adopted)"
    r"(?: [a-z ]{1,20})? (?:in|on) (?:the )?$"
)
_BEGAN = re.compile(
    r",? (?:(?:which|that|who) )?(?:has |had )?(?:began|begun|started|broke out|erupted|was launched|dates? back to|dates? from)"
    r"(?: [a-z ]{1,20})?(?: (?:in|on|to|from))? (?:the )?$"
)
_EVENT = re.compile(
    r"(?!.*\b(?:anniversary|birthday|jubilee)\b) (?:[^,;:.]{0,70} )?(?:of|in|on|the|since|from|until|by|at)"
    r" (?:early |late |mid-)?$|,? (?:in|on) (?:the )?$| $"
)
_SINCE = re.compile(r"\b[Ss]ince(?: the| early| late| mid)*(?: [^,;:.]{1,40} (?:of|in|on))? $")
_SINCE_OR_BEFORE = re.compile(r",? (?:ever )?since (?:the )?(?:[^,;:.]{1,50} (?:of|in|on) (?:the )?)?$")
_BELOW = frozenset({"nearly", "almost", "less than", "under", "barely", "just under", "up to"})
_ABOVE = frozenset({"more than", "over", "at least", "just over"})
_NTH = re.compile(rf"\b(?:in|on|into|entering|entered) (?:its|the|their|a) {ORDINAL} (?P<unit>day|week|month|year)\b", re.I)
_LENGTHS = {**DAYS_OF, "fortnight": 14.0, "decade": 3652.5, "quarter": 9131.25}
_SLACK = {"day": 1.0, "week": 1.0, "fortnight": 0.6, "month": 1.0, "decade": 0.4, "quarter": 0.2}
_OF_YEARS = frozenset({"year", "decade", "quarter"})
_SHORT = 40
"""Characters within which the event stands that days are counted from."""
_BEFORE = 3
"""Sentences back in which the other end of a distance in days may be told."""
_AROUND = 1500
"""Characters before the sentence in which a year may be named that is the other end."""


class _End(NamedTuple):
    """Days between which the other end of a distance may lie."""

    first: dt.date
    last: dt.date


def distances(report: Report, read: ReadSentence, dates: Sequence[Written]) -> Iterator[Wrong]:
    """Distances tied by their words to one date, that no other day or year told near by makes with it, nor the report's day."""
    if report.first is None or report.last is None:
        return
    text, shift = read.sentence.text, read.sentence.start
    for match, date in _tied(text, shift, dates):
        said = match.groupdict()
        unit = match["unit"].lower().split()[0].split("-")[0]
        if unit in _OF_YEARS:
            if not date.year:
                continue
            ends = _years(report, read, dates, date)
        else:
            if date.precision != "day" and not (date.precision == "month" and unit == "month"):
                continue
            beside = said.get("way") in ("after", "before")
            ends = _days(report, read, date, (shift + match.start(), shift + match.end()), own_only=beside)
            if said.get("way") not in ("later", "earlier", "after", "before", "previously") and " had " not in text:
                ends = [*ends, _End(report.first, report.last)]
        number = _number(said)
        numbers = (number - 1, number) if match.re is _NTH else (number,)
        if number <= 0 or not ends or any(_fits(one, unit, said, date, end) for one in numbers for end in ends):
            continue
        start, stop = min(match.start(), date.start - shift), max(match.end(), date.end - shift)
        yield start, stop, _message(date, number, unit), None, date_basis(report)


def _tied(text: str, shift: int, dates: Sequence[Written]) -> Iterator[tuple[re.Match[str], Written]]:
    """Each distance with the date that it is counted from or to."""
    years = [date for date in dates if date.year]
    for match in _WAY.finditer(text):
        way = match["way"].lower()
        for date in dates:
            start, end = date.start - shift, date.end - shift
            if way == "on":
                if len(dates) == len(years) == 1 and re.match(r" ?(?:[,.;)–—-]|$)", text[match.end() :]):
                    yield match, date
            elif end <= match.start() and CONNECTS.fullmatch(text[end : match.start()]) and way != "since":
                if way not in ("after", "before") or re.match(r" ?[,.;)–—-]", text[match.end() :]):
                    yield match, date
            elif start >= match.end() and way in ("later", "earlier", "ago", "previously"):
                if re.fullmatch(r",? (?:in|on) (?:the )?", text[match.end() : start]):
                    yield match, date
            elif start >= match.end() and way in ("after", "since", "before") and _EVENT.fullmatch(text[match.end() : start]):
                if match["unit"].lower() not in ("day", "week", "fortnight") or start - match.end() < _SHORT:
                    yield match, date
                break
    for match in (*_FOR.finditer(text), *_PASSED.finditer(text), *_PERIOD.finditer(text)):
        for date in dates:
            start, end = date.start - shift, date.end - shift
            before = _SINCE.search(text[:start]) and re.fullmatch(r",? (?:or |and |and so |that is )?", text[end : match.start()])
            if before or (start >= match.end() and _SINCE_OR_BEFORE.fullmatch(text[match.end() : start])):
                yield match, date
    for match in _NTH.finditer(text):
        begun = [date for date in dates if _BEGAN.search(text[: date.start - shift]) or _SINCE.search(text[: date.start - shift])]
        if len(begun) == 1:
            yield match, begun[0]
    for match in (*_TERM.finditer(text), *_HAS_FOR.finditer(text)):
        leads = [(date, text[: date.start - shift]) for date in dates if date.start - shift < match.start()]
        since = [date for date, words in leads if _CAME_IN.search(words) or _SINCE.search(words)]
        if len(since) == 1 and " had " not in text:
            yield match, since[0]
    for match in _MARKS.finditer(text):
        after = [date for date in years if 0 <= date.start - shift - match.end() < 90]
        if len(after) == 1 and (
            _MADE.search(text[: after[0].start - shift]) or _EVENT.fullmatch(text[match.end() : after[0].start - shift])
        ):
            yield match, after[0]
    for match in _LONG_WAR.finditer(text):
        for date in years:
            if date.start - shift > match.start("noun") and (found := _BEGAN.search(text[: date.start - shift])):
                if found.start() - match.end() <= 0 and found.start() >= match.start("noun"):
                    yield match, date


def _years(report: Report, read: ReadSentence, dates: Sequence[Written], own: Written) -> list[_End]:
    assert report.first is not None
    assert report.last is not None
    before = report.text[max(read.sentence.start - _AROUND, 0) : read.sentence.end + 150].replace(own.words, "", 1)
    named = [int(match.group()) for match in YEAR.finditer(before)]
    return [
        _End(report.first, report.last),
        *(_End(date.first, date.last) for date in dates if date is not own and date.year),
        *(_End(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in named),
    ]


def _days(report: Report, read: ReadSentence, own: Written, count: tuple[int, int], *, own_only: bool = False) -> list[_End]:
    """Days told in the sentence or shortly before it; none where there is but the report's own."""
    assert report.first is not None
    assert report.last is not None
    found = []
    for sentence in report.sentences[max(read.index - (0 if own_only else _BEFORE), 0) : read.index + 1]:
        for timex in report.reading.times[sentence.index]:
            place = sentence.sentence.start + timex.start
            inside = own.start <= place < own.end or count[0] <= place < count[1]
            if timex.first and timex.last and timex.type in ("DATE", "TIME") and not inside:
                found.append(_End(timex.first, timex.last))
    return found


def _number(said: dict[str, str | None]) -> float:
    word = said["n"] or ""
    number = 1.0 if word.lower() in ("a", "an") else float(value(word))
    months = said.get("months")
    return number + 0.5 * bool(said.get("half")) + (value(months) / 12 if months else 0.0)


def _fits(number: float, unit: str, said: dict[str, str | None], date: Written, end: _End) -> bool:
    one, other = (end.first - date.last).days, (end.last - date.first).days
    if not date.year:
        # Its year is only the likeliest one: it may be the year before, or the next.
        turns = (one // 365 - 1, one // 365, one // 365 + 1, one // 365 + 2)
        pairs = [(one - 365 * turn, other - 365 * turn) for turn in turns]
        return any(_within(number, unit, said, *pair) for pair in pairs if max(map(abs, pair)) < 365)
    return _within(number, unit, said, one, other)


def _within(number: float, unit: str, said: dict[str, str | None], one: int, other: int) -> bool:
    """Whether a number of units can be a distance between two numbers of days."""
    length = _LENGTHS[unit]
    low, high = (0, max(abs(one), abs(other))) if one * other < 0 else sorted((abs(one), abs(other)))
    least, most = low / length, high / length
    if unit == "year":
        least, most = (least - 0.15, most + 0.15) if said.get("months") else (math.floor(least), math.ceil(most))
    else:
        least, most = least - _SLACK[unit], most + _SLACK[unit]
    loose = (said.get("about") or "").lower()
    if loose in _BELOW:
        most = most * 1.08 + 1
    elif loose in _ABOVE:
        least = least * 0.75 - 1
    elif loose:
        least, most = least * 0.85 - 1, most * 1.15 + 1
    return least <= number <= most


def _message(date: Written, number: float, unit: str) -> str:
    said = f"{number:.1f} {unit}s" if number % 1 else counted(int(number), unit)
    return f"{said} from {date.words} lead to no day that is told here"

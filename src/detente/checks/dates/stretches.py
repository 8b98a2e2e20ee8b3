"""Lengths and distances in time that two dates beside them do not make."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.checks.dates.comparing import days_between
from detente.checks.dates.counts import ABOUT, DAYS_OF, NUMBER, UNIT, Count, count, counted
from detente.checks.dates.written import Written
from detente.coding.reading import ReadSentence

CONNECTS = re.compile(r"\s*,?\s*(?:\(|[-–—])?\s*(?:back )?(?:in|on)?\s*(?:the )?$", re.I)
"""What stands between a date and the number that belongs to it."""

_LENGTH = re.compile(rf"\b{ABOUT}{NUMBER}[- ]{UNIT}\b(?!-old| old| ago)", re.I)
_LATER = re.compile(rf"\b{ABOUT}{NUMBER} {UNIT} (?P<way>later|earlier|after|before)\b", re.I)
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.I)
_TO = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:the\s+)?$")
_BEGAN = re.compile(
    r"\b(?:[Bb]egan|begun|started|starting|beginning|opened|(?:was |were )?(?:called|declared|imposed|introduced)|launched"
    r"|[Jj]ailed|[Dd]etained|[Aa]rrested|[Cc]aptured|[Kk]idnapped|[Ss]eized|[Ii]mprisoned|[Ii]nterned)\b[^;:.]{0,40}$"
)
_ENDED = re.compile(
    r"\b(?:ended|ending|finished|closed|concluded|freed|released|exchanged|ransomed|was (?:called off|broken|lifted))\b"
    r"[^,;:.\d]{0,40}$"
)
_SPENT = re.compile(rf"\b(?:lasted|lasting|took|taking|spent|after|held for|ran for|dragged on for) {_LENGTH.pattern}", re.I)
_BRACKET = re.compile(r"\(\s*$")

Wrong = tuple[int, int, str, str | None, str]
"""Offsets into the sentence, the message, what should stand there, and what that rests on."""


def lengths(read: ReadSentence, dates: Sequence[Written]) -> Iterator[Wrong]:
    """What lasted from one day to another, and what was so many days after another."""
    text, shift = read.sentence.text, read.sentence.start
    for first, second in pairwise(dates):
        start, middle, end = first.start - shift, text[first.end - shift : second.start - shift], second.end - shift
        if _TO.fullmatch(middle) and (lead := _FROM.search(text, 0, start) or _BRACKET.search(text, 0, start)):
            before = list(_LENGTH.finditer(text, max(lead.start() - 60, 0), lead.start()))
            after = re.compile(rf"(?:,| \(|,? or|,? for) {_LENGTH.pattern}", re.I).match(text, end)
            counts = [count(after)] if after else []
            if before and not re.search(r"[.;:]| (?:after|before|later|earlier|ago)\b", text[before[-1].end() : lead.start()]):
                counts.append(count(before[-1]))
            for said in counts:
                yield from _lasted(said, first, second, shift)
        if _BEGAN.search(text, 0, start) and _ENDED.search(middle) and len(dates) == 2:
            said_before = [match for match in _LENGTH.finditer(text, 0, start) if "-" in match.group()]
            if len(said_before) == 1:
                yield from _lasted(count(said_before[0]), first, second, shift)
            for match in _SPENT.finditer(text):
                if not re.match(r" (?:of|earlier|later|before|after|ago)\b", text[match.end() :]):
                    yield from _lasted(count(match), first, second, shift)
        for match in _LATER.finditer(text):
            found = _later(text, match, start, first.end - shift, second.start - shift)
            if found is not None:
                one, other = (first, second) if found == (match["way"].lower() in ("later", "after")) else (second, first)
                yield from _apart(count(match), one, other, shift, match)


def _later(text: str, match: re.Match[str], start: int, ends: int, second: int) -> bool | None:
    """Whether the count goes from the first date to the second as printed: True, where it goes back False, None where neither."""
    way, begin, stop = match["way"].lower(), match.start(), match.end()
    if way in ("later", "earlier"):
        if ends <= begin < second and re.fullmatch(r",? (?:in|on) (?:the )?", text[stop:second]) and _clean(text[ends:begin]):
            return True
        return None
    if (
        stop < start
        and re.fullmatch(r"[^,;.]{0,60} (?:of|on|in) (?:the )?", text[stop:start])
        and re.fullmatch(r"(?:, (?:in|on) |,? [^,;.]{0,60} (?:in|on) )", text[ends:second])
    ):
        return True
    if (
        ends <= begin < second
        and CONNECTS.fullmatch(text[ends:begin])
        and re.fullmatch(r"[^,;.]{0,60} (?:of|on|in) (?:the )?", text[stop:second])
    ):
        return False
    return None


def _clean(between: str) -> bool:
    return len(between) < 90 and not re.search(r"[.;:]", between)


def _apart(said: Count, first: Written, second: Written, shift: int, match: re.Match[str]) -> Iterator[Wrong]:
    days = days_between(first, second)
    if first.precision != second.precision or (said.unit != "year" and first.precision != "day"):
        return
    if days is None and first.precision == "year" and first.first == second.first:
        days = 0
    if days is None or days < 0:
        return
    if first.precision == "day":
        real, slack = days / DAYS_OF[said.unit], 0.0 if said.unit == "day" else 0.6
    elif first.precision == "year":
        real, slack = float(second.first.year - first.first.year), 1.0
    else:
        return
    loose = 0.1 * real + 1 if said.about else 0.0
    if abs(said.number - real) > slack + loose:
        right = round(real)
        start, end = (
            min(said.start, first.start - shift, second.start - shift),
            max(match.end(), first.end - shift, second.end - shift),
        )
        message = f"from {first.words} to {second.words} it is {counted(right, said.unit)}, not {said.number}"
        yield start, end, message, str(right), "the two dates"


def _lasted(said: Count, first: Written, second: Written, shift: int) -> Iterator[Wrong]:
    if first.precision != second.precision or first.precision not in ("day", "month", "year"):
        return
    if first.precision == "day":
        days = days_between(first, second)
        if days is None or days <= 0:
            return
        real, slack = (days + 0.5) / DAYS_OF[said.unit], {"day": 0.5, "week": 0.6, "month": 0.7, "year": 0.6}[said.unit]
    elif said.unit == "year" or (first.precision == "month" and said.unit == "month"):
        months = (second.first.year - first.first.year) * 12 + second.first.month - first.first.month
        real, slack = (months / 12, 1.0) if said.unit == "year" else (months + 0.5, 1.0)
    else:
        return
    loose = 0.1 * real + 1 if said.about else 0.0
    if real > 0 and abs(said.number - real) > slack + loose:
        right = max(math.floor(real), 1) if first.precision != "day" or said.unit != "day" else round(real + 0.5)
        start, end = min(said.start, first.start - shift), max(said.end, second.end - shift)
        message = f"from {first.words} to {second.words} it is {counted(right, said.unit)}, not {said.number}"
        yield start, end, message, str(right), "the two dates"

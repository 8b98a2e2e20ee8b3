"""Clues from what is known to have happened: an act whose date is in the tables, told as past or as to come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.dates import times_of
from detente.coding.dating.days import TOLD_AS
from detente.coding.dating.direction import direction
from detente.coding.dating.published import FAR, Clue
from detente.knowledge.happenings import Happening, told_in

if TYPE_CHECKING:
    from detente.coding.reading import Reading, ReadSentence

_REACH = 75
"""Days from the act within which an expression of time that hangs on the report's date is tried."""

_SCHEDULED = frozenset({"meeting", "sport", "election", "vote", "office"})
"""Kinds of act that news can name before the day; of others what sounds so is talk of the act."""

_RELATIVE = re.compile(r"X|_REF")
_AHEAD = dt.timedelta(days=400)
_OTHER_YEAR = frozenset({"year", "decade", "month", "season", "day"})


def by_happenings(reading: Reading) -> Iterator[Clue]:
    """One clue for each sentence that tells of one known act alone.

    Where it says when ("on Friday"), the report is of a day from which that leads to the act; else it is later than the act,
    or earlier where the act is to come.
    """
    for read in reading.sentences:
        found = told_in(read.sentence.text)
        if len({(one.first, one.last) for one in found}) != 1:
            continue
        act = found[0]
        times = reading.times[read.index]
        if any(
            t.first and t.precision in _OTHER_YEAR and not (t.first <= act.last and act.first <= (t.last or t.first))
            for t in times
        ):
            # Another date than the act's stands with it.
            continue
        yield from _clue(reading, read, act)


def _clue(reading: Reading, read: ReadSentence, act: Happening) -> Iterator[Clue]:
    for timex in reading.times[read.index]:
        if timex.type not in ("DATE", "TIME") or not _RELATIVE.search(timex.value):
            continue
        way = direction(read, timex.start)
        steps = range(0 if way == "past" else -_REACH, 1 if way == "future" else _REACH + 1)
        days = [act.first + dt.timedelta(days=n) for n in steps]
        fitting = [day for day in days if _leads_to(read, timex.start, day, act)]
        if fitting:
            words = read.sentence.text[timex.start : timex.end]
            start = read.sentence.start + timex.start
            reason = f"{act.name} ({act.first}, {act.line}) is told of as {words!r}"
            yield Clue(start, start + len(words), _runs(fitting), reason)
            return
    way = direction(read, _where(read, act))
    if way == "open" or (way == "future" and act.kind not in _SCHEDULED):
        return
    span = (act.first - _AHEAD, act.last) if way == "future" else (act.first, FAR)
    reason = f"{act.name} ({act.first}, {act.line}) is told of{TOLD_AS[way]}"
    yield Clue(read.sentence.start, read.sentence.end, (span,), reason)


def _where(read: ReadSentence, act: Happening) -> int:
    """Where the sentence tells of the act: the offset of the verb among its words, else of the first of them."""
    terms = tuple(term for group in act.words for term in group)
    tokens = [token for token in read.sentence.tokens if _is_term(token.lower_, terms)]
    tokens = [token for token in tokens if token.i in read.clauses] or tokens
    return tokens[0].idx - read.sentence.tokens.start_char if tokens else 0


def _is_term(word: str, terms: tuple[str, ...]) -> bool:
    return any(word.startswith(term[:-1]) if term.endswith("*") else word == term for term in terms)


def _leads_to(read: ReadSentence, offset: int, day: dt.date, act: Happening) -> bool:
    """Whether the expression at the offset means the act's day in a report of that day."""
    for timex in times_of(read, day):
        if timex.start == offset and timex.first is not None:
            exact = timex.precision == "day"
            return exact and timex.first <= act.last and act.first <= (timex.last or timex.first)
    return False


def _runs(days: list[dt.date]) -> tuple[tuple[dt.date, dt.date], ...]:
    """Days in order, joined where they follow one another."""
    runs = [(days[0], days[0])]
    for day in days[1:]:
        if day == runs[-1][1] + dt.timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return tuple(runs)

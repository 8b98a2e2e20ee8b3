"""Working out when a report without a date was published."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.coding.dating.days import by_days, by_lead
from detente.coding.dating.known import by_happenings
from detente.coding.dating.officers import by_office
from detente.coding.dating.published import Clue, Published

if TYPE_CHECKING:
    from detente.coding.reading import Reading

_WIDEST = dt.timedelta(days=5 * 365)
_TELLING = 0.5
"""Weight above which a clue tells something by itself."""


def work_out(reading: Reading) -> Published:
    """The days on which most of the report's clues agree, those clues, and those that contradict them.

    Nothing is told (`first` None) where they leave more than five years, or are but dates and years that may be any.
    """
    clues = [*by_office(reading), *by_happenings(reading), *by_days(reading)]
    window = _agreed(clues)
    if window is None:
        return Published()
    first, last = window
    if last - first > _WIDEST or not any(clue.weight > _TELLING and clue.allows(first, last) for clue in clues):
        return Published()
    lead = by_lead(reading, first, last)
    if lead is not None:
        (first, last), clues = lead.spans[0], [*clues, lead]
    clues.sort(key=lambda clue: (clue.start, clue.end))
    led = tuple(clue for clue in clues if clue.allows(first, last))
    against = tuple(clue for clue in clues if not clue.allows(first, last))
    return Published(first, last, clues=_telling(led, first, last), against=against)


def _agreed(clues: Sequence[Clue]) -> tuple[dt.date, dt.date] | None:
    """The first and last day on which most clues agree; None where none tells anything."""
    borders = sorted({day for clue in clues for start, end in clue.spans for day in (start, _next(end))})
    stretches = [(start, end - dt.timedelta(days=1)) for start, end in itertools.pairwise(borders)]
    if not stretches:
        return None
    counts = [sum(clue.weight for clue in clues if clue.allows(*stretch)) for stretch in stretches]
    best = [stretch for stretch, count in zip(stretches, counts, strict=True) if count == max(counts)]
    return best[0][0], best[-1][1]


def _next(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + dt.timedelta(days=1)


def _telling(clues: Sequence[Clue], first: dt.date, last: dt.date) -> tuple[Clue, ...]:
    """The clues in the order of how closely they bound the window, each with only the span that lies on it."""
    on_it = [replace(c, spans=tuple(s for s in c.spans if s[0] <= last and first <= s[1])) for c in clues]
    return tuple(sorted(on_it, key=lambda c: (c.spans[-1][1] - c.spans[0][0], c.start)))

"""When a report was published: the day that came with it, or days worked out, with the clues to them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from detente.model import Dated

FAR = dt.date(2199, 12, 31)
"""The end of what has none: an office still held, "later than"."""


_NARROW = dt.timedelta(days=100)
_PRECISIONS = ((1, "day"), (8, "week"), (32, "month"), (367, "year"))
"""Days that a stretch has less of, to be told as so precise."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of a report that tell of when it is: the report is of a day in one of the `spans`, and why that is so.

    `weight`: how much it counts against others, from 0 to 1.

    `start` and `end` are offsets of the words in the article's text; the spans do not overlap and are in order.
    """

    start: int
    end: int
    spans: tuple[tuple[dt.date, dt.date], ...]
    reason: str
    weight: float = 1.0

    def allows(self, first: dt.date, last: dt.date) -> bool:
        """Whether any day from the first to the last fits."""
        return any(start <= last and first <= end for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Published:
    """From the first day to the last in which the report can have been published.

    `given`: the day came with the report. Else the `clues` led to it, the closest first, and those `against` contradict it; where
    nothing tells, both days are None.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    given: bool = False
    clues: tuple[Clue, ...] = ()
    against: tuple[Clue, ...] = ()

    @classmethod
    def on(cls, day: dt.date | None) -> Published:
        """The day that came with the report, or nothing known."""
        return cls(day, day, given=True) if day else cls()

    @property
    def narrow(self) -> bool:
        """Whether the days are near enough to each other for whoever held an office on one to have held it on the others."""
        return self.first is not None and self.last is not None and self.last - self.first <= _NARROW

    @property
    def dated(self) -> Dated | None:
        """The same as items tell it; None where nothing is known."""
        if self.first is None or self.last is None:
            return None
        precision = next((name for days, name in _PRECISIONS if (self.last - self.first).days < days), "decade")
        enddate = None if self.first == self.last else self.last
        return Dated(date=self.first, enddate=enddate, precision=precision, basis="given" if self.given else "worked out")

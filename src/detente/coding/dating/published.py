"""When a report was published: the day that came with it, or days worked out, with the clues to them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of a report that tell of when it is: the report is of a day in one of the `spans`, and why that is so.

    `start` and `end` are offsets of the words in the article's text; the spans do not overlap and are in order.
    """

    start: int
    end: int
    spans: tuple[tuple[dt.date, dt.date], ...]
    reason: str

    def allows(self, first: dt.date, last: dt.date) -> bool:
        """Whether any day from the first to the last fits."""
        return any(start <= last and first <= end for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Published:
    """From the first day to the last in which the report can have been published.

    `given`: the day came with the report. Else the `clues` led to it, and those `against` contradict it; without any both days are
    None.
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

"""A link: which actor a phrase of the text is taken for, how surely, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from detente.model import Actor

NAME = 0.97
"""Score of a full name as the tables print it, borne by somebody in office."""

SPELLING = 0.93
NEAR = 0.8
INTRODUCED = 0.9
SURNAME = 0.7
HOLDER = 0.85
"""An office without a name, whose holder on the date is known."""

DIFFERS = 0.65
"""An office with a name that is not its holder's."""

NAMED = 0.95
"""The proper name of a state, organisation or group with one meaning only."""

PLACED = 0.85
"""A capital or metonym that stands for a state."""

DESCRIBED = 0.75
IMPLIED = 0.6
"""A description whose country only the article suggests."""

SECTOR = 0.45
"""A description of which the country is not known."""

PRONOUN = 0.65

OUT_OF_OFFICE = 0.9
UNCHECKED = 0.85
OF_SEVERAL = 0.8
"""What a score is multiplied by: out of office; not checked up to the article's date; one of several meanings."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """How sure a link is (0 to 1) and the reasons for it, in short words.

    `holder`: who held the office on the article's date, where the text gives the office to somebody else or writes the
    holder's name wrongly; else None.
    """

    score: float
    reasons: tuple[str, ...] = ()
    holder: str | None = None

    def also(self, *reasons: str, times: float = 1.0) -> Grounds:
        """The same with more reasons, and with its score multiplied."""
        return Grounds(round(self.score * times, 3), self.reasons + reasons, self.holder)


@dataclass(frozen=True, slots=True)
class Link:
    """An actor that a phrase is linked to, and the grounds."""

    actor: Actor
    grounds: Grounds = field(default_factory=lambda: Grounds(DESCRIBED))

    @property
    def score(self) -> float:
        return self.grounds.score

    @property
    def reasons(self) -> tuple[str, ...]:
        return self.grounds.reasons

    @property
    def holder(self) -> str | None:
        return self.grounds.holder


def in_office(
    grounds: Grounds, start: dt.date | None, end: dt.date | None, checked: dt.date | None, day: dt.date | None
) -> Grounds:
    """The grounds with what the dates of a spell of office say of the article's date."""
    if day is None:
        return grounds.also("no date")
    if start and day < start:
        return grounds.also(f"in office from {start}", times=OUT_OF_OFFICE)
    if end and end < day:
        return grounds.also(f"in office until {end}", times=OUT_OF_OFFICE)
    if end is None and checked and checked < day:
        return grounds.also(f"not checked since {checked}", times=UNCHECKED)
    return grounds.also(f"in office on {day}")

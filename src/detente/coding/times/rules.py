"""What the rules for expressions of time share: what a rule sees of its match, and what the meaning hangs on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from detente.coding.times.lexicon import CLOCK_UNITS, UNITS
from detente.coding.times.values import Meaning
from detente.coding.times.words import Words, number_of


@dataclass(slots=True)
class Setting:
    """What an expression's meaning hangs on: the report's date, the verb's tense, and what was named before it."""

    day: dt.date | None
    tense: Callable[[int], str]
    before: Meaning | None = None
    quarter: Meaning | None = None
    named_day: dt.date | None = None
    compared: Meaning | None = None
    """What something is only compared with ("a year earlier"): nothing is counted from it."""

    def keep(self, meaning: Meaning) -> None:
        """Keeps what was found as that which is counted from."""
        if meaning.first is not None and meaning.type in ("DATE", "TIME") and meaning is not self.compared:
            self.before = meaning
            if meaning.precision == "day":
                self.named_day = meaning.first

    @property
    def anchor(self) -> dt.date | None:
        """The day that "two days later" counts from: the last one named, else the report's."""
        if self.before is not None and self.before.first is not None:
            return self.before.first
        return self.day

    @property
    def anchor_day(self) -> dt.date | None:
        """The day that "that day" and "the next morning" point back to."""
        return self.named_day or self.day


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule over the classes of words."""

    words: Words
    match: re.Match[str]
    setting: Setting

    def span(self, group: str) -> tuple[int, int]:
        """Where a group matched; empty where it did not or the rule has none such."""
        start, end = self.match.span(group) if group in self.match.re.groupindex else (0, 0)
        return (start, end) if start >= 0 else (0, 0)

    def has(self, group: str) -> bool:
        start, end = self.span(group)
        return end > start

    def all(self, group: str) -> list[str]:
        start, end = self.span(group)
        return self.words.lower[start:end]

    def word(self, group: str) -> str:
        """The last word of a group, empty where it matched none."""
        start, end = self.span(group)
        return self.words.lower[end - 1] if end > start else ""

    def number(self, group: str) -> float | None:
        return number_of(self.all(group)) if self.has(group) else None

    def before(self, steps: int = 1) -> str:
        index = self.match.start() - steps
        return self.words.lower[index] if index >= 0 else ""

    def after(self) -> str:
        index = self.match.end()
        return self.words.lower[index] if index < len(self.words.lower) else ""

    def words_after(self, count: int) -> list[str]:
        end = self.match.end()
        return self.words.lower[end : end + count]

    def classes_after(self, count: int) -> str:
        end = self.match.end()
        return self.words.classes[end : end + count]

    @property
    def tense(self) -> str:
        return self.setting.tense(self.words.starts[self.match.start()])


Reading = Callable[[Found], Meaning | None]
Rule = tuple[re.Pattern[str], Reading]
"""A pattern over the letters of word classes, and what its matches mean; None where the words are no time after all."""

NUMBER = r"(?P<n>A?c|[NY](?:(?:-|n)?[Nc])*)"
"""Letters of a number: "two", "twenty-four", "two hundred", "a couple of"."""

STEPS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip
"""How many stretches on a word points: "last week" is the week before the report's."""


def named_year(word: str) -> int | None:
    """A year of four digits."""
    return int(word) if word.isdecimal() and len(word) == 4 else None


def unit_of(found: Found, group: str = "u") -> str:
    """The unit of time that a group names, in the singular."""
    word = found.word(group)
    return UNITS.get(word) or CLOCK_UNITS.get(word, "")

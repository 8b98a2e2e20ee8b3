"""What a rule sees of the words that it matched."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from detente.coding.timevalues import Meaning
from detente.coding.timewords import Words, number_of


@dataclass(slots=True)
class Setting:
    """What an expression's meaning hangs on: the report's date, the verb's tense, and what was named before it."""

    day: dt.date | None
    tense: Callable[[int], str]
    before: Meaning | None = None
    quarter: Meaning | None = field(default=None)

    @property
    def anchor(self) -> dt.date | None:
        """The day that "two days later" counts from: the last one named, else the report's."""
        if self.before is not None and self.before.first is not None:
            return self.before.first
        return self.day


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule over the classes of words."""

    words: Words
    match: re.Match[str]
    setting: Setting

    def has(self, group: str) -> bool:
        return self.match[group] is not None

    def all(self, group: str) -> list[str]:
        start, end = self.match.span(group)
        return self.words.lower[start:end] if start >= 0 else []

    def word(self, group: str) -> str:
        """The last word of a group, empty where it matched none."""
        start, end = self.match.span(group)
        return self.words.lower[end - 1] if end > start >= 0 else ""

    def number(self, group: str) -> float | None:
        return number_of(self.all(group)) if self.has(group) else None

    def before(self, steps: int = 1) -> str:
        index = self.match.start() - steps
        return self.words.lower[index] if index >= 0 else ""

    def after(self) -> str:
        index = self.match.end()
        return self.words.lower[index] if index < len(self.words.lower) else ""

    @property
    def tense(self) -> str:
        return self.setting.tense(self.words.starts[self.match.start()])


Rule = tuple[re.Pattern[str], Callable[[Found], Meaning | None]]
"""A pattern over the letters of word classes, and what its matches mean; None where the words are no time after all."""

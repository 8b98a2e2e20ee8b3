"""Amounts: numbers as spelt, in words, digits or both, with the unit beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from detente.coding.figures.units import CURRENCIES, MEASURES, SYMBOLS
from detente.coding.wordlist import wordlist

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12}
_PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9}
_SMALL = {"few": 3, "several": 3, "couple": 2}

HYPHENS = frozenset("-–‑")
_PIECE = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+(?:,\d{3})*(?:\.\d+)?|\S")
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
LIKELY = re.compile(r"\d|\b(?:" + "|".join([*_UNITS, *_SCALES, *_PLURALS, "dozen", "hour"]) + r")\b", re.IGNORECASE)
"""What a text without numbers never matches."""
_COUNTED = frozenset({*_SCALES, "dozen"})
_AWAY = wordlist("from away off north south east west high long wide tall deep below above")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as spelt, from one piece up to (not including) another."""

    first: int
    last: int
    value: float
    scale: float = 1
    vague: bool = False
    unit: str | None = None
    digits: bool = True
    year: bool = False


class Amounts:
    """The amounts of a text, read from its pieces: words, figures and marks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces = list(_PIECE.finditer(text))
        self._words = [piece.group().lower() for piece in self._pieces]

    def _word(self, position: int) -> str:
        return self._words[position] if 0 <= position < len(self._words) else ""

    def _glued(self, position: int) -> bool:
        """Whether no blank stands between a piece and the one before it."""
        return 0 < position < len(self._pieces) and self._pieces[position - 1].end() == self._pieces[position].start()

    def _amount(self, first: int) -> Amount | None:
        position, unit = first, None
        if self._word(position) == "us" and self._word(position + 1) == "$":
            position += 1
        if self._word(position) in SYMBOLS:
            unit = SYMBOLS[self._word(position)]
            position += 1
        spelt = self._digits(position, unit) if _DIGITS.fullmatch(self._word(position)) else None
        if spelt is None and unit is None:
            spelt = self._plural(position) or self._hour(position) or self._in_words(position)
        if spelt is None:
            return None
        return self._and_more(self._measured(replace(spelt, first=first, unit=unit)))

    def _digits(self, position: int, unit: str | None) -> Amount:
        word = self._word(position)
        value = float(word.replace(",", ""))
        year = len(word) == 4 and word.isdigit() and 1500 <= value <= 2150
        after = position + 1
        scale = 1.0
        if self._word(after) in HYPHENS and self._word(after + 1) in _SCALES:
            after += 1
        if self._word(after) in _SCALES:
            scale, after = _SCALES[self._word(after)], after + 1
        elif self._word(after) in _SHORT_SCALES and (self._glued(after) or (unit and self._word(after) != "k")):
            # "500m from the border" is a distance, "1.5m people" a million and a half.
            following = self._word(after + 1)
            if self._word(after) != "m" or unit or (following.isalpha() and following not in _AWAY):
                scale, after = _SHORT_SCALES[self._word(after)], after + 1
        return Amount(position, after, value * scale, scale, year=year and scale == 1 and unit is None)

    def _plural(self, first: int) -> Amount | None:
        """ "dozens", "tens of thousands", "hundreds of thousands": at least two of them."""
        word = self._word(first)
        if word not in _PLURALS:
            return None
        value, last = 2 * _PLURALS[word], first + 1
        if self._word(last) == "of" and self._word(last + 1) in _PLURALS and _PLURALS[self._word(last + 1)] > _PLURALS[word]:
            value, last = value * _PLURALS[self._word(last + 1)], last + 2
        elif word == "tens" or (word == "scores" and self._word(last) != "of"):
            return None
        return Amount(first, last, float(value), vague=True, digits=False)

    def _hour(self, first: int) -> Amount | None:
        """ "an hour": the one measure that is counted by its article."""
        if self._word(first) == "an" and self._word(first + 1) == "hour":
            return Amount(first, first + 1, 1.0, digits=False)
        return None

    def _and_more(self, amount: Amount) -> Amount:
        """ "an hour and a half", "an hour and forty minutes"."""
        if amount.unit != "hours" or self._word(amount.last) != "and":
            return amount
        if self._words[amount.last + 1 : amount.last + 3] == ["a", "half"]:
            return replace(amount, last=amount.last + 3, value=amount.value + 0.5)
        below = self._amount(amount.last + 1)
        if below is not None and below.unit == "minutes" and below.value < 60:
            return replace(amount, last=below.last, value=amount.value * 60 + below.value, unit="minutes")
        return amount

    def _in_words(self, first: int) -> Amount | None:
        position, vague = first, False
        total, current = 0.0, 0.0
        if self._word(position) in ("a", "an"):
            position += 1
        if self._word(position) == "half" and self._word(position + 1) in ("a", "an") and self._word(position + 2) in _COUNTED:
            current, position = 0.5, position + 2
        elif self._word(position) in _SMALL:
            current, vague, position = float(_SMALL[self._word(position)]), True, position + 1
            if self._word(position) == "of":
                position += 1
            if self._word(position) not in _COUNTED:
                return None
        elif position > first and self._word(position) not in _COUNTED:
            return None
        scale, begun = 1.0, position
        while position < len(self._words):
            word = self._words[position]
            if word in _UNITS:
                value = _UNITS[word]
                # "twenty five" and "two hundred five" are one number, "five six" two.
                if current % 1 or (current % 100 and not (current % 100 >= 20 and current % 10 == 0 and value < 10)):
                    break
                current += value
            elif word == "dozen":
                current, scale = (current or 1) * 12, 12
            elif word in _SCALES:
                scale = float(_SCALES[word])
                if scale == 100:
                    current = (current or 1) * 100
                else:
                    total, current = total + (current or 1) * scale, 0
            elif position > begun and self._words[position : position + 3] == ["and", "a", "half"]:
                current, position = current + 0.5, position + 2
            elif not self._joins(position, begun):
                break
            position += 1
        if position == begun:
            return None
        return Amount(first, position, total + current, scale, vague=vague, digits=False)

    def _joins(self, position: int, begun: int) -> bool:
        """ "twenty-five", "two hundred and fifty"."""
        if position == begun or self._word(position + 1) not in _UNITS | _SCALES.keys():
            return False
        before = self._word(position - 1)
        if self._word(position) in HYPHENS:
            return self._glued(position) and self._glued(position + 1)
        return (
            self._word(position) == "and" and before in ("hundred", "thousand", "million") and self._word(position + 1) in _UNITS
        )

    def _measured(self, amount: Amount) -> Amount:
        """With the unit that follows it: "45 percent", "60 million euros", "a 24-hour visit"."""
        position = amount.last
        if self._word(position) in HYPHENS and self._glued(position) and self._glued(position + 1):
            position += 1
        for length in (2, 1):
            words = self._words[position : position + length]
            unit = CURRENCIES.get(" ".join(words)) or MEASURES.get(" ".join(words))
            if unit and len(words) == length and (amount.unit is None or amount.unit == unit):
                return replace(amount, last=position + length, unit=unit, year=False)
        return amount

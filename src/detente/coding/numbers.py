"""Numbers in a text: words and digits read into a value, the bounds that the wording sets, and how vague it is.

What is taken as the value:

- a plain number is its value: "8,500", "two hundred and fifty", "1.5m", "£7.6bn";
- a bound leaves the value as told and sets one end: "more than 13,000" is 13,000 and no less, "up to 175,000" is 175,000
  and no more; "nearly" and "almost" set the upper end and are approximate;
- a range has its lower end as value, since that end is in the text and a midpoint is nobody's claim: "169,000 to 190,000"
  is 169,000, with low 169,000 and high 190,000;
- a vague plural is the least that it can mean, twice its unit, with no upper end: "tens of thousands" is 20,000 or more,
  "dozens" 24 or more.

Not numbers of anything, and left out: years and days of the month, times of day, ages, ordinals, and numbers that are part of a
name ("G7", "F-16", "Resolution 1973", "COVID-19").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from detente.coding.units import CURRENCIES, MEASURES, SYMBOLS

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12}
_PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9}
_SMALL = {"few": 3, "several": 3, "couple": 2}
_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

_PIECE = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+(?:,\d{3})*(?:\.\d+)?|\S")
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_LIKELY = re.compile(r"\d|\b(?:" + "|".join([*_UNITS, *_SCALES, *_PLURALS, "dozen", "hour"]) + r")\b", re.IGNORECASE)
_HYPHENS = frozenset("-–‑")

_AT_LEAST = (
    "more than", "over", "at least", "above", "exceeding", "upwards of", "upward of", "no fewer than", "no less than",
    "not less than", "not fewer than", "in excess of", "a minimum of", "as few as", "greater than", "well over", "topping",
)  # fmt: skip
_AT_MOST = (
    "less than", "fewer than", "up to", "under", "below", "at most", "as many as", "as much as", "no more than", "not more than",
    "a maximum of", "as high as",
)  # fmt: skip
_SHORT_OF = ("nearly", "almost", "close to", "just under", "just short of", "just below", "approaching")
_JUST_OVER = ("just over", "just above", "a little over", "slightly more than", "slightly over")
_ABOUT = (
    "about", "around", "some", "roughly", "approximately", "approx", "an estimated", "estimated", "circa", "something like",
    "in the region of", "on the order of", "perhaps", "probably", "maybe", "nearer", "~",
)  # fmt: skip
_BEFORE: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): kind
    for kind, phrases in (
        ("least", _AT_LEAST), ("most", _AT_MOST), ("short", _SHORT_OF), ("past", _JUST_OVER), ("about", _ABOUT)
    )
    for phrase in phrases
}  # fmt: skip
_AFTER: dict[tuple[str, ...], str] = {
    ("or", "more"): "least", ("and", "more"): "least", ("or", "over"): "least", ("plus",): "least", ("+",): "least",
    ("or", "fewer"): "most", ("or", "less"): "most", ("or", "so"): "about", ("odd",): "about",
}  # fmt: skip
_LONGEST = 4
_SPANS_OF_TIME = frozenset({"days", "weeks", "months", "years", "decades"})
_NUMBERED = frozenset(
    "article articles chapter clause no number paragraph page section resolution resolutions protocol phase point item flight "
    "route highway room line channel unit block battalion brigade version level stage step group act rule law decree order".split()
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    `start`, `end` are offsets of its own words with their unit, `begin` that of the first word that says how exact it is.
    `unit` is that of a measure beside it ("percent", "USD", "hours"), or None where it counts what a noun names.
    `digits` is false where it is spelt in words.
    """

    begin: int
    start: int
    end: int
    value: float
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    unit: str | None = None
    digits: bool = True


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number as spelt, from one piece up to (not including) another."""

    first: int
    last: int
    value: float
    scale: float = 1
    vague: bool = False
    unit: str | None = None
    digits: bool = True
    year: bool = False


def read_number(text: str) -> Number | None:
    """The first number of a text ("about 8,500 troops"), or None. Offsets are into the text."""
    found = numbers(text)
    return found[0] if found else None


def numbers(text: str) -> list[Number]:
    """The numbers of a text in its order, without those that count nothing (see the module)."""
    if not _LIKELY.search(text):
        return []
    return list(_Scan(text).run())


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces = list(_PIECE.finditer(text))
        self._words = [piece.group().lower() for piece in self._pieces]

    def run(self) -> list[Number]:
        found: list[Number] = []
        position = 0
        while position < len(self._words):
            amount = self._amount(position)
            if amount is None:
                position += 1
                continue
            position = amount.last
            if self._is_name(amount) or self._is_fraction(amount):
                continue
            upper = self._upper(amount)
            if upper is None and (self._is_time(amount) or amount.year):
                continue
            found.append(self._number(amount, upper))
            position = (upper or amount).last
        return found

    def _word(self, position: int) -> str:
        return self._words[position] if 0 <= position < len(self._words) else ""

    def _glued(self, position: int) -> bool:
        """Whether no blank stands between a piece and the one before it."""
        return 0 < position < len(self._pieces) and self._pieces[position - 1].end() == self._pieces[position].start()

    # One amount

    def _amount(self, first: int) -> _Amount | None:
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

    def _digits(self, position: int, unit: str | None) -> _Amount:
        word = self._word(position)
        value = float(word.replace(",", ""))
        year = len(word) == 4 and word.isdigit() and 1500 <= value <= 2150
        after = position + 1
        scale = 1.0
        if self._word(after) in _HYPHENS and self._word(after + 1) in _SCALES:
            after += 1
        if self._word(after) in _SCALES:
            scale, after = _SCALES[self._word(after)], after + 1
        elif self._word(after) in _SHORT_SCALES and (self._glued(after) or (unit and self._word(after) != "k")):
            # "500m from the border" is a distance, "1.5m people" a million and a half.
            following = self._word(after + 1)
            if self._word(after) != "m" or unit or (following.isalpha() and following not in _AWAY):
                scale, after = _SHORT_SCALES[self._word(after)], after + 1
        return _Amount(position, after, value * scale, scale, year=year and scale == 1 and unit is None)

    def _plural(self, first: int) -> _Amount | None:
        """ "dozens", "tens of thousands", "hundreds of thousands": at least two of them."""
        word = self._word(first)
        if word not in _PLURALS:
            return None
        value, last = 2 * _PLURALS[word], first + 1
        if self._word(last) == "of" and self._word(last + 1) in _PLURALS and _PLURALS[self._word(last + 1)] > _PLURALS[word]:
            value, last = value * _PLURALS[self._word(last + 1)], last + 2
        elif word == "tens" or (word == "scores" and self._word(last) != "of"):
            return None
        return _Amount(first, last, float(value), vague=True, digits=False)

    def _hour(self, first: int) -> _Amount | None:
        """ "an hour": the one measure that is counted by its article."""
        if self._word(first) == "an" and self._word(first + 1) == "hour":
            return _Amount(first, first + 1, 1.0, digits=False)
        return None

    def _and_more(self, amount: _Amount) -> _Amount:
        """ "an hour and a half", "an hour and forty minutes"."""
        if amount.unit != "hours" or self._word(amount.last) != "and":
            return amount
        if self._words[amount.last + 1 : amount.last + 3] == ["a", "half"]:
            return replace(amount, last=amount.last + 3, value=amount.value + 0.5)
        below = self._amount(amount.last + 1)
        if below is not None and below.unit == "minutes" and below.value < 60:
            return replace(amount, last=below.last, value=amount.value * 60 + below.value, unit="minutes")
        return amount

    def _in_words(self, first: int) -> _Amount | None:
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
                if current % 1 or current % 100 and not (current % 100 >= 20 and current % 10 == 0 and value < 10):
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
        return _Amount(first, position, total + current, scale, vague=vague, digits=False)

    def _joins(self, position: int, begun: int) -> bool:
        """ "twenty-five", "two hundred and fifty"."""
        if position == begun or self._word(position + 1) not in _UNITS | _SCALES.keys():
            return False
        before = self._word(position - 1)
        if self._word(position) in _HYPHENS:
            return self._glued(position) and self._glued(position + 1)
        return self._word(position) == "and" and before in ("hundred", "thousand", "million") and self._word(position + 1) in _UNITS

    def _measured(self, amount: _Amount) -> _Amount:
        """With the unit that follows it: "45 percent", "60 million euros", "a 24-hour visit"."""
        position = amount.last
        if self._word(position) in _HYPHENS and self._glued(position) and self._glued(position + 1):
            position += 1
        for length in (2, 1):
            words = self._words[position : position + length]
            unit = CURRENCIES.get(" ".join(words)) or MEASURES.get(" ".join(words))
            if unit and len(words) == length and (amount.unit is None or amount.unit == unit):
                return replace(amount, last=position + length, unit=unit, year=False)
        return amount

    # Ranges and exactness

    def _upper(self, amount: _Amount) -> _Amount | None:
        """The upper end of a range that begins with the amount."""
        joint, before = self._word(amount.last), self._word(amount.first - 1)
        if joint == "and":
            if before != "between":
                return None
        elif joint == "or":
            if amount.value > 20:
                return None
        elif joint not in ("to", *_HYPHENS) or before == "from":
            return None
        upper = self._amount(amount.last + 1)
        if upper is None or (amount.year and upper.year) or upper.vague or self._is_name(upper, joined=True):
            return None
        if amount.unit and upper.unit and amount.unit != upper.unit:
            return None
        if amount.value >= upper.value or (joint in _HYPHENS and upper.unit is None and not self._word(upper.last).isalpha()):
            return None
        return upper

    def _number(self, amount: _Amount, upper: _Amount | None) -> Number:
        last = (upper or amount).last
        unit = amount.unit or (upper.unit if upper else None)
        value = amount.value
        low, high, approximate = (value if amount.vague else None), None, amount.vague
        begin = amount.first
        if upper is not None:
            # "10 to 15 million": the scale is that of both.
            if upper.scale > 1 and amount.scale == 1 and amount.value < upper.value / upper.scale:
                value = amount.value * upper.scale
            low, high, approximate = value, upper.value, True
            if self._word(begin - 1) == "between":
                begin -= 1
        else:
            before, begin = self._exactness(amount, unit)
            behind = last + 1 if self._word(last) in _HYPHENS and self._glued(last + 1) else last
            after = next((k for n in (2, 1) if (k := _AFTER.get(tuple(self._words[behind : behind + n])))), "")
            kinds = {before, after}
            if kinds & {"least", "past"}:
                low = value
            if kinds & {"most", "short"}:
                high = value
            approximate = approximate or bool(kinds & {"about", "short", "past"})
        start, end = self._pieces[amount.first].start(), self._pieces[last - 1].end()
        return Number(self._pieces[begin].start(), start, end, value, low, high, approximate, unit, amount.digits)

    def _exactness(self, amount: _Amount, unit: str | None) -> tuple[str, int]:
        """What the words before say of it, and where they begin."""
        kind, begin = "", amount.first
        if self._word(begin - 1) in ("a", "an", "the", "its") and self._word(begin - 2) in ("over", "than"):
            begin -= 1
        for length in range(min(_LONGEST, begin), 0, -1):
            found = _BEFORE.get(tuple(self._words[begin - length : begin]))
            if found and not (found == "least" and length == 1 and unit in _SPANS_OF_TIME):
                # "over three days" is mostly for as long as these days went on.
                kind, begin = found, begin - length
                break
        return kind, begin

    # What is no number of anything

    def _is_name(self, amount: _Amount, *, joined: bool = False) -> bool:
        first, last = amount.first, amount.last
        if not amount.digits:
            return False
        before, after = self._word(first - 1), self._word(last)
        if self._glued(last) and (after in ("st", "nd", "rd", "th") or (after.isalpha() and amount.unit is None and len(after) <= 2)):
            return True
        if amount.unit is None and self._glued(first) and not joined:
            if before.isalpha() or before in ("#", "/", ":", "."):
                return True
            if before in _HYPHENS and (self._glued(first - 1) and self._word(first - 2).isalnum()):
                return True
        if amount.unit is None and after in ("/", ":") and self._glued(last):
            return True
        if before in _NUMBERED or (before == "." and self._word(first - 2) in ("no", "art", "para")):
            return True
        return self._is_listed(first, last) or self._is_age(amount)

    def _is_listed(self, first: int, last: int) -> bool:
        """ "1. ...", "(2) ...", at the head of a paragraph or inside it."""
        if self._word(first - 1) == "(" and self._word(last) == ")":
            return last - first == 1
        return first == 0 and last == 1 and self._word(last) in (".", ")") and self._glued(last) and len(self._words) > 2

    def _is_age(self, amount: _Amount) -> bool:
        first, last = amount.first, amount.last
        if self._word(first - 1) in ("aged", "age"):
            return True
        tail = self._words[last : last + 2]
        if amount.unit == "years" and (tail[:1] == ["old"] or (tail[:1] and tail[0] in _HYPHENS and tail[1:] == ["old"])):
            return True
        # "John Smith, 34, said": between commas after a name.
        return (
            amount.unit is None
            and last - first == 1
            and amount.value < 120
            and self._word(first - 1) == ","
            and self._word(last) == ","
            and first > 1
            and self._pieces[first - 2].group()[:1].isupper()
        )

    def _is_fraction(self, amount: _Amount) -> bool:
        after = amount.last + (self._word(amount.last) in _HYPHENS)
        return not amount.digits and self._word(after) in ("third", "thirds", "quarter", "quarters", "fifth", "fifths", "half", "halves")

    def _is_time(self, amount: _Amount) -> bool:
        before, after = self._word(amount.first - 1), self._word(amount.last)
        if amount.unit is not None or amount.value > 31:
            return False
        if before in _MONTHS and self._pieces[amount.first - 1].group()[0].isupper():
            return True
        if after in _MONTHS and amount.last < len(self._pieces) and self._pieces[amount.last].group()[0].isupper():
            return True
        if after in ("am", "pm", "o'clock", "o’clock", "gmt", "utc", "cet"):
            return True
        return after in ("a", "p") and self._word(amount.last + 1) == "." and self._word(amount.last + 2) == "m"


_COUNTED = frozenset({*_SCALES, "dozen"})
_AWAY = frozenset({"from", "away", "off", "north", "south", "east", "west", "high", "long", "wide", "tall", "deep", "below", "above"})

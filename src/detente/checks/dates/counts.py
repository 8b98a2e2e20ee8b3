"""Numbers of days, weeks, months and years as they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.coding.times.lexicon import NUMBERS, ORDINALS

TENTHS = {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100,
}  # fmt: skip
DAYS_OF = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SMALL = "|".join(sorted((word for word in NUMBERS if word != "zero"), key=len, reverse=True))
NUMBER = rf"(?P<n>\d{{1,3}}|(?:{_TENS})-(?:{SMALL})|{SMALL})"
ORDINAL = rf"(?P<n>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join([*ORDINALS, *TENTHS])}|(?:{_TENS})-\w+)"
UNIT = r"(?P<unit>day|week|month|year)s?"
ABOUT = (
    r"(?:(?P<about>about|around|nearly|almost|some|roughly|more than|over|at least|less than|under|approximately|barely|just over"
    r"|just under|up to)\s+)?"
)
"""What makes a number a bound or a guess."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of units as printed: offsets into the sentence, the number, the unit, and what loosens it."""

    start: int
    end: int
    number: int
    unit: str
    about: str


def count(match: re.Match[str]) -> Count:
    """What a pattern with groups `n`, and perhaps `unit` and `about`, has found; years where no unit is named."""
    groups = match.groupdict()
    unit, about = (groups.get("unit") or "year").lower(), (groups.get("about") or "").lower()
    return Count(match.start("n"), match.end(), value(match["n"]), unit, about)


def value(word: str) -> int:
    """The number that a word stands for: "25th", "twenty-five", "fifth"; 0 for one that stands for none."""
    word = word.lower()
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    if word in NUMBERS:
        return NUMBERS[word]
    tens, _, ones = word.partition("-")
    return NUMBERS.get(tens, 0) + NUMBERS.get(ones, ORDINALS.get(ones, 0)) if ones else ORDINALS.get(word, TENTHS.get(word, 0))


def like(word: str, number: int) -> str:
    """A number as figures, with an ending where another had one ("14th" like "fifth")."""
    if not re.search(r"\d(?:st|nd|rd|th)$", word) and word.lower() not in {*ORDINALS, *TENTHS} and "-" not in word:
        return str(number)
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"

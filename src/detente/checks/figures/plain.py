"""The plain numbers of a sentence: read one by one, with no noun, so that few are missed ("the toll at 443: 376 civilians")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.checks.figures.spelt import NUMBER, SUM, is_year, worth

_NUMBER = re.compile(
    rf"(?P<sign>US\$|\$|€|£)(?P<sum>{SUM})|(?P<number>{NUMBER})"
    rf"(?P<unit>\s?(?:%|per\s?cent\b|percent\b|(?:dollars|euros|pounds|roubles)\b))?"
    r"|\b(?P<dozen>(?:a|one|two|three|four|five)\sdozen)\b"
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|estimated|nearly|almost|just under|just over|over|more than|up to|as many as"
    r"|fewer than|less than|under|close to|between|perhaps)\s$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\b(?:at least|no fewer than|no less than)\s$", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"[\s-](?:\w+[\s-])?(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|o['’]clock|am\b|pm\b|a\.m|p\.m|GMT|times?\b|degrees"
    r"|points?\b|(?:kilo)?met(?:re|er)s?\b|km\b|miles?\b|feet\b|January|February|March|April|May\b|June|July|August|September|October"
    r"|November|December)|(?:am|pm|st|nd|rd|th|km|kg|C|F)\b|[./:]\d|[-–]\d",
)
_DATE_BEFORE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|article|chapter|page|number|No\.|aged"
    r"|resolution|flight)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A number: offsets in its text, value, unit ("", "%", "$" and the like), and whether it is loose or a least."""

    start: int
    end: int
    value: float
    unit: str
    loose: bool
    least: bool


def plain_numbers(text: str) -> list[Plain]:
    """The numbers that can be counts, shares or sums of money; no years, dates, clock times, ages in years, distances."""
    found: list[Plain] = []
    for match in _NUMBER.finditer(text):
        words = match["sum"] or match["number"] or match["dozen"]
        before = text[max(0, match.start() - 20) : match.start()]
        if is_year(words) or _NO_COUNT.match(text[match.end() :]) or _DATE_BEFORE.search(before) or before.endswith(":"):
            continue
        value = 12 * worth(words.split()[0].replace("a", "one")) if match["dozen"] else worth(words)
        unit = (match["sign"] or match["unit"] or "").strip()
        found.append(
            Plain(
                match.start(),
                match.end(),
                value,
                "%" if unit.startswith("per") else unit,
                bool(_ABOUT.search(before)),
                bool(_AT_LEAST.search(before)),
            )
        )
    return found


def has_two(text: str) -> bool:
    """Whether two or more numbers may stand in a text: a cheap look before the reading."""
    return len(_LIKELY.findall(text)) > 1


_LIKELY = re.compile(
    r"(?<![\w.,])\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozen)\b", re.IGNORECASE
)

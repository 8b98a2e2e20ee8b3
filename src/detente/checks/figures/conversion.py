"""A measure repeated in another unit to which it does not come."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import ABOUT, MEASURE, like, matches, told, worth
from detente.checks.figures.units import SIZES, UNIT, size_of, unit_named
from detente.checks.report import Report

NAME = "conversion"
SEVERITY = "error"
SAYS = "a measure and the same in another unit beside it do not go together"

AGAIN = r"(?:\s?[(\[](?:or\s|i\.e\.,?\s|that is,?\s|equal to\s|equivalent to\s)?|,?\sor\s|\s?/\s?|,\s(?=about\s))"
"""What stands between an amount and the same amount told in another way."""
CUE = re.compile(r"[\w°][\s]?[(\[/]|\bor\b|,\sabout\s")
_MINUS = r"(?:minus\s|[-−](?=\d))?"
_PATTERN = re.compile(
    rf"(?<![\w.,$€£¥])(?P<minus>{_MINUS})(?P<number>{MEASURE})[\s-]?(?P<unit>{UNIT}){AGAIN}(?:{ABOUT})?"
    rf"(?P<other>(?P<other_minus>{_MINUS})(?P<other_number>{MEASURE})[\s-]?(?P<other_unit>{UNIT}))",
    re.IGNORECASE,
)
_LENIENT = 0.12
_LEAST_LENIENT = 0.5
_AND_BEFORE = re.compile(
    r"(?:feet|foot|ft|pounds?|lbs?|stone|['’]|\d[\w.,%°]*\s(?:to|and|or)|\bbetween|\d\s?[-–])\s?$", re.IGNORECASE
)
"""Before a number that is the second half of an amount: "5 ft 10 in (1.78 m)", "10 to 15 km (6 to 9 miles)"."""


def find(report: Report) -> Iterator[Problem]:
    """A conversion is right within an eighth, and within the rounding of its own number."""
    for match in matches(report, CUE, _PATTERN):
        if _AND_BEFORE.search(report.text[max(0, match.start() - 14) : match.start()]):
            continue
        problem = _problem(match)
        if problem is not None:
            yield problem


def _problem(match: re.Match[str]) -> Problem | None:
    kind = next((k for k in SIZES if size_of(match["unit"], k) and size_of(match["other_unit"], k)), None)
    one, other = unit_named(match["unit"]), unit_named(match["other_unit"])
    given, put = _value(match["minus"], match["number"]), _value(match["other_minus"], match["other_number"])
    if kind is None or one is None or other is None or one == other or math.isnan(given + put):
        return None
    rights = _rights(kind, given, one, other)
    if any(abs(put - right) <= _leeway(put, right, match["other_number"]) for right in rights):
        return None
    right = _short(rights[0])
    spelt = ("minus " if right < 0 else "") + like(abs(right), match["other_number"])
    said = match["other_minus"] + match["other_number"]
    zero, ten = (told(_short(_rights(kind, at, one, other)[0])) for at in (0.0, 10.0))
    return Problem(
        match.start("other"),
        match.end("other"),
        f"{match['minus']}{match['number']} {one} come to {spelt} {other}, not {said}",
        f"0 {one} = {zero} {other}, 10 = {ten}"
        if kind == "temperature"
        else f"100 {one} = {told(_short(_rights(kind, 100.0, one, other)[0], 4))} {other}",
        match["other"].replace(said, spelt, 1),
    )


def _value(minus: str, number: str) -> float:
    return -worth(number) if minus else worth(number)


def _rights(kind: str, value: float, one: str, other: str) -> list[float]:
    """What it comes to; degrees first as a temperature, then as the difference of two."""
    scaled = value * SIZES[kind][one] / SIZES[kind][other]
    if kind == "temperature":
        return [value * 9 / 5 + 32 if other == "degrees Fahrenheit" else (value - 32) * 5 / 9, scaled]
    return [scaled]


def _leeway(put: float, right: float, words: str) -> float:
    """How far a number may be from the right one: an eighth, and half of the last place that it gives."""
    if "." in words or abs(put) < 10:
        rounding = 0.05 if "." in words else _LEAST_LENIENT
    else:
        whole = words.replace(",", "")
        zeros = len(whole) - len(whole.rstrip("0")) if whole.isdigit() else 1
        rounding = min(0.5 * 10**zeros, 0.1 * abs(put))
    return _LENIENT * abs(right) + rounding


def _short(value: float, figures: int = 2) -> float:
    return float(f"{value:.{figures}g}")

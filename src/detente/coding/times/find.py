"""Expressions of time in a text: where they stand, and what they stand for as TIMEX3."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.coding.times import values as tv
from detente.coding.times.dates import DATE_RULES
from detente.coding.times.feasts import FEAST_RULES
from detente.coding.times.lengths import LENGTH_RULES
from detente.coding.times.lexicon import ABOUT, NARROWING
from detente.coding.times.periods import PERIOD_RULES
from detente.coding.times.rules import Found, Reading, Rule, Setting
from detente.coding.times.spans import SPAN_RULES
from detente.coding.times.tense import worded_tense
from detente.coding.times.values import Meaning, narrowed
from detente.coding.times.words import Words, words_of

_RULES: list[tuple[str, list[Rule]]] = [
    ("MWDPCOUI/", DATE_RULES),
    ("Jjv", FEAST_RULES),
    ("MYNKSU", PERIOD_RULES),
    ("UHQpas", LENGTH_RULES),
    ("UHrz", SPAN_RULES),
]
"""The rules, with the letters of which one must stand in a text for any of them to match."""
_SIGNS = re.compile(r"[MWSUHPCYKDI/rQJpjv]|N-?N|aN|iTO")
# What narrows a stretch from its left: "early", "mid-", "the end of", "earlier in".
_NARROWED = re.compile(r"(?:T?(?P<e>e)-?|T?(?P<b>b)[o-]|T?(?P<half>[OL]U)o|(?P<l>[EF])|(?P<m>[eEF])i)$")
_EVE = re.compile(r"T?voT?$")
_REMEMBERED = 20
"""How many expressions back something may be counted from."""
_HALVES = {"first half": "first half", "second half": "second half", "last half": "second half"}


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time: offsets into the text, TIMEX3 type and value (`2022-01-26`, `2022-W04`, `P2W`, `PRESENT_REF`).

    `first` and `last` are the days that it stands for, None where it stands for none or they are unknown; `precision`
    tells how fine they are: day, week, month, season, year or decade. `basis` says how the days were worked out where they
    may be off by a day, as in a calendar that follows the moon; `age` is true for how old somebody is ("40-year-old").
    """

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    first: dt.date | None
    last: dt.date | None
    precision: str | None
    basis: str | None = None
    age: bool = False


def timexes(
    text: str, day: dt.date | None, *, tense: Callable[[int], str] | None = None, told: Sequence[Timex] = ()
) -> list[Timex]:
    """The expressions of time of a text, in its order, never overlapping.

    `day` is the report's date; without it what hangs on it has a value with X and no days. `tense` tells "past", "present"
    or "future" of the verb that governs the expression at an offset; without it the words near the expression tell.
    `told`: the expressions found in what comes before the text, in its order; "two days later" is counted from the last of them.
    """
    words = words_of(text)
    if _SIGNS.search(words.classes) is None:
        return []
    setting = _setting(day, tense or worded_tense(words), told)
    found: list[Timex] = []
    reached = 0
    for start, end, rule, match in _matches(words):
        if start < reached:
            continue
        meaning = rule(Found(words, match, setting))
        if meaning is None:
            continue
        begin, meaning = _widened(words, start, reached, meaning)
        found.append(Timex(words.starts[begin], words.ends[end - 1], *meaning))
        reached = end
        setting.keep(meaning)
    return found


def _setting(day: dt.date | None, tense: Callable[[int], str], told: Sequence[Timex]) -> Setting:
    setting = Setting(day, tense)
    for timex in told[-_REMEMBERED:]:
        meaning = Meaning(timex.type, timex.value, timex.first, timex.last, timex.precision)
        setting.keep(meaning)
        if "-Q" in timex.value and timex.last is not None and (day is None or timex.last < day):
            setting.quarter = meaning
    return setting


def _matches(words: Words) -> list[tuple[int, int, Reading, re.Match[str]]]:
    """The matches of all rules from left to right, longest first: what a longer rule rejects a shorter one may take."""
    classes = words.classes
    matches = [
        (match.start(), match.end(), rule, match)
        for letters, rules in _RULES
        if any(letter in classes for letter in letters)
        for pattern, rule in rules
        for match in pattern.finditer(classes)
    ]
    matches.sort(key=lambda m: (m[0], -m[1]))
    return matches


def _widened(words: Words, start: int, reached: int, meaning: Meaning) -> tuple[int, Meaning]:
    """Takes in what narrows a date from its left ("early", "the end of"), and "around" before a time or a day."""
    left = words.classes[reached:start]
    eve = _EVE.search(left)
    if eve is not None and meaning.type == "DATE" and meaning.precision == "day" and meaning.first is not None:
        return reached + eve.start(), tv.day_of(tv.shift(meaning.first, -1, "day"))._replace(basis=meaning.basis)
    if meaning.type in ("DATE", "TIME") and left.endswith("q") and words.lower[start - 1] in ABOUT:
        written = words.classes[start]
        if written == "C" or (written == "M" and meaning.precision == "day"):
            return start - 1, meaning
    if meaning.type in ("DATE", "TIME"):
        match = _NARROWED.search(left)
        if match is not None and match["half"] is not None:
            half = _HALVES.get(" ".join(words.lower[reached + match.start("half") : reached + match.end("half")]))
            if half is not None:
                return reached + match.start(), narrowed(meaning, half)
        elif match is not None:
            word = words.lower[reached + match.start() : start]
            kind = next((NARROWING[w] for w in word if w in NARROWING), None)
            if kind is not None:
                return reached + match.start(), narrowed(meaning, kind)
    return start, meaning

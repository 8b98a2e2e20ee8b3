"""Expressions of time in a text: where they stand, and what they stand for as TIMEX3."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from detente.coding.times.dates import DATE_RULES
from detente.coding.times.lengths import LENGTH_RULES
from detente.coding.times.lexicon import NARROWING
from detente.coding.times.periods import PERIOD_RULES
from detente.coding.times.rules import Found, Reading, Rule, Setting
from detente.coding.times.spans import SPAN_RULES
from detente.coding.times.tense import worded_tense
from detente.coding.times.values import Meaning, narrowed
from detente.coding.times.words import Words, words_of

_RULES: list[Rule] = [*DATE_RULES, *PERIOD_RULES, *LENGTH_RULES, *SPAN_RULES]
_SIGNS = re.compile(r"[MWSUHPCYKDI/rQJ]|N-?N")
# What narrows a stretch from its left: "early", "mid-", "the end of", "earlier in".
_NARROWED = re.compile(r"(?:T?(?P<e>e)-?|T?(?P<b>b)[o-]|T?(?P<half>[OL]U)o|(?P<l>[EF])|(?P<m>[eEF])i)$")
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


def timexes(text: str, day: dt.date | None, *, tense: Callable[[int], str] | None = None) -> list[Timex]:
    """The expressions of time of a text, in its order, never overlapping.

    `day` is the report's date; without it what hangs on it has a value with X and no days. `tense` tells "past", "present"
    or "future" of the verb that governs the expression at an offset; without it the words near the expression tell.
    """
    words = words_of(text)
    if _SIGNS.search(words.classes) is None:
        return []
    setting = Setting(day, tense or worded_tense(words))
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
        if meaning.first is not None and meaning.type in ("DATE", "TIME"):
            setting.before = meaning
            if meaning.precision == "day":
                setting.named_day = meaning.first
    return found


def _matches(words: Words) -> list[tuple[int, int, Reading, re.Match[str]]]:
    """The matches of all rules from left to right, longest first: what a longer rule rejects a shorter one may take."""
    matches = [(match.start(), match.end(), rule, match) for pattern, rule in _RULES for match in pattern.finditer(words.classes)]
    matches.sort(key=lambda m: (m[0], -m[1]))
    return matches


def _widened(words: Words, start: int, reached: int, meaning: Meaning) -> tuple[int, Meaning]:
    """Takes in what narrows a date from its left ("early", "the end of"), and "about" before a time."""
    left = words.classes[reached:start]
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

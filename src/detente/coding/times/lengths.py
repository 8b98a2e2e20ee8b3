"""Rules for lengths of time and for how often: "eight hours", "two-day", "for weeks", "every two weeks", "twice a month"."""

from __future__ import annotations

import re

from detente.coding.times import values as tv
from detente.coding.times.lexicon import FREQUENCIES
from detente.coding.times.rules import NUMBER, Found, Rule, unit_of
from detente.coding.times.values import Meaning

_RATED = frozenset({
    "%", "percent", "times", "dollars", "euros", "pounds", "share", "million", "billion", "cent", "cents", "people",
    "tonnes", "barrels",
})  # fmt: skip
"""Words after which "a year" tells a rate."""
_ACCOUNTS = frozenset({
    "dividend", "dividends", "earnings", "results", "loss", "losses", "profit", "profits", "report", "reports", "net", "income",
    "sales", "revenue", "revenues", "payment", "payments", "cash",
})  # fmt: skip
"""Words that "quarterly" makes a kind of account of."""
_MODALS = frozenset({"will", "would", "may", "might", "could", "can", "must", "shall", "should"})
_LEADS_LENGTH = frozenset({
    "for", "in", "within", "of", "after", "over", "through", "by", "with", "lasted", "last", "took", "take", "spent",
    "during", "next", "and", "or", "to",
})  # fmt: skip
"""Words after which a plural alone tells a length: "for weeks"."""


def _length(found: Found) -> Meaning | None:
    """ "eight hours", "two-day", "several months", "24-year-old", "a decade"."""
    unit, after = unit_of(found), found.classes_after(2)
    # "three-quarters" and "a quarter of" are shares; "a year-earlier loss" holds no length.
    if (unit == "quarter" and (found.has("hyphen") or found.after() == "of")) or (found.has("a") and re.match(r"-[GE]", after)):
        return None
    if unit in ("", "half"):
        return None
    count = None if found.has("v") else 1.0 if found.has("a") else found.number("n")
    if count is None and not found.has("v"):
        return None
    if found.has("a") and found.word("u").endswith("s"):
        return None
    if unit == "day" and found.all("n") == ["one"] and found.before() in _MODALS:
        return tv.reference("FUTURE_REF")
    if "half" in (found.word("half"), found.word("half2")):
        count = (count or 0) + 0.5
    if found.has("a") and (found.before() in _RATED or found.before()[:1].isdigit()):
        return Meaning("SET", tv.duration(count, unit).value)
    if found.has("range") or found.has("orso"):
        count = None
    if found.word("z") in ("old", "olds"):
        return tv.duration(count, unit)._replace(age=True)
    if _is_future_in(found) and count is not None and found.setting.day is not None:
        return tv.at_distance(found.setting.day, count, unit)
    return tv.duration(count, unit)


def _is_future_in(found: Found) -> bool:
    """ "in two weeks" said of what will be, where "in" leads a distance and not a length."""
    return found.before() == "in" and found.tense != "past" and found.after() not in ("of", "-")


def _bare_length(found: Found) -> Meaning | None:
    """ "for weeks", "within hours", "years of war"."""
    word = found.word("u")
    if found.has("both"):
        return tv.duration(None, unit_of(found, "both")) if word.endswith("s") and found.word("both").endswith("s") else None
    if not word.endswith("s") or found.before() not in _LEADS_LENGTH or word in ("seconds", "quarters", "halves"):
        return None
    return tv.duration(None, unit_of(found))


def _lasting(found: Found) -> Meaning | None:
    """ "months-long", "a day-long meeting"."""
    if found.word("z") != "long":
        return None
    return tv.duration(None if found.word("u").endswith("s") else 1, unit_of(found))


def _half_unit(found: Found) -> Meaning | None:
    """ "half an hour", "half a century"."""
    unit = unit_of(found)
    if found.word("half") != "half":
        return None
    if unit in ("decade", "century"):
        return tv.duration(5 if unit == "decade" else 50, "year")
    return tv.duration(0.5, unit) if unit in ("hour", "minute", "year") else None


def _set(found: Found) -> Meaning | None:
    """ "every day", "each year", "every two weeks", "twice a month", "daily"."""
    if found.has("q"):
        if found.word("q") == "quarterly" and found.after() in _ACCOUNTS:
            return None
        unit, count = FREQUENCIES[found.word("q")]
        return Meaning("SET", tv.duration(count, unit).value)
    unit = unit_of(found)
    if unit in ("", "half"):
        return None
    count_read = found.number("n") if found.has("n") else 1.0
    if found.has("other"):
        count_read = 2.0
    return Meaning("SET", tv.duration(count_read, unit).value)


_COUNT = r"(?:(?P<v>A?V)|(?P<a>A)(?=-?[UH])|" + NUMBER + r"(?P<range>[-kn][NV])?)"
_HALF = r"(?P<half>nAU(?=-?[UH]))?(?P<hyphen>-)?(?P<u>[UH])(?P<half2>nAU)?"

LENGTH_RULES: list[Rule] = [
    (re.compile(r"q*" + _COUNT + _HALF + r"(?P<orso>nN(?![-UH]))?(?:-?(?P<z>z))?"), _length),
    (re.compile(r"TO?" + NUMBER + r"(?P<u>[UH])"), _length),
    (re.compile(r"(?P<u>[UH])-(?P<z>z)"), _lasting),
    (re.compile(r"(?P<half>U)A(?P<u>[UH])"), _half_unit),
    (re.compile(r"(?:(?P<both>[UH])n)?(?P<u>[UH])"), _bare_length),
    (re.compile(r"(?:R" + NUMBER + r"?(?P<other>O)?|wA)(?P<u>[UH])"), _set),
    (re.compile(r"(?P<q>Q)"), _set),
]

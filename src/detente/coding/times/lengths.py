"""Rules for lengths of time and for how often: "eight hours", "two-day", "for weeks", "every two weeks", "twice a month"."""

from __future__ import annotations

import re

from detente.coding.times import values as tv
from detente.coding.times.lexicon import FREQUENCIES
from detente.coding.times.rules import NUMBER, Found, Rule, unit_of
from detente.coding.times.values import Meaning
from detente.coding.times.words import ordinal_of

_RATED = frozenset({
    "%", "percent", "times", "dollars", "euros", "pounds", "share", "million", "billion", "cent", "cents", "people",
    "tonnes", "barrels",
})  # fmt: skip
"""Words after which "a year" tells a rate."""
_SET_BY = frozenset({"before", "after", "since", "that", "following", "leading", "preceding", "ahead", "immediately"})
"""Words that tell of which weeks or years are meant."""
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
    unit = unit_of(found)
    count = None if found.has("v") else 1.0 if found.has("a") else found.number("n")
    if unit in ("", "half") or (count is None and not found.has("v")) or _no_length(found, unit):
        return None
    if unit == "day" and found.all("n") == ["one"] and found.before() in _MODALS:
        return tv.reference("FUTURE_REF")
    if "half" in (found.word("half"), found.word("half2")):
        count = (count or 0) + 0.5
    if found.has("a") and _is_rate(found):
        return Meaning("SET", tv.duration(count, unit).value)
    if found.has("range") or found.has("orso"):
        count = None
    if unit == "month" and (found.before() in ("the", "first") or found.match[0].startswith("T")):
        # An account of so many months: what it is compared with is no longer a quarter.
        found.setting.quarter = None
    if found.word("z") in ("old", "olds"):
        return tv.duration(count, unit)._replace(age=True)
    if _is_future_in(found) and count is not None and found.setting.day is not None:
        return tv.at_distance(found.setting.day, count, unit)
    return tv.duration(count, unit)


def _no_length(found: Found, unit: str) -> bool:
    if unit == "quarter" and (found.has("hyphen") or found.after() == "of"):
        # "three-quarters" and "a quarter of" are shares.
        return True
    if found.has("a") and (found.word("u").endswith("s") or re.match(r"-[GE]", found.classes_after(2))):
        # "a year-earlier loss" holds no length.
        return True
    return found.has("art") and found.word("z") != "period"


def _is_rate(found: Found) -> bool:
    """ "$3 a day", "dozens of shells a day"."""
    before, start = found.before(), found.match.start()
    if before in _RATED or before[:1].isdigit():
        return True
    counted = re.search(r"[NVc](?:o?x){1,3}$", found.words.classes[max(start - 6, 0) : start])
    return counted is not None and len(before) > 3 and before.endswith("s")


def _is_future_in(found: Found) -> bool:
    """ "in two weeks" said of what will be, where "in" leads a distance and not a length."""
    return found.before() == "in" and found.tense != "past" and found.after() not in ("of", "-")


def _bare_length(found: Found) -> Meaning | None:
    """ "for weeks", "within hours", "years of war"."""
    word = found.word("u")
    if found.has("both"):
        return tv.duration(None, unit_of(found, "both")) if word.endswith("s") and found.word("both").endswith("s") else None
    if found.has("the"):
        # "over the years", "in the weeks that followed"
        if found.before() not in ("in", "over", "during", "through") or (found.before() == "in" and found.after() not in _SET_BY):
            return None
    elif found.before() not in _LEADS_LENGTH:
        return None
    if not word.endswith("s") or word in ("seconds", "quarters", "halves"):
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


def _straight(found: Found) -> Meaning | None:
    """ "a third straight night", "three days in a row": so many up to the report's, where it is told of as it goes on."""
    unit = unit_of(found) or "day"
    count = ordinal_of(found.word("o")) if found.has("o") else found.number("n")
    if unit in ("half", "hour", "minute") or count is None or not 1 <= count < 1000:
        return None
    meaning, day = tv.duration(count, unit), found.setting.day
    if day is None or not found.has("o"):
        return meaning
    first = tv.calendar_unit(unit, tv.shift(day, 1 - round(count), unit)).first
    return meaning._replace(first=first, last=day, precision=unit if unit in ("day", "week", "month", "year") else "week")


def _nights(found: Found) -> Meaning | None:
    """ "three nights", "several mornings": as many days."""
    return tv.duration(None if found.has("v") else found.number("n"), "day")


def _aged(found: Found) -> Meaning | None:
    """ "aged 40"."""
    count = found.number("n")
    return tv.duration(count, "year")._replace(age=True) if count is not None and 0 < count < 120 else None


_COUNT = r"(?:(?P<v>A?V)|(?P<a>A)(?=-?[UH])|" + NUMBER + r"(?P<range>[-kn][NV])?)"
_HALF = r"(?P<half>nAU(?=-?[UH]))?(?P<hyphen>-)?(?P<u>[UH])(?P<half2>nAU)?"

LENGTH_RULES: list[Rule] = [
    (re.compile(r"(?P<art>A)q*" + _COUNT + _HALF + r"-?(?P<z>z)"), _length),
    (re.compile(r"q*" + _COUNT + _HALF + r"(?P<orso>nN(?![-UH]))?(?:-?(?P<z>z))?"), _length),
    (re.compile(r"TO?" + NUMBER + r"(?P<u>[UH])"), _length),
    (re.compile(r"(?P<u>[UH])-(?P<z>z)"), _lasting),
    (re.compile(r"(?P<half>U)A(?P<u>[UH])"), _half_unit),
    (re.compile(r"(?:(?P<both>[UH])n)?(?P<u>[UH])"), _bare_length),
    (re.compile(r"(?P<the>T)(?P<u>[UH])"), _bare_length),
    (re.compile(r"(?:R" + NUMBER + r"?(?P<other>O)?|wA)(?P<u>[UH])"), _set),
    (re.compile(r"w?(?P<q>Q)"), _set),
    (re.compile(r"[AT]?(?P<o>O)s(?P<u>[UHP])"), _straight),
    (re.compile(NUMBER + r"s(?P<u>[UHp])"), _straight),
    (re.compile(NUMBER + r"(?P<u>[UHp])s"), _straight),
    (re.compile(r"(?:(?P<v>A?V)|" + NUMBER + r")p"), _nights),
    (re.compile(r"a(?P<n>N)(?![-kn]?N?-?[UHM,.]?[UH])"), _aged),
]

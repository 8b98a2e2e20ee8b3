"""Rules for what is counted from the report's date or from one named before: "last week", "two days later", "the coming days"."""

from __future__ import annotations

import re

from detente.coding.times import values as tv
from detente.coding.times.lexicon import CLOCK_UNITS, NARROWING, REFERENCES
from detente.coding.times.rules import NUMBER, STEPS, Found, Rule, unit_of
from detente.coding.times.values import Meaning

_OPEN_LENGTH = {
    "hour": (1, "day"), "minute": (1, "day"), "second": (1, "day"), "day": (7, "day"), "weekend": (4, "week"),
    "week": (4, "week"),
    "fortnight": (8, "week"), "month": (6, "month"), "quarter": (12, "month"), "year": (5, "year"), "decade": (30, "year"),
    "century": (300, "year"),
}  # fmt: skip
"""How far "the coming days", "recent years" reach: what the words suggest, no more."""
_PRECISION = {
    "day": "week", "week": "week", "fortnight": "week", "weekend": "week", "month": "month", "quarter": "season", "year": "year",
    "hour": "day", "minute": "day", "second": "day",
}  # fmt: skip
_REACHING = frozenset({
    "last", "past", "recent", "previous", "preceding", "next", "coming", "following", "upcoming", "ensuing",
})  # fmt: skip


def _distance(found: Found) -> Meaning | None:
    """ "three years ago", "two days later", "a year earlier"."""
    unit = unit_of(found)
    if unit in ("", "half"):
        return None
    word = found.word("g")
    back = word in ("ago", "earlier", "before")
    count = 1.0 if found.has("a") or found.has("the") else found.number("n")
    if word in ("before", "after") and found.classes_after(1) not in ("", "B", ","):
        return None
    if found.has("the") and word not in ("before", "after"):
        return None
    if count is None and not found.has("v") and not found.word("u").endswith("s"):
        return None
    if found.has("v") or count is None:
        return tv.reference("PAST_REF") if word == "ago" else tv.duration(None, unit)
    setting = found.setting
    if unit == "year" and count == 1 and setting.quarter is not None and setting.quarter.first is not None and back:
        setting.compared = tv.calendar_unit("quarter", tv.shift(setting.quarter.first, -1, "year"))
        return setting.compared
    named = setting.anchor_day if tv.distance_unit(unit) == "day" else setting.anchor
    anchor = setting.day if word in ("ago", "hence", "from now") else named
    if anchor is None:
        return tv.unknown(tv.distance_unit(unit))
    meaning = tv.at_distance(anchor, count, unit, back=back)
    if unit == "year" and count == 1 and back:
        setting.compared = meaning
    return meaning


def _relative(found: Found) -> Meaning | None:
    """ "this week", "last month", "the coming year", "that day", "the latest quarter"."""
    relation, unit, setting = found.word("r"), unit_of(found), found.setting
    if unit == "half":
        return None
    plural = found.word("u").endswith("s")
    if plural or unit in CLOCK_UNITS.values():
        return _around(found, None, unit)
    if relation == "recent" or (relation == "same" and not found.match[0].startswith(("T", "h", "t"))):
        return None
    named = setting.anchor_day if unit == "day" else setting.anchor
    anchor = named if relation in ("that", "same", "following", "previous", "preceding", "those") else setting.day
    if anchor is None:
        return tv.unknown(unit)
    step = STEPS.get(relation, 0)
    if relation == "past":
        return tv.duration(1, unit)
    if unit == "weekend" and step == -1 and found.tense == "past":
        return tv.weekend_of(tv.shift(anchor, -1, "week"))
    if relation == "latest" and unit in ("quarter", "year"):
        return (setting.quarter if unit == "quarter" else None) or tv.calendar_unit(unit, tv.shift(anchor, -1, unit))
    if relation == "that" and unit == "quarter" and setting.quarter is not None:
        return setting.quarter
    return tv.calendar_unit(unit, tv.shift(anchor, step, unit))


def _the_unit(found: Found) -> Meaning | None:
    """ "the year" and "the week" are the report's own where nothing else is said of them."""
    unit, setting, after = unit_of(found), found.setting, found.after()
    if found.before() == "in" and found.before(2) in NARROWING and unit in ("day", "week", "month", "year"):
        # "later in the day": the one that is told of
        anchor = setting.anchor_day if unit == "day" else setting.anchor
        return tv.unknown(unit) if anchor is None else tv.calendar_unit(unit, anchor)
    if (
        unit not in ("week", "month", "quarter", "year", "weekend")
        or found.word("u").endswith("s")
        or after in ("of", "-", "when", "before", "after", "earlier")
        or (after in ("in", "that") and unit != "weekend")
    ):
        return None
    if unit == "quarter":
        if setting.quarter is not None:
            return setting.quarter
        return tv.unknown(unit) if setting.day is None else tv.calendar_unit(unit, tv.shift(setting.day, -1, unit))
    if after in ("ended", "ending"):
        return tv.duration(1, unit)
    if setting.day is None:
        return tv.unknown(unit)
    day = setting.day
    if unit == "weekend" and found.tense == "past" and day.weekday() < 5:
        day = tv.shift(day, -1, "week")
    return tv.calendar_unit(unit, day)


def _around(found: Found, count: float | None, unit: str) -> Meaning | None:
    """A stretch that reaches back from the report's date or on from it: "the past three years", "the coming days"."""
    relation, day = found.word("r"), found.setting.day
    meaning = tv.duration(count, unit)
    if day is None or relation not in _REACHING:
        return meaning
    length, span = (count, unit) if count is not None else _OPEN_LENGTH[unit]
    precision = _PRECISION.get(unit, "year")
    # A length in hours or minutes is kept to the day.
    if STEPS.get(relation, -1) < 0:
        return meaning._replace(first=tv.shift(day, -max(round(length), 1), span), last=day, precision=precision)
    return meaning._replace(first=day, last=tv.shift(day, max(round(length), 1), span), precision=precision)


def _counted_relative(found: Found) -> Meaning | None:
    unit = unit_of(found)
    count = None if found.has("v") or found.has("range") else found.number("n")
    # "he said that one day ..." holds the conjunction.
    if found.word("r") == "that" or unit in ("", "half") or (count is None and not found.has("v") and not found.has("range")):
        return None
    return _around(found, count, unit)


def _period(found: Found) -> Meaning | None:
    """ "the latest period", "the corresponding period last year": the quarter that an account is of, or the one a year before."""
    quarter = found.setting.quarter
    if found.word("z") != "period" or quarter is None or quarter.first is None:
        return None
    if found.word("r") in ("latest", "current", "present"):
        return quarter
    return tv.calendar_unit("quarter", tv.shift(quarter.first, -1, "year"))


def _year_ago(found: Found) -> Meaning | None:
    """ "year-earlier", "the year-ago quarter"."""
    if unit_of(found) != "year":
        return None
    setting = found.setting
    if setting.day is None:
        return tv.unknown("year")
    if setting.quarter is not None and setting.quarter.first is not None:
        setting.compared = tv.calendar_unit("quarter", tv.shift(setting.quarter.first, -1, "year"))
    elif found.has("v") and found.word("v") == "quarter":
        setting.compared = tv.calendar_unit("quarter", tv.shift(setting.day, -5, "quarter"))
    else:
        setting.compared = tv.year_of(setting.day.year - 1)
    return setting.compared


def _reference(found: Found) -> Meaning | None:
    # "the future of the city" is its fate.
    if found.word("r") == "the future" and found.after() == "of":
        return None
    return tv.reference(REFERENCES[found.word("r")])


SPAN_RULES: list[Rule] = [
    (re.compile(r"q*(?:(?P<v>A?V)|(?P<a>A)(?=[UH])|" + NUMBER + r"|(?P<the>T)|)(?P<u>[UH])(?P<g>[GEF])"), _distance),
    (re.compile(r"T?(?:h(?=h)|(?<=T)[LXl]|t)?(?P<r>[tLXhl])f?(?P<u>[UH])(?!-[GE])"), _relative),
    (re.compile(r"T(?P<u>U)"), _the_unit),
    (re.compile(r"q*T?(?P<r>[LXtlh])(?:(?P<v>A?V)|" + NUMBER + r"(?P<range>[-kn]N)?)(?P<u>[UH])"), _counted_relative),
    (re.compile(r"(?:T(?=l?U-[GE][Uz])l?)?(?P<u>U)-[GE](?P<v>[Uz])?"), _year_ago),
    (re.compile(r"T(?P<r>[lh])(?P<z>z)(?:,?o?[LT]U|oTL?U)?"), _period),
    (re.compile(r"(?P<r>r)"), _reference),
]

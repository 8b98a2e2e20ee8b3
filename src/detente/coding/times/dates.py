"""Rules for days and times of day: dates, holidays, weekdays, today and its like, parts of the day, times by the clock."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from detente.coding.times import values as tv
from detente.coding.times.lexicon import CLOCK_WORDS, DAYS, MONTHS, PARTS, UNITS, WEEKDAYS
from detente.coding.times.rules import STEPS, Found, Rule, Setting, named_year
from detente.coding.times.values import Meaning
from detente.coding.times.words import number_of, ordinal_of

_DAY_WEIGHT = 2.0
_SCHEDULED = frozenset({
    "election", "elections", "vote", "votes", "ballot", "referendum", "meeting", "meetings", "summit", "talks", "session",
    "hearing", "deadline", "debate", "match", "game", "round", "ceremony", "march", "rally", "visit", "trip", "deal",
    "conference", "launch",
})  # fmt: skip
"""What is fixed for a day beforehand."""
_TURNS = frozenset({"dawn", "dusk", "nightfall", "daybreak", "sunrise", "sunset"})
_LEADS_TURN = frozenset({"at", "by", "before", "until", "till", "after", "since", "from"})


def month_day(month: int, day: int, year: int | None, setting: Setting, tense: str) -> Meaning | None:
    """A day of a month; without a year the nearest one to the report's date, by tense."""
    if not 1 <= day <= calendar.monthrange(2000, month)[1]:
        return None
    if year is not None:
        return tv.day_of(dt.date(year, month, day)) if day <= calendar.monthrange(year, month)[1] else None
    if setting.day is None:
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}")
    years = range(setting.day.year - 1, setting.day.year + 2)
    days = [tv.day_of(dt.date(y, month, day)) for y in years if day <= calendar.monthrange(y, month)[1]]
    return tv.nearest(days, setting.day, tense, weight=_DAY_WEIGHT) if days else None


def _day_number(word: str) -> int | None:
    return int(word) if word.isdigit() else ordinal_of(word) if word[0].isdigit() or word.isalpha() else None


def _full_date(found: Found) -> Meaning | None:
    day = _day_number(found.word("d"))
    if day is None or (
        found.match["d"] == "O"
        and found.match.start("d") < found.match.start("m")
        and not found.has("the")
        and found.word("d").isalpha()
    ):
        return None
    year = named_year(found.word("y") or found.word("y2"))
    if found.has("ry"):
        # "5 July this year"
        step = STEPS.get(found.word("ry"))
        if UNITS[found.word("u")] != "year" or step is None:
            return None
        year = found.setting.day.year + step if found.setting.day is not None else None
    meaning = month_day(MONTHS[found.word("m")], day, year, found.setting, found.tense)
    return _with_part(meaning, found)


def _tail_day(found: Found) -> Meaning | None:
    """The second day of "April 3 and 4", "Feb. 10-20"."""
    words, start = found.words, found.match.start()
    day = _day_number(found.word("d"))
    if day is None or (
        words.classes[start - 1] == "n"
        and words.classes[found.match.end() : found.match.end() + 1] not in ("", ",", "B", "i", "k", "n")
    ):
        return None
    return month_day(MONTHS[words.lower[start - 3]], day, named_year(found.word("y")), found.setting, found.tense)


def _with_part(meaning: Meaning | None, found: Found) -> Meaning | None:
    part = found.word("p") or found.word("part")
    return tv.at_time(meaning, PARTS[part]) if meaning is not None and part else meaning


def _day_of_month(found: Found) -> Meaning | None:
    """ "on the 7th": of the month that was named last, else the report's."""
    word = found.word("d")
    if found.before() != "on" or not word[0].isdigit():
        return None
    day, anchor = ordinal_of(word) or 0, found.setting.anchor
    if anchor is None:
        return Meaning("DATE", f"XXXX-XX-{day:02}") if 1 <= day <= 31 else None
    return month_day(anchor.month, day, anchor.year, found.setting, found.tense)


def _week_of(found: Found) -> Meaning | None:
    """ "the week of March 6"."""
    meaning = _full_date(found) if UNITS[found.word("u")] == "week" else None
    return tv.week_of(meaning.first) if meaning is not None and meaning.first is not None else None


def _year_end(found: Found) -> Meaning | None:
    return (
        month_day(12, 31, None, found.setting, found.tense)
        if UNITS[found.word("u")] == "year" and found.word("b") == "end"
        else None
    )


def _written(found: Found) -> Meaning | None:
    """ISO dates, and dates with slashes or dots: month first with slashes unless it cannot be."""
    word = found.word("d")
    try:
        if found.match["d"] == "I":
            meaning = tv.day_of(dt.date.fromisoformat(word[:10]))
            return tv.at_time(meaning, word[10:].upper()) if len(word) > 10 else meaning
        first, second, year = (int(part) for part in re.split(r"[/.]", word))
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        day, month = (first, second) if first > 12 or "." in word else (second, first)
        return tv.day_of(dt.date(year, month, day))
    except ValueError:
        return None


def _weekday(found: Found) -> Meaning | None:
    word, day = found.word("w"), found.setting.day
    weekday = WEEKDAYS[word]
    relation = found.word("r")
    if word.endswith("days") or relation in ("every", "each"):
        return Meaning("SET", f"XXXX-WXX-{weekday + 1}")
    if day is None:
        return _with_part(Meaning("DATE", f"XXXX-WXX-{weekday + 1}"), found)
    anchor = found.setting.anchor_day or day
    one = dt.timedelta(days=1)
    if relation in ("last", "past"):
        date = tv.weekday_near(weekday, day - one, "past")
    elif relation in ("previous", "preceding"):
        date = tv.weekday_near(weekday, anchor - one, "past")
    elif relation in ("next", "coming", "upcoming"):
        date = tv.weekday_near(weekday, day + one, "future")
    elif relation == "following":
        date = tv.weekday_near(weekday, anchor + one, "future")
    elif relation == "this":
        date = tv.weekday_near(weekday, day, "future" if found.tense != "past" else "past")
    else:
        # "Monday's attack" is told of, whatever is said of it now; "Monday's vote" may be to come.
        told = found.after() in ("'s", "’s") and not (found.tense == "future" and _SCHEDULED & set(found.words_after(4)))
        date = tv.weekday_near(weekday, day, "past" if told else found.tense)
    return _with_part(tv.day_of(date), found)


def _day_word(found: Found) -> Meaning | None:
    days, suffix = DAYS[found.word("d")]
    day = found.setting.day
    meaning = tv.unknown("day") if day is None else tv.day_of(tv.shift(day, days, "day"))
    return _with_part(tv.at_time(meaning, suffix) if suffix else meaning, found)


def _part_of_day(found: Found) -> Meaning | None:
    """ "this morning", "last night", "the next morning", "the night of Jan. 6"."""
    relation, suffix = found.word("r"), PARTS[found.word("p")]
    if relation == "the" and found.word("p") in _TURNS and found.before() not in _LEADS_TURN:
        # "the dawn of an age"
        return None
    if relation in ("every", "each"):
        return Meaning("SET", "XXXX-XX-XX" + suffix)
    day = found.setting.day if relation in ("this", "last", "past") else found.setting.anchor_day
    if day is None:
        return tv.at_time(tv.unknown("day"), suffix)
    step = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(relation, 0)
    return tv.at_time(tv.day_of(tv.shift(day, step, "day")), suffix)


def _turn_of_day(found: Found) -> Meaning | None:
    """ "at dawn", "before nightfall"."""
    word = found.word("p")
    if word not in _TURNS or found.before() not in _LEADS_TURN:
        return None
    day = found.setting.anchor_day
    return tv.at_time(tv.day_of(day) if day is not None else tv.unknown("day"), PARTS[word])


def _clock(found: Found) -> Meaning | None:
    word = found.word("c")
    time = CLOCK_WORDS.get(word) or _clock_value(word)
    if time is None:
        return None
    setting = found.setting
    if found.has("w"):
        meaning = (
            tv.day_of(tv.weekday_near(WEEKDAYS[found.word("w")], setting.day, found.tense)) if setting.day else tv.unknown("day")
        )
    elif found.has("d"):
        days = DAYS[found.word("d")][0]
        meaning = tv.day_of(tv.shift(setting.day, days, "day")) if setting.day else tv.unknown("day")
    else:
        meaning = tv.day_of(setting.anchor_day) if setting.anchor_day else tv.unknown("day")
    return tv.at_time(meaning, time)


def _clock_value(word: str) -> str | None:
    digits = re.findall(r"\d+", word)
    if not digits:
        hour = number_of(word.split()[:1])
        return f"T{int(hour):02}:00" if hour is not None and 1 <= hour <= 12 else None
    if len(digits[0]) == 4:
        return f"T{digits[0][:2]}:{digits[0][2:]}"
    hour, minute = int(digits[0]), digits[1] if len(digits) > 1 else "00"
    letters = re.sub(r"[^apm]", "", word)
    if letters in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if letters == "pm" else 0)
    return f"T{hour:02}:{minute}" if hour <= 24 else None


DATE_RULES: list[Rule] = [
    (
        re.compile(
            r"(?:T?(?P<part>P)o)?(?:[LXt]?W,?)?(?P<m>M)(?P<d>[NO])(?!-?[UHc])(?:,?(?P<y>Y)|,?o?(?P<ry>[tLX])(?P<u>U))?(?P<p>P)?(?=(?:[-kn][NO],?(?P<y2>Y))?)"
        ),
        _full_date,
    ),
    (
        re.compile(
            r"(?:T?(?P<part>P)o)?(?:W,?)?(?P<the>T(?=O))?(?P<d>[NO])o?(?P<m>M)(?:,?(?P<y>Y)|,?o?(?P<ry>[tLX])(?P<u>U))?(?P<p>P)?"
        ),
        _full_date,
    ),
    (re.compile(r"(?:T?(?P<part>P)o)?(?P<the>T(?=O))?(?P<d>[NO])(?=[-kn]T?[NO]o?(?P<m>M)(?:,?(?P<y>Y))?)"), _full_date),
    (re.compile(r"(?<=i)T(?P<d>O)(?=$|[B,kn])"), _day_of_month),
    (re.compile(r"(?<=M[NO][-kn])(?P<d>[NO])(?:,?(?P<y>Y))?"), _tail_day),
    (re.compile(r"T?(?P<u>U)o(?P<m>M)(?P<d>[NO])(?:,?(?P<y>Y))?"), _week_of),
    (re.compile(r"(?P<u>U)-(?P<b>b)"), _year_end),
    (re.compile(r"(?P<d>[I/])"), _written),
    (re.compile(r"(?:T?(?P<r>[LXtRh])|T?(?P<part>P)o)?(?P<w>W)(?P<p>P)?"), _weekday),
    (re.compile(r"(?P<d>D)(?P<p>P)?"), _day_word),
    (re.compile(r"(?P<r>[tLXhR]|T[LXh]?)(?P<p>P)"), _part_of_day),
    (re.compile(r"(?P<p>P)"), _turn_of_day),
    (re.compile(r"(?P<c>C)(?:,?i?(?:(?P<w>W)|(?P<d>D)))?"), _clock),
]

"""Rules for stretches of the calendar: months, quarters, halves, seasons, years, decades, centuries."""

from __future__ import annotations

import datetime as dt
import re

from detente.coding.times import values as tv
from detente.coding.times.lexicon import MONTHS, SEASONS, UNITS
from detente.coding.times.rules import STEPS, Found, Rule, named_year
from detente.coding.times.values import Meaning
from detente.coding.times.words import decade_start, number_of, ordinal_of

# A month without a year stands within a year of the report, so the tense decides; a day is told by its nearness too.
_MONTH_WEIGHT = {"past": 12.0, "present": 1.0, "future": 12.0}
_COUNTED = frozenset({
    "people", "troops", "soldiers", "men", "women", "civilians", "fighters", "miles", "metres", "meters", "dollars",
    "euros", "jobs", "homes", "shares", "votes",
})  # fmt: skip
_LEADS_YEAR = frozenset({
    "in", "since", "by", "until", "till", "from", "of", "during", "before", "after", "between", "through", "to",
    "and", "early", "late", "mid", "for", "around", "about", "-", "(",
})  # fmt: skip


def _year_in_words(found: Found) -> int | None:
    """The year in words of a group `c` (nineteen) and a group `n` (ninety-six)."""
    century, rest = number_of(found.all("c")), number_of(found.all("n"))
    if century not in (17, 18, 19, 20) or rest is None or not 10 <= rest <= 99:
        return None
    return int(century) * 100 + int(rest)


def _month(found: Found) -> Meaning | None:
    month, day = MONTHS[found.word("m")], found.setting.day
    year = _year_in_words(found) if found.has("c") else named_year(found.word("y"))
    if year is None and found.has("c"):
        return None
    if year is None and found.has("ry"):
        if UNITS.get(found.word("u")) != "year" or (step := STEPS.get(found.word("ry"))) is None:
            return None
        if day is not None:
            year = day.year + step
    if year is not None:
        return tv.month_of(year, month)
    if day is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    step = STEPS.get(found.word("r"))
    if step == -1:
        return tv.month_of(day.year if month < day.month else day.year - 1, month)
    if step == 1:
        return tv.month_of(day.year if month > day.month else day.year + 1, month)
    months = [tv.month_of(year, month) for year in range(day.year - 1, day.year + 2)]
    return months[1] if step == 0 else tv.nearest(months, day, found.tense, weight=_MONTH_WEIGHT[found.tense])


def _nth_of_month(found: Found) -> Meaning | None:
    """ "the first week of March", "the last weekend of May", "the first days of June"."""
    unit, plural = UNITS[found.word("u")], found.word("u").endswith("s")
    month = _month(found)
    last = found.match["o"] == "L"
    ordinal = -1 if last else ordinal_of(found.word("o")) or 0
    if month is None or unit not in ("day", "week", "weekend") or (last and found.word("o") != "last") or ordinal > 31:
        return None
    if month.first is None or month.last is None or (unit == "weekend" and plural):
        return month
    if plural:
        return tv.narrowed(month, "end" if last else "start") if ordinal in (-1, 1) else None
    length = {"day": 1, "week": 7, "weekend": 2}[unit]
    saturday = (5 - month.first.weekday()) % 7 if unit == "weekend" else 0
    if last:
        back = (month.last.weekday() - 5) % 7 if unit == "weekend" else length - 1
        first = month.last - dt.timedelta(days=back)
    else:
        first = month.first + dt.timedelta(days=saturday + (ordinal - 1) * (7 if unit == "weekend" else length))
    if first > month.last or first < month.first:
        return None
    if unit != "week":
        return tv.calendar_unit(unit, first)
    end = min(first + dt.timedelta(days=6), month.last)
    return tv.week_of(first + (end - first) // 2)._replace(first=first, last=end)


def _year(found: Found) -> Meaning | None:
    year = int(found.word("y"))
    after, before = found.after(), found.before()
    if found.has("named"):
        return tv.year_of(year) if found.word("named") == "year" else None
    if (
        before in ("$", "€", "£", "#")
        or (before == "." and found.before(2) == "no")
        or (after in ("%", "percent", "-") and before not in _LEADS_YEAR)
    ):
        return None
    if before == "-" and found.before(2).isdigit() and named_year(found.before(2)) is None:
        return None
    if after in _COUNTED or (not 1900 <= year <= 2059 and before not in _LEADS_YEAR):
        return None
    # A number that counts what follows: "1650 days", "1200 tents".
    if found.classes_after(1) in ("N", "c", "U", "H") or (year < 1800 and after.isalpha() and after.endswith("s")):
        return None
    return tv.year_of(year)


def _spoken_year(found: Found) -> Meaning | None:
    """ "nineteen ninety-six", "two thousand and eight"."""
    year = _year_in_words(found)
    return None if year is None else tv.year_of(year)


def _year_of_thousand(found: Found) -> Meaning | None:
    """ "the year two thousand and eight"."""
    if found.match[0] and (found.words.lower[found.match.start() + 1], found.word("two"), found.word("c")) != (
        "year",
        "two",
        "thousand",
    ):
        return None
    return tv.year_of(2000 + round(found.number("n") or 0))


def _decade(found: Found) -> Meaning | None:
    start = decade_start(found.word("k"))
    return tv.decade_of(start) if start is not None else None


def _century_or_quarter(found: Found) -> Meaning | None:
    """ "the 20th century", "the third quarter of 1984", "next year's first half"."""
    unit, ordinal = UNITS[found.word("u")], ordinal_of(found.word("o"))
    if ordinal is None:
        return None
    if unit == "century":
        return tv.century_of((ordinal - 1) * 100) if ordinal > 1 else Meaning("DATE", "00")
    if unit not in ("quarter", "half") or ordinal > (4 if unit == "quarter" else 2):
        return None
    if unit == "half" and not (found.has("y") or found.has("ry") or found.has("r")):
        return None
    build = tv.quarter_of if unit == "quarter" else tv.half_of
    day, year = found.setting.day, named_year(found.word("y") or found.word("y1"))
    step = STEPS.get(found.word("r") or found.word("ry"))
    if year is None and found.has("g"):
        step = -1
    if year is None and day is not None:
        if step is not None:
            year = day.year + step
        else:
            year = int(tv.nearest([build(y, ordinal) for y in range(day.year - 1, day.year + 2)], day, found.tense).value[:4])
    if year is None:
        return Meaning("DATE", f"XXXX-{'Q' if unit == 'quarter' else 'H'}{ordinal}")
    meaning = build(year, ordinal)
    # The quarter that an account is of is over; one that is still to be over is only looked ahead to.
    if unit == "quarter" and (day is None or meaning.last is None or meaning.last < day) and step != -1:
        found.setting.quarter = meaning
    return meaning


def _season(found: Found) -> Meaning | None:
    season, day = SEASONS[found.word("s")], found.setting.day
    year = _year_in_words(found) if found.has("c") else named_year(found.word("y"))
    if year is None and found.has("c"):
        return None
    step = STEPS.get(found.word("r"))
    if found.has("ry") and day is not None:
        year = day.year + STEPS.get(found.word("ry"), 0)
    if year is not None:
        return tv.season_of(year, season)
    if day is None:
        return Meaning("DATE", f"XXXX-{season}")
    seasons = [tv.season_of(y, season) for y in range(day.year - 2, day.year + 2)]
    past = [s for s in seasons if s.last is not None and s.last < day]
    coming = [s for s in seasons if s.first is not None and s.first > day]
    if step == -1 and past:
        return past[-1]
    if step == 1 and coming:
        return coming[0]
    return tv.nearest(seasons, day, found.tense)


_SPOKEN = r"(?P<c>N)-?(?P<n>N(?:-?N)?)(?!-?[NcUH])"

PERIOD_RULES: list[Rule] = [
    (re.compile(r"(?P<r>[tLX])?(?P<m>M)(?:,?o?(?P<y>Y)|o?" + _SPOKEN + r"|,?o?(?P<ry>[tLX])(?P<u>U))?"), _month),
    (re.compile(r"T(?P<o>[OL])(?P<u>U)[oi](?P<r>[tLX])?(?P<m>M)(?:,?o?(?P<y>Y))?"), _nth_of_month),
    (re.compile(r"(?:T?fU?)?(?P<y>Y)"), _year),
    (re.compile(r"(?P<named>TU)(?P<y>Y)"), _year),
    (re.compile(r"TU(?P<two>N)(?P<c>c)(?:n?(?P<n>N(?:-?N)?))?"), _year_of_thousand),
    (re.compile(_SPOKEN), _spoken_year),
    (re.compile(r"T?(?P<k>K)"), _decade),
    (
        re.compile(
            r"(?:(?P<r>[tLX])U'|T?(?P<y1>Y)|T?(?P<g>U-?[GE])|[Tt])?f?(?P<o>O)-?f?(?P<u>U)(?:,?o?(?P<y>Y)|o?(?P<ry>[tLX])U)?"
        ),
        _century_or_quarter,
    ),
    (re.compile(r"(?P<r>[TtLX])?(?P<s>S)(?:,?o?(?P<y>Y)|o?" + _SPOKEN + r"|o?(?P<ry>[tLX])U)?"), _season),
]

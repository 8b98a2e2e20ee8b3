"""Days that have a name (feasts, national days, days of remembrance), and on which dates they fall.

`data/named_days.tsv` holds the rules, `calendars` the calendars that they are told in.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from detente.coding.times.calendars import (
    HEBREW_MONTHS,
    ISLAMIC_MONTHS,
    easter,
    hebrew,
    hebrew_leap,
    islamic,
    nowruz,
    orthodox_easter,
)
from detente.coding.times.named_events import scheduled
from detente.coding.times.tables import DATA, rows
from detente.errors import DataError

__all__ = ["NamedDay", "named_days", "scheduled"]

FILE = "named_days.tsv"
COLUMNS = ("name", "whose", "calendar", "day", "moved", "days")
ISLAMIC_BASIS = "tabular Islamic calendar, give or take a day"

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FEASTS: dict[str, Callable[[int], dt.date]] = {"easter": easter, "orthodox": orthodox_easter, "nowruz": nowruz}
_YEARS = (1700, 2200)
"""The years for which a named day is worked out."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: how a day comes round."""

    calendar: str
    day: str
    moved: str
    days: int

    def firsts(self, year: int) -> list[dt.date]:
        """The first days that fall in a Gregorian year: mostly one, in the Islamic calendar at times none or two."""
        return [self._moved(day) for day in self._unmoved(year)]

    def _unmoved(self, year: int) -> list[dt.date]:
        if self.calendar == "dated":
            day = dt.date.fromisoformat(self.day)
            return [day] if day.year == year else []
        if self.calendar == "gregorian":
            month, number = (int(part) for part in self.day.split("-"))
            return [dt.date(year, month, number)]
        if self.calendar in _FEASTS:
            return [_FEASTS[self.calendar](year) + dt.timedelta(days=int(self.day))]
        day_of_month, name = self.day.split()
        if self.calendar == "islamic":
            month = ISLAMIC_MONTHS.index(name) + 1
            about = round((year - 622) * 33 / 32)
            days = [islamic(y, month, int(day_of_month)) for y in range(about - 1, about + 4)]
        else:
            month = HEBREW_MONTHS.index(name) + 1
            # In a leap year the feasts of Adar are kept in the second one.
            days = [
                hebrew(y, 13 if month == 12 and hebrew_leap(y) else month, int(day_of_month)) for y in (year + 3760, year + 3761)
            ]
        return [day for day in days if day.year == year]

    def _moved(self, day: dt.date) -> dt.date:
        for part in filter(None, self.moved.split(", ")):
            weekday, how = part.split()
            ahead = (_WEEKDAYS.index(weekday) - day.weekday()) % 7
            if how == "from":
                return day + dt.timedelta(days=ahead)
            if how == "before":
                return day + dt.timedelta(days=ahead - 7)
            if ahead == 0:
                return day + dt.timedelta(days=int(how))
        return day


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A named day and its rules: several where its dates are listed, none where its name alone does not tell whose it is."""

    name: str
    rules: tuple[Rule, ...]

    @property
    def fixed(self) -> str | None:
        """Month and day ("12-25") where it is the same in every year."""
        (rule,) = self.rules if len(self.rules) == 1 else (None,)
        return rule.day if rule is not None and rule.calendar == "gregorian" and not rule.moved else None

    @property
    def basis(self) -> str | None:
        return ISLAMIC_BASIS if any(rule.calendar == "islamic" for rule in self.rules) else None

    def spans(self, year: int) -> list[tuple[dt.date, dt.date]]:
        """The first and last days of those that begin in a Gregorian year, in order; none outside of 1700 to 2199."""
        if not _YEARS[0] <= year < _YEARS[1]:
            return []
        return sorted((first, first + dt.timedelta(days=rule.days - 1)) for rule in self.rules for first in rule.firsts(year))


@functools.cache
def named_days() -> dict[str, NamedDay]:
    """All named days by each of their names, in lower case and with straight apostrophes ("ukraine's independence day").

    Raises `DataError`, naming the row, for one that cannot be read.
    """
    rules: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, whose, calendar, day, moved, days in rows(DATA / FILE, COLUMNS):
        spelt = name.split("|")
        rule = _checked(Rule(calendar, day, moved, int(days)), f"{FILE}: {spelt[0]} {day}")
        rules[spelt[0], whose].append(rule)
        names[spelt[0], whose] += spelt
    found: dict[str, NamedDay] = {}
    bare: set[str] = set()
    for (name, whose), told in rules.items():
        day_named = NamedDay(f"{name} ({whose.split('|')[0]})" if whose else name, tuple(told))
        for spelling in names[name, whose]:
            for form in _forms(spelling, whose):
                found[form] = day_named
            if whose:
                bare.add(spelling)
    for name in bare - found.keys():
        found[name] = NamedDay(name, ())
    return found


def _forms(name: str, whose: str) -> list[str]:
    if not whose:
        return [name]
    forms = []
    for owner in whose.split("|"):
        forms += [f"{owner} {name}", f"{owner}'s {name}", f"{name} of {owner}", f"{name} in {owner}"]
        if owner[0] == "u" or owner in ("philippines", "philippine"):
            forms += [f"{name} in the {owner}", f"{name} of the {owner}"]
    return forms


def _checked(rule: Rule, row: str) -> Rule:
    known = {"dated", "gregorian", "islamic", "hebrew", *_FEASTS}
    moved = rf"(?:(?:{'|'.join(_WEEKDAYS)}) (?:from|before|[+-][1-6])(?:, |$))*"
    try:
        if rule.calendar not in known or rule.days < 1 or not re.fullmatch(moved, rule.moved):
            raise ValueError("unknown calendar, days or move")
        rule.firsts(2000)
    except (ValueError, TypeError) as error:
        raise DataError(f"{row}: {error}") from None
    return rule

"""Planting errors in an article: a name misspelt, a day of the week that does not fall on its date."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.knowledge import Knowledge

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())
_MONTH = "|".join(MONTHS)
_DAY = "|".join(WEEKDAYS)
_FULL_DATE = re.compile(rf"(?:(?P<weekday>{_DAY}),?\s+)?(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}),\s+(?P<year>(?:19|20)\d\d)\b")
_ON_WEEKDAY = re.compile(rf"\bon\s+(?P<weekday>{_DAY})\b(?!,?\s+(?:{_MONTH}))")
_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+)+\b")
_LEAST_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Planted:
    """An error planted: offsets into the new text, what was done (`name` or `weekday`), and what should stand there."""

    start: int
    end: int
    what: str
    right: str


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    words: str
    error: tuple[int, int]
    what: str
    right: str


def plant(text: str, date: dt.date | None, base: Knowledge, chance: random.Random) -> tuple[str, list[Planted]]:
    """The text with at most one error of each kind in it, and those errors.

    Only what can be known to be wrong is planted: a person's name that the tables of offices hold, or that the article spells
    rightly elsewhere; a weekday beside a date with its year, or beside one that is within a week before the article's own.
    """
    changes: list[_Change] = []
    for kind in (_misspellings(text, base, chance), _weekdays(text, date, chance)):
        options = list(kind)
        if options:
            choice = chance.choice(options)
            if all(choice.end <= other.start or other.end <= choice.start for other in changes):
                changes.append(choice)
    planted: list[Planted] = []
    shift = 0
    for change in sorted(changes, key=lambda c: c.start):
        at = change.start + shift
        text = text[:at] + change.words + text[change.end + shift :]
        planted.append(Planted(at + change.error[0], at + change.error[1], change.what, change.right))
        shift += len(change.words) - (change.end - change.start)
    return text, planted


def _misspellings(text: str, base: Knowledge, chance: random.Random) -> Iterator[_Change]:
    for match in _NAME.finditer(text):
        name = match.group()
        first, last = re.split(r"[ -](?=[^ -]+$)", name)
        known = name in base.offices.by_name
        if len(last) >= _LEAST_LETTERS and (known or text.count(last) > 2) and not base.names.get(name) and first:
            wrong = name[: -len(last)] + misspelt(last, chance)
            yield _Change(match.start(), match.end(), wrong, (0, len(wrong)), "name", name)


def misspelt(word: str, chance: random.Random) -> str:
    """The word with one slip of the keyboard after its first letter: a letter dropped, doubled, changed, or two exchanged."""
    while True:
        at = chance.randrange(1, len(word) - 1)
        wrong = chance.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + chance.choice("aeioulrnst") + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
        if wrong != word:
            return wrong


def _weekdays(text: str, date: dt.date | None, chance: random.Random) -> Iterator[_Change]:
    for match in _FULL_DATE.finditer(text):
        try:
            day = dt.date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
        except ValueError:
            continue
        right = WEEKDAYS[day.weekday()]
        if match["weekday"] in (None, right):
            wrong = chance.choice([w for w in WEEKDAYS if w != right])
            words = f"{wrong}, {match['month']} {match['day']}, {match['year']}"
            yield _Change(match.start(), match.end(), words, (0, len(words)), "weekday", right)
    if date is None:
        return
    for match in _ON_WEEKDAY.finditer(text):
        back = (date.weekday() - WEEKDAYS.index(match["weekday"])) % 7
        day = date - dt.timedelta(days=back)
        false_day = day - dt.timedelta(days=chance.choice((1, 2, 3)))
        words = f"{match['weekday']}, {MONTHS[false_day.month - 1]} {false_day.day},"
        start = match.start("weekday")
        right = WEEKDAYS[false_day.weekday()]
        yield _Change(start, match.end(), words, (0, len(words) - 1), "weekday", right)

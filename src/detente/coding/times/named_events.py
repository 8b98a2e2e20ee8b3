"""Events whose dates are known facts: scheduled ones (Olympics, summits), and those whose anniversaries reports speak of."""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from detente.coding.times.tables import DATA, Groups, end_of_group, groups, rows

SCHEDULED = "scheduled_events.tsv"
SCHEDULED_COLUMNS = ("name", "event", "words", "marks", "first", "last")
KNOWN = "known_events.tsv"
KNOWN_COLUMNS = ("name", "words", "day")

_WORD = re.compile(r"[a-z0-9]+")


class Scheduled(NamedTuple):
    """A scheduled event that was held: its series, what names it, what tells it from others of the series, its days."""

    name: str
    event: str
    words: Groups
    marks: Groups
    first: dt.date
    last: dt.date


class Known(NamedTuple):
    """A known event, what names it, and the day on which it was or began."""

    name: str
    words: Groups
    day: dt.date


def scheduled(words: str) -> list[tuple[str, dt.date, dt.date]]:
    """All dates on which the scheduled event that is named in some words fell: name, first and last day, in order of days.

    Place, season and year narrow them where they are named: "Winter Olympics in Beijing" is one event, "the NATO summit" all of
    them. Empty where the words name none that is known.
    """
    found = [event for event, _ in scheduled_in(plain_words(words))]
    return sorted(((event.name, event.first, event.last) for event in found), key=lambda event: event[1:])


def scheduled_in(words: Sequence[str]) -> list[tuple[Scheduled, int]]:
    """The scheduled events that plain words name, each with the number of words up to the end of its name."""
    best: dict[str, list[tuple[int, Scheduled, int]]] = defaultdict(list)
    for event in _scheduled():
        ends = [end_of_group(group, words) for group in event.words]
        if all(ends):
            told = [end for group in event.marks if (end := end_of_group(group, words))]
            best[event.event].append((len(told), event, max(ends + told)))
    found = []
    for series in best.values():
        most = max(marks for marks, _, _ in series)
        found += [(event, end) for marks, event, end in series if marks == most]
    return found


def known_in(words: Sequence[str]) -> tuple[Known, int] | None:
    """The known event that plain words name, with the number of words up to the end of its name."""
    for event in _known():
        ends = [end_of_group(group, words) for group in event.words]
        if all(ends):
            return event, max(ends)
    return None


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents and marks."""
    spread = unicodedata.normalize("NFKD", text.lower())
    return _WORD.findall("".join(c for c in spread if not unicodedata.combining(c)))


@functools.cache
def _scheduled() -> tuple[Scheduled, ...]:
    found = []
    for name, event, words, marks, first, last in rows(DATA / SCHEDULED, SCHEDULED_COLUMNS):
        years = tuple(dict.fromkeys((*re.findall(r"[0-9]{4}", name), first[:4])))
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        found.append(Scheduled(name, event, groups(words), (*groups(marks), years), *days))
    return tuple(found)


@functools.cache
def _known() -> tuple[Known, ...]:
    return tuple(Known(name, groups(words), dt.date.fromisoformat(day)) for name, words, day in rows(DATA / KNOWN, KNOWN_COLUMNS))

"""What a report tells that others tell too: persons, talks and counts, as far as they can be compared."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from detente.checks.check import Problem
from detente.model import Article, Figure, Item, Mention, Talks
from detente.model.finding import Severity

LOOKED_AT = frozenset({"mention", "figure", "talks"})
"""The kinds of item that tell of what can be compared."""

SAME_STORY = dt.timedelta(days=4)
"""How far apart reports may lie and still tell of one thing."""

_DAYS = frozenset({*calendar.day_name, *calendar.month_name})
_LEAST = 2
_FULL_NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:[A-Z]|[a-z]{2,3} )[\w'’.-]+)+")
_FATES = frozenset({"dead", "injured", "arrested", "missing", "displaced", "abducted"})


@dataclass(frozen=True, slots=True)
class Person:
    """A person named with given name and surname: the words, whose they are by the tables, and the office that they are given."""

    start: int
    end: int
    words: str
    name: str
    country: str | None
    office: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class Round:
    """A round of talks that was held: the words that tell of it, its parties (countries or codes), venue and day."""

    start: int
    end: int
    words: str
    parties: frozenset[str]
    venue: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people of whom something became (`fate`), and the names that stand in its sentence."""

    start: int
    end: int
    words: str
    fate: str
    value: float
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells. `where` is how it is named to a reader; `day` the first on which it can have been published."""

    article: str
    where: str
    day: dt.date | None
    persons: tuple[Person, ...]
    rounds: tuple[Round, ...]
    counts: tuple[Count, ...]


class AcrossCheck(Protocol):
    """A check as any other, but it looks at what a report tells and at what the others of the same days tell."""

    @property
    def NAME(self) -> str: ...

    @property
    def SEVERITY(self) -> Severity: ...

    @property
    def SAYS(self) -> str: ...

    def find_across(self, report: Told, others: list[Told]) -> Iterable[Problem]:
        """The problems of a report, in any order; `others` are those no more than `SAME_STORY` apart from it, by date."""
        ...


def told(article: Article, items: Iterable[Item]) -> Told:
    """What a report tells by its mentions, talks and figures."""
    items = list(items)
    where = article.title or article.id
    day = next((item.published.date for item in items if item.published), article.date)
    return Told(article.id, where, day, tuple(_persons(items)), tuple(_rounds(items)), tuple(_counts(items)))


def _persons(items: list[Item]) -> Iterator[Person]:
    for item in items:
        if isinstance(item, Mention) and _FULL_NAME.fullmatch(item.actor.entity_text):
            span = item.evidence["mention"][0]
            if span.text != item.actor.entity_text or not item.actor.office:
                continue
            known = item.actor.name != item.actor.entity_text or "name" in item.reasons or "spelling" in item.reasons
            yield Person(span.start, span.end, span.text, item.actor.name, item.actor.country, item.actor.office, known)


def _rounds(items: list[Item]) -> Iterator[Round]:
    for item in items:
        if not isinstance(item, Talks) or item.status != "happened" or item.venue is None or item.date is None:
            continue
        if item.published is None or item.published.date == item.date:
            # The day is that of the report, for want of another.
            continue
        parties = frozenset(a.country or a.code for a in item.parties if a.country or a.code)
        if len(parties) > 1:
            span = item.evidence["trigger"][0]
            yield Round(span.start, span.end, span.text, parties, item.venue, item.date)


def _counts(items: list[Item]) -> Iterator[Count]:
    for item in items:
        if not isinstance(item, Figure) or item.unit != "persons" or item.approximate or item.value < _LEAST:
            continue
        fate = item.what.split()[-1]
        if fate in _FATES and item.low is None and item.high is None:
            span = item.evidence["number"][0]
            yield Count(span.start, span.end, span.text, fate, item.value, _names(item.text))


def _names(sentence: str) -> frozenset[str]:
    """The words with a capital inside a sentence: mostly places and parties, by which two sentences are of one thing."""
    return frozenset(word for word in re.findall(r"(?<=[a-z,] )[A-Z][\w'’-]{3,}", sentence) if word not in _DAYS)

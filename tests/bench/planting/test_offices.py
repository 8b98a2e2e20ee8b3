"""What the planters of offices plant is wrong by the tables."""

from __future__ import annotations

import datetime as dt
import random
import re
from functools import cache

import pytest

from detente.bench.planting.change import Change
from detente.bench.planting.offices import PLANTERS
from detente.checks import Report
from detente.coding import Coder
from detente.knowledge import knowledge
from detente.knowledge.titles import plain
from detente.sources.text import from_text

DAY = dt.date(2022, 1, 27)
TEXT = "The United States, Russia, Germany and France spoke on Thursday.\n\nUkraine and Poland did not."


@cache
def _report() -> Report:
    return Report(*Coder().coded(from_text(TEXT).article("test", DAY), frozenset({"event"})))


def _changes(kind: str) -> list[Change]:
    return [change for seed in range(30) for change in PLANTERS[kind](_report(), random.Random(seed))]


def _person(change: Change) -> str:
    """The one of the tables whom the sentence names."""
    runs = re.findall(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)+", change.words)
    known = {
        " ".join(words[i:j])
        for words in (run.split() for run in runs)
        for i in range(len(words))
        for j in range(i + 2, len(words) + 1)
    }
    (person,) = {name for name in known if name in knowledge().offices.by_name}
    return person


@pytest.mark.parametrize("kind", sorted(PLANTERS))
def test_every_kind_is_planted_behind_a_paragraph(kind: str) -> None:
    changes = _changes(kind)
    assert changes
    for change in changes:
        assert change.start == change.end
        assert TEXT[: change.start].endswith(".")
        assert change.words[slice(*change.error)] != change.right


@pytest.mark.parametrize("kind", ["title held before", "title of another", "deputy called chief", "chief called deputy"])
def test_nobody_bears_the_title_that_is_planted(kind: str) -> None:
    for change in _changes(kind):
        title = plain(change.words[slice(*change.error)])
        spells = knowledge().offices.by_name[_person(change)]
        assert title not in {plain(t) for s in spells if s.holds(DAY) for t in (s.office, *s.titles)}


def test_the_wrong_country_is_not_the_persons() -> None:
    for change in _changes("title of another country"):
        owners = {s.owner for s in knowledge().offices.by_name[_person(change)]}
        demonyms = {d for owner in owners for d in knowledge().countries[owner].demonyms}
        assert change.right in demonyms
        assert change.words[slice(*change.error)] not in demonyms

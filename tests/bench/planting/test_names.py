"""What the planters of names plant is wrong, and known to be."""

from __future__ import annotations

import datetime as dt
import random
from functools import cache

import pytest

from detente.bench.planting.change import Change
from detente.bench.planting.names import PLANTERS, misspelt
from detente.checks import Report
from detente.coding import Coder
from detente.knowledge import knowledge
from detente.knowledge.spelling import alike, words
from detente.sources.text import from_text

TEXT = (
    "French President Emmanuel Macron spoke with Olaf Scholz in Berlin on Thursday. Macron will fly to Kyiv, Scholz said.\n\n"
    "Emmanuel Macron has met Sergei Shoigu before, as the Ukrainian army knows. Shoigu said little then, and Macron said less."
)


@cache
def _report() -> Report:
    return Report(*Coder().coded(from_text(TEXT).article("test", dt.date(2022, 1, 27)), frozenset({"event"})))


def _changes(kind: str) -> list[Change]:
    return [change for seed in range(30) for change in PLANTERS[kind](_report(), random.Random(seed))]


@pytest.mark.parametrize("kind", sorted(PLANTERS))
def test_every_kind_is_planted_and_marks_what_is_wrong(kind: str) -> None:
    changes = _changes(kind)
    assert changes
    for change in changes:
        wrong = change.words[slice(*change.error)]
        assert wrong
        assert wrong != change.right
        assert wrong not in TEXT


@pytest.mark.parametrize("word", ["Macron", "Zelensky", "Lavrov", "Kuleba", "Biden"])
def test_a_misspelling_is_no_other_transcription(word: str) -> None:
    wrongs = {misspelt(word, random.Random(seed)) for seed in range(200)}
    assert len(wrongs) > 20
    for wrong in wrongs:
        assert not alike(words(wrong)[-1], words(word)[-1])
        assert abs(len(wrong) - len(word)) <= 2


def test_names_beside_titles_are_spoilt_in_the_surname_alone() -> None:
    for change in _changes("name beside title misspelt"):
        assert TEXT[change.start : change.end] == change.right == "Emmanuel Macron"
        assert change.words.startswith("Emmanuel M")
        assert change.words not in knowledge().offices.by_name


def test_another_transcription_is_one_of_the_tables() -> None:
    for change in _changes("other transcription later"):
        assert (change.right, TEXT[change.start : change.end]) == ("Shoigu", "Shoigu")
        assert change.words in knowledge().offices.by_surname


def test_the_same_chance_plants_the_same() -> None:
    for kind in PLANTERS:
        assert list(PLANTERS[kind](_report(), random.Random("s"))) == list(PLANTERS[kind](_report(), random.Random("s")))

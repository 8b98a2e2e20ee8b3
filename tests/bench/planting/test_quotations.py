from __future__ import annotations

import random
from functools import cache

import pytest

from detente.bench.planting.quotations import PLANTERS
from detente.checks import Report
from detente.coding import Coder
from detente.sources.text import from_text

TEXT = """Envoys leave Paris with a date for Berlin

Antony Blinken said that the answer had been given to Moscow on Wednesday.

“The door to talks remains open for as long as they want to talk,” said Jens Stoltenberg. “It is for them to choose.”

Dmitry Kozak spoke of a “difficult but honest” exchange of eight hours. He said the next round would be held in Berlin.

Andriy Yermak called the day “a good sign for all of us” and flew home to Kyiv in the evening.

The letter itself is not to be printed, and nobody in Moscow was in a hurry to answer it on the day.
"""


@cache
def report() -> Report:
    import datetime as dt

    return Report(Coder().read(from_text(TEXT).article("test", dt.date(2022, 1, 27))), [])


def spoilt(kind: str, seed: int) -> list[tuple[str, str]]:
    """The spoilt text and the wrong words in it, for each change that the planter gives."""
    text = report().text
    return [
        (text[: c.start] + c.words + text[c.end :], c.words[c.error[0] : c.error[1]])
        for c in PLANTERS[kind](report(), random.Random(seed))
    ]


@pytest.mark.parametrize("kind", sorted(PLANTERS))
def test_every_kind_is_planted_and_its_words_stand_in_the_text(kind: str) -> None:
    found = [one for seed in range(5) for one in spoilt(kind, seed)]
    assert found
    for text, wrong in found:
        assert text != report().text
        assert wrong.strip()
        assert wrong in text


@pytest.mark.parametrize("kind", ["unclosed quotation", "unopened quotation"])
def test_a_lost_mark_leaves_the_other_one_alone(kind: str) -> None:
    for text, _ in spoilt(kind, 1):
        assert abs(text.count("“") - text.count("”")) == 1


def test_a_misplaced_mark_changes_no_word() -> None:
    def bare(text: str) -> str:
        return "".join(c for c in text if c not in "“” \n")

    assert all(bare(text) == bare(report().text) for text, _ in spoilt("misplaced quotation mark", 1))


def test_a_source_is_named_twice_in_the_sentence_planted() -> None:
    for _, wrong in spoilt("attribution twice", 3):
        assert wrong.endswith(".") or wrong.split()[-1] in ("Blinken", "said", "added", "statement")


def test_two_people_are_two() -> None:
    names = {s.person for s in report().base.offices.spells}
    for seed in range(5):
        for _, wrong in spoilt("two speakers", seed):
            assert sum(name in wrong for name in names) >= 2


def test_the_same_seed_plants_the_same() -> None:
    assert all(spoilt(kind, 7) == spoilt(kind, 7) for kind in PLANTERS)

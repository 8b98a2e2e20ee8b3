from __future__ import annotations

import datetime as dt
import random
from functools import cache

import pytest

from detente.bench.planting.wording import PLANTERS
from detente.checks import Report
from detente.coding import Coder
from detente.sources.text import from_text

TEXT = """Envoys leave Paris with a date for Berlin

The United States gave its answer to Moscow’s demands on Wednesday after weeks of talks between the capitals.

Antony Blinken said that the answer had been given to the ministry in Moscow.

Jens Stoltenberg said the alliance (30 states) had sent its own.

Dmitry Kozak met Andriy Yermak in Paris for eight hours, and the two will see each other again in Berlin within two weeks.

The ministry in Kyiv called for calm, and its minister told people in the east that there would be no need to leave their homes.

The letter itself is not to be printed, and nobody in Moscow was in a hurry to answer it before the end of the week.
"""


@cache
def report() -> Report:
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


def test_a_doubled_word_is_doubled() -> None:
    for seed in range(20):
        for _, wrong in spoilt("doubled word", seed):
            words = wrong.split()
            assert words[: len(words) // 2] == words[len(words) // 2 :]


def test_a_repeated_sentence_stands_twice_but_for_a_word() -> None:
    for seed in range(10):
        for _, wrong in spoilt("repeated sentence", seed):
            words = set(wrong.split())
            assert any(words <= set(r.sentence.text.split()) for r in report().sentences)


def test_a_repeated_clause_says_nothing_new() -> None:
    for _, wrong in spoilt("repeated clause", 2):
        assert set(wrong.split()) - {"and", "that", "adding", ",", "said"} <= set(
            TEXT.replace(".", "").replace(",", "").split()
        ) | {"and"}


def test_a_paragraph_that_is_cut_has_lost_words() -> None:
    assert all(len(text.split()) < len(TEXT.split()) for text, _ in spoilt("cut off", 4))


def test_a_lead_with_a_pronoun_names_nobody() -> None:
    for text, wrong in spoilt("pronoun lead", 1):
        assert wrong in ("It", "They", "He")
        assert text.split("\n\n")[1].startswith(f"{wrong} gave its answer")


def test_one_half_of_the_brackets_is_lost() -> None:
    for seed in range(5):
        assert all(text.count("(") != text.count(")") for text, _ in spoilt("unclosed bracket", seed))


def test_the_same_seed_plants_the_same() -> None:
    assert all(spoilt(kind, 7) == spoilt(kind, 7) for kind in PLANTERS)

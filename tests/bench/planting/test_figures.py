from __future__ import annotations

import datetime as dt
import random
import re
from functools import cache

import pytest

from detente.bench.planting import Planted, plant
from detente.bench.planting.figures import PLANTERS
from detente.checks.checker import LOOKED_AT
from detente.checks.report import Report
from detente.coding import Coder
from detente.sources.text import from_text

TEXT = """Envoys meet in Vienna for talks on truce

The ministers met in the morning and spoke of the truce for a long time.

They will meet again soon, the ministry said, and hope for a result.

A spokesman for the alliance had nothing to add."""


@cache
def _report() -> Report:
    return Report(*Coder().coded(from_text(TEXT).article("t", dt.date(2022, 1, 27)), LOOKED_AT))


def _planted(kind: str, seed: int) -> tuple[str, Planted]:
    text, planted = plant(_report(), random.Random(seed), 1, [kind])
    assert [error.what for error in planted] == [kind]
    return text, planted[0]


def _numbers(words: str) -> list[float]:
    return [float(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", words)]


@pytest.mark.parametrize("kind", sorted(PLANTERS))
def test_a_planted_error_stands_where_it_is_said_to(kind: str) -> None:
    made = {_planted(kind, seed) for seed in range(30)}
    assert len({text for text, _ in made}) > 15
    for text, error in made:
        wrong = text[error.start : error.end]
        assert wrong
        assert "[" not in text
        assert wrong not in TEXT
        assert error.right != wrong


def test_planted_per_cents_are_over_a_hundred() -> None:
    for seed in range(30):
        text, error = _planted("percent over 100", seed)
        assert _numbers(text[error.start : error.end])[0] > 100


def test_planted_bounds_stand_the_wrong_way_round() -> None:
    for seed in range(30):
        text, error = _planted("bounds", seed)
        found = _numbers(text[error.start : error.end])
        assert len(found) == 1 or found[0] > found[1]


def test_planted_lists_do_not_have_the_number_told() -> None:
    words = "zero one two three four five six seven eight nine ten".split()
    for seed in range(30):
        text, error = _planted("counted list", seed)
        wrong = text[error.start : error.end]
        names = re.split(r", | and ", re.split(r"[:(,—-]", wrong.rstrip(" —)"), maxsplit=1)[1])
        assert words.index(wrong.split()[0]) != len(names) == words.index(error.right)


def test_planted_exchanges_are_out_by_a_thousand() -> None:
    for seed in range(30):
        text, error = _planted("exchange", seed)
        wrong = text[error.start : error.end]
        assert ("b" in wrong) != ("b" in error.right)


def test_a_changed_figure_stands_beside_the_right_one() -> None:
    for kind in ("changed figure", "headline figure"):
        for seed in range(30):
            text, error = _planted(kind, seed)
            assert error.right in text
            assert _numbers(text[error.start : error.end]) != _numbers(error.right)

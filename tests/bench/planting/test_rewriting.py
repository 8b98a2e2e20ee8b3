from __future__ import annotations

import datetime as dt
import random
from functools import cache

from detente.bench.planting.rewriting import LEAST, LENGTH, PLANTERS
from detente.checks import Report
from detente.coding import Coder
from detente.sources.text import from_text

PARAGRAPH = (
    "The foreign minister told reporters on Monday that the government had sent soldiers to the border after the attack. "
    "Officials in Vienna said that the president wanted peace talks to begin next week, but that the answer of the other side "
    "was still awaited. Many people in the town of Kherson have left their house because of the fire. The secretary of the "
    "security council, Oleksiy Danilov, warned of a new threat and asked the allies for military aid, missiles among it. "
    "The ambassador refused to say whether the plan had the support of his country. A spokesman for the ministry denied that "
    "an agreement had been near, and called the demand of the other party a sign of fear. Two officials said that the leader "
    "of the group had taken a decision on the large exercise near the pipeline."
)


@cache
def report() -> Report:
    text = f"Minister speaks of peace\n\n{PARAGRAPH}\n"
    return Report(Coder().read(from_text(text).article("test", dt.date(2022, 1, 27))), [])


def test_a_passage_is_spun_and_names_and_numbers_are_left() -> None:
    (change,) = PLANTERS["machine rewriting"](report(), random.Random(1))
    clean = report().text[change.start : change.end]
    assert change.error == (0, len(change.words))
    assert "Oleksiy Danilov" in change.words
    assert "Vienna" in change.words
    assert "on Monday" in change.words
    changed = set(clean.split()) - set(change.words.split())
    assert len(changed) >= LEAST
    assert {"foreign", "minister"} & changed
    assert len(change.words.split()) > LENGTH / 2


def test_it_stands_in_the_body_and_is_another_with_another_chance() -> None:
    spun = [change for seed in (1, 2) for change in PLANTERS["machine rewriting"](report(), random.Random(seed))]
    assert len({change.words for change in spun}) == 2
    assert all(change.start >= report().text.index("The foreign minister") for change in spun)


def test_a_report_that_offers_too_few_words_is_left() -> None:
    short = Report(Coder().read(from_text("Talks failed\n\nNobody would say why the talks failed.").article("test", None)), [])
    assert list(PLANTERS["machine rewriting"](short, random.Random(1))) == []

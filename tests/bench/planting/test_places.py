"""What is planted is wrong, whoever looks for it."""

from __future__ import annotations

import datetime as dt
import random
from functools import cache

from detente.bench.planting import Planted, plant
from detente.checks import Report
from detente.coding import Coder
from detente.sources.text import from_text

TEXT = (
    "The two sides held a long session in Vienna, Austria, and both delegations spoke of some progress on the prisoners.\n\n"
    "In the Polish capital, Warsaw, aides said that the foreign ministers of the four states would see each other once more.\n\n"
    "The truce along the line of contact holds, the observers wrote in their report, and the roads are open for relief."
)


@cache
def _report() -> Report:
    return Report(Coder().read(from_text(TEXT).article("test", dt.date(2022, 1, 27))), [])


def _planted(kind: str) -> list[tuple[str, str, Planted]]:
    found = []
    for seed in range(30):
        text, errors = plant(_report(), random.Random(seed), 1, [kind])
        found += [(text, text[e.start : e.end], e) for e in errors]
    return found


def test_a_town_is_planted_in_a_country_that_has_none_of_its_name() -> None:
    base = _report().base
    planted = _planted("wrong country")
    assert len(planted) == 30
    for _, words, error in planted:
        named = [n.entry.country for m in base.names.find(words) for n in m.named if n.form in ("name", "demonym")]
        right = {n.entry.country for n in base.names.get(error.right)}
        assert error.right not in words
        assert not right & set(named)


def test_a_planted_capital_is_none() -> None:
    planted = _planted("no capital")
    assert len(planted) == 30
    for _, words, error in planted:
        assert error.right not in words
        assert any(error.right in country.capitals for country in _report().base.countries.values())


def test_a_meeting_is_planted_in_two_towns() -> None:
    planted = _planted("two venues")
    assert len(planted) > 20
    for text, words, error in planted:
        assert words != error.right
        assert f"in {error.right} on" in text

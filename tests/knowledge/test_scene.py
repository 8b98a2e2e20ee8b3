"""The country of those told of without one."""

from __future__ import annotations

import pytest

ROWS = [
    ("Police arrested four men in Nairobi.", "Police", "KENCOP"),
    ("Soldiers shot two protesters in Khartoum.", "Soldiers", "SDNMIL"),
    ("Protesters threw stones in Santiago, Chile.", "Protesters", "CHLCVL"),
    ("Algeria voted on Sunday. Police guarded the polls.", "Police", "DZACOP"),
    ("Police arrested four men.", "Police", "COP"),
]


@pytest.mark.parametrize(("text", "word", "code"), ROWS)
def test_the_place_or_the_report_tells_whose_they_are(linked, text, word, code):
    assert [a.code for a in linked(text, word)] == [code]


def test_the_dateline_tells_where_a_report_plays(linked):
    text = "TUNIS\n\nPolice arrested four men."
    assert [a.code for a in linked(text, "Police", kinds=("dateline", "body"))] == ["TUNCOP"]


def test_a_report_of_two_countries_has_no_scene(linked):
    text = "Peru met Chile. Chile met Peru. Police guarded the hotel."
    assert [a.code for a in linked(text, "Police")] == ["COP"]


def test_those_from_abroad_do_not_belong_to_the_scene(linked):
    text = "Algeria voted on Sunday. Algeria was calm. Western officials watched the polls."
    assert [a.code for a in linked(text, "officials")] == ["GOV"]

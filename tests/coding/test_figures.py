from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.model import Figure, Item

Code = Callable[..., list[Item]]


def _figures(code: Code, text: str) -> list[Figure]:
    return [item for item in code(text, "figure") if isinstance(item, Figure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling killed 12 soldiers and injured 30.", [("soldiers dead", 12, "persons"), ("injured", 30, "persons")]),
        ("The war claimed the lives of over 9,000 people.", [("people dead", 9_000, "persons")]),
        ("There were 12 deaths.", [("dead", 12, "persons")]),
        ("Police detained some 450 protesters.", [("protesters arrested", 450, "persons")]),
        ("The blast left seven people dead.", [("people dead", 7, "persons")]),
        ("The death toll rose to 57.", [("dead", 57, "persons")]),
        (
            "Kenya will send 18 tanks and 2,000 anti-tank missiles.",
            [("tanks", 18, "tanks"), ("anti-tank missiles", 2_000, "missiles")],
        ),
        ("Turnout was 45 percent.", [("Turnout", 45, "percent")]),
        ("The country received $60 million in military aid.", [("military aid", 60e6, "USD")]),
        ("The delegations met for eight hours.", [("hours", 8, "hours")]),
        ("The call lasted two hours.", [("call", 2, "hours")]),
        ("The parties agreed a 30-day ceasefire.", [("ceasefire", 30, "days")]),
        ("The attack cost 40 lives.", [("dead", 40, "persons")]),
        ("Thousands were displaced, hundreds of them children.", [("displaced", 2_000, "persons"), ("children", 200, "persons")]),
        ("Oman promised Yemen a new loan of 90 million euros in Aden.", [("new loan", 90e6, "EUR")]),
        ("The village lies 17 km (10 miles) from the front.", [("distance", 17, "km")]),
        ("The fine was 10,000 roubles (about $130).", [("fine", 10_000, "RUB")]),
        ("Chile sent 12 Su-35 fighters.", [("Su-35 fighters", 12, "fighters")]),
        ("The army spoke of three wounded.", [("injured", 3, "persons")]),
        ("The bloc has 57 member states.", [("member states", 57, "states")]),
        ("The army will grow by 100,000 over three years.", [("army", 100_000, "persons")]),
        ("The senate voted 69 to 26 to approve the bill.", [("votes in favour", 69, "votes"), ("votes against", 26, "votes")]),
    ],
)
def test_what_is_counted(code: Code, text: str, expected: list[tuple[str, float, str]]) -> None:
    assert sorted((f.what, f.value, f.unit) for f in _figures(code, text)) == sorted(expected)


def test_a_bare_number_counts_what_its_clause_speaks_of(code: Code) -> None:
    text = "Officials put the number of soldiers at more than 100,000; other estimates run to 130,000."
    assert {(f.what, f.value, f.low) for f in _figures(code, text)} == {
        ("soldiers", 100_000, 100_000),
        ("soldiers", 130_000, None),
    }


def test_a_pronoun_counts_the_persons_before_it(code: Code) -> None:
    found = _figures(code, "Tens of thousands of troops are massed there. Around 90,000 of them are near the border.")
    assert [(f.what, f.value, f.approximate) for f in found] == [("troops", 20_000, True), ("troops", 90_000, True)]


def test_they_are_those_spoken_of_last(code: Code) -> None:
    found = _figures(code, "Kenya massed troops on the border. They now number 160,000.")
    assert [(f.what, f.value, f.unit) for f in found] == [("troops", 160_000, "persons")]


def test_a_part_of_a_named_body_counts_what_was_counted_before(code: Code) -> None:
    found = _figures(code, "Kenya sent 2,000 troops: 300 of the 18th Airborne Corps went to Chad.")
    assert sorted((f.what, f.value) for f in found) == [("troops", 300), ("troops", 2_000)]


def test_since_and_source(code: Code) -> None:
    found = _figures(code, "The health ministry said that 40 patients had died since 2016.")
    assert [(f.what, f.since) for f in found] == [("patients dead", dt.date(2016, 1, 1))]
    assert [link.cue for link in found[0].attribution] == ["said"]


@pytest.mark.parametrize(
    "text",
    [
        "One official agreed.",
        "Two words in Oslo settled it.",
        "They waited three weeks.",
        "He asked them to leave within 48 hours.",
        "He counted five times as many shells.",
        "A five-member team brought its 12-point plan.",
    ],
)
def test_manners_of_speaking_are_no_figures(code: Code, text: str) -> None:
    assert _figures(code, text) == []


def test_small_numbers_that_only_point_are_left_out(code: Code) -> None:
    assert _figures(code, "The two leaders shook hands, and one of them smiled. Two weeks ago they did not.") == []

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Item, Position

Code = Callable[..., list[Item]]


@pytest.mark.parametrize(
    ("text", "country", "issue", "stance"),
    [
        ("Serbia opposes the recognition of Kosovo.", "SRB", "recognition", "against"),
        ("Turkey demanded that Finland never join NATO.", "TUR", "NATO membership", "demands"),
        ("Poland supports sanctions against Belarus.", "POL", "sanctions", "for"),
        ("Hungary has sent mixed signals on whether it will back an oil embargo.", "HUN", "energy supplies", "unclear"),
        ("Sudan repeated its opposition to direct talks with the rebels.", "SDN", "direct talks", "against"),
        ("Iran refused to allow inspections.", "IRN", "inspections", "refuses"),
        ("Egypt offered to mediate.", "EGY", "mediation", "offers"),
        ("Spain will never recognise the annexation.", "ESP", "annexation", "refuses"),
        ("Japan does not support the sanctions.", "JPN", "sanctions", "against"),
        ("Kenya urged Chad not to invade Sudan.", "KEN", "use of force", "against"),
        ("Norway opposes the death penalty.", "NOR", "death penalty", "against"),
        ("Germany refused to send arms to Mali.", "DEU", "arms supplies", "refuses"),
    ],
)
def test_party_issue_and_stance(code: Code, text: str, country: str, issue: str, stance: str) -> None:
    found = [item for item in code(text, "position") if isinstance(item, Position)]
    assert (country, issue, stance) in [(p.actor.country, p.issue, p.stance) for p in found]


def test_the_words_of_the_text_where_no_issue_fits(code: Code) -> None:
    found = [item for item in code("Iceland opposed the ban on whale hunting.", "position") if isinstance(item, Position)]
    assert [(p.issue, p.stance) for p in found] == [("ban on whale hunting", "against")]


def test_the_words_of_the_text_are_a_whole_phrase(code: Code) -> None:
    found = [i for i in code("Japan offered talks on the placing of missiles.", "position") if isinstance(i, Position)]
    assert [p.issue for p in found] == ["talks on the placing of missiles"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad could oppose the sanctions. Mali did not demand a ceasefire.",
        "Kenya called on Chad not to follow it.",
        "Chad accused Mali of seeking to dismantle the Minsk agreements.",
        "Norway declined to say whether it backs sanctions.",
        "Japan announced blocking sanctions against Chad.",
        "Nobody in Norway supports sanctions.",
        "Neither Chad nor Mali rejected the ceasefire.",
        "Poland rejected the accusation.",
        "Peru urged its citizens to leave the country.",
    ],
)
def test_what_is_no_position(code: Code, text: str) -> None:
    assert code(text, "position") == []

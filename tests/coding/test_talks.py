from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.model import DONE, Item, Talks

Code = Callable[..., list[Item]]


def _talks(code: Code, text: str, kinds: tuple[str, ...] = ()) -> list[Talks]:
    return [item for item in code(text, "talks", kinds=kinds) if isinstance(item, Talks)]


def _sides(talks: Talks) -> set[str | None]:
    return {actor.country for actor in talks.parties}


def test_mentions_of_one_round_are_one_item(code: Code) -> None:
    found = _talks(
        code,
        "Envoys of India and Pakistan met for six hours in Vienna on Tuesday. The talks were cordial, an official said. "
        "Another round will take place in Geneva in three weeks.",
    )
    assert [(t.venue, t.status) for t in found] == [("Vienna", "happened"), ("Geneva", "planned")]
    first, then = found
    assert _sides(first) == {"IND", "PAK"} == _sides(then)
    assert (first.duration, first.level, first.outcome, first.channel) == ("PT6H", "envoys", "cordial", "in person")
    assert first.date == dt.date(2019, 5, 14)
    assert first.next is not None
    assert (first.next.venue, first.next.date) == ("Geneva", dt.date(2019, 6, 5))
    assert [s.text for s in first.evidence["trigger"]] == ["met", "talks"]


def test_sides_named_before_the_noun(code: Code) -> None:
    found = _talks(code, "Talks between Egypt, Sudan and Ethiopia ended without agreement on Tuesday in Khartoum.")
    assert [(_sides(t), t.venue) for t in found] == [({"EGY", "SDN", "ETH"}, "Khartoum")]
    assert found[0].outcome == "ended without agreement"


def test_representatives_of_several_governments(code: Code) -> None:
    found = _talks(code, "Greek officials met with representatives of Italy and Spain in Rome.")
    assert _sides(found[0]) == {"GRC", "ITA", "ESP"}
    assert found[0].level == "officials"


def test_calls_between_different_persons_stay_apart(code: Code) -> None:
    found = _talks(
        code,
        "Japanese Prime Minister Shinzo Abe spoke by phone to US President Donald Trump on Monday. "
        "Foreign Minister Taro Kono also had a telephone call with US Secretary of State Mike Pompeo.",
    )
    assert [t.channel for t in found] == ["phone", "phone"]
    assert [t.level for t in found] == ["leaders", "ministers"]


def test_a_video_conference_has_no_venue(code: Code) -> None:
    found = _talks(code, "In a video conference with Norway on Tuesday, Sweden asked for help.")
    assert [(t.channel, t.venue, _sides(t)) for t in found] == [("video", None, {"NOR", "SWE"})]


def test_mediator(code: Code) -> None:
    found = _talks(code, "Qatar hosted talks between Sudan and Chad in Doha.")
    assert [(_sides(t), t.mediator.country if t.mediator else None) for t in found] == [({"SDN", "TCD"}, "QAT")]


def test_a_subheading_joins_the_round_under_it(code: Code) -> None:
    found = _talks(code, "Swiss-led talks\n\nIndia and Pakistan held talks in Vienna on Tuesday.", kinds=("subhead", "body"))
    assert len(found) == 1
    assert found[0].mediator is not None
    assert found[0].mediator.country == "CHE"


def test_what_are_no_talks(code: Code) -> None:
    assert _talks(code, "France met its targets. Talk of war spread in Spain. Italy renewed its call for help.") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya hoped for a summit with Somalia.", "expected"),
        ("Turkey offered to host talks between Sudan and Chad.", "proposed"),
        ("India called for talks with Pakistan.", "demanded"),
    ],
)
def test_talks_that_are_only_wished_for_have_not_happened(code: Code, text: str, status: str) -> None:
    assert [t.status for t in _talks(code, text)] == [status]


def test_talks_under_what_is_to_come_have_not_happened(code: Code) -> None:
    found = _talks(code, "Peru said it would not sign when it met Chile in Lima.")
    assert len(found) == 1
    assert found[0].status not in DONE


def test_a_medium_is_no_party(code: Code) -> None:
    assert [_sides(t) for t in _talks(code, "Reuters and Japan held talks in Tokyo.")] == [{"JPN"}]


def test_the_name_of_a_format_names_its_parties(code: Code) -> None:
    found = _talks(code, "The NATO-Russia Council met in Brussels on Monday.")
    assert [({a.code for a in t.parties}, t.format) for t in found] == [({"IGONATO", "RUS"}, "NATO-Russia Council")]


def test_a_round_long_past_is_opened_anew(code: Code) -> None:
    told = "Envoys of India and Pakistan met on Tuesday."
    assert len(_talks(code, f"{told} It rained. {told}")) == 1
    assert len(_talks(code, " ".join([told, *["It rained."] * 70, told]))) == 2

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from detente.model import Item, Talks

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

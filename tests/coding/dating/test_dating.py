"""When a report without a date was published, worked out from what it tells."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from detente.coding import Coder
from detente.coding.dating import Published
from detente.sources.text import from_text


@cache
def _coder() -> Coder:
    return Coder(kinds={"event", "statement", "mention"})


def published(text: str) -> Published:
    return _coder().read(from_text(text).article("t", None)).published


def days(text: str) -> tuple[str, str]:
    found = published(text)
    return str(found.first), str(found.last)


def test_a_given_date_is_kept() -> None:
    article = from_text("Boris Johnson, Britain's prime minister, spoke.").article("t", dt.date(2020, 5, 1))
    found = _coder().read(article).published
    assert found == Published(dt.date(2020, 5, 1), dt.date(2020, 5, 1), given=True)


def test_offices_held_together_bound_the_time() -> None:
    # Johnson came in July 2019, Tusk left the European Council on 30 November 2019.
    assert days("British Prime Minister Boris Johnson wrote to European Council President Donald Tusk about the border.") == (
        "2019-07-24",
        "2019-11-30",
    )


def test_a_known_meeting_with_its_weekday_gives_the_week() -> None:
    text = "US Secretary of State Antony Blinken met Russian Foreign Minister Sergei Lavrov in Geneva on Friday."
    first, last = published(text).first, published(text).last
    assert first == dt.date(2022, 1, 21)
    assert last is not None
    assert last <= dt.date(2022, 1, 27)


def test_what_is_to_come_is_not_over() -> None:
    text = (
        "German Chancellor Olaf Scholz will not travel to the opening of the Beijing Winter Olympics on February 4. "
        "He spoke beside NATO Secretary General Jens Stoltenberg."
    )
    found = published(text)
    assert found.last is not None
    assert found.first is not None
    assert dt.date(2021, 12, 8) <= found.first
    assert found.last <= dt.date(2022, 2, 4)


def test_a_weekday_beside_a_date_tells_the_year() -> None:
    # 26 January was a Wednesday in 2022, and Scholz was chancellor from December 2021 to May 2025.
    text = "German Chancellor Olaf Scholz received the envoys on Wednesday, January 26, and thanked them for their patience."
    found = published(text)
    assert (found.first, found.last) == (dt.date(2022, 1, 26), dt.date(2022, 8, 14))


def test_former_holders_and_history_tell_nothing() -> None:
    assert published("Former US President Bill Clinton spoke to students.").first is None
    assert published("Protesters thought of Egypt's Hosni Mubarak, who fell to a crowd.").first is None
    assert published("In 1995 US President Bill Clinton and Russian President Boris Yeltsin met in New York.").first is None


def test_what_contradicts_the_rest_is_told() -> None:
    text = (
        "German Chancellor Olaf Scholz received Polish Prime Minister Mateusz Morawiecki in Berlin. "
        "Later he telephoned US President Barack Obama."
    )
    found = published(text)
    assert found.first == dt.date(2021, 12, 8)
    (against,) = found.against
    assert "Barack Obama" in against.reason


@pytest.mark.parametrize("text", ["The two ministers met by the lake.", "Talks go on.", "It rained on Monday, 3 May."])
def test_what_tells_nothing_is_not_dated(text: str) -> None:
    assert published(text).first is None


def test_expressions_of_time_are_read_as_of_the_days_worked_out() -> None:
    text = (
        "US Secretary of State Antony Blinken met Russian Foreign Minister Sergei Lavrov in Geneva on Friday. "
        "He said that he would speak to him again next month. Tomorrow he flies to Berlin."
    )
    reading = _coder().read(from_text(text).article("t", None))
    met, again, flies = ([(t.first, t.last) for t in times] for times in reading.times)
    assert met == [(dt.date(2022, 1, 21), dt.date(2022, 1, 21))]
    assert again == [(dt.date(2022, 2, 1), dt.date(2022, 2, 28))]
    # "Tomorrow" is another day for each day on which it can have been written.
    assert flies == [(None, None)]


def test_items_have_the_days_worked_out_and_those_told() -> None:
    text = "US Secretary of State Antony Blinken met Russian Foreign Minister Sergei Lavrov in Geneva on Friday."
    items = _coder().code(from_text(text).article("t", None))
    assert items
    for item in items:
        assert item.published is not None
        assert item.published.basis == "worked out"
        assert item.published.precision == "week"

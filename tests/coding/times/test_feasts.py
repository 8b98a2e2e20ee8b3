from __future__ import annotations

import datetime as dt

import pytest

from detente.coding.times import Timex, timexes
from detente.coding.times.named_days import ISLAMIC_BASIS

THURSDAY = dt.date(2022, 1, 27)


def only(text: str, tense: str = "past", day: dt.date | None = THURSDAY) -> Timex:
    (found,) = timexes(text, day, tense=lambda _: tense)
    return found


@pytest.mark.parametrize(
    ("text", "tense", "extent", "value"),
    [
        ("They fasted until Orthodox Easter.", "future", "Orthodox Easter", "2022-04-24"),
        ("The church burned on Orthodox Christmas.", "past", "Orthodox Christmas", "2022-01-07"),
        ("The shops shut on Good Friday.", "past", "Good Friday", "2022-04-15"),
        ("Crowds prayed on Good Friday last year.", "past", "Good Friday", "2022-04-15"),
        ("The truce ends before Eid al-Fitr.", "future", "Eid al-Fitr", "2022-05-02"),
        ("The parade of Victory Day will be small.", "future", "Victory Day", "2022-05-09"),
        ("The flag went up on Ukraine's Independence Day.", "past", "Ukraine's Independence Day", "2021-08-24"),
        ("Fireworks lit the sky on Independence Day in Poland.", "past", "Independence Day in Poland", "2021-11-11"),
        ("The cars were burned on Bastille Day.", "past", "Bastille Day", "2021-07-14"),
        ("The envoy flew home for Thanksgiving.", "past", "Thanksgiving", "2021-11-25"),
        ("He was freed before last Thanksgiving.", "past", "last Thanksgiving", "2021-11-25"),
        ("The base shuts by next Christmas.", "present", "next Christmas", "2022-12-25"),
        ("They marched on Nowruz 2020.", "past", "Nowruz 2020", "2020-03-20"),
        ("The rally fell on Lunar New Year.", "past", "Lunar New Year", "2022-02-01"),
        ("Everything changed after 9/11.", "past", "9/11", "2001-09-11"),
        ("They sang on the eve of Orthodox Christmas.", "past", "the eve of Orthodox Christmas", "2022-01-06"),
        ("He quit on the eve of Sunday's vote.", "future", "the eve of Sunday", "2022-01-29"),
        ("They came on the eve of the NATO summit in Vilnius.", "past", "the eve of the NATO summit in Vilnius", "2023-07-10"),
        ("A flag burned on the anniversary of Russia's annexation of Crimea.", "past",
         "the anniversary of Russia's annexation of Crimea", "2022-03-18"),
        ("It was the 20th anniversary of the September 11 attacks.", "past", "the 20th anniversary of the September 11 attacks",
         "2021-09-11"),
        ("He spoke on the thirtieth anniversary of the Tiananmen Square crackdown.", "past",
         "the thirtieth anniversary of the Tiananmen Square crackdown", "2019-06-04"),
        ("The ten-year anniversary of the earthquake in Haiti was marked.", "past",
         "The ten-year anniversary of the earthquake in Haiti", "2020-01-12"),
    ],
)  # fmt: skip
def test_named_days_eves_and_anniversaries(text: str, tense: str, extent: str, value: str) -> None:
    found = timexes(text, THURSDAY, tense=lambda _: tense)[0]
    assert (text[found.start : found.end], found.type, found.value) == (extent, "DATE", value)
    assert found.first == found.last == dt.date.fromisoformat(value)
    assert found.precision == "day"


def test_what_lasts_stands_for_all_its_days() -> None:
    found = only("They kept the truce during Ramadan.")
    assert (found.value, found.first, found.last, found.precision) == ("2022", dt.date(2022, 4, 2), dt.date(2022, 5, 1), "month")
    assert found.basis == ISLAMIC_BASIS
    found = only("They kept the truce through Hanukkah 2022.")
    assert (found.value, found.first, found.last) == ("2022-12", dt.date(2022, 12, 19), dt.date(2022, 12, 26))
    assert found.basis is None


def test_the_week_and_the_weekend_of_a_feast() -> None:
    assert only("They met in Thanksgiving week.").value == "2021-W47"
    assert only("They met over Easter weekend.").value == "2022-W15-WE"
    assert only("They met over the Memorial Day weekend.").value == "2021-W21-WE"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Christmas Eve", "XXXX-12-24"),
        ("on Orthodox Easter", "XXXX-XX-XX"),
        ("on the anniversary of the annexation of Crimea", "XXXX-03-18"),
        ("on the eve of Easter", "XXXX-XX-XX"),
    ],
)
def test_without_a_report_date_a_feast_has_no_days(text: str, value: str) -> None:
    found = timexes(text, None)[-1]
    assert (found.value, found.first) == (value, None)


def test_a_day_that_is_not_known_has_no_days() -> None:
    assert (only("They met on Independence Day.").value, only("They met on Independence Day.").first) == ("XXXX-XX-XX", None)
    found = only("He quit on the eve of the vote.")
    assert (found.type, found.value, found.first) == ("DATE", "XXXX-XX-XX", None)


@pytest.mark.parametrize(
    "text",
    [
        "They signed the Good Friday Agreement.",
        "The ship called at Easter Island and Christmas Island.",
        "The scholar Tariq Ramadan was heard.",
        "They gave thanksgiving for the harvest.",
        "On the anniversary of their wedding they wept.",
        "Eve of all people won.",
    ],
)
def test_names_that_are_no_days_are_left_alone(text: str) -> None:
    assert timexes(text, THURSDAY) == []

"""What links rest on: their scores, their reasons, and the holder where the text gives an office to somebody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.coding.reading import Reading
from detente.knowledge.link import Link

DAY = dt.date(2022, 1, 26)

Read = Callable[..., Reading]


def link(reading: Read, text: str, word: str, day: dt.date = DAY) -> Link | None:
    """The link of the last token of that form."""
    found = reading(text, day)
    links = [found.linker.links(t) for s in found.sentences for t in s.sentence.tokens if t.text == word]
    assert links, f"no {word!r} in the text"
    return links[-1][0] if links[-1] else None


HELD = [
    ("Russian Foreign Minister Sergei Lavrov spoke.", "Lavrov", "Sergei Lavrov", None),
    ("Turkey's foreign minister, Mevlut Chavushoglu, spoke.", "Chavushoglu", "Mevlut Cavusoglu", None),
    ("Ukrainian Foreign Minister Dmytro Kaleb spoke.", "Kaleb", "Dmytro Kuleba", "Dmytro Kuleba"),
    ("Ukrainian Foreign Minister Igor Petrenko spoke.", "Petrenko", "Igor Petrenko", "Dmytro Kuleba"),
    ("The foreign minister of Ukraine, Igor Petrenko, spoke.", "Petrenko", "Igor Petrenko", "Dmytro Kuleba"),
    ("Igor Petrenko, the Ukrainian foreign minister, spoke.", "Petrenko", "Igor Petrenko", "Dmytro Kuleba"),
    ("Ukrainian FM Igor Petrenko spoke.", "Petrenko", "Igor Petrenko", "Dmytro Kuleba"),
    ("The newly appointed Ukrainian foreign minister Igor Petrenko spoke.", "Petrenko", "Igor Petrenko", "Dmytro Kuleba"),
    ("US Vice President Joe Biden spoke.", "Biden", "Joe Biden", "Kamala Harris"),
    ("NATO Sec. Gen. Jens Stoltenberg spoke.", "Stoltenberg", "Jens Stoltenberg", None),
    ("The head of the CIA, William Byrns, spoke.", "Byrns", "William Burns", "William Burns"),
    ("Kremlin spokesman Dmitri Peskow spoke.", "Peskow", "Dmitry Peskov", None),
]


@pytest.mark.parametrize(("text", "word", "name", "holder"), HELD)
def test_a_title_tells_the_office_whatever_the_name(reading: Read, text: str, word: str, name: str, holder: str | None) -> None:
    found = link(reading, text, word)
    assert found is not None
    assert (found.actor.name, found.holder) == (name, holder)
    assert found.actor.office
    assert found.actor.code
    assert ("holder differs: " + str(holder) in found.reasons) == (holder is not None)


NOT_HELD = [
    ("The former Ukrainian foreign minister Pavlo Klimkin spoke.", "Klimkin", "UKRELI"),
    ("Ex-president Petro Poroshenko spoke.", "Poroshenko", "UKRELI"),
    ("Then-Foreign Minister Pavlo Klimkin spoke.", "Klimkin", "UKRELI"),
    ("A former Ukrainian foreign minister spoke.", "minister", "UKRELI"),
    ("Ukraine waited. The former prime minister spoke.", "minister", "UKRELI"),
]


@pytest.mark.parametrize(("text", "word", "code"), NOT_HELD)
def test_who_held_an_office_does_not_hold_it(reading: Read, text: str, word: str, code: str) -> None:
    found = link(reading, text, word)
    assert found is not None
    assert (found.actor.code, found.actor.office, found.holder) == (code, None, None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Ukrainian deputy foreign minister spoke.", "minister"),
        ("The next president of Ukraine spoke.", "president"),
        ("The would-be president of Ukraine spoke.", "president"),
        ("The deputy spokesman of NATO spoke.", "spokesman"),
        ("Ukraine's president-elect spoke.", "elect"),
    ],
)
def test_no_holder_is_meant(reading: Read, text: str, word: str) -> None:
    found = link(reading, text, word)
    assert found is None or found.actor.office is None


def test_who_is_outgoing_is_still_in_office(reading: Read) -> None:
    found = link(reading, "The outgoing German chancellor spoke.", "chancellor", dt.date(2021, 11, 26))
    assert found is not None
    assert found.actor.name == "Angela Merkel"


def test_a_title_that_the_name_contradicts_is_not_the_persons(reading: Read) -> None:
    found = link(reading, "Prime Minister Ivanov spoke.", "Ivanov")
    assert found is not None
    assert found.actor.name == "Ivanov"


def test_a_headline_ends_a_name_before_its_verb(reading: Read) -> None:
    found = link(reading, "Ukraine President Zelenskiy Meets Biden", "Zelenskiy")
    assert found is not None
    assert found.actor.name == "Volodymyr Zelensky"


def test_the_name_tells_which_of_two_states_a_demonym_means(reading: Read) -> None:
    found = link(reading, "Congolese president Denis Sassou N'Guesso spoke.", "N'Guesso", dt.date(2013, 5, 9))
    assert found is not None
    assert found.actor.country == "COG"


def test_unknown_people_with_a_title_have_country_and_sector(reading: Read) -> None:
    found = link(reading, "Swedish Environment Minister Annika Nowhere spoke.", "Nowhere")
    assert found is not None
    assert (found.actor.code, found.holder) == ("SWEGOV", None)


SCORED = [
    ("Russian Foreign Minister Sergei Lavrov spoke.", "Lavrov", 0.95, 1.0, "in office on 2022-01-26"),
    ("Russian Foreign Minister Sergej Lawrow spoke.", "Lawrow", 0.9, 0.95, "spelling"),
    ("Ukrainian Foreign Minister Dmytro Kaleb spoke.", "Kaleb", 0.75, 0.85, "near spelling"),
    ("Lavrov spoke.", "Lavrov", 0.65, 0.75, "surname"),
    ("Sergei Lavrov spoke. Lavrov left.", "Lavrov", 0.85, 0.95, "introduced before"),
    ("The Russian foreign minister spoke.", "minister", 0.8, 0.9, "country"),
    ("Russia's Foreign Minister Sergei Lavrov left. The foreign minister spoke.", "minister", 0.55, 0.65, "country implied"),
    ("Ukraine waited.", "Ukraine", 0.9, 1.0, "name"),
    ("Germany waited. It spoke.", "It", 0.6, 0.7, "pronoun"),
]


@pytest.mark.parametrize(("text", "word", "least", "most", "reason"), SCORED)
def test_scores(reading: Read, text: str, word: str, least: float, most: float, reason: str) -> None:
    found = link(reading, text, word)
    assert found is not None
    assert least <= found.score <= most
    assert reason in found.reasons


def test_what_was_not_checked_up_to_the_date_is_less_sure(reading: Read, base) -> None:
    spell = next(s for s in base.offices.by_name["Emmanuel Macron"] if s.owner == "FRA" and s.office == "president")
    assert spell.end is None
    assert spell.checked is not None
    day = spell.checked + dt.timedelta(days=60)
    later = link(reading, "French President Emmanuel Macron spoke.", "Macron", day)
    then = link(reading, "French President Emmanuel Macron spoke.", "Macron", spell.checked)
    assert later is not None
    assert then is not None
    assert f"not checked since {spell.checked}" in later.reasons
    assert later.score < then.score

"""Spellings of names that meet by rule, and names that must not."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.knowledge import Knowledge
from detente.knowledge.people import People
from detente.knowledge.soundalikes import agrees, soundalikes_of
from detente.knowledge.sounds import meet
from detente.knowledge.spelling import agreement, alike, given_names, words

MERGED_AT_MOST = 5e-5
"""Share of the pairs of persons who hold offices of one country whose names may be taken for spellings of one."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lawrow", "lavrov"),
        ("tschurkin", "churkin"),
        ("jazenjuk", "yatsenyuk"),
        ("hrojsman", "groysman"),
        ("gorbatschow", "gorbachev"),
        ("lukashenka", "lukashenko"),
        ("poutine", "putin"),
        ("zelenskyy", "zelensky"),
        ("dschafari", "jaafari"),
        ("kadhafi", "gaddafi"),
        ("charrasi", "kharrazi"),
        ("qasim", "kassem"),
        ("daoud", "dawood"),
        ("netanyahou", "netanyahu"),
        ("pashinian", "pashinyan"),
        ("toqaev", "tokayev"),
        ("cavusoglu", "chavushoglu"),
        ("duric", "djuric"),
        ("schroder", "schroeder"),
    ],
)
def test_transcriptions_of_one_word_meet(one: str, other: str) -> None:
    assert meet(one, other)
    assert meet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kaleb", "kuleba"),
        ("zaleski", "zelensky"),
        ("blinker", "blinken"),
        ("rvilin", "rivlin"),
        ("schreoder", "schroeder"),
        ("khan", "kuhn"),
        ("hamad", "hamid"),
        ("merkel", "markle"),
        ("ali", "oli"),
        ("penck", "pence"),
    ],
)
def test_misspellings_and_other_names_do_not_meet(one: str, other: str) -> None:
    assert not meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("volodymyr", "vladimir"), ("oleksii", "alexei"), ("joe", "joseph"), ("bob", "robert"), ("mehmet", "mohammed")],
)
def test_given_names_have_forms_in_other_languages(one: str, other: str) -> None:
    assert alike(one, other)


def test_the_usual_given_names_stand_once_and_in_order() -> None:
    assert all(name == name.lower() and name.isascii() for name in given_names())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mevlüt Çavuşoğlu", ("mevlut", "cavusoglu")),
        ("Lars Løkke Rasmussen", ("lars", "lokke", "rasmussen")),
        ("Abd al-Malik al-Houthi", ("abdmalik", "houthi")),
        ("Abdulmalik al-Houthi", ("abdmalik", "houthi")),
        ("Sheikh Mohammed bin Rashid", ("mohammed", "rashid")),
        ("Jiang Bin", ("jiang", "bin")),
        ("Antony J. Blinken", ("antony", "j", "blinken")),
    ],
)
def test_words(name: str, expected: tuple[str, ...]) -> None:
    assert words(name) == expected


@pytest.mark.parametrize(
    ("written", "known", "family", "expected"),
    [
        ("Sergei Lavrov", "Sergei Lavrov", "lavrov", "name"),
        ("Antony J. Blinken", "Antony Blinken", "blinken", "name"),
        ("Serguei Lavroff", "Sergei Lavrov", "lavrov", "spelling"),
        ("Lawrow", "Sergei Lavrov", "lavrov", "spelling"),
        ("Haneef Atmar", "Mohammad Haneef Atmar", "atmar", "name"),
        ("Abdul Latif al-Zayani", "Abdullatif al-Zayani", "zayani", "name"),
        ("Sergei Lavrentov", "Sergei Lavrov", "lavrov", "near"),
        ("Sergio Lavrov", "Sergei Lavrov", "lavrov", "spelling"),
        ("Dmytro Kaleb", "Dmytro Kuleba", "kuleba", "near"),
        ("Khalid bin Salman", "Mohammed bin Salman", "salman", None),
        ("Ed Miliband", "David Miliband", "miliband", None),
        ("Mohammed Hassan", "Mohammad Hassan Akhund", "akhund", None),
        ("Igor Petrenko", "Dmytro Kuleba", "kuleba", None),
    ],
)
def test_names(written: str, known: str, family: str, expected: str | None) -> None:
    assert agreement(written, known, family) == expected


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Pak Kun-hye", "Park Geun-hye"),
        ("Park Geunhye", "Park Geun-hye"),
        ("No Mu-hyon", "Roh Moo-hyun"),
        ("Pan Ki-mun", "Ban Ki-moon"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Xi Jin-ping", "Xi Jinping"),
        ("Jinping Xi", "Xi Jinping"),
        ("Keng Shuang", "Geng Shuang"),
    ],
)
def test_names_of_syllables(base: Knowledge, written: str, known: str) -> None:
    spell = base.offices.by_name[known][0]
    assert agrees(written, spell) in ("name", "spelling")


@pytest.mark.parametrize(
    ("written", "known"), [("Kim Jong-un", "Kim Jong Il"), ("Park Jin", "Park Geun-hye"), ("Li Hui", "Li Keqiang")]
)
def test_names_of_syllables_that_differ(base: Knowledge, written: str, known: str) -> None:
    assert agrees(written, base.offices.by_name[known][0]) in (None, "near")


def test_few_persons_are_taken_for_one_another(base: Knowledge) -> None:
    owners = ("RUS", "UKR", "USA", "IRQ", "IRN", "CHN", "KOR", "TUR", "SAU")
    merged = pairs = 0
    find = soundalikes_of(base.offices).find
    for owner in owners:
        persons = sorted({spell.person for spell in base.offices.by_owner[owner] if " " in spell.person})
        pairs += len(persons) * (len(persons) - 1) // 2
        for person in persons:
            others = {s.person for _, s in find(person) if s.owner == owner and person not in (s.person, *s.aliases)}
            merged += len(others)
    assert merged / 2 / pairs <= MERGED_AT_MOST


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Wladimir Putin", "Vladimir Putin"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Benjamin Nétanyahou", "Benjamin Netanyahu"),
        ("Mohamad Djavad Sarif", "Mohammad Javad Zarif"),
    ],
)
def test_a_full_name_without_a_title_may_be_spelt_in_any_way(base: Knowledge, name: str, person: str) -> None:
    found = People(base, dt.date(2019, 5, 15)).known(name)
    assert found is not None
    assert found.name == person
    assert "spelling" in found.grounds.reasons or "name" in found.grounds.reasons

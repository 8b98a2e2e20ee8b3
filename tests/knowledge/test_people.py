"""Persons, from the tables and from what the article says."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.knowledge.people import People, Person

DAY = dt.date(2019, 5, 15)


@pytest.fixture
def people(base):
    return People(base, DAY)


def test_a_holder_by_full_name(people):
    found = people.known("Angela Merkel")
    assert (found.code, found.office, found.gender) == ("DEUGOV", "chancellor", "f")
    assert people.known("Ewa Nowhere") is None


def test_a_holder_of_another_day_is_of_the_elite(base):
    found = People(base, dt.date(2023, 1, 1)).known("Angela Merkel")
    assert (found.code, found.office) == ("DEUELI", None)


def test_of_unknown_date_any_office_will_do(base):
    assert People(base, None).known("Angela Merkel").code == "DEUGOV"


def test_the_holder_in_an_organisation(people):
    assert people.known("Jens Stoltenberg").code == "IGONATO"


def test_by_surname(people):
    assert people.called("Merkel").name == "Angela Merkel"
    assert people.called("Nowhere") is None


def test_whom_the_article_introduced_comes_first(people):
    person = Person("Olga Merkel", "AUT", "BUS")
    people.introduce("Olga Merkel", person)
    assert people.called("Merkel") == person
    assert people.introduced("Olga Merkel") == person
    assert people.introduced("Angela Merkel") is None


def test_a_later_introduction_counts_when_it_tells_more(people):
    bare, told = Person("Ida Lund", None, None), Person("Ida Lund", "DNK", "GOV")
    people.introduce("Ida Lund", bare)
    people.introduce("Ida Lund", told)
    assert people.called("Lund") == told
    people.introduce("Ida Lund", Person("Ida Lund", "NOR", "LEG"))
    assert people.called("Lund") == told


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        ("Angela Merkle", {"DEU"}, "Angela Merkel"),
        ("Angela Merkle", {"FRA"}, None),
        ("Emmanuel Macro", {"FRA", "DEU"}, "Emmanuel Macron"),
        ("Angela Ostrova", {"DEU"}, None),
    ],
)
def test_misspelt(people, name, countries, expected):
    found = people.misspelt(name, countries)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [("Merkle", {"DEU"}, "Angela Merkel"), ("Merkle", set(), None), ("Qwertz", {"DEU"}, None)],
)
def test_resembling(people, name, countries, expected):
    found = people.resembling(name, countries)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("name", "title", "day", "expected"),
    [
        # Nobody else of the name holds the title, and it is kept by courtesy.
        ("Carter", "president", dt.date(1995, 6, 1), "USAELI"),
        # A date that is not the report's own.
        ("Obama", "president", dt.date(2000, 1, 1), "USAELI"),
        ("Obama", "president", dt.date(2010, 1, 1), "USAGOV"),
        # Too long after to be remembered by the title alone.
        ("Carter", "president", dt.date(2024, 6, 1), None),
    ],
)
def test_a_title_outlasts_the_office(base, name, title, day, expected):
    found = People(base, day).titled(name, title, None, set())
    assert (found.code if found else None) == expected

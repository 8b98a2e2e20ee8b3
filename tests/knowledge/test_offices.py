"""Who held which office when."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.errors import DataError
from detente.knowledge.offices import COLUMNS, load, surname

ROWS = [
    ("Ana Lima", "f", "A. Lima", "president", "head of state", "GOV", "2010-01-10", "2014-01-10", "", "2020-01-01"),
    ("Rui Costa", "m", "", "president", "head of state", "GOV", "2014-01-10", "2018", "", "2020-01-01"),
    ("Ana Lima", "f", "A. Lima", "foreign minister", "", "GOV", "2018-02", "", "", "2020-01-01"),
]


@pytest.fixture
def offices(tmp_path):
    text = "\n".join(["\t".join(COLUMNS), *("\t".join(row) for row in ROWS), ""])
    (tmp_path / "PRT.tsv").write_text(text, encoding="utf-8")
    return load(tmp_path)


HOLDERS = [
    ("president", dt.date(2009, 12, 31), None),
    ("president", dt.date(2012, 1, 1), "Ana Lima"),
    ("head of state", dt.date(2012, 1, 1), "Ana Lima"),
    ("President", dt.date(2012, 1, 1), "Ana Lima"),
    ("president", dt.date(2014, 1, 10), "Rui Costa"),
    ("president", dt.date(2018, 12, 31), "Rui Costa"),
    ("president", dt.date(2019, 1, 1), None),
    ("foreign minister", dt.date(2018, 2, 1), "Ana Lima"),
    ("foreign minister", dt.date(2018, 1, 31), None),
    ("foreign minister", dt.date(2024, 1, 1), "Ana Lima"),
    ("king", dt.date(2012, 1, 1), None),
    ("president", None, None),
]


@pytest.mark.parametrize(("title", "day", "person"), HOLDERS)
def test_holder(offices, title, day, person):
    found = offices.holder("PRT", title, day)
    assert (found.person if found else None) == person


def test_no_holder_in_another_country(offices):
    assert offices.holder("ESP", "president", dt.date(2012, 1, 1)) is None


def test_names_and_surnames(offices):
    assert {s.person for s in offices.by_name["A. Lima"]} == {"Ana Lima"}
    assert {s.person for s in offices.by_surname["Costa"]} == {"Rui Costa"}
    assert [s.line for s in offices.by_name["Rui Costa"]] == ["offices/PRT.tsv:3"]


@pytest.mark.parametrize(
    ("day", "office"),
    [
        (dt.date(2011, 1, 1), "president"),
        (dt.date(2020, 1, 1), "foreign minister"),
        (dt.date(2014, 6, 1), "president"),
        (dt.date(2017, 12, 1), "foreign minister"),
        (None, "foreign minister"),
    ],
)
def test_the_spell_nearest_to_the_day(offices, day, office):
    assert offices.spell(offices.by_name["Ana Lima"], day).office == office


def test_no_spell_of_nobody(offices):
    assert offices.spell([], dt.date(2011, 1, 1)) is None


def test_distance(offices):
    first = offices.spells[0]
    assert first.distance(dt.date(2010, 1, 9)) == 1
    assert first.distance(dt.date(2014, 1, 12)) == 2
    assert first.distance(dt.date(2012, 1, 1)) == 0
    assert first.distance(None) == 0
    assert first.holds(None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana Lima", "Lima"),
        ("Lima", "Lima"),
        ("Staffan de Mistura", "de Mistura"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Mohammed bin Salman", "bin Salman"),
        ("Dick van der Berg", "van der Berg"),
        ("Jean-Yves Le Drian", "Le Drian"),
        ("Xi Jinping", "Jinping"),
    ],
)
def test_surname_with_its_particles(name, expected):
    assert surname(name) == expected


def test_a_bad_date_is_told(tmp_path):
    row = ("Ana Lima", "f", "", "president", "", "GOV", "soon", "", "", "2020")
    (tmp_path / "PRT.tsv").write_text("\t".join(COLUMNS) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match="soon"):
        load(tmp_path)


SHIPPED = [
    ("USA", "president", dt.date(2005, 1, 1), "George W. Bush"),
    ("DEU", "chancellor", dt.date(2004, 1, 1), "Gerhard Schroeder"),
    ("DEU", "chancellor", dt.date(2019, 5, 15), "Angela Merkel"),
    ("FRA", "president", dt.date(2019, 5, 15), "Emmanuel Macron"),
    ("RUS", "foreign minister", dt.date(2019, 5, 15), "Sergei Lavrov"),
    ("IND", "prime minister", dt.date(2019, 5, 15), "Narendra Modi"),
    ("UN", "secretary-general", dt.date(2010, 1, 1), "Ban Ki-moon"),
    ("GBR", "prime minister", dt.date(2019, 5, 15), "Theresa May"),
]


@pytest.mark.parametrize(("owner", "title", "day", "person"), SHIPPED)
def test_shipped_holders(base, owner, title, day, person):
    assert base.offices.holder(owner, title, day).person == person

"""Known events by date, and the sentences that tell of them."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.errors import DataError
from detente.knowledge.happenings import COLUMNS, FILE, faults, happenings, load, plain, told_in

GOOD = "1990-08-02\t\tIraq invades Kuwait\tiraq* & kuwait & invad*\twar\tpress"


def days(sentence: str) -> list[str]:
    return [happening.first.isoformat() for happening in told_in(sentence)]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Ministers recalled how Iraqi armour had invaded Kuwait overnight.", "1990-08-02"),
        ("The handshake between Mr. Rabin and Mr. Arafat on the White House lawn was awkward.", "1993-09-13"),
        ("Srebrenica fell to General Mladic's men.", "1995-07-11"),
        ("Council resolution 1441 gave Iraq thirty days for its declaration.", "2002-11-08"),
        ("The referendum after which Crimea was annexed has few friends abroad.", "2014-03-18"),
        ("Trump and Kim parted early in HANOI, and the lunch went cold.", "2019-02-27"),
        ("Mr Blinken sat down with Sergei Lavrov in Geneva on Friday.", "2022-01-21"),
        ("Ms. Pelosi's aircraft landed in Taipei late on Tuesday.", "2022-08-02"),
        ("Yoon declared martial law shortly before midnight.", "2024-12-03"),
    ],
)
def test_a_sentence_that_tells_of_a_happening(sentence, day):
    assert day in days(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "The minister said on Tuesday that the talks would go on.",
        "Mr Blinken flew from Geneva to Berlin without seeing a Russian.",
        "Mr Blinken and Mr Lavrov both keep a Genevan watch.",
        "Kuwait lent Iraq money in those years.",
        "Pirates hijacked a freighter and attacked a second one.",
        "Assad's army made families flee from Damascus.",
        "A strong earthquake off Aceh caused no tsunami.",
    ],
)
def test_a_sentence_that_tells_of_none(sentence):
    assert told_in(sentence) == []


def test_two_meetings_of_the_same_people_in_the_same_place_are_both_given():
    assert days("Clinton received Yeltsin's greetings when they met again in Moscow for a summit.")[1:] != []
    assert [row.first.year for row in told_in("Macron beat Le Pen in the second round of 2017, and of 2022.")] == [2017, 2022]


def test_accents_apostrophes_and_hyphens_do_not_matter():
    assert plain("Erdoğan’s cease-fire, Wałęsa; U.N. 9/11") == "erdogan s cease fire walesa u n 9 11".split()
    assert days("Milošević said in Dayton that he had agreed on peace for Bosnia.") == days(
        "Milosevic said in Dayton that he had agreed on peace for Bosnia."
    )


def test_a_row_as_it_is_read(tmp_path):
    _write(tmp_path, "2001-01-01\t2001-01-03\tEnvoys meet in Pont\tenvoy*|legate & pont & meet\tmeeting\tpress")
    (row,) = load(tmp_path)
    assert row.words == (("envoy*", "legate"), ("pont",), ("meet",))
    assert (row.first, row.last, row.line) == (dt.date(2001, 1, 1), dt.date(2001, 1, 3), f"{FILE}:2")


def test_the_shipped_table_is_clean():
    assert faults() == []
    assert len(happenings()) > 1000


def test_every_happening_is_found_by_its_own_name():
    """The index leads from a rare word to the row, whatever group it stands in."""
    assert [row.name for row in happenings() if row not in told_in(row.name)] == []


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([GOOD, GOOD.replace("1990", "1989")], ":3: 'Iraq invades Kuwait' stands after"),
        ([GOOD, GOOD], f":3: stands already in {FILE}:2"),
        ([GOOD, GOOD.replace("Iraq invades", "Iraqis invade")], f":3: stands already in {FILE}:2"),
        ([GOOD.replace("1990-08-02", "1990-02-30")], ":2: '1990-02-30' is no date"),
        ([GOOD.replace("\t\t", "\t1990-08-01\t")], "ends 1990-08-01 before it begins"),
        ([GOOD.replace("\twar", "\tparty")], "unknown kind 'party'"),
        ([GOOD.replace("kuwait &", "Kuwait &")], "'Kuwait' is no term"),
        ([GOOD.replace("kuwait &", "kuwait| &")], "'' is no term"),
        ([GOOD.replace("invad*", "inv*")], "'inv*' is too short"),
        ([GOOD.replace("iraq* & kuwait & invad*", "kuwait")], "'kuwait' alone is not particular enough"),
        ([GOOD.replace("Iraq invades Kuwait", "The Gulf war begins")], "do not all stand in its own name"),
        ([GOOD.replace("Iraq invades Kuwait", " Iraq invades Kuwait")], "stray blanks"),
    ],
)
def test_a_fault_is_found_and_named(tmp_path, rows, fault):
    _write(tmp_path, *rows)
    found = faults(tmp_path)
    assert len(found) == 1
    assert fault in found[0]


def test_a_table_that_cannot_be_read(tmp_path):
    assert "No such file" in faults(tmp_path)[0]
    (tmp_path / FILE).write_text("first\tname\n", encoding="utf-8")
    assert "columns are" in faults(tmp_path)[0]
    with pytest.raises(DataError):
        load(tmp_path)


def _write(folder, *rows):
    (folder / FILE).write_text("\n".join(("\t".join(COLUMNS), *rows)) + "\n", encoding="utf-8")

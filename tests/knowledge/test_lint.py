"""The linter: the shipped tables are clean, and each fault put into a small set of tables is found."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.knowledge import posts
from detente.knowledge.base import AGENT_COLUMNS, COUNTRY_COLUMNS, GROUP_COLUMNS, ORGANISATION_COLUMNS
from detente.knowledge.lint import findings, problems
from detente.knowledge.members import COLUMNS as MEMBER_COLUMNS
from detente.knowledge.offices import COLUMNS as OFFICE_COLUMNS
from detente.knowledge.places import COLUMNS as PLACE_COLUMNS
from detente.knowledge.places import REGION_COLUMNS

TABLES = {
    "countries.tsv": (COUNTRY_COLUMNS, {"iso3": "NLD", "iso2": "NL", "cow": "NTH", "name": "Netherlands", "start": "1815"}),
    "organisations.tsv": (ORGANISATION_COLUMNS, {"id": "PACT", "name": "Pact", "kind": "igo", "sector": "IGO"}),
    "groups.tsv": (GROUP_COLUMNS, {"id": "FC", "name": "Free Coast", "country": "NLD", "sector": "REB", "kind": "armed group"}),
    "agents.tsv": (AGENT_COLUMNS, {"phrase": "mayor", "sector": "GOV", "kind": "person"}),
    "regions.tsv": (REGION_COLUMNS, {"name": "Frisian coast", "kind": "region", "country": "NLD", "lat": "53", "lon": "5"}),
    "members.tsv": (MEMBER_COLUMNS, {"organisation": "PACT", "member": "NLD", "start": "1950", "checked": "2020-01-01"}),
    "places/NLD.tsv": (PLACE_COLUMNS, {"geonameid": "1", "name": "Delft", "kind": "city", "lat": "52", "lon": "4"}),
    "offices/NLD.tsv": (
        OFFICE_COLUMNS,
        {"person": "Jan Smit", "gender": "m", "office": "mayor", "sector": "GOV", "start": "2001", "checked": "2020-01-01"},
    ),
}


def _write(folder, changed=None, repeated=None, header=None):
    for name in ("offices", "places"):
        (folder / name).mkdir()
    for name, (columns, row) in TABLES.items():
        given = {**row, **(changed or {}).get(name, {})}
        line = "\t".join(given.get(column, "") for column in columns)
        lines = [header if header and name == "agents.tsv" else "\t".join(columns), line, *([line] if name == repeated else [])]
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_shipped_tables_are_clean():
    assert problems() == []


def test_a_small_set_of_tables_is_clean(tmp_path):
    _write(tmp_path)
    assert problems(tmp_path) == []


FAULTS = [
    ("agents.tsv", {"sector": "XYZ"}, "agents.tsv:2: unknown sector 'XYZ'"),
    ("agents.tsv", {"kind": "thing"}, "agents.tsv:2: unknown kind 'thing'"),
    ("agents.tsv", {"phrase": " mayor"}, "agents.tsv:2: stray blanks or quotes"),
    ("organisations.tsv", {"id": "pact"}, "organisations.tsv:2: 'pact' is no code"),
    ("organisations.tsv", {"kind": "club"}, "organisations.tsv:2: unknown kind 'club'"),
    ("organisations.tsv", {"part_of": "NONE"}, "organisations.tsv:2: PACT is part of 'NONE'"),
    ("groups.tsv", {"sector": "FOO"}, "groups.tsv:2: unknown sector 'FOO'"),
    ("countries.tsv", {"iso3": "NL"}, "countries.tsv:2: 'NL' is no country code"),
    ("countries.tsv", {"end": "1800"}, "countries.tsv:2: starts 1815-01-01 after its end"),
    ("countries.tsv", {"end": "long ago"}, "countries.tsv:2: 'long ago' is no date"),
    ("countries.tsv", {"name": 'The "Low" Countries'}, "countries.tsv:2: stray blanks or quotes"),
    ("regions.tsv", {"kind": "hamlet"}, "regions.tsv:2: unknown kind 'hamlet'"),
    ("groups.tsv", {"kind": "club"}, "groups.tsv:2: unknown kind 'club'"),
    ("groups.tsv", {"country": "XYZ"}, "groups.tsv:2: unknown country 'XYZ'"),
    ("organisations.tsv", {"country": "XYZ"}, "organisations.tsv:2: unknown country 'XYZ'"),
    ("agents.tsv", {"country": "XYZ?"}, "agents.tsv:2: unknown country 'XYZ'"),
    ("members.tsv", {"organisation": "NONE"}, "members.tsv:2: unknown organisation 'NONE'"),
    ("members.tsv", {"member": "XYZ"}, "members.tsv:2: unknown member 'XYZ'"),
    ("groups.tsv", {"aliases": "Pact"}, "groups.tsv:2: 'Pact' is FC here and PACT in organisations.tsv:2"),
    ("offices/NLD.tsv", {"start": "2001-5"}, "offices/NLD.tsv:2: '2001-5' is no ISO date"),
    ("offices/NLD.tsv", {"checked": "1999"}, "offices/NLD.tsv:2: was last known true on 1999, before it starts"),
    ("offices/NLD.tsv", {"sector": "XYZ"}, "offices/NLD.tsv:2: unknown sector 'XYZ'"),
    ("offices/NLD.tsv", {"gender": "x"}, "offices/NLD.tsv:2: gender 'x'"),
    ("offices/NLD.tsv", {"end": "1999"}, "offices/NLD.tsv:2: starts 2001-01-01 after its end 1999-12-31"),
    ("offices/NLD.tsv", {"checked": ""}, "offices/NLD.tsv:2: has not been checked"),
    ("offices/NLD.tsv", {"person": ""}, "offices/NLD.tsv:2: lacks a person or an office"),
    ("offices/NLD.tsv", {"start": "2001-15"}, "'2001-15' is no date"),
]


@pytest.mark.parametrize(("table", "change", "message"), FAULTS)
def test_a_fault_is_found_and_named(tmp_path, table, change, message):
    _write(tmp_path, {table: change})
    found = problems(tmp_path)
    assert message in found[0]
    # Who has another code than its rows name is missing to them.
    assert len(found) == 1 or "code" in message, found


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("countries.tsv", "'NLD' stands twice"),
        ("organisations.tsv", "'PACT' stands twice"),
        ("agents.tsv", "'mayor' stands twice"),
        ("offices/NLD.tsv", "'Jan Smit mayor 2001' stands twice"),
        ("members.tsv", "'PACT NLD 1950' stands twice"),
    ],
)
def test_a_row_that_stands_twice_is_found(tmp_path, table, message):
    _write(tmp_path, repeated=table)
    assert [message in found for found in problems(tmp_path)] == [True]


def test_a_wrong_header_is_found(tmp_path):
    _write(tmp_path, header="phrase\tsector")
    assert any(found.startswith("agents.tsv: columns") for found in problems(tmp_path))


def test_a_file_out_of_order_is_found(tmp_path):
    _write(tmp_path)
    path = tmp_path / "agents.tsv"
    path.write_text(path.read_text(encoding="utf-8") + "baker\tBUS\tperson\t\t\n", encoding="utf-8")
    assert problems(tmp_path) == ["agents.tsv:3: 'baker' stands after 'mayor'"]


def test_a_missing_file_is_found(tmp_path):
    _write(tmp_path)
    (tmp_path / "groups.tsv").unlink()
    assert problems(tmp_path) == ["groups.tsv: there is no such file"]


def test_offices_of_nobody_are_found(tmp_path):
    _write(tmp_path)
    (tmp_path / "offices" / "NLD.tsv").rename(tmp_path / "offices" / "ATLANTIS.tsv")
    assert problems(tmp_path) == ["offices/ATLANTIS.tsv: no country, organisation or group is called 'ATLANTIS'"]


def _held(folder, *rows):
    """What is found in a file of offices with these rows (person, office, start, end, checked, titles)."""
    _write(folder)
    lines = ["\t".join(OFFICE_COLUMNS)]
    for person, office, start, end, checked, *titles in rows:
        lines.append("\t".join((person, "m", "", office, "|".join(titles), "GOV", start, end, "press", checked)))
    (folder / "countries.tsv").write_text(
        (folder / "countries.tsv").read_text(encoding="utf-8").replace("NLD", "UKR"), encoding="utf-8"
    )
    for name in ("groups.tsv", "members.tsv"):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace("NLD", "UKR"), encoding="utf-8")
    (folder / "offices" / "NLD.tsv").unlink()
    (folder / "offices" / "UKR.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [str(problem) for problem in findings(folder)]


A = ("Ann", "foreign minister", "2010-01-10", "2012-03-04", "2012-03-04")


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (("Bo", "foreign minister", "2012-03-04", "2014", "2014"), []),
        (("Bo", "foreign minister", "2012-03", "2014", "2014"), []),
        (
            ("Bo", "foreign minister", "2012-02-01", "2014", "2014"),
            ["offices/UKR.tsv:3: foreign minister of UKR: Bo from 2012-02-01, Ann until 2012-03-04"],
        ),
        (
            ("Bo", "foreign minister", "2012-02-01", "2014", "2014", "acting foreign minister"),
            ["offices/UKR.tsv:3: warning: foreign minister of UKR: Bo from 2012-02-01, Ann until 2012-03-04"],
        ),
        (("Bo", "deputy foreign minister", "2011", "2014", "2014"), []),
        (
            ("Bo", "foreign minister", "2012-06-04", "2014", "2014"),
            ["offices/UKR.tsv:3: warning: nobody is foreign minister of UKR from 2012-03-04 to 2012-06-04"],
        ),
        (("Bo", "foreign minister", "2012-03-20", "2014", "2014"), []),
    ],
)
def test_overlaps_and_gaps(tmp_path, later, told):
    assert _held(tmp_path, A, later) == told


def test_an_open_row_that_somebody_has_followed(tmp_path):
    found = _held(tmp_path, ("Ann", "president", "2010", "", "2011-05-05"), ("Bo", "president", "2012-01-01", "", "2012-06-01"))
    assert found == [
        "offices/UKR.tsv:2: president of UKR: Ann has no end, but Bo came on 2012-01-01",
        "offices/UKR.tsv:2: warning: Ann, president, is open and was last checked on 2011-05-05",
    ]


def test_a_row_unchecked_for_long(tmp_path):
    found = _held(tmp_path, ("Ann", "adviser", "2010", "", "2011-05-05"), ("Bo", "adviser", "2012-01-01", "", "2012-06-01"))
    assert found == ["offices/UKR.tsv:2: warning: Ann, adviser, is open and was last checked on 2011-05-05"]


def test_two_governments_are_no_error():
    assert posts.rivals("LBY", dt.date(2015, 1, 1))
    assert not posts.rivals("LBY", dt.date(2013, 1, 1))
    assert not posts.rivals("UKR", dt.date(2015, 1, 1))

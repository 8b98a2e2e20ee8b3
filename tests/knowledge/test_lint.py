"""The linter: the shipped tables are clean, and each fault put into a small set of tables is found."""

from __future__ import annotations

import pytest

from detente.knowledge.base import AGENT_COLUMNS, COUNTRY_COLUMNS, GROUP_COLUMNS, ORGANISATION_COLUMNS
from detente.knowledge.lint import problems
from detente.knowledge.offices import COLUMNS as OFFICE_COLUMNS
from detente.knowledge.places import COLUMNS as PLACE_COLUMNS

TABLES = {
    "countries.tsv": (COUNTRY_COLUMNS, {"iso3": "NLD", "iso2": "NL", "cow": "NTH", "name": "Netherlands", "start": "1815"}),
    "organisations.tsv": (ORGANISATION_COLUMNS, {"id": "PACT", "name": "Pact", "kind": "igo", "sector": "IGO"}),
    "groups.tsv": (GROUP_COLUMNS, {"id": "FC", "name": "Free Coast", "country": "NLD", "sector": "REB", "kind": "armed"}),
    "agents.tsv": (AGENT_COLUMNS, {"phrase": "mayor", "sector": "GOV", "kind": "person"}),
    "places.tsv": (PLACE_COLUMNS, {"geonameid": "1", "name": "Delft", "kind": "city", "country": "NLD", "lat": "52", "lon": "4"}),
    "offices/NLD.tsv": (
        OFFICE_COLUMNS,
        {"person": "Jan Smit", "gender": "m", "office": "mayor", "sector": "GOV", "start": "2001", "checked": "2020-01-01"},
    ),
}


def _write(folder, changed=None, repeated=None, header=None):
    (folder / "offices").mkdir()
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
    ("organisations.tsv", {"part_of": "NONE"}, "organisations.tsv: PACT is part of 'NONE'"),
    ("groups.tsv", {"sector": "FOO"}, "groups.tsv:2: unknown sector 'FOO'"),
    ("countries.tsv", {"iso3": "NL"}, "countries.tsv:2: 'NL' is no country code"),
    ("countries.tsv", {"end": "1800"}, "countries.tsv:2: starts 1815-01-01 after its end"),
    ("countries.tsv", {"end": "long ago"}, "countries.tsv:2: 'long ago' is no date"),
    ("countries.tsv", {"name": 'The "Low" Countries'}, "countries.tsv:2: stray blanks or quotes"),
    ("places.tsv", {"kind": "hamlet"}, "places.tsv:2: unknown kind 'hamlet'"),
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
    assert len(found) == 1, found
    assert message in found[0]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("countries.tsv", "'NLD' stands twice"),
        ("organisations.tsv", "'PACT' stands twice"),
        ("agents.tsv", "'mayor' stands twice"),
        ("offices/NLD.tsv", "a row stands twice"),
    ],
)
def test_a_row_that_stands_twice_is_found(tmp_path, table, message):
    _write(tmp_path, repeated=table)
    assert [message in found for found in problems(tmp_path)] == [True]


def test_a_wrong_header_is_found(tmp_path):
    _write(tmp_path, header="phrase\tsector")
    assert any(found.startswith("agents.tsv: columns") for found in problems(tmp_path))

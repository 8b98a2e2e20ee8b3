"""An extract of Wikidata into an overlay."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from detente.errors import InputError
from detente.knowledge.importing import import_extract, rows_of_extract
from detente.knowledge.offices import COLUMNS, load

DAY = dt.date(2031, 3, 1)
HEADER = "person,personLabel,gender,positionLabel,iso3,start,startPrecision,end,endPrecision,aliases"
NEW = {
    "person": "http://www.wikidata.org/entity/Q1",
    "personLabel": "Kari Testdatter",
    "gender": "http://www.wikidata.org/entity/Q6581072",
    "positionLabel": "Minister of Foreign Affairs of Norway",
    "iso3": "NOR",
    "start": "2031-02-03T00:00:00Z",
    "startPrecision": "11",
    "aliases": "K. Testdatter|Kari N. Testdatter|Kari",
}


def write(folder, *rows, form="list"):
    if form == "csv":
        names = HEADER.split(",")
        text = "\n".join([HEADER, *(",".join(row.get(name, "") for name in names) for row in rows)]) + "\n"
    else:
        verbose = [{key: {"type": "literal", "value": value} for key, value in row.items()} for row in rows]
        data = {"list": list(rows), "verbose": verbose, "sparql": {"head": {}, "results": {"bindings": verbose}}}[form]
        text = json.dumps(data)
    path = folder / f"extract.{'csv' if form == 'csv' else 'json'}"
    path.write_text(text, encoding="utf-8")
    return path


def table(folder, owner):
    header, *lines = (folder / "offices" / f"{owner}.tsv").read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == list(COLUMNS)
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines]


@pytest.mark.parametrize("form", ["csv", "list", "verbose", "sparql"])
def test_every_form_gives_the_same_row(tmp_path, form):
    report = import_extract(write(tmp_path, NEW, form=form), tmp_path / "own", DAY)
    assert (report.added, report.refused) == (1, [])
    (row,) = table(tmp_path / "own", "NOR")
    assert row["titles"].startswith("foreign minister|")
    del row["titles"]
    assert row == {
        "person": "Kari Testdatter",
        "gender": "f",
        "aliases": "K. Testdatter|Kari N. Testdatter",
        "office": "foreign minister",
        "sector": "GOV",
        "start": "2031-02-03",
        "end": "",
        "source": "Wikidata",
        "checked": "2031-03-01",
    }


def test_the_same_again_changes_nothing(tmp_path):
    path = write(tmp_path, NEW)
    import_extract(path, tmp_path / "own", DAY)
    before = (tmp_path / "own" / "offices" / "NOR.tsv").read_bytes()
    report = import_extract(path, tmp_path / "own", dt.date(2031, 9, 9))
    assert (report.added, report.changed, report.unchanged) == (0, 0, 1)
    assert (tmp_path / "own" / "offices" / "NOR.tsv").read_bytes() == before


def test_an_end_that_was_missing_is_added_and_other_lines_stay(tmp_path):
    own = tmp_path / "own"
    (own / "offices").mkdir(parents=True)
    (own / "offices" / "NOR.tsv").write_text("person\toffice\tstart\n-Nobody\tmayor\t2001\n", encoding="utf-8")
    import_extract(write(tmp_path, NEW), own, DAY)
    report = import_extract(write(tmp_path, {**NEW, "end": "2033-05-01T00:00:00Z", "endPrecision": "10"}), own, DAY)
    assert (report.added, report.changed) == (0, 1)
    rows = table(own, "NOR")
    assert [(row["person"], row["end"], row["checked"]) for row in rows] == [
        ("-Nobody", "", ""),
        ("Kari Testdatter", "2033-05", "2033-05"),
    ]
    assert load(over=own).by_name["Kari Testdatter"][0].end == dt.date(2033, 5, 31)


def test_a_shipped_end_is_not_overruled(tmp_path):
    given = {
        "personLabel": "Dmytro Kuleba",
        "positionLabel": "Minister of Foreign Affairs of Ukraine",
        "iso3": "UKR",
        "start": "2020-03-04T00:00:00Z",
        "end": "2023-01-01T00:00:00Z",
    }
    report = import_extract(write(tmp_path, given), tmp_path / "own", DAY)
    assert (report.added, report.changed, report.unchanged) == (0, 0, 1)
    assert "ends on 2024-09-05, not on 2023-01-01" in report.differing[0]
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"personLabel": "Q77"}, "has no name in English"),
        ({"positionLabel": "Q78"}, "the position has no name in English"),
        ({"iso3": "QQQ"}, "unknown country 'QQQ'"),
        ({"iso3": "", "positionLabel": "head of nothing"}, "no country or organisation that is known"),
        ({"start": ""}, "no start is known"),
        ({"start": "http://www.wikidata.org/.well-known/genid/abc"}, "no start is known"),
        ({"start": "1900-01-01T00:00:00Z", "startPrecision": "7"}, "no start is known"),
        ({"start": "yesterday"}, "'yesterday' is no date"),
        ({"start": "2031-02-31T00:00:00Z"}, "is no date"),
        ({"startPrecision": "fine"}, "'fine' is no precision"),
        ({"end": "2030-01-01T00:00:00Z"}, "before it starts"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path, change, reason):
    report = import_extract(write(tmp_path, {**NEW, **change}), tmp_path / "own", DAY)
    assert report.added == 0
    (told,) = report.refused
    assert reason in told
    assert told.startswith(f"{tmp_path / 'extract.json'}:1: ")


@pytest.mark.parametrize(
    ("start", "precision", "kept"),
    [
        ("2031-02-03T00:00:00Z", "11", "2031-02-03"),
        ("2031-02-01T00:00:00Z", "10", "2031-02"),
        ("2031-01-01T00:00:00Z", "9", "2031"),
        ("+2031-00-00T00:00:00Z", "", "2031"),
        ("2031-02-03", "", "2031-02-03"),
    ],
)
def test_dates_keep_their_precision(tmp_path, start, precision, kept):
    import_extract(write(tmp_path, {**NEW, "start": start, "startPrecision": precision}), tmp_path / "own", DAY)
    assert table(tmp_path / "own", "NOR")[0]["start"] == kept


def test_an_organisation_owns_its_offices(tmp_path):
    given = {**NEW, "positionLabel": "Secretary General of NATO", "iso3": "BEL"}
    import_extract(write(tmp_path, given), tmp_path / "own", DAY)
    assert table(tmp_path / "own", "NATO")[0]["office"] == "secretary general"


@pytest.mark.parametrize(
    "text", ["", "name,office\nx,y\n", "{", '{"results": 3}', "[1, 2]", '[{"personLabel": "x"}]', "\xff", 'personLabel,"x\n']
)
def test_what_is_no_extract_is_told(tmp_path, text):
    path = tmp_path / "extract"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(InputError):
        list(rows_of_extract(path))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        list(rows_of_extract(tmp_path / "nowhere.csv"))

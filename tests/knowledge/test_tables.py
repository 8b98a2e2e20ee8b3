"""Reading tables of facts."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import DataError
from detente.knowledge.tables import first_day, last_day, rows, several


def _write(folder, text):
    path = folder / "ships.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows(tmp_path):
    path = _write(tmp_path, "name\tflag\nSée\tMLT\nOre\t\n")
    assert list(rows(path, ("name", "flag"))) == [{"name": "Sée", "flag": "MLT"}, {"name": "Ore", "flag": ""}]


def test_a_wrong_header_is_told_with_the_file(tmp_path):
    path = _write(tmp_path, "name\tcolour\nOre\tred\n")
    with pytest.raises(DataError, match=r"ships\.tsv: columns"):
        list(rows(path, ("name", "flag")))


@pytest.mark.parametrize("line", ["Ore", "Ore\tMLT\tred", ""])
def test_a_row_of_the_wrong_length_is_told_with_file_and_line(tmp_path, line):
    path = _write(tmp_path, f"name\tflag\nSea\tMLT\n{line}\n")
    with pytest.raises(DataError, match=r"ships\.tsv:3: \d cells, 2 expected"):
        list(rows(path, ("name", "flag")))


def test_an_empty_file_has_no_header(tmp_path):
    with pytest.raises(DataError, match="columns"):
        list(rows(_write(tmp_path, ""), ("name", "flag")))


def test_several():
    assert several("a|b c||d") == ["a", "b c", "d"]
    assert several("") == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-05-15", dt.date(2019, 5, 15), dt.date(2019, 5, 15)),
        ("2019-02", dt.date(2019, 2, 1), dt.date(2019, 2, 28)),
        ("2020-02", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2019-12", dt.date(2019, 12, 1), dt.date(2019, 12, 31)),
        ("2019", dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
        ("", None, None),
    ],
)
def test_first_and_last_day(text, first, last):
    assert first_day(text) == first
    assert last_day(text) == last


@pytest.mark.parametrize("text", ["soon", "2019-02-30", "2019-00-01", "2019-", "2019-1-1-1", "0"])
@pytest.mark.parametrize("read", [first_day, last_day])
def test_what_is_no_date_is_told(text, read):
    with pytest.raises(DataError, match="no date"):
        read(text)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_ends_with_its_last_day(year, month):
    text = f"{year:04}-{month:02}"
    assert last_day(text) == dt.date(year, month, calendar.monthrange(year, month)[1])

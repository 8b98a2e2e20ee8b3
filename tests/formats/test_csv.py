from __future__ import annotations

import csv as reader
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.formats import csv
from detente.model import ITEM_TYPES, Event, Item
from detente.model.derived import csv_columns, csv_row
from made_items import item, one_of_each, records


def written(items: list[Item], kind: str | None = None) -> bytes:
    out = io.BytesIO()
    csv.write(items, out, kind=kind)
    return out.getvalue()


@pytest.mark.parametrize("made", one_of_each(), ids=lambda made: made.kind)
def test_head_and_rows(made: Item) -> None:
    table = list(reader.reader(io.StringIO(written([made, made]).decode(), newline="")))
    assert table == [csv_columns(made.kind), csv_row(made), csv_row(made)]


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_a_head_alone(kind: str) -> None:
    assert written([], kind).decode() == ",".join(csv_columns(kind)) + "\n"


@given(st.lists(records(Event), max_size=4))
def test_one_line_a_row_whatever_the_texts_hold(events: list[Event]) -> None:
    data = written(list(events), "event")
    assert data.count(b"\n") == 1 + len(events)
    assert b"\r" not in data
    assert [len(row) for row in reader.reader(io.StringIO(data.decode(), newline=""))] == [len(csv_columns("event"))] * (
        1 + len(events)
    )


def test_pandas_reads_the_types_that_are_meant() -> None:
    pandas = pytest.importorskip("pandas")
    data = written([item("event", number=1), item("event", number=2, date=None, negated=True, condition=None)])
    frame = pandas.read_csv(io.BytesIO(data), dtype={"cameo": str}, parse_dates=["date", "enddate"])
    assert frame["cameo"].tolist() == ["0874", "0874"]
    assert frame["goldstein"].dtype.kind == "f"
    assert frame["negated"].tolist() == [0, 1]
    assert frame["date"].dt.day.tolist()[0] == 3
    assert frame["actor_country"].tolist() == ["NLD;CST"] * 2


def test_many_rows_are_all_written() -> None:
    many: list[Item] = [item("time", number=n) for n in range(2500)]
    assert written(many).count(b"\n") == 2501
    assert written(many) == written(many)

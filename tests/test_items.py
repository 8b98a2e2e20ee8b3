from __future__ import annotations

import builtins
import datetime as dt
import html
import importlib
import json
from typing import Any

import pytest

from detente.errors import DetenteError, MissingExtra
from detente.items import SHOWN, Items
from detente.model import ITEM_TYPES, Item, Span
from detente.model.derived import from_json, table_columns
from made_items import TEXT, item, one_of_each

EVENTS = [
    item("event", number=1),
    item("event", number=2, date=None, size={}, evidence={}),
    item("event", number=3, recipient=[]),
]


def test_a_list_that_cannot_be_changed() -> None:
    items = Items(EVENTS)
    assert len(items) == 3
    assert items[0] is EVENTS[0]
    assert items[-1] is EVENTS[2]
    assert isinstance(items[1:], Items)
    assert list(items[1:]) == EVENTS[1:]
    assert EVENTS[1] in items
    assert items == Items(EVENTS)
    assert hash(items) == hash(Items(EVENTS))
    assert items != Items(EVENTS[1:])
    with pytest.raises(TypeError):
        items[0] = EVENTS[1]  # type: ignore[index]


def test_of_one_kind() -> None:
    items = Items(one_of_each())
    assert items.kind is None
    assert [i.kind for i in items.of("talks")] == ["talks"]
    assert items.of("talks").kind == "talks"
    assert Items(EVENTS).of("time").kind == "time"
    assert Items(EVENTS)[3:].kind == "event"
    with pytest.raises(DetenteError, match="rumour"):
        items.of("rumour")


def test_json_lines() -> None:
    text = Items(one_of_each()).to_jsonl()
    assert [from_json(line) for line in text.splitlines()] == one_of_each()
    assert text.endswith("}\n")
    assert Items().to_jsonl() == ""


def test_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    frame = Items(EVENTS).to_pandas()
    assert list(frame.columns) == [name for name, _ in table_columns(ITEM_TYPES["event"])]
    assert frame["date"].dt.year.tolist()[0] == 2031
    assert pandas.isna(frame["date"][1])
    assert frame["actor"][0][1]["code"] == "CSTREBFC"
    assert frame["size"].tolist() == [{"troops": 900, "dead": 2}, {}, {"troops": 900, "dead": 2}]
    assert frame["evidence"][0]["trigger"][0]["text"] == "withdraw"


def test_pandas_takes_any_day() -> None:
    pytest.importorskip("pandas")
    frame = Items(
        [item("time", number=1, date=dt.date(1618, 5, 23)), item("time", number=2, date=dt.date(9999, 1, 1))]
    ).to_pandas()
    assert frame["date"].dt.year.tolist() == [1618, 9999]


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_tables_of_nothing_have_their_columns(kind: str) -> None:
    names = [name for name, _ in table_columns(ITEM_TYPES[kind])]
    none: Items[Item] = Items(kind=kind)
    assert list(none.to_pandas().columns) == none.to_arrow().column_names == none.to_polars().columns == names
    assert none.to_pandas()["date"].dtype.kind == "M"


@pytest.mark.parametrize("made", one_of_each(), ids=lambda made: made.kind)
def test_arrow_keeps_what_is_nested(made: Item) -> None:
    row = Items([made]).to_arrow().to_pylist(maps_as_pydicts="strict")[0]
    assert type(made).model_validate(row) == made


def test_polars() -> None:
    frame = Items(EVENTS).to_polars()
    assert frame.shape == (3, len(table_columns(ITEM_TYPES["event"])))
    assert frame["date"].to_list() == [dt.date(2031, 5, 3), None, dt.date(2031, 5, 3)]
    assert [a["country"] for a in frame["actor"].to_list()[0]] == ["NLD", "CST"]


def test_a_table_is_of_one_kind() -> None:
    for items in (Items(one_of_each()), Items()):
        for table in (items.to_pandas, items.to_polars, items.to_arrow):
            with pytest.raises(DetenteError, match="one kind"):
                table()


@pytest.mark.parametrize("package", ["pandas", "polars", "pyarrow"])
def test_a_missing_package_is_told_with_the_command_that_gets_it(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.import_module

    def without(name: str, *rest: Any) -> Any:
        if name == package:
            raise ImportError(name)
        return found(name, *rest)

    monkeypatch.setattr(importlib, "import_module", without)
    table = {"pandas": "to_pandas", "polars": "to_polars", "pyarrow": "to_arrow"}[package]
    with pytest.raises(MissingExtra, match=rf"{package} is not installed.*pip install 'detente\[frames\]'"):
        getattr(Items(EVENTS), table)()


def test_how_it_shows_itself() -> None:
    assert repr(Items(EVENTS)) == "<Items: 3 event>"
    assert repr(Items([*EVENTS, *one_of_each()])).startswith("<Items: 4 event, 1 statement, ")
    assert repr(Items(kind="talks")) == "<Items: 0 talks>"
    assert repr(Items()) == "<Items: 0 items>"


def test_in_a_notebook() -> None:
    shown = Items(one_of_each())._repr_html_()
    assert shown.count("<tr") == 1 + len(ITEM_TYPES)
    assert "Northland, Free Coast" in shown
    assert "RETREAT withdraw" in shown
    assert "<mark>withdraw</mark> its" in shown
    assert "2031-05-03" in shown
    assert "about 900: troops" in shown
    many = Items([item("event", number=n) for n in range(SHOWN + 3)])._repr_html_()
    assert many.count("<tr") == 1 + SHOWN
    assert "and 3 more" in many


def test_a_notebook_takes_no_orders_from_a_report() -> None:
    nasty = "<script>alert(1)</script>&'\""
    made = item("finding", id=nasty, text=nasty, message=nasty, span=Span(start=0, end=8, text="<script>"), date=None)
    shown = Items([made])._repr_html_()
    assert "<script" not in shown
    assert html.escape("<script>") in shown
    assert "<mark>&lt;script&gt;</mark>" in shown


def test_a_mark_that_is_not_in_the_sentence_is_left_out() -> None:
    elsewhere = Span(start=500, end=508, text="withdraw")
    shown = Items([item("event", evidence={"trigger": [elsewhere]})])._repr_html_()
    assert "<mark>" not in shown
    assert html.escape(TEXT) in shown


def test_a_table_is_not_needed_for_json(monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def bare(name: str, *rest: Any, **more: Any) -> Any:
        assert name.partition(".")[0] not in {"pandas", "polars", "pyarrow", "duckdb"}
        return load(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", bare)
    assert json.loads(Items(EVENTS).to_jsonl().splitlines()[0])["kind"] == "event"

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from detente.errors import BadRecord
from detente.model import ITEM_TYPES, Article, Event, Forecast, Item, Span
from detente.model.derived import (
    arrow_schema,
    csv_columns,
    csv_row,
    duckdb_type,
    from_json,
    json_schema,
    table_columns,
    to_json,
)
from made_items import ANY_ITEM, item, one_of_each

ROOT = Path(__file__).parents[2]


@given(ANY_ITEM)
def test_every_item_survives_its_line(given_item: Item) -> None:
    line = to_json(given_item)
    assert "\n" not in line
    assert from_json(line) == given_item
    assert to_json(from_json(line.encode())) == line


@pytest.mark.parametrize("made", one_of_each(), ids=lambda made: made.kind)
def test_keys_stand_in_declared_order_with_kind_first(made: Item) -> None:
    keys = list(json.loads(to_json(made)))
    assert keys[:3] == ["kind", "id", "article"]
    assert keys == [name for name, _ in table_columns(type(made))]


def test_a_window_is_told_by_from_and_to() -> None:
    assert json.loads(to_json(item("forecast")))["window"] == {"from": None, "to": "2031-05-03"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "EOF"),
        ("[]", "object"),
        ("{}", "kind"),
        ('{"kind": "rumour"}', "rumour"),
        ('{"kind": "time", "id": "t"}', "article"),
        (to_json(item("time"))[:-1] + ', "mood": 1}', "mood"),
        (to_json(item("time")).replace("2031-05-03", "2031-02-30"), "date"),
    ],
)
def test_a_line_that_holds_no_item_is_named(line: str, reason: str) -> None:
    with pytest.raises(BadRecord, match=r"^in\.jsonl:7: ") as caught:
        from_json(line, "in.jsonl:7")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_published_schema_does_not_lag_behind() -> None:
    published = json.loads((ROOT / "docs" / "schema.json").read_text(encoding="utf-8"))
    assert published == json_schema(), "run `make schema`"


def test_the_schema_is_one_of_the_kinds_with_every_key_required() -> None:
    schema = json_schema()
    assert len(schema["oneOf"]) == len(ITEM_TYPES)
    for kind, item_type in ITEM_TYPES.items():
        definition = schema["$defs"][item_type.__name__]
        assert definition["properties"]["kind"]["const"] == kind
        assert definition["required"] == [name for name, _ in table_columns(item_type)]
        assert definition["additionalProperties"] is False
    assert list(schema["$defs"]["Window"]["properties"]) == ["from", "to"]


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (str, "VARCHAR"),
        (bool, "BOOLEAN"),
        (int, "BIGINT"),
        (float | None, "DOUBLE"),
        (dt.date | None, "DATE"),
        (list[str], "VARCHAR[]"),
        (dict[str, int], "MAP(VARCHAR, BIGINT)"),
        (dict[str, list[Span]], 'MAP(VARCHAR, STRUCT("start" BIGINT, "end" BIGINT, "text" VARCHAR)[])'),
        (Span | None, 'STRUCT("start" BIGINT, "end" BIGINT, "text" VARCHAR)'),
    ],
)
def test_types_of_columns(annotation: Any, expected: str) -> None:
    assert duckdb_type(annotation) == expected


def test_a_type_that_no_column_holds_is_refused() -> None:
    with pytest.raises(TypeError):
        duckdb_type(str | int)


def test_columns_of_tables_come_from_the_declarations() -> None:
    columns = dict(table_columns(Event))
    assert list(columns)[:2] == ["kind", "id"]
    assert columns["status"] == "VARCHAR"
    assert columns["enddate"] == "DATE"
    assert dict(table_columns(Forecast))["window"] == 'STRUCT("from" DATE, "to" DATE)'
    assert dict(table_columns(Article))["blocks"] == 'STRUCT("kind" VARCHAR, "start" BIGINT, "end" BIGINT)[]'


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_arrow_and_duckdb_agree_on_columns(kind: str) -> None:
    assert arrow_schema(ITEM_TYPES[kind]).names == [name for name, _ in table_columns(ITEM_TYPES[kind])]


@given(ANY_ITEM)
@settings(max_examples=200)
def test_a_row_has_a_plain_cell_for_each_column(given_item: Item) -> None:
    columns, row = csv_columns(given_item.kind), csv_row(given_item)
    assert len(row) == len(columns) == len(set(columns))
    assert not any(re.search("[\n\r\u2028\u2029\x85]", cell) for cell in row)


def test_cells_of_an_event() -> None:
    event = item("event")
    cells = dict(zip(csv_columns("event"), csv_row(event), strict=True))
    assert cells["date"] == "2031-05-03"
    assert cells["text"].startswith("Northland will withdraw its forces by")
    assert cells["actor_name"] == "Northland;Free Coast"
    assert cells["actor_country"] == "NLD;CST"
    assert cells["actor_sector"] == ";REB"
    assert cells["recipient_code"] == "IGOPACT"
    assert cells["recipient_country"] == ""
    assert cells["context"] == "military;territory"
    assert cells["negated"] == "0"
    assert cells["condition_text"] == ""
    assert cells["size"] == "troops=900;dead=2"
    assert cells["event_loc_lon"] == "-2.25"
    assert cells["date_info_precision"] == "day"
    assert cells["attribution_source_office"] == "minister, of state"
    start = event.text.index("withdraw")
    lind = event.text.index("Ada")
    assert cells["evidence"] == f"trigger={start}-{start + 8};actor=0-9,{lind}-{lind + 8}"


def test_a_missing_part_leaves_its_cells_empty() -> None:
    cells = dict(zip(csv_columns("talks"), csv_row(item("talks")), strict=True))
    assert {cells[column] for column in cells if column.startswith("mediator_")} == {""}
    assert cells["next_date"] == "2031-06-01"
    assert dict(zip(csv_columns("figure"), csv_row(item("figure")), strict=True))["approximate"] == "1"

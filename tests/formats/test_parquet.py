from __future__ import annotations

import io
from pathlib import Path

import duckdb
import pytest

from detente.formats import parquet
from detente.model import ITEM_TYPES, Item
from detente.model.derived import table_columns
from made_items import item, one_of_each


def written(path: Path, items: list[Item], kind: str | None = None) -> bytes:
    out = io.BytesIO()
    parquet.write(items, out, kind=kind)
    path.write_bytes(out.getvalue())
    return out.getvalue()


@pytest.mark.parametrize("made", one_of_each(), ids=lambda made: made.kind)
def test_what_is_nested_is_kept(made: Item, tmp_path: Path) -> None:
    path = tmp_path / "items.parquet"
    written(path, [made])
    with duckdb.connect() as connection:
        found = connection.execute("select * from read_parquet(?)", [str(path)])
        names = [column[0] for column in found.description or []]
        row = dict(zip(names, found.fetchall()[0], strict=True))
        types = [(r[0], r[1]) for r in connection.execute("describe select * from read_parquet(?)", [str(path)]).fetchall()]
    assert type(made).model_validate(row) == made
    assert [name for name, _ in types] == [name for name, _ in table_columns(type(made))]
    assert dict(types)["evidence"] == dict(table_columns(type(made)))["evidence"]


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_a_file_of_nothing_has_its_columns(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "items.parquet"
    written(path, [], kind)
    with duckdb.connect() as connection:
        found = connection.execute("select * from read_parquet(?)", [str(path)])
        assert [column[0] for column in found.description or []] == [name for name, _ in table_columns(ITEM_TYPES[kind])]
        assert found.fetchall() == []


def test_same_items_same_bytes_in_their_order(tmp_path: Path) -> None:
    many: list[Item] = [item("time", number=n) for n in range(12_345)]
    first = written(tmp_path / "1.parquet", many)
    assert written(tmp_path / "2.parquet", many) == first
    with duckdb.connect() as connection:
        ids = connection.execute("select id from read_parquet(?)", [str(tmp_path / "1.parquet")]).fetchall()
    assert [row[0] for row in ids] == [i.id for i in many]

"""Parquet with nested columns: one kind of item a file, typed as the tables of a record are."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from detente.formats.one_kind import of_one_kind
from detente.model import ITEM_TYPES, Item
from detente.model.derived import table_columns

ENDING = ".parquet"
ONE_KIND = True
_AT_ONCE = 10_000


def write(items: Iterable[Item], out: BinaryIO, *, kind: str | None = None) -> None:
    """Writes one Parquet file, compressed with zstd; see `Format.write`. The items are gathered before any is written."""
    import duckdb

    from detente.store.tables import definition, insert_items

    kind, items = of_one_kind("parquet", items, kind)
    with tempfile.TemporaryDirectory(prefix="detente-") as folder:
        path = Path(folder) / "items.parquet"
        # One thread, so that the rows are cut into groups in the same way wherever it runs.
        config: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "temp_directory": folder}
        with duckdb.connect(config=config) as connection:
            connection.execute(definition(kind, table_columns(ITEM_TYPES[kind])))
            while batch := list(itertools.islice(items, _AT_ONCE)):
                insert_items(connection, kind, batch)
            target = str(path).replace("'", "''")
            connection.execute(f"copy \"{kind}\" to '{target}' (format parquet, compression zstd)")
        with path.open("rb") as written:
            shutil.copyfileobj(written, out)

"""The tables of a record, made from the declarations: one for each kind of item, one for articles, and `meta`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import duckdb
from pydantic import BaseModel

from detente.model import ITEM_TYPES, Article, Item
from detente.model.derived import quoted, table_columns, to_json
from detente.version import __version__

ARTICLE_EXTRA = [("content_hash", "VARCHAR"), ("coder", "VARCHAR")]
"""What is kept of an article beyond its own fields."""

TABLES = ("article", *ITEM_TYPES)

Row = TypeVar("Row", bound=BaseModel)
_AT_ONCE = 1000


def create(connection: duckdb.DuckDBPyConnection, format: int) -> None:
    """Makes the tables of a new record, all or none."""
    connection.execute("begin")
    connection.execute("create table meta (key VARCHAR, value VARCHAR)")
    connection.executemany("insert into meta values (?, ?)", [["format", str(format)], ["created_by", f"detente {__version__}"]])
    connection.execute(definition("article", [*table_columns(Article), *ARTICLE_EXTRA]))
    for kind, item_type in ITEM_TYPES.items():
        connection.execute(definition(kind, table_columns(item_type)))
    connection.execute("commit")


def renew(connection: duckdb.DuckDBPyConnection, format: int) -> None:
    """Brings the tables of an older record up to this format, all or nothing: fields that it lacks are null, or false.

    Its articles are coded anew when they are read again, since another version coded them.
    """
    connection.execute("begin")
    for kind, item_type in ITEM_TYPES.items():
        for name, of in table_columns(item_type):
            unset = " default false" if of == "BOOLEAN" else ""
            connection.execute(f"alter table {quoted(kind)} add column if not exists {quoted(name)} {of}{unset}")
    connection.execute("update meta set value = ? where key = 'format'", [str(format)])
    connection.execute("commit")


def definition(table: str, columns: Iterable[tuple[str, str]]) -> str:
    """The statement that makes a table. There are no indexes: they would double the file, and a scan is fast enough."""
    return f"create table {quoted(table)} (" + ", ".join(f"{quoted(name)} {of}" for name, of in columns) + ")"


def insert_items(connection: duckdb.DuckDBPyConnection, kind: str, items: Sequence[Item]) -> None:
    """Adds items of one kind to their table."""
    # One JSON array a statement: DuckDB reads it many times faster than it takes nested Python values one by one.
    structure = "STRUCT(" + ", ".join(f"{quoted(name)} {of}" for name, of in table_columns(ITEM_TYPES[kind])) + ")[]"
    # By name: the columns of a record that was brought up to date stand in another order.
    statement = (
        f"insert into {quoted(kind)} by name select item.* from (select unnest(cast(cast(? as JSON) as {structure})) as item)"
    )
    for start in range(0, len(items), _AT_ONCE):
        connection.execute(statement, ["[" + ",".join(map(to_json, items[start : start + _AT_ONCE])) + "]"])


def insert_article(connection: duckdb.DuckDBPyConnection, article: Article, content_hash: str, coder: str) -> None:
    """Adds an article to its table."""
    columns = table_columns(Article)
    structure = "STRUCT(" + ", ".join(f"{quoted(name)} {of}" for name, of in columns) + ")"
    connection.execute(
        f"insert into article select article.*, ?, ? from (select cast(cast(? as JSON) as {structure}) as article)",
        [content_hash, coder, article.model_dump_json(by_alias=True)],
    )


def column_list(record_type: type[BaseModel]) -> str:
    """The columns of a record type as they stand in a `select`."""
    return ", ".join(quoted(name) for name, _ in table_columns(record_type))


def rows(result: duckdb.DuckDBPyConnection, record_type: type[Row]) -> Iterator[Row]:
    """The rows of a `select` of `column_list(record_type)`, as records."""
    names = [name for name, _ in table_columns(record_type)]
    while batch := result.fetchmany(_AT_ONCE):
        for row in batch:
            yield record_type.model_validate(dict(zip(names, row, strict=True)))


def in_order(item_type: type[Item] | None = None) -> str:
    """The `order by` of items (and with None of articles): the same whatever order they were put in."""
    return "order by date nulls last, id" if item_type is None else "order by date nulls last, article, text_info.start, id"

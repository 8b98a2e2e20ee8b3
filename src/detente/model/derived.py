"""What follows from the declarations: JSON lines and their schema, DuckDB columns, CSV columns.

Nothing here names a field of a record type, so a field that is added to a declaration is in every form at once.
"""

from __future__ import annotations

import datetime as dt
import functools
import operator
import re
import types
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from detente.errors import BadRecord
from detente.model import ITEM_TYPES, Item, Span

if TYPE_CHECKING:
    import pyarrow

JSON_SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
SEPARATOR = ";"
"""Stands between the entries of a list in one CSV cell; within an entry it is written as a comma."""

_DUCKDB_SCALARS: dict[type, str] = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN", dt.date: "DATE"}
_LINE_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def fields(model: type[BaseModel]) -> Iterator[tuple[str, str, Any]]:
    """The fields of a record type in declared order: (attribute, key in JSON, annotation)."""
    for attribute, info in model.model_fields.items():
        yield attribute, info.alias or attribute, info.annotation


def not_null(annotation: Any) -> Any:
    """The annotation without its `None`: `Span | None` is `Span`."""
    if get_origin(annotation) in {Union, types.UnionType}:
        kept = [part for part in get_args(annotation) if part is not type(None)]
        if len(kept) == 1:
            return kept[0]
    return annotation


def inside(annotation: Any) -> Any | None:
    """What a list holds (`tuple[X, ...]` is a list too); None for anything that is no list."""
    if get_origin(annotation) in {list, tuple}:
        return get_args(annotation)[0]
    return None


def is_model(annotation: Any) -> bool:
    """Whether the annotation is a record type or a part of one."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


# JSON lines


@functools.cache
def _any_item() -> TypeAdapter[Item]:
    one_of: Any = functools.reduce(operator.or_, ITEM_TYPES.values())
    return TypeAdapter(Annotated[one_of, Field(discriminator="kind")])


def to_json(item: Item) -> str:
    """The item as one line of JSON without the line's end: `kind` first, keys in declared order, every key present."""
    return item.model_dump_json(by_alias=True)


def from_json(line: str | bytes, name: str = "line") -> Item:
    """The item that a line of JSON holds; the type is told by its `kind`.

    Raises `BadRecord` with `name` and the first thing that is wrong with it.
    """
    try:
        return _any_item().validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise BadRecord(name, f"{where}: {first['msg']}" if where else first["msg"]) from None


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a JSON line: one of the kinds of item. Every key is always there, be it null."""
    schema = _any_item().json_schema(by_alias=True, mode="serialization")
    for definition in schema["$defs"].values():
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
    return {"$schema": JSON_SCHEMA_DIALECT, "title": "An item of a record of détente", **schema}


# DuckDB


def quoted(name: str) -> str:
    """A name as SQL takes it whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def duckdb_type(annotation: Any) -> str:
    """The DuckDB type of an annotation. Every DuckDB column takes null, so an optional field has its plain type.

    Raises `TypeError` for an annotation that has no such type: the declaration is then wrong.
    """
    annotation = not_null(annotation)
    if is_model(annotation):
        return "STRUCT(" + ", ".join(f"{quoted(key)} {duckdb_type(of)}" for _, key, of in fields(annotation)) + ")"
    entry = inside(annotation)
    if entry is not None:
        return duckdb_type(entry) + "[]"
    if get_origin(annotation) is dict:
        key, value = get_args(annotation)
        return f"MAP({duckdb_type(key)}, {duckdb_type(value)})"
    if get_origin(annotation) is Literal:
        return duckdb_type(type(get_args(annotation)[0]))
    if annotation in _DUCKDB_SCALARS:
        return _DUCKDB_SCALARS[annotation]
    raise TypeError(f"no DuckDB type for {annotation!r}")


def table_columns(record_type: type[BaseModel]) -> list[tuple[str, str]]:
    """The columns of the table that holds a record type, in declared order: (name, DuckDB type)."""
    return [(key, duckdb_type(of)) for _, key, of in fields(record_type)]


# Arrow


def arrow_schema(record_type: type[BaseModel]) -> pyarrow.Schema:
    """The Arrow schema of a record type: structs, lists and maps as in DuckDB. Needs the package pyarrow."""
    import pyarrow

    return pyarrow.schema([(key, _arrow_type(of)) for _, key, of in fields(record_type)])


def _arrow_type(annotation: Any) -> Any:
    import pyarrow

    annotation = not_null(annotation)
    if is_model(annotation):
        return pyarrow.struct([(key, _arrow_type(of)) for _, key, of in fields(annotation)])
    entry = inside(annotation)
    if entry is not None:
        return pyarrow.list_(_arrow_type(entry))
    if get_origin(annotation) is dict:
        return pyarrow.map_(*map(_arrow_type, get_args(annotation)))
    scalars = {
        "VARCHAR": pyarrow.string(),
        "BIGINT": pyarrow.int64(),
        "DOUBLE": pyarrow.float64(),
        "BOOLEAN": pyarrow.bool_(),
        "DATE": pyarrow.date32(),
    }
    return scalars[duckdb_type(annotation)]


# CSV


def csv_columns(kind: str) -> list[str]:
    """The columns of the CSV file of one kind of item.

    A cell holds one plain value, so that R, Stata and pandas open the file without further ado:

    - a part becomes a column for each of its fields (`event_loc` is `event_loc_lat`, `event_loc_lon`, ...);
    - a list is joined by semicolons, a list of parts one column at a time (`actor_name`, `actor_code`, ...), so that the
      n-th entries of the columns belong together;
    - a table of counts is `dead=12;injured=30`, and `evidence` is offsets: `trigger=127-134;actor=100-106,120-130`;
    - true and false are 1 and 0, null is empty, and a line break within a text is a blank.
    """
    return [column for _, key, of in fields(ITEM_TYPES[kind]) for column in _columns(key, of)]


def csv_row(item: Item) -> list[str]:
    """The cells of an item, one for each of `csv_columns(item.kind)`."""
    return [cell for attribute, _, of in fields(type(item)) for cell in _cells(getattr(item, attribute), of)]


def _columns(name: str, annotation: Any) -> list[str]:
    annotation = not_null(annotation)
    part = inside(annotation) or annotation
    if is_model(part):
        return [column for _, key, of in fields(part) for column in _columns(f"{name}_{key}", of)]
    return [name]


def _cells(value: Any, annotation: Any) -> list[str]:
    annotation = not_null(annotation)
    if value is None:
        return [""] * len(_columns("", annotation))
    if is_model(annotation):
        return [cell for attribute, _, of in fields(annotation) for cell in _cells(getattr(value, attribute), of)]
    entry = inside(annotation)
    if entry is not None:
        rows = [_cells(one, entry) for one in value]
        if not rows:
            return [""] * len(_columns("", annotation))
        return [_joined(column) for column in zip(*rows, strict=True)]
    if isinstance(value, dict):
        return [_joined(f"{_told(key)}={_told(of)}" for key, of in value.items())]
    return [_told(value)]


def _joined(cells: Any) -> str:
    return SEPARATOR.join(cell.replace(SEPARATOR, ",") for cell in cells)


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, list):
        return ",".join(map(_told, value))
    if isinstance(value, Span):
        return f"{value.start}-{value.end}"
    return _LINE_BREAKS.sub(" ", str(value))

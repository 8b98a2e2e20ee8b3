"""A list of items that turns into a table of whatever kind the reader works with."""

from __future__ import annotations

import html
import importlib
import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_origin, overload

from detente.errors import DetenteError, MissingExtra
from detente.glance import glance
from detente.model import ITEM_TYPES, Item, Span
from detente.model.derived import arrow_schema, fields, table_columns, to_json

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T_co = TypeVar("T_co", bound=Item, covariant=True)

SHOWN = 20
"""Rows that a notebook shows."""


class Items(Sequence[T_co], Generic[T_co]):
    """Items in their order: a list that cannot be changed, and a table when one is wanted.

    `kind` is the kind of all of them; None when they are of several kinds. A table is made of one kind: take `.of(kind)` first.
    """

    def __init__(self, items: Iterable[T_co] = (), *, kind: str | None = None) -> None:
        self._items = tuple(items)
        kinds = {item.kind for item in self._items} | ({kind} if kind is not None else set())
        self.kind = next(iter(kinds)) if len(kinds) == 1 else None

    @overload
    def __getitem__(self, index: int) -> T_co: ...

    @overload
    def __getitem__(self, index: slice) -> Items[T_co]: ...

    def __getitem__(self, index: int | slice) -> T_co | Items[T_co]:
        return Items(self._items[index], kind=self.kind) if isinstance(index, slice) else self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Items) and self._items == other._items

    def __hash__(self) -> int:
        return hash(tuple(item.id for item in self._items))

    def of(self, kind: str) -> Items[Item]:
        """Those of one kind. Raises `DetenteError` when there is no such kind."""
        if kind not in ITEM_TYPES:
            raise DetenteError(f"{kind}: no such kind of item (there are {', '.join(ITEM_TYPES)})")
        return Items((item for item in self._items if item.kind == kind), kind=kind)

    def to_jsonl(self) -> str:
        """JSON lines, one item a line, each line ended."""
        return "".join(to_json(item) + "\n" for item in self._items)

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas table: a row an item, dates as datetime64, nested fields as dicts and lists.

        Raises `MissingExtra` without pandas, `DetenteError` for items of several kinds.
        """
        kind = self._one_kind()
        frames = _extra("pandas")
        columns = [name for name, _ in table_columns(ITEM_TYPES[kind])]
        frame: pandas.DataFrame = frames.DataFrame(_rows(self._items), columns=columns)
        for name, of in table_columns(ITEM_TYPES[kind]):
            if of == "DATE":
                # Seconds, not nanoseconds, which end in 1677 and 2262.
                frame[name] = frame[name].astype("datetime64[s]")
        return frame

    def to_polars(self) -> polars.DataFrame:
        """A polars table with nested columns (structs, lists, maps).

        Raises `MissingExtra` without polars or pyarrow, `DetenteError` for items of several kinds.
        """
        self._one_kind()
        frame: polars.DataFrame = _extra("polars").from_arrow(self.to_arrow())
        return frame

    def to_arrow(self) -> pyarrow.Table:
        """An Arrow table with nested columns (structs, lists, maps).

        Raises `MissingExtra` without pyarrow, `DetenteError` for items of several kinds.
        """
        kind = self._one_kind()
        arrow = _extra("pyarrow")
        maps = [key for _, key, of in fields(ITEM_TYPES[kind]) if get_origin(of) is dict]
        rows = [row | {key: list(row[key].items()) for key in maps} for row in _rows(self._items)]
        table: pyarrow.Table = arrow.Table.from_pylist(rows, schema=arrow_schema(ITEM_TYPES[kind]))
        return table

    def __repr__(self) -> str:
        return f"<Items: {self._told()}>"

    def _told(self) -> str:
        """How many of what: "3 event, 1 talks"."""
        counts = Counter(item.kind for item in self._items)
        return ", ".join(f"{counts[kind]} {kind}" for kind in ITEM_TYPES if counts[kind]) or f"0 {self.kind or 'items'}"

    def _repr_html_(self) -> str:
        """The first items as a table, for a notebook."""
        head = "".join(
            f"<th style='text-align:left'>{name}</th>" for name in ("date", "who", "what", "whom", "status", "sentence")
        )
        body = "".join(map(_html_row, itertools.islice(self._items, SHOWN)))
        more = len(self) - SHOWN
        foot = f"<p style='color:#666;margin:.3em 0'>and {more} more</p>" if more > 0 else ""
        return (
            f"<p style='margin:.3em 0'><b>{self._told()}</b></p>"
            "<table style='border-collapse:collapse;font-size:90%;line-height:1.35'>"
            f"<thead><tr style='border-bottom:1px solid #999'>{head}</tr></thead><tbody>{body}</tbody></table>{foot}"
        )

    def _one_kind(self) -> str:
        if self.kind is None:
            raise DetenteError("a table holds items of one kind: choose with .of(kind) first")
        return self.kind


def _rows(items: Iterable[Item]) -> list[dict[str, Any]]:
    return [item.model_dump(by_alias=True) for item in items]


def _extra(package: str) -> Any:
    try:
        return importlib.import_module(package)
    except ImportError:
        raise MissingExtra(f"{package} is not installed; get it with: pip install 'detente[frames]'") from None


def _html_row(item: Item) -> str:
    seen = glance(item)
    cells = [seen.date, seen.who, seen.what, seen.whom, seen.status]
    told = "".join(
        f"<td style='text-align:left;vertical-align:top;padding:.15em .6em'>{html.escape(cell)}</td>" for cell in cells
    )
    sentence = f"<td style='text-align:left;vertical-align:top;padding:.15em .6em'>{_html_sentence(item, seen.marked)}</td>"
    return f"<tr id='{html.escape(item.id)}' style='border-bottom:1px solid #ddd'>{told}{sentence}</tr>"


def _html_sentence(item: Item, marked: Span | None) -> str:
    """The sentence with the words that carry the item marked, where they stand in it."""
    if marked is not None:
        start, end = marked.start - item.text_info.start, marked.end - item.text_info.start
        if 0 <= start < end and item.text[start:end] == marked.text:
            before, after = html.escape(item.text[:start]), html.escape(item.text[end:])
            return f"{before}<mark>{html.escape(marked.text)}</mark>{after}"
    return html.escape(item.text)

"""Reading the tables of facts: UTF-8, tab-separated, one header line, `|` between several values."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from pathlib import Path

from detente.errors import DataError

DATA = Path(__file__).parent / "data"


def rows(path: Path, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """The rows of a table, each a mapping from column to text.

    Raises `DataError` as `records` does.
    """
    return (dict(zip(columns, cells, strict=True)) for cells in records(path, columns))


def records(path: Path, columns: Sequence[str]) -> Iterator[list[str]]:
    """The rows of a table, each the texts of its cells in the order of the columns.

    Raises `DataError`, naming file and line, when the header or a row's number of cells is not as it should be.
    """
    with path.open(encoding="utf-8", newline="\n") as lines:
        header = next(lines, "").rstrip("\n").split("\t")
        if header != list(columns):
            raise DataError(f"{path.name}: columns are {header}, they should be {list(columns)}")
        for number, line in enumerate(lines, start=2):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != len(columns):
                raise DataError(f"{path.name}:{number}: {len(cells)} cells, {len(columns)} expected")
            yield cells


def several(cell: str) -> list[str]:
    """The values of a cell that may hold several."""
    return [value for value in cell.split("|") if value]


def first_day(text: str) -> dt.date | None:
    """The first day of an ISO date of day, month or year precision; None for an empty cell.

    Raises `DataError` for anything else.
    """
    return _day(text, last=False)


def last_day(text: str) -> dt.date | None:
    """The last day of an ISO date of day, month or year precision; None for an empty cell."""
    return _day(text, last=True)


@functools.cache
def _day(text: str, *, last: bool) -> dt.date | None:
    if not text:
        return None
    try:
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 3:
            return dt.date(*parts)
        if len(parts) == 2:
            year, month = parts
            first = dt.date(year, month, 1)
            if not last:
                return first
            return dt.date(year, month, calendar.monthrange(year, month)[1])
        (year,) = parts
        return dt.date(year, 12, 31) if last else dt.date(year, 1, 1)
    except ValueError as error:
        raise DataError(f"{text!r} is no date: {error}") from None

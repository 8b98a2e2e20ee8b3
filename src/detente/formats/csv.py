"""CSV (RFC 4180) that opens in R, Stata and pandas: one kind of item a file, one plain value a cell.

UTF-8 without a byte order mark, comma, line feed. What becomes of nested fields is told at `detente.model.derived.csv_columns`.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable
from typing import BinaryIO

from detente.formats.one_kind import of_one_kind
from detente.model import Item
from detente.model.derived import csv_columns, csv_row

ENDING = ".csv"
ONE_KIND = True
_AT_ONCE = 1000


def write(items: Iterable[Item], out: BinaryIO, *, kind: str | None = None) -> None:
    """Writes a line of column names and a line for each item; see `Format.write`."""
    kind, items = of_one_kind("csv", items, kind)
    rows = itertools.chain([csv_columns(kind)], map(csv_row, items))
    while batch := list(itertools.islice(rows, _AT_ONCE)):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(batch)
        out.write(text.getvalue().encode())

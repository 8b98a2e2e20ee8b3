"""The table beside a folder's reports: `index.tsv`, `index-*.tsv`.

Text files have no date of their own. A table in their folder, tab-separated, with the columns `file`, `id`, `date`,
`desk` (who published it) and `headline`, gives it; the last three may be missing or blank.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

from detente.errors import BadRecord, InputError
from detente.sources.dates import day
from detente.sources.encoding import decode, normalise


@dataclasses.dataclass(frozen=True, slots=True)
class IndexEntry:
    """What an index says of one file."""

    id: str | None
    date: dt.date | None
    publisher: str | None
    headline: str | None


def read_index(folder: Path) -> tuple[dict[str, IndexEntry], list[InputError]]:
    """The entries of a folder's index tables by file name, and what is wrong with them.

    A table without the columns `file` and `id` is some other table and is passed over.
    """
    entries: dict[str, IndexEntry] = {}
    errors: list[InputError] = []
    try:
        tables = sorted(p for p in folder.iterdir() if p.name == "index.tsv" or p.match("index-*.tsv"))
    except OSError:
        # The folder itself cannot be listed; whether the report in it can be read shows when it is opened.
        return entries, errors
    for table in tables:
        try:
            lines = normalise(decode(table.read_bytes(), str(table))).split("\n")
        except OSError as error:
            errors.append(InputError(str(table), error.strerror or "it cannot be read"))
            continue
        except InputError as error:
            errors.append(error)
            continue
        columns = lines[0].split("\t")
        if "file" not in columns or "id" not in columns:
            continue
        for number, line in enumerate(lines[1:], 2):
            if line.strip():
                try:
                    _add(entries, dict(zip(columns, (c.strip() for c in line.split("\t")), strict=False)), f"{table}:{number}")
                except InputError as error:
                    errors.append(error)
    return entries, errors


def _add(entries: dict[str, IndexEntry], row: dict[str, str], place: str) -> None:
    file = row.get("file")
    if not file:
        raise BadRecord(place, "the row names no file")
    if file in entries:
        raise BadRecord(place, f"{file} has a row already")
    entries[file] = IndexEntry(
        id=row.get("id") or None,
        date=day(row.get("date"), place),
        publisher=row.get("desk") or None,
        headline=row.get("headline") or None,
    )

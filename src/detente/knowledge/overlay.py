"""A user's own folder of corrections over the shipped tables.

It holds files of the same names as the shipped ones. A header may name any of the table's columns, in any order, as long as the
key is among them. A row whose key the shipped table has replaces the cells that it fills; another row is new; a row whose
first cell begins with "-" removes the row of its key. An empty cell leaves what is there; a cell of "-" alone empties it.
A cell that begins with "+" adds to the values that are there. A cell of the key is itself corrected by `old>new`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from detente.errors import DataError
from detente.knowledge.tables import DATA, first_day, records
from detente.settings import settings

KEYS: dict[str, tuple[str, ...]] = {
    "countries.tsv": ("iso3",),
    "organisations.tsv": ("id",),
    "groups.tsv": ("id", "start"),
    "agents.tsv": ("phrase",),
    "members.tsv": ("organisation", "member", "start"),
    "regions.tsv": ("name", "country"),
    "offices": ("person", "office", "start"),
}
"""What makes a row of a table the row that it is. The key of `offices` is that of every file in the folder."""

_ALIKE = {"offices": ("office", ("titles", "sector"))}
"""Cells that a new row may leave to the last shipped row with the same value in the first column named."""


class Row(NamedTuple):
    """A row and where it stands: the file's name within its folder and the line, the overlay's with the path of the folder."""

    cells: list[str]
    line: str


class Correction(NamedTuple):
    """A line of an overlay: the key of its row, the cells that it fills by column, and whether it removes the row.

    `renames`: whether it gives a cell of the key another value, so that the row must be there.
    """

    key: tuple[str, ...]
    given: dict[str, str]
    removes: bool
    renames: bool
    line: str


def folder_in_force() -> Path | None:
    """The overlay that the setting `knowledge` names; None where there is none.

    Raises `DataError` where it names no folder.
    """
    named = settings().knowledge
    if not named:
        return None
    folder = Path(named)
    if not folder.is_dir():
        raise DataError(f"{folder}: the setting knowledge (DETENTE_KNOWLEDGE) names no folder")
    return folder


def files(folder: Path) -> list[str]:
    """The names of the tables that an overlay corrects, within the folder. Raises `DataError` for one that there is not."""
    found = sorted([*folder.glob("*.tsv"), *folder.glob("offices/*.tsv")])
    names = [path.relative_to(folder).as_posix() for path in found]
    for name in names:
        if _table(name) not in KEYS:
            raise DataError(f"{folder / name}: there is no such table (there are {', '.join(KEYS)})")
    return names


def name(folder: Path | None) -> str:
    """What tells one overlay from another in the name of a coder; "" for none."""
    if folder is None:
        return ""
    digest = hashlib.sha256()
    for file in files(folder):
        digest.update(f"{file}\n".encode() + (folder / file).read_bytes())
    return f"overlay-{digest.hexdigest()[:8]}"


def corrected(file: str, columns: Sequence[str], folder: Path = DATA, over: Path | None = None) -> Iterator[Row]:
    """The rows of a table under the corrections of an overlay, new ones last.

    `file` is the table's name within both folders; one of the two may be without it.
    Raises `DataError`, naming file and line, for a table or an overlay that breaks its rules.
    """
    corrections = list(read(over, file, columns)) if over and (over / file).is_file() else []
    shipped: Iterator[Row] = iter(())
    if (folder / file).is_file() or not corrections:
        cells = enumerate(records(folder / file, columns), start=2)
        shipped = (Row(row, f"{file}:{number}") for number, row in cells)
    return _merged(list(shipped), corrections, columns, file) if corrections else shipped


def read(over: Path, file: str, columns: Sequence[str]) -> Iterator[Correction]:
    """The corrections of one file of an overlay."""
    path, key = over / file, KEYS[_table(file)]
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        raise DataError(f"{path}: not UTF-8") from None
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from None
    header = lines[0].rstrip("\r").split("\t")
    unknown = [column for column in header if column not in columns]
    if unknown or len(set(header)) != len(header):
        wrong = f"no column is called {unknown[0]!r}" if unknown else "a column stands twice"
        raise DataError(f"{path}:1: {wrong} (there are {', '.join(columns)})")
    if missing := [column for column in key if column not in header]:
        raise DataError(f"{path}:1: the column {missing[0]!r} is missing, which is part of what tells the rows apart")
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        cells, where = line.rstrip("\r").split("\t"), f"{path}:{number}"
        if len(cells) != len(header):
            raise DataError(f"{where}: {len(cells)} cells, {len(header)} expected")
        removes = cells[0].startswith("-") and cells[0] != "-"
        cells[0] = cells[0][1:] if removes else cells[0]
        given = dict(zip(header, cells, strict=True))
        old = tuple(given[column].partition(">")[0] for column in key)
        renames = any(">" in given[column] for column in key)
        given |= {column: given[column].rpartition(">")[2] for column in key}
        if not old[0] or not given[key[0]]:
            raise DataError(f"{where}: {key[0]!r} is empty")
        _dates(given, where)
        yield Correction(old, given, removes, renames, where)


def _dates(given: dict[str, str], where: str) -> None:
    for column in ("start", "end", "checked"):
        try:
            first_day(given.get(column, "") if given.get(column) != "-" else "")
        except DataError as error:
            raise DataError(f"{where}: {error}") from None


def _merged(shipped: list[Row], corrections: list[Correction], columns: Sequence[str], file: str) -> Iterator[Row]:
    place = {column: position for position, column in enumerate(columns)}
    key = [place[column] for column in KEYS[_table(file)]]
    held = {tuple(row.cells[position] for position in key): row for row in shipped}
    for correction in corrections:
        row = held.get(correction.key)
        if correction.removes:
            held.pop(correction.key, None)
            continue
        if correction.renames:
            if row is None:
                raise DataError(f"{correction.line}: no row is there to be renamed: {' '.join(filter(None, correction.key))}")
            del held[correction.key]
        cells = list(row.cells) if row else _new(correction, shipped, columns, file)
        for column, cell in correction.given.items():
            if cell:
                cells[place[column]] = _corrected(cells[place[column]], cell)
        held[tuple(cells[position] for position in key)] = Row(cells, correction.line)
    yield from held.values()


def _corrected(cell: str, by: str) -> str:
    if by.startswith("+"):
        return "|".join(filter(None, (cell, by[1:])))
    return "" if by == "-" else by


def _new(correction: Correction, shipped: list[Row], columns: Sequence[str], file: str) -> list[str]:
    """An empty row, with what it may leave to the shipped row that is like it."""
    cells = [""] * len(columns)
    if _table(file) in _ALIKE:
        by, left = _ALIKE[_table(file)]
        position = columns.index(by)
        like = next((r for r in reversed(shipped) if r.cells[position] == correction.given.get(by)), None)
        for column in left if like else ():
            assert like is not None
            cells[columns.index(column)] = like.cells[columns.index(column)]
    return cells


def _table(file: str) -> str:
    return "offices" if file.startswith("offices/") else file

"""The linter of the knowledge base: what breaks the rules of its tables, row by row. `checks` compares the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from detente.errors import DataError
from detente.knowledge import members, overlay
from detente.knowledge.base import AGENT_COLUMNS, COUNTRY_COLUMNS, GROUP_COLUMNS, ORGANISATION_COLUMNS
from detente.knowledge.offices import COLUMNS as OFFICE_COLUMNS
from detente.knowledge.overlay import Row
from detente.knowledge.places import COLUMNS as PLACE_COLUMNS
from detente.knowledge.places import KINDS as PLACE_KINDS
from detente.knowledge.places import REGION_COLUMNS
from detente.knowledge.tables import DATA, first_day, last_day, records

SECTORS = frozenset(
    "AGR BUS COP CRM CVL EDU ELI GOV HLH IGO JUD LAB LEG MED MIL MNC NGO OPP PRM PTY REB REF REL SOC SPY UAF".split()
)
"""PLOVER's sectors, and ELI for those who have held power."""

COLUMNS: dict[str, Sequence[str]] = {
    "countries.tsv": COUNTRY_COLUMNS,
    "organisations.tsv": ORGANISATION_COLUMNS,
    "groups.tsv": GROUP_COLUMNS,
    "agents.tsv": AGENT_COLUMNS,
    "members.tsv": members.COLUMNS,
    "regions.tsv": REGION_COLUMNS,
    "offices": OFFICE_COLUMNS,
    "places": PLACE_COLUMNS,
}
_MAY_BE_MISSING = frozenset({"members.tsv"})
_SORTED_BY = {"groups.tsv": ("id", "start"), "offices": ("person", "start"), "members.tsv": ("organisation", "member", "start")}

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,15}")
_ISO_DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
_KINDS = {
    "agents.tsv": frozenset({"person", "body", "group", "population"}),
    "groups.tsv": frozenset({"armed group", "authority", "movement", "party", "population"}),
    "organisations.tsv": frozenset({"company", "format", "igo", "ngo", "region"}),
    "regions.tsv": PLACE_KINDS,
}


class Problem(NamedTuple):
    """Something wrong: an error breaks a rule; a warning may be right and should be looked at.

    `file` within its folder, or with the path of the overlay; `line` 0 where it is the file's as a whole.
    """

    severity: Literal["error", "warning"]
    file: str
    line: int
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {'warning: ' if self.severity == 'warning' else ''}{self.message}"


Tables = dict[str, list[Row]]
"""The rows of each table by the name of its file."""


def problems(folder: Path = DATA) -> list[str]:
    """What is wrong with the tables of a folder, one line each; empty where all is well. Warnings are not among them."""
    return [str(problem) for problem in findings(folder) if problem.severity == "error"]


def findings(folder: Path = DATA, over: Path | None = None, *, gap: int = 30) -> list[Problem]:
    """Errors and warnings about the tables of a folder, under the corrections of an overlay.

    `gap`: days without a holder from which a gap is told.
    """
    from detente.knowledge.checks import between_rows

    tables, found = _read(folder, over)
    for file, rows in tables.items():
        found += _in_file(file, rows)
    return found + list(between_rows(tables, gap=gap))


def error(where: str, message: str) -> Problem:
    """An error at "file:line"."""
    file, _, line = where.rpartition(":")
    return Problem("error", file, int(line), message) if line.isdigit() else Problem("error", where, 0, message)


def warning(where: str, message: str) -> Problem:
    """A warning at "file:line"."""
    return error(where, message)._replace(severity="warning")


def table(file: str) -> str:
    """What kind of table a file is: its name, or the folder that it is in."""
    return file.partition("/")[0] if "/" in file else file


def _read(folder: Path, over: Path | None) -> tuple[Tables, list[Problem]]:
    tables: Tables = {}
    found: list[Problem] = []
    try:
        own = set(overlay.files(over)) if over else set()
    except DataError as fault:
        return {}, [_told(fault)]
    shipped = {f"{path.parent.name}/{path.name}" for path in [*folder.glob("offices/*.tsv"), *folder.glob("places/*.tsv")]}
    single = {name for name in COLUMNS if name.endswith(".tsv") and (name not in _MAY_BE_MISSING or (folder / name).is_file())}
    for file in sorted(shipped | single | own):
        try:
            if file in own:
                tables[file] = list(overlay.corrected(file, COLUMNS[table(file)], folder, over))
                found += _useless(folder, over, file)
            else:
                lines = enumerate(records(folder / file, COLUMNS[table(file)]), start=2)
                tables[file] = [Row(cells, f"{file}:{number}") for number, cells in lines]
                found += _unsorted(file, tables[file])
        except DataError as fault:
            found.append(_told(fault))
        except FileNotFoundError:
            found.append(Problem("error", file, 0, "there is no such file"))
    return tables, found


def _told(fault: DataError) -> Problem:
    """The problem that an error in reading tells of: "file:line: message", or "file: message"."""
    where = re.match(r"(.+?\.tsv)(?::(\d+))?: (.*)", str(fault), re.S)
    return Problem("error", where[1], int(where[2] or 0), where[3]) if where else Problem("error", "tables", 0, str(fault))


def _useless(folder: Path, over: Path | None, file: str) -> Iterator[Problem]:
    """Removals of rows that are not there: perhaps the shipped table has been corrected meanwhile."""
    assert over is not None
    columns, key = COLUMNS[table(file)], overlay.KEYS[table(file)]
    there = set()
    if (folder / file).is_file():
        there = {tuple(cells[columns.index(column)] for column in key) for cells in records(folder / file, columns)}
    for correction in overlay.read(over, file, columns):
        if correction.removes and correction.key not in there:
            yield warning(correction.line, f"there is no row to remove: {' '.join(filter(None, correction.key))}")


def _unsorted(file: str, rows: list[Row]) -> Iterator[Problem]:
    columns = COLUMNS[table(file)]
    if table(file) == "places":
        return
    by = [columns.index(column) for column in _SORTED_BY.get(table(file), (columns[0],))]
    before: list[str] = []
    for row in rows:
        key = [row.cells[position] for position in by]
        if key < before:
            yield error(row.line, f"{' '.join(key).strip()!r} stands after {' '.join(before).strip()!r}")
            return
        before = key


def _in_file(file: str, rows: list[Row]) -> Iterator[Problem]:
    kind = table(file)
    columns = COLUMNS[kind]
    key = [columns.index(column) for column in overlay.KEYS[kind]] if kind in overlay.KEYS else []
    seen: set[tuple[str, ...]] = set()
    for cells, line in rows:
        yield from (error(line, fault) for fault in _row(kind, dict(zip(columns, cells, strict=True)), line))
        told = tuple(cells[position] for position in key)
        if told in seen:
            yield error(line, f"{' '.join(filter(None, told))!r} stands twice")
        seen.add(told) if told else None


def _row(kind: str, row: dict[str, str], line: str) -> Iterator[str]:
    if "sector" in row and row["sector"] not in SECTORS and row.get("kind") != "region":
        yield f"unknown sector {row['sector']!r}"
    if kind in _KINDS and row["kind"] not in _KINDS[kind]:
        yield f"unknown kind {row['kind']!r}"
    if kind in ("organisations.tsv", "groups.tsv") and not _CODE.fullmatch(row["id"]):
        yield f"{row['id']!r} is no code"
    if kind == "agents.tsv" and not re.fullmatch(r"([A-Z]{3}\??)?", row["country"]):
        yield f"{row['country']!r} is no country code"
    if kind == "countries.tsv" and not re.fullmatch(r"[A-Z]{3}", row["iso3"]):
        yield f"{row['iso3']!r} is no country code"
    for cell in row.values():
        if cell != cell.strip() or '"' in cell:
            yield f"stray blanks or quotes in {cell!r}"
    yield from _dates(row)
    if kind == "offices":
        yield from _office(row, own=not line.startswith("offices/"))


def _dates(row: dict[str, str]) -> Iterator[str]:
    try:
        start, end = first_day(row.get("start", "")), last_day(row.get("end", ""))
        checked = last_day(row.get("checked", ""))
    except DataError as fault:
        yield str(fault)
        return
    for column in ("start", "end", "checked"):
        if not _ISO_DATE.fullmatch(row.get(column, "")):
            yield f"{row[column]!r} is no ISO date"
    if start and end and start > end:
        yield f"starts {start} after its end {end}"
    if start and checked and checked < start:
        yield f"was last known true on {row['checked']}, before it starts"


def _office(row: dict[str, str], *, own: bool) -> Iterator[str]:
    # An extract of Wikidata need not tell the gender.
    if row["gender"] not in ("m", "f") and not (own and not row["gender"]):
        yield f"gender {row['gender']!r} is neither m nor f"
    if not row["checked"]:
        yield "has not been checked"
    if not row["person"] or not row["office"]:
        yield "lacks a person or an office"

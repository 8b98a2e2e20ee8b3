"""Office holders from an extract of Wikidata into a user's overlay: the same columns, the same words for the same offices."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from detente.errors import BadRecord, DataError, NotFound, NotText
from detente.knowledge import overlay
from detente.knowledge.compiled import knowledge
from detente.knowledge.offices import COLUMNS, Spell
from detente.knowledge.owners import owners
from detente.knowledge.tables import DATA, first_day, last_day, several
from detente.knowledge.wording import folded, loose, strict

SOURCE = "Wikidata"
NEEDED = ("personLabel", "positionLabel")
"""Columns that an extract must have; `iso3`, `gender`, `aliases`, `start`, `end` and the precisions of both are used too."""

NEAR = 45
"""Days by which two sources may differ on the start of one spell."""

_GENDERS = {"q6581097": "m", "male": "m", "m": "m", "q6581072": "f", "female": "f", "f": "f", "q2449503": "m", "q1052281": "f"}
_TIME = re.compile(r"\+?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.]+Z?)?")
_QID = re.compile(r"Q\d+")
_DAY, _MONTH, _YEAR = 11, 10, 9


@dataclass
class Report:
    """What an import did: rows by outcome, and each that could not be used or differs, with the reason."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)


class _Unusable(Exception):
    """A row that cannot be used; its text says why."""


def import_extract(file: Path, to: Path, checked: dt.date | None = None) -> Report:
    """Adds the spells of an extract (`rows_of_extract`) to the overlay in the folder `to`, which is made if need be.

    A spell that the tables have stays as it is, but for an end that they lack. `checked` is the day on which open spells were
    true, that of the file when None. The same extract again changes nothing.
    Raises `InputError` for a file that is no such extract, `DataError` for an overlay that breaks its rules.
    """
    rows = list(rows_of_extract(file))
    day = checked or dt.datetime.fromtimestamp(file.stat().st_mtime, tz=dt.UTC).date()
    report = Report()
    written: dict[str, _File] = {}
    for number, row in rows:
        try:
            owner, cells = _spell(row, day)
        except _Unusable as reason:
            report.refused.append(f"{file}:{number}: {row.get('personLabel') or '?'}: {reason}")
            continue
        table = written.setdefault(owner, _File(to, owner))
        setattr(report, outcome := table.take(cells, report), getattr(report, outcome) + 1)
    for table in written.values():
        table.write()
    return report


def rows_of_extract(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of an extract with their numbers: results of a SPARQL query as JSON (in each of the three forms that the query
    service gives) or as CSV.

    Raises `InputError` where it is neither, or lacks a column that is needed.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise NotFound(str(file), "no such file") from None
    except IsADirectoryError:
        raise NotFound(str(file), "a folder, where a file is to be read") from None
    except UnicodeDecodeError:
        raise NotText(str(file), "not UTF-8") from None
    if text.lstrip()[:1] in ("{", "["):
        yield from _json_rows(str(file), text)
        return
    try:
        lines = csv.DictReader(io.StringIO(text), strict=True)
        _has_columns(str(file), set(lines.fieldnames or ()))
        for row in lines:
            yield lines.line_num, {key: value for key, value in row.items() if isinstance(value, str)}
    except csv.Error as error:
        raise BadRecord(str(file), f"no CSV: {error}") from None


def _json_rows(file: str, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadRecord(file, f"no JSON: {error}") from None
    results = data.get("results") if isinstance(data, dict) else data
    bindings = results.get("bindings") if isinstance(results, dict) else results
    if not isinstance(bindings, list) or not all(isinstance(row, dict) for row in bindings):
        raise BadRecord(file, "no results of a query: a list of rows is missing")
    rows = []
    for row in bindings:
        plain = {key: value.get("value") if isinstance(value, dict) else value for key, value in row.items()}
        rows.append({str(key): str(value) for key, value in plain.items() if value is not None})
    _has_columns(file, {key for row in rows for key in row} if rows else set(NEEDED))
    yield from enumerate(rows, start=1)


def _has_columns(file: str, columns: set[str]) -> None:
    if missing := [name for name in NEEDED if name not in columns]:
        raise BadRecord(file, f"lacks the column {missing[0]} (docs/knowledge.md has a query that gives it)")


def _spell(row: dict[str, str], day: dt.date) -> tuple[str, dict[str, str]]:
    """The owner and the cells of a spell. Raises `_Unusable`."""
    person = _cell(row.get("personLabel", ""))
    if not person or _QID.fullmatch(person):
        raise _Unusable("has no name in English")
    label = _cell(row.get("positionLabel", ""))
    if not label or _QID.fullmatch(label):
        raise _Unusable("the position has no name in English")
    owner = _owner(row.get("iso3", "").strip().upper(), label)
    office, titles, sector = _office(owner, label)
    start, end = (_date(row.get(column, ""), row.get(f"{column}Precision", "")) for column in ("start", "end"))
    if not start:
        raise _Unusable(f"{label}: no start is known")
    if end and last_day(end) < first_day(start):  # type: ignore[operator]
        raise _Unusable(f"{label}: ends on {end} before it starts on {start}")
    gender = _GENDERS.get(row.get("gender", "").rpartition("/")[2].strip().lower(), "")
    names = [name for alias in row.get("aliases", "").split("|") if (name := _cell(alias)) and name != person and " " in name]
    return owner, {
        "person": person,
        "gender": gender,
        "aliases": "|".join(dict.fromkeys(names)),
        "office": office,
        "titles": titles,
        "sector": sector,
        "start": start,
        "end": end,
        "source": SOURCE,
        "checked": end or day.isoformat(),
    }


def _cell(text: str) -> str:
    """Text that can stand in a cell: on one line, without the marks that part cells, values and rows."""
    return " ".join(text.replace('"', "").replace("|", " ").replace(">", " ").split()).lstrip("-").strip()


def _owner(iso3: str, label: str) -> str:
    base = knowledge()
    named = [code for mention in owners().named(label).mentions for code in mention.codes if not mention.whom]
    bodies = [code for code in named if code not in base.countries]
    # "Secretary General of NATO" is NATO's, whatever country the extract gives.
    if bodies and not any(code in base.countries for code in named):
        return bodies[0]
    if iso3:
        if iso3 not in base.countries:
            raise _Unusable(f"unknown country {iso3!r}")
        return iso3
    if not named:
        raise _Unusable(f"{label}: no country or organisation that is known")
    return named[0]


def _office(owner: str, label: str) -> tuple[str, str, str]:
    """The usual word for the office, its titles and sector: as in the rows of the same owner, else of any other."""
    named = owners().named(label)
    own = next((m for m in named.mentions if owner in m.codes), None)
    text = named.without(own) if own else named.text
    spells = knowledge().offices.spells
    here = [s for s in spells if s.owner == owner]
    for among, bare in ((here, strict), (here, loose), (spells, strict)):
        if found := _same_office(among, text, bare):
            titles = dict.fromkeys((*found.titles, *_title(label, own is not None)))
            return found.office, "|".join(titles), found.sector
    title = _title(label, own is not None)
    return title[0], "|".join(title), "GOV"


def _same_office(spells: list[Spell], text: str, bare: Callable[[str], frozenset[str]]) -> Spell | None:
    """The first spell of an office of that name, else of one with that title."""
    words = bare(text)
    by_title: Spell | None = None
    for spell in spells:
        if bare(_named(spell.office)) == words:
            return spell
        if by_title is None and any(bare(_named(title)) == words for title in spell.titles):
            by_title = spell
    return by_title


@functools.cache
def _named(name: str) -> str:
    return owners().named(name).text


def _title(label: str, owned: bool) -> list[str]:
    """The label as a title: in small letters and without its owner ("President of Chile")."""
    title = label.lower()
    return [title.rpartition(" of ")[0].strip() or title if owned and " of " in title else title]


def _date(text: str, precision: str) -> str:
    """An ISO date of the precision given (Wikidata's 11: day, 10: month, 9: year); "" where the value is unknown."""
    text = text.strip()
    if not text or "genid" in text or text.startswith(("_:", "t")):
        return ""
    found = _TIME.fullmatch(text)
    if not found:
        raise _Unusable(f"{text!r} is no date")
    try:
        fine = int(precision or _DAY)
    except ValueError:
        raise _Unusable(f"{precision!r} is no precision of a date") from None
    if fine < _YEAR:
        return ""
    parts = [part for part in found.groups() if part and part != "00"]
    date = "-".join(parts[: 1 if fine == _YEAR else 2 if fine == _MONTH else 3])
    try:
        first_day(date)
    except DataError as error:
        raise _Unusable(str(error)) from None
    return date


class _File:
    """The offices of one owner in the overlay, while rows are added."""

    def __init__(self, folder: Path, owner: str) -> None:
        self._path = folder / "offices" / f"{owner}.tsv"
        self._own: dict[tuple[str, ...], dict[str, str]] = {}
        file = f"offices/{owner}.tsv"
        if self._path.is_file():
            list(overlay.read(folder, file, COLUMNS))  # raises where it breaks its rules
            header, *lines = self._path.read_text(encoding="utf-8").split("\n")
            for line in filter(str.strip, lines):
                row = dict(zip(header.rstrip("\r").split("\t"), line.rstrip("\r").split("\t"), strict=True))
                self._own[row["person"], row["office"], row["start"]] = row
        there = (DATA / file).is_file() or self._path.is_file()
        merged = overlay.corrected(file, COLUMNS, DATA, folder) if there else ()
        self._rows = [dict(zip(COLUMNS, row.cells, strict=True)) for row in merged]

    def take(self, cells: dict[str, str], report: Report) -> str:
        """Takes a spell; the outcome: added, changed or unchanged."""
        known = next((row for row in self._rows if _same_spell(row, cells)), None)
        if known is None:
            self._rows.append(cells)
            self._own[cells["person"], cells["office"], cells["start"]] = cells
            return "added"
        if not cells["end"] or known["end"]:
            if cells["end"] and not _agree(known["end"], cells["end"]):
                told = f"{self._path.stem}: {known['person']}, {known['office']} from {known['start']}"
                report.differing.append(f"{told}: ends on {known['end']}, not on {cells['end']} as in the extract")
            return "unchanged"
        key = known["person"], known["office"], known["start"]
        correction = dict.fromkeys(COLUMNS, "") | self._own.get(key, dict(zip(("person", "office", "start"), key, strict=True)))
        self._own[key] = correction | {name: cells[name] for name in ("end", "source", "checked")}
        known |= {name: cells[name] for name in ("end", "source", "checked")}
        return "changed"

    def write(self) -> None:
        if not self._own:
            return
        rows = sorted(self._own.values(), key=lambda row: (row.get("person", ""), row.get("start", ""), row.get("office", "")))
        lines = ["\t".join(COLUMNS), *("\t".join(row.get(column, "") for column in COLUMNS) for row in rows)]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._path.with_suffix(".unfinished")
        unfinished.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        unfinished.replace(self._path)


def _same_spell(row: dict[str, str], cells: dict[str, str]) -> bool:
    if row["office"] != cells["office"]:
        return False
    names = {folded(name) for name in (row["person"], *several(row["aliases"]))}
    if not names & {folded(name) for name in (cells["person"], *several(cells["aliases"]))}:
        return False
    return not row["start"] or _agree(row["start"], cells["start"])


def _agree(one: str, other: str) -> bool:
    """Whether two dates can be of one event: near each other, or one within the other."""
    spans = [(first_day(date), last_day(date)) for date in (one, other)]
    (first, last), (start, end) = [(a or dt.date.min, b or dt.date.max) for a, b in spans]
    return (start - last).days <= NEAR and (first - end).days <= NEAR

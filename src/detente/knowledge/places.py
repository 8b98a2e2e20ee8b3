"""Places by name: countries and regions from our own table, cities and divisions of countries from GeoNames.

The tables hold more than half a million names. They are compiled once into a SQLite file in the user's cache, whose name
tells which state of the tables it was made from; a look-up then reads a few pages of it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.datafiles import cache_folder
from detente.errors import DataError
from detente.knowledge import overlay
from detente.knowledge.tables import DATA, records, several

PLACES = DATA / "places"
COLUMNS = ("geonameid", "name", "aliases", "kind", "province", "lat", "lon", "population", "extent")
REGION_COLUMNS = ("name", "aliases", "kind", "country", "province", "lat", "lon", "extent", "population", "geonameid")
KINDS = frozenset({"country", "region", "province", "district", "water", "city", "site"})

WELL_KNOWN = 100_000
"""Population from which on a city's bare name is taken for the city wherever it stands; that of a smaller one may be anything."""
_DIVISION = 10
"""How many times as many people a division must have as a city of its name elsewhere to come before it."""
_COMPILED = 2
"""Version of the compiled form: what is told apart in the cache besides the tables themselves."""

_FIELDS = "geonameid, place.name, kind, country, province, lat, lon, population, extent, ours"
_BY_NAME = f"SELECT {_FIELDS} FROM naming JOIN place ON place.id = naming.place WHERE naming.name = ?"
_BY_COUNTRY = f"SELECT {_FIELDS} FROM place WHERE kind = 'country' AND country = ?"

_Cells = tuple[int, str, str, str, str, float, float, int, int, int]
"""The fields of a `PlaceRow` in their order, as SQLite keeps them."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place. `lat`, `lon` in degrees (WGS 84); `geonameid` 0 where GeoNames has none or we know none.

    - `kind`: country; region (any part of the world that is no division of a country, or one that we describe ourselves);
      province and district (first and second division of a country); water; city; site (a building, crossing, base).
    - `extent`: kilometres around the centre within which the place lies, 0 for a point.
    - `ours`: whether it is from the table written by hand, whose names are known wherever they stand.
    """

    geonameid: int
    name: str
    kind: str
    country: str
    province: str
    lat: float
    lon: float
    population: int
    extent: int = 0
    ours: bool = True


class Gazetteer:
    """Places by name. Countries come first, then the table by hand, then the most populous."""

    def __init__(
        self, places: Iterable[tuple[PlaceRow, list[str]]] = (), *, folder: Path | None = None, over: Path | None = None
    ) -> None:
        self._given = list(places)
        self._folder = folder
        self._over = over
        self._found: dict[str, list[PlaceRow]] = {}

    def find(self, name: str, *, towns: bool = False) -> list[PlaceRow]:
        """The places of that name; empty when none is known.

        `towns`: also the cities below `WELL_KNOWN`, districts, and states by two-letter abbreviations ("TX"); only where
        something else than the name says that a place is meant.
        """
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._look_up(name)
        if towns:
            return found
        if len(name) < 3:
            # "IN", "OR": what is no part of the world stands for a state only where something says so.
            return [p for p in found if p.kind == "region" and not p.country]
        return [p for p in found if p.ours or p.kind == "province" or (p.kind == "city" and p.population >= WELL_KNOWN)]

    def country(self, iso3: str) -> PlaceRow | None:
        """The row of a country by its ISO 3166 alpha-3 code; None where the table has none."""
        row = self._connection.execute(_BY_COUNTRY, (iso3,)).fetchone()
        return PlaceRow(*row) if row else None

    def _look_up(self, name: str) -> list[PlaceRow]:
        found = {PlaceRow(*row) for row in self._connection.execute(_BY_NAME, (name,))}
        return sorted(found, key=lambda p: (p.kind != "country", not p.ours, -_standing(p), p.geonameid))

    @functools.cached_property
    def _connection(self) -> sqlite3.Connection:
        if self._folder is None:
            return _filled(":memory:", [(dataclasses.astuple(place), aliases) for place, aliases in self._given])
        kept = cache_folder() / f"places-{_state(self._folder, self._over)}.sqlite"
        if not kept.is_file() and not _keep(kept, self._folder, self._over):
            # The cache only saves time: where it cannot be written, the tables are read at every start.
            return _filled(":memory:", _read(self._folder, self._over))
        return sqlite3.connect(f"file:{kept}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def load(folder: Path = DATA, over: Path | None = None) -> Gazetteer:
    """The places of a folder of tables, read when they are first asked for.

    `over`: a user's overlay (`detente.knowledge.overlay`), whose `regions.tsv` corrects ours.

    Raises `DataError`, now or then, when a table is missing or breaks its rules.
    """
    if not (folder / "regions.tsv").is_file():
        raise DataError("regions.tsv: there is no such file")
    own = over if over and (over / "regions.tsv").is_file() else None
    return Gazetteer(folder=folder, over=own)


def _standing(place: PlaceRow) -> float:
    """Population, by which the cities come before the divisions that are named after them."""
    return place.population / _DIVISION if place.kind in ("province", "district") else place.population


def _state(folder: Path, over: Path | None) -> str:
    """What tells this state of the tables from any other: their names, sizes and times."""
    told = [f"{_COMPILED}"]
    for path in [folder / "regions.tsv", *sorted((folder / "places").glob("*.tsv")), *([over / "regions.tsv"] if over else [])]:
        stat = path.stat()
        told.append(f"{path} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]


def _keep(path: Path, folder: Path, over: Path | None) -> bool:
    """Compiles the tables into a file; whether it could be written."""
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        _filled(str(unfinished), _read(folder, over)).close()
        unfinished.replace(path)
    except (OSError, sqlite3.OperationalError):
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        return False
    for old in path.parent.glob("places-*.sqlite"):
        # Another version of détente may still be reading its own; it keeps the open file.
        if old != path:
            with contextlib.suppress(OSError):
                old.unlink()
    return True


def _filled(where: str, places: Iterable[tuple[_Cells, list[str]]]) -> sqlite3.Connection:
    connection = sqlite3.connect(where, check_same_thread=False)
    connection.executescript(
        """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4000;
        CREATE TABLE place (id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT, kind TEXT, country TEXT, province TEXT,
            lat REAL, lon REAL, population INTEGER, extent INTEGER, ours INTEGER);
        CREATE TABLE naming (name TEXT, place INTEGER);
        """
    )
    naming: list[tuple[str, int]] = []

    def numbered() -> Iterator[tuple[int | str | float, ...]]:
        for number, (place, names) in enumerate(places):
            naming.extend((name, number) for name in {place[1], *names})
            yield number, *place

    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", numbered())
    connection.executemany("INSERT INTO naming VALUES (?, ?)", sorted(naming))
    connection.executescript(
        "CREATE INDEX by_name ON naming (name, place); CREATE INDEX countries ON place (country) WHERE kind = 'country';"
    )
    connection.commit()
    return connection


def _read(folder: Path, over: Path | None) -> Iterator[tuple[_Cells, list[str]]]:
    for row in overlay.corrected("regions.tsv", REGION_COLUMNS, folder, over):
        name, aliases, kind, country, province, *where, extent, population, number = row.cells
        yield _cells("regions.tsv", number, name, kind, country, province, [*where, population, extent], 1), several(aliases)
    for path in sorted((folder / "places").glob("*.tsv")):
        file, country = path.name, path.stem
        for number, name, aliases, kind, province, *figures in records(path, COLUMNS):
            yield _cells(file, number, name, kind, country, province, figures, 0), several(aliases)


def _cells(file: str, number: str, name: str, kind: str, country: str, province: str, figures: list[str], ours: int) -> _Cells:
    lat, lon, people, extent = figures
    try:
        where = float(lat), float(lon), int(people or 0), int(extent or 0)
        return int(number or 0), name, kind, country, province, *where, ours
    except ValueError as error:
        raise DataError(f"{file}: {name}: {error}") from None

"""Places by name, from GeoNames (cities) and from our own table (countries, regions, seas)."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from detente.errors import DataError
from detente.knowledge.tables import DATA

COLUMNS = ("geonameid", "name", "aliases", "kind", "country", "province", "lat", "lon", "population")
WELL_KNOWN = 100_000
"""Population from which on a city's bare name is taken for the city wherever it stands; that of a smaller one may be anything."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place. `kind`: country, region, city. `lat`, `lon` in degrees (WGS 84); `geonameid` 0 where GeoNames has none."""

    geonameid: int
    name: str
    kind: str
    country: str
    province: str
    lat: float
    lon: float
    population: int


class Gazetteer:
    """Places by name, countries first, then the most populous. A table given by its path is read at the first question."""

    def __init__(self, places: Iterable[tuple[PlaceRow, list[str]]] = (), *, path: Path | None = None) -> None:
        self._given = list(places)
        self._path = path
        self._rows: dict[str, list[PlaceRow]] = {}

    def find(self, name: str, *, towns: bool = False) -> list[PlaceRow]:
        """The places of that name; empty when none is known.

        `towns`: also the cities below `WELL_KNOWN`, and states by two-letter abbreviations ("TX"); only where something else
        than the name says that a place is meant.
        """
        found = self._rows.get(name)
        if found is None:
            found = self._rows[name] = self._look_up(name)
        if towns:
            return found
        if len(name) < 3 or not found:
            return []
        return [p for p in found if p.kind != "city" or p.population >= WELL_KNOWN]

    def country(self, iso3: str) -> PlaceRow | None:
        """The row of a country by its ISO 3166 alpha-3 code; None where the table has none."""
        line = self._index[1].get(iso3)
        return _row(line) if isinstance(line, str) else line

    def _look_up(self, name: str) -> list[PlaceRow]:
        found = [_row(line) if isinstance(line, str) else line for line in self._index[0].get(name, ())]
        return sorted(found, key=lambda p: (p.kind != "country", -p.population, p.geonameid))

    @functools.cached_property
    def _index(self) -> tuple[dict[str, list[str | PlaceRow]], dict[str, str | PlaceRow]]:
        """Lines by name, and those of countries by code. Only the lines that somebody asks for are ever taken apart."""
        by_name: dict[str, list[str | PlaceRow]] = {}
        countries: dict[str, str | PlaceRow] = {}
        for place, aliases in self._given:
            for name in {place.name, *aliases}:
                by_name.setdefault(name, []).append(place)
            if place.kind == "country":
                countries[place.country] = place
        for line in _lines(self._path) if self._path else ():
            _, name, aliases_cell, rest = line.split("\t", 3)
            by_name.setdefault(name, []).append(line)
            if aliases_cell:
                for alias in aliases_cell.split("|"):
                    by_name.setdefault(alias, []).append(line)
            if rest.startswith("country\t"):
                countries[rest[8:11]] = line
        return by_name, countries


def load(path: Path = DATA / "places.tsv") -> Gazetteer:
    """The table of places, read when it is first asked. Raises `DataError`, now or then, when the table breaks its rules."""
    if not path.is_file():
        raise DataError(f"{path.name}: there is no such file")
    return Gazetteer(path=path)


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[-1] == "":
        lines.pop()
    header = lines.pop(0).split("\t") if lines else []
    if header != list(COLUMNS):
        raise DataError(f"{path.name}: columns are {header}, they should be {list(COLUMNS)}")
    for number, line in enumerate(lines, start=2):
        if line.count("\t") != len(COLUMNS) - 1:
            raise DataError(f"{path.name}:{number}: {line.count(chr(9)) + 1} cells, {len(COLUMNS)} expected")
    return lines


def _row(line: str) -> PlaceRow:
    geonameid, name, _, kind, country, province, lat, lon, population = line.split("\t")
    try:
        return PlaceRow(int(geonameid or 0), name, kind, country, province, float(lat), float(lon), int(population or 0))
    except ValueError as error:
        raise DataError(f"places.tsv: {name}: {error}") from None

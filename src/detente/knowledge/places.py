"""Places by name, from GeoNames (cities) and from our own table (countries and regions)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from detente.knowledge.tables import DATA, rows, several

COLUMNS = ("geonameid", "name", "aliases", "kind", "country", "province", "lat", "lon", "population")


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
    """Places by name, the most populous first."""

    def __init__(self, places: list[tuple[PlaceRow, list[str]]]) -> None:
        self._by_name: dict[str, list[PlaceRow]] = {}
        for place, aliases in places:
            for name in {place.name, *aliases}:
                self._by_name.setdefault(name, []).append(place)
        for found in self._by_name.values():
            found.sort(key=lambda p: (p.kind != "country", -p.population, p.geonameid))

    def find(self, name: str) -> list[PlaceRow]:
        """The places of that name; empty when none is known."""
        return self._by_name.get(name, [])


def load(path: Path = DATA / "places.tsv") -> Gazetteer:
    """Reads the table of places."""
    places: list[tuple[PlaceRow, list[str]]] = []
    for row in rows(path, COLUMNS):
        place = PlaceRow(
            int(row["geonameid"] or 0),
            row["name"],
            row["kind"],
            row["country"],
            row["province"],
            float(row["lat"]),
            float(row["lon"]),
            int(row["population"] or 0),
        )
        places.append((place, several(row["aliases"])))
    return Gazetteer(places)

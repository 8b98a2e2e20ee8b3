"""Errors of places, planted: in pairs of town and country that stand in the report, and in sentences put at a paragraph's end."""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Iterator

from detente.bench.planting.change import Change, Planter
from detente.bench.planting.dates import added, paragraph_ends, some_country
from detente.checks.report import Report
from detente.knowledge import Knowledge
from detente.knowledge.base import Country
from detente.knowledge.offices import surname

_PAIR = re.compile(r"\bin (?P<town>[A-Z]\w+(?: [A-Z]\w+)?), (?P<country>[A-Z]\w+)(?=[,.])")
_QUALIFIED = re.compile(r"\b(?P<country>[A-Z]\w+) (?:city|town|port) of (?P<town>[A-Z]\w+)")
_CAPITAL = re.compile(r"\b(?P<country>[A-Z]\w+) capital,? (?:of )?(?P<town>[A-Z]\w+)")
_SECOND_CITIES = {
    "AUS": ("Sydney", "Melbourne"), "BRA": ("São Paulo", "Rio de Janeiro"), "CAN": ("Toronto", "Montreal"),
    "CHE": ("Geneva", "Zurich"), "CHN": ("Shanghai", "Guangzhou"), "DEU": ("Hamburg", "Munich"),
    "ESP": ("Barcelona", "Valencia"), "FRA": ("Marseille", "Lyon"), "IND": ("Mumbai", "Kolkata"), "ITA": ("Milan", "Naples"),
    "JPN": ("Osaka", "Kyoto"), "KAZ": ("Almaty", "Karaganda"), "KOR": ("Busan", "Incheon"), "MAR": ("Casablanca", "Marrakesh"),
    "NGA": ("Lagos", "Kano"), "PAK": ("Karachi", "Lahore"), "POL": ("Krakow", "Gdansk"), "SAU": ("Jeddah", "Mecca"),
    "TUR": ("Istanbul", "Izmir"), "UKR": ("Lviv", "Kharkiv"), "VNM": ("Ho Chi Minh City", "Da Nang"),
    "ZMB": ("Kitwe", "Ndola"), "IRQ": ("Mosul", "Basra"), "SYR": ("Aleppo", "Homs"), "IRN": ("Isfahan", "Mashhad"),
    "EGY": ("Alexandria", "Luxor"), "RUS": ("Novosibirsk", "Kazan"), "BLR": ("Brest", "Gomel"),
    "ROU": ("Cluj-Napoca", "Timisoara"), "ETH": ("Mekelle", "Gondar"),
}  # fmt: skip
"""Large towns that are no capitals, by country."""
_LESSER = {
    "UKR": ("Poltava", "Vinnytsia", "Sumy", "Chernihiv"), "POL": ("Lublin", "Rzeszow"), "SYR": ("Hama", "Deir ez-Zor"),
    "LBY": ("Misrata", "Benghazi"), "MLI": ("Gao", "Timbuktu"), "COL": ("Cali", "Medellin"), "MEX": ("Monterrey", "Tijuana"),
    "GRC": ("Thessaloniki",), "LTU": ("Kaunas",), "EST": ("Narva", "Tartu"), "AFG": ("Kandahar", "Herat"),
    "MMR": ("Mandalay",), "YEM": ("Taiz", "Hodeidah"), "SDN": ("Port Sudan",),
}  # fmt: skip
_TOWNS = tuple((iso3, name) for table in (_SECOND_CITIES, _LESSER) for iso3, names in table.items() for name in names)
_NEIGHBOURS = frozenset({"GEO", "IRL", "USA", "GBR", "ARG", "MDA", "CYP", "ARM", "AZE", "XKX", "SRB", "ESH", "SSD", "KOR", "PRK"})
"""States that are not named as the wrong ones: their claims or names are an affair of their own."""


def _elsewhere(iso3: str, town: str, report: Report, chance: random.Random) -> Country:
    """A country in which there is no place of that name at all."""
    while True:
        country = some_country(report, chance)
        places = report.base.places.find(town, towns=True)
        if (
            country.iso3 not in _NEIGHBOURS | {iso3}
            and all(place.country != country.iso3 for place in places)
            and not _neighbours(iso3, country.iso3)
        ):
            return country


def _neighbours(one: str, other: str) -> bool:
    """Whether two states dispute each other's land, so that the error might be no error."""
    return {one, other} in (
        {"IND", "PAK"},
        {"IND", "CHN"},
        {"MAR", "ESP"},
        {"JPN", "RUS"},
        {"TUR", "SYR"},
        {"TUR", "GRC"},
        {"SAU", "YEM"},
        {"ERI", "ETH"},
    )


def _home(words: str, town: str, base: Knowledge, form: str) -> str | None:
    """The country that the words name, if a town of that name there is large enough to be meant by its name alone."""
    found = {n.entry.country for n in base.names.get(words) if n.entry.kind == "state" and n.form == form}
    rows = base.places.find(town)
    if len(found) != 1 or not rows or rows[0].kind != "city" or rows[0].country not in found:
        return None
    return rows[0].country


def _wrong_country(report: Report, chance: random.Random) -> Iterator[Change]:
    base = report.base
    for pattern, form in ((_PAIR, "name"), (_QUALIFIED, "demonym")):
        for match in pattern.finditer(report.text):
            iso3 = _home(match["country"], match["town"], base, form)
            if iso3 is None or iso3 in _NEIGHBOURS:
                continue
            other = _elsewhere(iso3, match["town"], report, chance)
            words = other.name if form == "name" else other.demonyms[0]
            start, end = match.span("country")
            yield Change(start, end, words, (0, len(words)), match["country"])
    for at in paragraph_ends(report, chance):
        iso3, town = chance.choice(_TOWNS)
        other, home = _elsewhere(iso3, town, report, chance), base.countries[iso3]
        demonym = other.demonyms[0]
        if chance.random() < 0.5:
            error = chance.choice(
                (
                    f"{demonym} city of {town}",
                    f"{demonym} {chance.choice(('border town', 'port', 'second city', 'city'))} of {town}",
                )
            )
            sentence = chance.choice(
                (
                    f"Similar scenes were reported from the {error}.",
                    f"A drone came down near the {error} at night.",
                    f"He spoke in the {error} last week.",
                )
            )
            right = home.demonyms[0]
        elif chance.random() < 0.5:
            article = "an" if demonym[0] in "AEIOU" else "a"
            error = chance.choice(
                (
                    f"{town}, {article} {demonym} {chance.choice(('town', 'city', 'port'))}",
                    f"{town}, the {demonym} city",
                    f"{town}, {other.name}'s second city",
                    f"{town}, in {chance.choice(('northern', 'southern', 'eastern'))} {other.name}",
                    f"{town}, in {other.name}",
                    f"{other.name}'s second city, {town}",
                )
            )
            opening = chance.choice(("Shots were heard in", "The convoy came from", "An office was opened in"))
            sentence = f"{opening} {error}, on Sunday."
            right = home.demonyms[0] if demonym in error else home.name
        else:
            error = chance.choice((f"{town}, {other.name}", f"{town} in {other.name}", f"{town} ({other.name})"))
            sentence = chance.choice(
                (
                    f"A second group has an office in {error}.",
                    f"Two men were held in {error} on Sunday.",
                    f"Shots were heard in {error}, witnesses said.",
                )
            )
            right = home.name
        yield added(at, sentence, error, right)


def _no_capital(report: Report, chance: random.Random) -> Iterator[Change]:
    base = report.base
    for match in _CAPITAL.finditer(report.text):
        found = {n.entry.country for n in base.names.get(match["country"]) if n.form == "demonym"}
        iso3 = next(iter(found)) if len(found) == 1 else None
        if iso3 in _SECOND_CITIES and match["town"] in base.countries[iso3].capitals:
            words = chance.choice(_SECOND_CITIES[iso3])
            start, end = match.span("town")
            yield Change(start, end, words, (0, len(words)), base.countries[iso3].capitals[0])
    for at in paragraph_ends(report, chance):
        iso3 = chance.choice(sorted(_SECOND_CITIES))
        home, town = base.countries[iso3], chance.choice(_SECOND_CITIES[iso3])
        if chance.random() < 0.3:
            # The capital of another country.
            other = some_country(report, chance)
            town = (
                other.capitals[0]
                if other.iso3 != iso3 and " " not in other.capitals[0] and not _neighbours(iso3, other.iso3)
                else town
            )
        demonym = home.demonyms[0]
        name = f"the {home.name}" if home.name == "Netherlands" else home.name
        form = chance.choice(
            (f"the {demonym} capital, {town}", f"the {demonym} capital {town}", f"the {demonym} capital of {town}",
             f"{name}'s capital, {town}", f"{town}, the {demonym} capital", f"{town}, the capital of {name}",
             f"the capital of {name}, {town}", f"{town}, {name}'s capital", f"{town}, {name}'s seat of government",
             f"{town}, which is the {demonym} capital", f"{town}, the federal capital of {name}")
        )  # fmt: skip
        sentence = chance.choice(
            (
                f"Thousands marched in {form}, on Sunday.",
                f"The envoy flew to {form}, to meet officials.",
                f"The embassy in {form}, was closed for a day.",
            )
        )
        yield added(at, sentence, form, home.capitals[0])


def _two_venues(report: Report, chance: random.Random) -> Iterator[Change]:
    day = report.first
    if day is None:
        return
    held = [
        s
        for name in ("foreign minister", "defence minister")
        for s in report.base.offices.spells
        if s.office == name and s.holds(day)
    ]
    if len(held) < 2:
        return
    for at in paragraph_ends(report, chance):
        one, two = chance.sample(held, 2)
        here, there = (chance.choice(("Geneva", "Vienna", "Istanbul", "Doha", "Oslo", "Paris", "Cairo")) for _ in range(2))
        if here == there or one.owner == two.owner:
            continue
        on = calendar.day_name[(day.weekday() - chance.randint(1, 5)) % 7]
        first, second = surname(one.person), surname(two.person)
        sentence = chance.choice(
            (f"{one.person} and {two.person} met in {here} on {on}. The tone was calm.",
             f"{one.person} met {two.person} in {here} on {on}, aides said.")
        )  # fmt: skip
        told = chance.choice(
            (f"The meeting of {first} and {second} in {there} on {on} lasted two hours.",
             f"{first} and {second} held talks in {there} on {on} for two hours.",
             f"The talks between {first} and {second} in {there} on {on} brought little.")
        )  # fmt: skip
        both = f" {sentence} {told}"
        start = both.index(there, len(sentence) + 1)
        yield Change(at, at, both, (start, start + len(there)), here)


PLANTERS: dict[str, Planter] = {"no capital": _no_capital, "two venues": _two_venues, "wrong country": _wrong_country}

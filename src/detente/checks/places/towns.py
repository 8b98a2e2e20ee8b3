"""In which countries a town of some name lies, and what is not for a gazetteer to say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from detente.knowledge import Knowledge
from detente.knowledge.places import PlaceRow

_KNOWN = 100_000
"""Population from which on a town is taken for what it is wherever its name stands."""
_SOME = 5_000
"""Population of a town of the same name that may be meant in another country."""
_SHARE = 300
"""How many times as many people a town may have as a namesake that may still be meant."""
_NAMESAKE = 10
"""How many times as many people a town has as another of its name that does not make it contested."""
_CONTESTED = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "ISR-PSE ISR-SYR ISR-LBN SRB-XKX ALB-XKX CHN-TWN CHN-HKG MAR-ESH DZA-ESH MRT-ESH ESP-MAR GBR-IRL GBR-ARG GBR- "
        "ESP ARM-AZE IND-PAK IND-CHN CYP-TUR GRC-TUR MDA-RUS GEO-RUS SDN-SSD SDN-EGY USA-PRI DNK-GRL ITA-VAT JPN-RUS "
        "KGZ-TJK ERI-ETH JOR-PSE EGY-PSE TUR-SYR BIH-SRB BIH-HRV VEN-GUY SAU-YEM COD-COG GIN-GNB GIN-GNQ"
    ).split()
)
"""States of which each claims or holds what others call the other's, or whose names are taken for each other's."""
_BORDERS_ONLY = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "ARM-AZE SDN-SSD SDN-EGY KGZ-TJK ERI-ETH MDA-RUS JPN-RUS GEO-RUS VEN-GUY TUR-SYR EGY-PSE JOR-PSE ISR-LBN ISR-SYR IND-PAK "
        "IND-CHN GRC-TUR SAU-YEM ESP-MAR"
    ).split()
)
"""Pairs of them whose claims are to villages and small towns at the border, not to well-known towns."""
_CONTESTED_PROVINCES = {
    "Crimea": dt.date(2014, 2, 20), "Sevastopol": dt.date(2014, 2, 20), "Donetsk": dt.date(2022, 2, 21),
    "Luhansk": dt.date(2022, 2, 21), "Luhans'k": dt.date(2022, 2, 21), "Kherson": dt.date(2022, 2, 24),
    "Zaporizhzhia": dt.date(2022, 2, 24), "Zaporizhzhya": dt.date(2022, 2, 24),
    "Abkhazia": dt.date.min, "South Ossetia": dt.date.min,
}  # fmt: skip
"""Provinces that Russia holds or claims, from when on."""
_CONTESTED_TOWNS = frozenset(
    {
        "Jerusalem",
        "East Jerusalem",
        "West Jerusalem",
        "Nicosia",
        "Sevastopol",
        "Simferopol",
        "Stepanakert",
        "Tiraspol",
        "Rafah",
        "Antakya",
        "Antioch",
        "Iskenderun",
        "Afrin",
        "Azaz",
        "Jarabulus",
        "Srinagar",
        "Jammu",
        "Muzaffarabad",
        "Gilgit",
        "Skardu",
        "Leh",
        "Kargil",
        "Anantnag",
        "Baramulla",
        "Sopore",
        "Tawang",
        "Mirpur",
    }
)
_ENDED = frozenset({"SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "VDR", "XVS"})


@dataclass(frozen=True, slots=True)
class Town:
    """A town by name: the place that its name stands for first of all, and all places of that name."""

    name: str
    first: PlaceRow
    rows: tuple[PlaceRow, ...]

    @property
    def known(self) -> bool:
        return self.first.population >= _KNOWN

    @property
    def sure(self) -> bool:
        """Whether hardly another town of its name can be meant."""
        rest = [row.population for row in self.rows if row.country != self.first.country]
        return self.first.population >= _SOME and self.first.population > 10 * max(rest, default=0)

    def may_lie_in(self, iso3: str, day: dt.date | None = None) -> bool:
        """Whether a place of its name that may be meant lies in a country, or was contested on a day (None: today)."""
        if iso3 in _ENDED or self.name in _CONTESTED_TOWNS:
            return True
        since = _CONTESTED_PROVINCES.get(self.first.province)
        if since is not None and iso3 == "RUS" and (day is None or day >= since):
            return True
        for row in self.rows[:3]:
            if row.population * _NAMESAKE < self.first.population and row.country != self.first.country:
                continue
            pair = frozenset({iso3, row.country})
            if pair in _CONTESTED and not (pair in _BORDERS_ONLY and self.known):
                return True
        return any(row.country == iso3 and self._may_be_meant(row) for row in self.rows)

    def _may_be_meant(self, row: PlaceRow) -> bool:
        return row.kind != "city" or row.ours or row.population >= _SOME or row.population * _SHARE >= self.first.population


def town(name: str, base: Knowledge) -> Town | None:
    """The town of a name; None where none is known, or where the name is first of all that of something else."""
    name = name.replace("’", "'")
    if name.isupper() and len(name) > 3:
        name = name.title()
    rows = base.places.find(name, towns=True)
    if not rows or rows[0].kind in ("country", "region", "water"):
        return None
    cities = [
        row for row in rows if row.country and (row.kind == "city" or (row.kind == "province" and row.population >= _KNOWN))
    ]
    if not cities or any(row.kind in ("region", "water") for row in rows):
        return None
    return Town(name, max(cities, key=lambda row: row.population), tuple(rows))


def capital_of(name: str, base: Knowledge) -> str | None:
    """The country of which a town is the capital by its name; None where it is none."""
    named = base.names.get(name.replace("’", "'"))
    return next((n.entry.country for n in named if n.form == "capital" and n.entry.country not in _ENDED), None)


def country_named(words: str, base: Knowledge, form: str) -> str | None:
    """The country that words name by its "name" or "demonym"; None where they name none, or several."""
    found = {n.entry.country for n in base.names.get(words) if n.entry.kind == "state" and n.form == form}
    found -= {None, *_ENDED}
    return next(iter(found)) if len(found) == 1 else None

"""Resolving: which of the places of its name each toponym of a report stands for.

Each name starts from how prominent its places are. Then every name lends weight to the places of other names that lie near
it or in the same province or country, as far as it is sure itself; after a few rounds the readings agree with each other
(loopy mean field). What the text says outright ("Paris, Texas") is settled beforehand, and so is the publisher's country.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from detente.coding.places.candidates import candidates, containers, contains, prominence
from detente.knowledge import Knowledge
from detente.knowledge.places import PlaceRow
from detente.model import Article

_RIVALS = 40
"""Places of one name that are weighed against each other; the rest are too small to be meant."""
_PROMINENCE = 1.6
_SUPPORT = 10.0
_ROUNDS = 4
_NEAR_KM = 200.0
_NEAR, _PROVINCE, _STATE = 1.0, 0.5, 0.4
_PUBLISHER = 2.0
_EARTH_RADIUS_KM = 6371.0088
_TOWN_KM = 10
_FAR_ON = 300.0
"""Characters between two names after which the one says half as much about where the other is."""

_Floats = NDArray[np.float64]


@dataclass(slots=True)
class _Name:
    """A name of the report, the places that it may stand for, and how much it says about the others."""

    places: list[PlaceRow]
    weight: float


def resolve(article: Article, spans: Sequence[tuple[int, int]], base: Knowledge) -> list[PlaceRow | None]:
    """What the toponyms of an article, given by offsets into its text, stand for; None where no place of that name is known."""
    text = article.text
    here: dict[int, PlaceRow] = {}
    names: dict[str, _Name] = {}
    for start, end in spans:
        name = text[start:end]
        known = names.setdefault(name, _Name(candidates(name, base)[: int(_RIVALS)], 0.0))
        known.weight += 1.0
        at, outer = containers(text, end, base)
        inside = [(p, c) for c in outer for p in candidates(name, base) if contains(c, p)]
        if inside:
            place, container = inside[0]
            here[start], here[at] = place, container
            known.places = [place]
    _countries(text, names, base)
    _publisher(article, names, base)
    chosen = _agreed(names)
    rows = [here.get(start) or chosen.get(text[start:end]) for start, end in spans]
    beside = _beside(spans, rows)
    return [
        row or _vicinity(text[start:end], _held(text[start:end], chosen, base) or near)
        for (start, end), row, near in zip(spans, rows, beside, strict=True)
    ]


def _vicinity(name: str, near: PlaceRow | None) -> PlaceRow | None:
    """A place that no table knows, somewhere in one that is known."""
    return near and dataclasses.replace(
        near, geonameid=0, name=name, kind="site", population=0, extent=max(near.extent, _TOWN_KM), ours=False
    )


def _held(name: str, chosen: dict[str, PlaceRow], base: Knowledge) -> PlaceRow | None:
    """The place that a longer name holds ("Manila Cathedral", "the University of Texas"), if the report or everybody knows it."""
    words = name.split()
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            part = " ".join(words[first : first + length]).strip(".,")
            if part in chosen:
                return chosen[part]
            known = base.places.find(part) if part[:1].isupper() else []
            if known:
                return known[0]
    return None


def _beside(spans: Sequence[tuple[int, int]], rows: list[PlaceRow | None]) -> list[PlaceRow | None]:
    """For each toponym without a place the town that is named often or near to it, in which a street or house will be."""
    towns = [(span, row) for span, row in zip(spans, rows, strict=True) if row and row.kind in ("city", "district", "site")]
    towns = towns or [(span, row) for span, row in zip(spans, rows, strict=True) if row and row.kind in ("province", "country")]
    mentions = Counter(row.geonameid or row.name for _, row in towns)
    found: list[PlaceRow | None] = []
    for (start, end), known in zip(spans, rows, strict=True):
        row: PlaceRow | None = None
        if known is None and towns:
            gaps = [start - there[1] if there[1] <= start else 2 * (there[0] - end) for there, _ in towns]
            weights = [mentions[r.geonameid or r.name] / (1 + gap / _FAR_ON) for gap, (_, r) in zip(gaps, towns, strict=True)]
            row = towns[int(np.argmax(weights))][1]
        found.append(row)
    return found


def _countries(text: str, names: dict[str, _Name], base: Knowledge) -> None:
    """Adds the countries that the text names otherwise than by the toponyms in question."""
    for match in base.names.find(text):
        entry = match.named[0].entry
        if entry.kind == "state" and entry.country and len(match.named) == 1 and match.text not in names:
            row = base.places.country(entry.country)
            if row:
                names.setdefault(f"({entry.country})", _Name([row], 0.0)).weight += 1.0


def _publisher(article: Article, names: dict[str, _Name], base: Knowledge) -> None:
    """Adds what the publisher's name or address says: the country of its domain, the places that its name holds."""
    host = urlsplit(article.url).hostname if article.url else None
    told = (article.publisher or host or "").lower()
    domain = told.rpartition(".")[2] if "." in told else ""
    country = next((c.iso3 for c in base.countries.values() if c.iso2.lower() == ("gb" if domain == "uk" else domain)), None)
    row = base.places.country(country) if country else None
    if row:
        names["(publisher)"] = _Name([row], _PUBLISHER)
    letters = re.sub(r"[^a-z]", "", told.removeprefix("www."))
    for name, known in list(names.items()):
        short = re.sub(r"[^a-z]", "", name.lower())
        if len(short) > 3 and short in letters:
            known.weight += 3.0


def _agreed(names: dict[str, _Name]) -> dict[str, PlaceRow]:
    """The place of each name on which the names agree best."""
    known = {name: entry for name, entry in names.items() if entry.places}
    places = [place for entry in known.values() for place in entry.places]
    if not places:
        return {}
    owner = np.repeat(np.arange(len(known)), [len(entry.places) for entry in known.values()])
    weight = np.sqrt(np.array([entry.weight for entry in known.values()]))[owner]
    prior = 2.302585 * _PROMINENCE * np.array([prominence(place) for place in places])
    ties = _ties(places) * (owner[:, None] != owner[None, :])
    belief = _shares(prior, owner)
    for _ in range(int(_ROUNDS)):
        belief = _shares(prior + _SUPPORT * (ties @ (belief * weight)) / np.sqrt(max(1.0, float(len(known)))), owner)
    chosen: dict[str, PlaceRow] = {}
    for number, name in enumerate(known):
        of_name = np.flatnonzero(owner == number)
        chosen[name] = places[of_name[int(np.argmax(belief[of_name]))]]
    return chosen


def _shares(score: _Floats, owner: NDArray[np.intp]) -> _Floats:
    """Softmax over the places of each name."""
    highest = np.full(owner[-1] + 1, -np.inf)
    np.maximum.at(highest, owner, score)
    raised = np.exp(score - highest[owner])
    return np.asarray(raised / np.bincount(owner, weights=raised)[owner])


def _ties(places: list[PlaceRow]) -> _Floats:
    """How much one place speaks for another: by nearness (less their extents), province and country; shape (n, n)."""
    lat, lon = (np.radians(np.array([getattr(p, axis) for p in places])) for axis in ("lat", "lon"))
    half = np.sin((lat[:, None] - lat) / 2) ** 2 + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    apart = 2 * _EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    countries = np.array([p.country or f"{p.geonameid} {p.name}" for p in places])
    provinces = np.array([f"{p.country} {p.province}" if p.province else f"{p.geonameid} {p.name}" for p in places])
    wide = np.array([p.kind in ("country", "region", "water") for p in places])
    near = np.exp(-apart / _NEAR_KM) * ~(wide[:, None] | wide)
    tied = _NEAR * near + _PROVINCE * (provinces[:, None] == provinces) + _STATE * (countries[:, None] == countries)
    return np.asarray(tied)

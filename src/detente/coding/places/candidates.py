"""Which places a toponym may stand for, by its name alone and by the name that follows it ("Paris, Texas")."""

from __future__ import annotations

import math
import re

from detente.knowledge import Knowledge
from detente.knowledge.places import PlaceRow

_QUALIFIERS = re.compile(
    r"^(?:(?:the|greater|downtown|north|south|east|west|central|upper|lower|inner|mainland|rural|occupied|city of|town of|"
    r"state of|province of|county|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|"
    r"upstate|suburban|metropolitan)\s+)+",
    re.IGNORECASE,
)
_DESIGNATIONS = re.compile(
    r"\s+(?:province|region|state|oblast|governorate|prefecture|department|district|city|town|village|county|parish|borough|"
    r"township|(?:metropolitan )?area|peninsula|valley)$",
    re.IGNORECASE,
)
_COUNTY = re.compile(r"\s+(?:Co\.?|Counties)$")
_SAINT = re.compile(r"\b(?:St|Ste)\.?(?=\s)")
_SPELT_OUT = {"Ft.": "Fort", "Ft": "Fort", "Mt.": "Mount", "Mt": "Mount", "Pt.": "Point"}
_CONTAINER = re.compile(r"\s*(?:,|\(|\bin\b)\s*((?:[A-Z][\w’'-]*\.?)(?:[ .](?:of |and )?[A-Z][\w’'-]*\.?){0,3})")
_COUNTRY = 1.5
_DISTRICT = -0.7
_UNKNOWN_SIZE = 2.5
_REGION = 6.0


def candidates(name: str, base: Knowledge) -> list[PlaceRow]:
    """The places that a toponym may stand for, the most prominent first; empty where none is known.

    They are sought as printed, else in title case or spelt out, else without what only qualifies the name.
    """
    for form in _forms(name):
        found = _named(form, base)
        if found:
            return sorted(found, key=lambda p: (-prominence(p), p.geonameid))
    return []


def prominence(place: PlaceRow) -> float:
    """How likely a place is meant by its name alone: tenfold population is one step, a country is lifted, a district lowered."""
    size = math.log10(place.population) if place.population > 0 else _REGION if place.ours else _UNKNOWN_SIZE
    if place.kind == "country":
        return max(size, _REGION) + _COUNTRY
    return size + _DISTRICT if place.kind == "district" else size


def containers(text: str, end: int, base: Knowledge) -> tuple[int, list[PlaceRow]]:
    """The state, province or country that follows a town's name that ends at `end`, and where its own name begins.

    "Paris, Texas", "Cambridge (Ontario)", "Athens, Ga.". Without one, the offset is -1 and the list is empty.
    """
    match = _CONTAINER.match(text, end)
    words = match.group(1) if match else ""
    while match and words:
        # "Buffalo, New York": alone that name is the city's.
        for form in (words, words.rstrip("."), f"{words} State"):
            found = [p for p in _named(form, base) if p.kind != "city"]
            if found:
                return match.start(1), found
        words = words.rpartition(" ")[0]
    return -1, []


def contains(container: PlaceRow, place: PlaceRow) -> bool:
    """Whether a country or province holds a place."""
    if container == place or not container.country or container.country != place.country:
        return False
    if container.kind == "country":
        return True
    return container.kind in ("province", "region") and bool(container.province) and container.province == place.province


def _forms(name: str) -> list[str]:
    name = name.replace("’", "'").removesuffix("'s")
    forms = [name]
    if name.isupper() and len(name) > 3:
        forms.append(name.title())
    first, _, rest = forms[-1].partition(" ")
    if rest and first in _SPELT_OUT:
        forms.append(f"{_SPELT_OUT[first]} {rest}")
    if _SAINT.search(forms[-1]):
        forms += [_SAINT.sub(word, forms[-1]) for word in ("St.", "Saint", "St")]
    if _COUNTY.search(forms[-1]):
        forms.append(_COUNTY.sub(" County", forms[-1]))
    bare = _QUALIFIERS.sub("", forms[-1])
    forms += [bare, _DESIGNATIONS.sub("", forms[-1]), _DESIGNATIONS.sub("", bare)]
    return list(dict.fromkeys(form for form in forms if form))


def _named(name: str, base: Knowledge) -> list[PlaceRow]:
    found = base.places.find(name, towns=True)
    named = base.names.get(name)
    if named and named[0].entry.kind == "state" and named[0].form in ("name", "demonym"):
        country = base.places.country(named[0].entry.country or "")
        if country is not None and country not in found:
            return [country, *found]
    return found

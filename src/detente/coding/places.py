"""Places: what the toponyms of an article stand for, and the place of an act."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.coding.reading import Reading, ReadSentence
from detente.coding.toponyms import toponyms
from detente.knowledge import Knowledge
from detente.knowledge.places import PlaceRow
from detente.model import EventLoc, Place, Span, item_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_AT = frozenset({"in", "at", "near", "outside", "inside", "around"})
_WHERE = _AT | {"across", "into", "from", "to"}
_PREFIXES = re.compile(
    r"^(?:(?:the|greater|downtown|north|south|east|west|central|upper|lower|mainland|rural|occupied|city of|state of|province of|"
    r"northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western)\s+)+",
    re.IGNORECASE,
)
_SUFFIXES = re.compile(
    r"\s+(?:province|region|state|oblast|governorate|prefecture|district|city|county|(?:metropolitan )?area|peninsula)$",
    re.IGNORECASE,
)
_CONTAINER = re.compile(r"\s*(?:,|\(|\bin\b)\s*((?:[A-Z][\w’'-]*\.?)(?:[ .](?:of |and )?[A-Z][\w’'-]*\.?){0,3})")
_COUNTRY_PROMINENCE = 8.5
_REGION_PROMINENCE = 6.0
_CLEAR = 1.5
"""How many powers of ten in population the first of several places of a name must lead by to tell where an article plays."""
_SAME_PROVINCE = 2.5
_SAME_COUNTRY = 0.5
_COUNTRY_SHARE = 2.0


def find_places(reading: Reading, coder: str) -> Iterator[Place]:
    """Every toponym of an article with the place that it was taken for; place fields are null where none is known."""
    article = reading.article
    found = list(toponyms(article, [read.sentence for read in reading.sentences], reading.base))
    rows = resolve(article.text, [(t.start, t.end) for t in found], reading.base)
    for toponym, row in zip(found, rows, strict=True):
        span = Span.of(article.text, toponym.start, toponym.end)
        sure = row is not None and (row.kind == "country" or len(candidates(toponym.name, reading.base)) == 1)
        yield Place(
            id=item_id("place", article.id, span.start, span.end),
            article=article.id,
            date=reading.day,
            text=article.text[toponym.info.start : toponym.info.end],
            text_info=toponym.info,
            confidence=0.9 if sure else 0.7 if row else 0.3,
            evidence={"place": [span]},
            coder=coder,
            name=row.name if row else toponym.name,
            lat=row.lat if row else None,
            lon=row.lon if row else None,
            geonameid=(row.geonameid or None) if row else None,
            country=(row.country or None) if row else None,
            province=(row.province or None) if row else None,
        )


def resolve(text: str, spans: Sequence[tuple[int, int]], base: Knowledge) -> list[PlaceRow | None]:
    """What each toponym of an article stands for; None where no place of that name is known.

    "Paris, Texas" is settled by the name that follows, and then holds for every "Paris" of the article. Otherwise the more
    prominent place is taken, more readily so in a country or province that the article names besides.
    """
    context = _Context(text, base)
    settled: dict[str, PlaceRow] = {}
    here: dict[int, PlaceRow] = {}
    for start, end in spans:
        name = text[start:end]
        rivals = candidates(name, base)
        for container in _containers(text, end, base):
            inside = [r for r in rivals if _contains(container, r)]
            if inside:
                here[start] = inside[0]
                settled.setdefault(name, inside[0])
                context.add(container)
                break
        else:
            if len(rivals) == 1 or (rivals and _prominence(rivals[0]) - _prominence(rivals[1]) >= _CLEAR):
                context.add(rivals[0])
    resolved: list[PlaceRow | None] = []
    for start, end in spans:
        name = text[start:end]
        rivals = candidates(name, base)
        best = max(rivals, key=context.score) if rivals else None
        resolved.append(here.get(start) or settled.get(name) or best)
    return resolved


def candidates(name: str, base: Knowledge) -> list[PlaceRow]:
    """The places of a name, the most prominent first: as printed, else in title case, else without what only qualifies it."""
    name = name.removesuffix("'s").removesuffix("’s")
    forms = [name]
    if name.isupper() and len(name) > 3:
        forms.append(name.title())
    forms.append(_PREFIXES.sub("", name))
    forms.append(_SUFFIXES.sub("", forms[-1]))
    for form in dict.fromkeys(forms):
        found = _of_name(form, base)
        if found:
            return sorted(found, key=lambda p: (-_prominence(p), p.geonameid))
    return []


def _of_name(name: str, base: Knowledge) -> list[PlaceRow]:
    found = base.places.find(name, towns=True)
    named = base.names.get(name)
    if named and named[0].entry.kind == "state" and named[0].form in ("name", "demonym"):
        country = base.places.country(named[0].entry.country or "")
        if country is not None and country not in found:
            return [country, *found]
    return found


def _prominence(place: PlaceRow) -> float:
    """Tenfold population is one step up; a country comes before any town of its name."""
    if place.kind == "country":
        return _COUNTRY_PROMINENCE
    size = math.log10(place.population + 1)
    return max(size, _REGION_PROMINENCE) if place.kind == "region" else size


def _containers(text: str, end: int, base: Knowledge) -> list[PlaceRow]:
    """The state, province or country that follows a town's name: "Paris, Texas", "Cambridge (Ontario)", "Athens, Ga."."""
    match = _CONTAINER.match(text, end)
    words = match.group(1) if match else ""
    while words:
        for form in (words, words.rstrip(".")):
            found = [p for p in _of_name(form, base) if p.kind != "city"]
            if found:
                return found
        words = words.rpartition(" ")[0]
    return []


def _contains(container: PlaceRow, place: PlaceRow) -> bool:
    if container == place or not container.country or container.country != place.country:
        return False
    return container.kind == "country" or (bool(container.province) and container.province == place.province)


class _Context:
    """What else an article names: the countries by how often, the provinces."""

    def __init__(self, text: str, base: Knowledge) -> None:
        self._countries: Counter[str] = Counter()
        self._provinces: set[tuple[str, str]] = set()
        for match in base.names.find(text):
            first = match.named[0].entry
            if first.kind == "state" and first.country and len(match.named) == 1:
                self._countries[first.country] += 1

    def add(self, place: PlaceRow) -> None:
        """Counts a place that is certain; countries have been counted by their names."""
        if place.kind != "country" and place.country:
            self._countries[place.country] += 1
            if place.province:
                self._provinces.add((place.country, place.province))

    def score(self, place: PlaceRow) -> float:
        """Prominence, and what the article's other places say for the place."""
        score = _prominence(place)
        named = self._countries[place.country]
        if named:
            score += _SAME_COUNTRY + _COUNTRY_SHARE * named / self._countries.total()
        if place.kind == "city" and (place.country, place.province) in self._provinces:
            score += _SAME_PROVINCE
        return score


def event_place(token: Token, read: ReadSentence, reading: Reading) -> EventLoc | None:
    """The place that an act's own clause names with a preposition of place; None where it names none."""
    best: tuple[int, Token] | None = None
    for head in read.sentence.tokens:
        if head.dep_ != "pobj" or head.head.lower_ not in _WHERE or head.pos_ != "PROPN":
            continue
        rank = 0 if head.head.lower_ in _AT else 1
        owner = head.head.head
        if owner.i != token.i and not (owner.i in read.clauses and token in owner.children) and owner not in token.children:
            continue
        if best is None or rank < best[0]:
            best = (rank, head)
    if best is None:
        return None
    head = best[1]
    span = read.sentence.span(head.left_edge if head.left_edge.pos_ == "PROPN" else head, head)
    place = _alone(reading.article.text, span.start, span.end, reading.base)
    if place is None:
        word = read.sentence.span(head)
        place = _alone(reading.article.text, word.start, word.end, reading.base)
    if place is None:
        return EventLoc(extracted_place=span.text)
    return EventLoc(
        extracted_place=span.text,
        resolved_place=place.name,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid or None,
        country=place.country or None,
        province=place.province or None,
    )


def _alone(text: str, start: int, end: int, base: Knowledge) -> PlaceRow | None:
    """A toponym by itself and what follows it, as far as the place is well known or told by that."""
    name = text[start:end]
    found = candidates(name, base)
    for container in _containers(text, end, base):
        for place in found:
            if _contains(container, place):
                return place
    return found[0] if found and (found[0].kind != "city" or base.places.find(name)) else None

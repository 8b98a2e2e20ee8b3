"""Measuring places: finding toponyms, and resolving them to coordinates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

from detente.bench.gold import report, told
from detente.bench.scoring import prf, prf_of, share
from detente.coding.places.resolving import resolve
from detente.coding.places.toponyms import toponyms
from detente.knowledge import Knowledge, knowledge
from detente.knowledge.places import PlaceRow
from detente.language import parse

NEAR_KM = 161.0
"""100 miles, the distance within which geoparsing counts a place as resolved."""
_EARTH_RADIUS_KM = 6371.0088
_NO_PLACE = ("Expression", "Non_Toponym", "Demonym", "Language", "Homonym")


class _Errors:
    """Distances between gold and predicted places; a place without coordinates counts as missed, not in the mean."""

    def __init__(self) -> None:
        self._kilometres: list[float] = []
        self._missed = 0
        self._same_id = 0
        self._with_id = 0

    def add(self, gold: dict[str, Any], row: PlaceRow | None) -> None:
        if gold.get("geonameid"):
            self._with_id += 1
            self._same_id += row is not None and str(row.geonameid) == str(gold["geonameid"])
        if row is None:
            self._missed += 1
        else:
            self._kilometres.append(distance((gold["lat"], gold["lon"]), (row.lat, row.lon)))

    def total(self) -> int:
        return len(self._kilometres) + self._missed

    def near(self) -> int:
        return sum(km <= NEAR_KM for km in self._kilometres)

    def scores(self) -> dict[str, Any]:
        total = self.total()
        ordered = sorted(self._kilometres)
        return {
            "toponyms": total,
            "unresolved": self._missed,
            "accuracy_161km": share(self.near(), total),
            "mean_error_km": round(sum(ordered) / len(ordered), 1) if ordered else None,
            "median_error_km": round(ordered[len(ordered) // 2], 1) if ordered else None,
            "same_geonameid": share(self._same_id, self._with_id),
        }


def measure(records: Iterable[dict[str, Any]], base: Knowledge | None = None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Scores finding and resolving, and gives the predictions `{id, places: [{start, end, lat, lon, geonameid}]}`.

    A record has `id`, `text` and `toponyms`: `start`, `end`, `lat`, `lon`, and where known `geonameid` and `type`. Toponyms
    of a type that is no place name (demonyms, expressions, languages) are left out, and so are those with `span_ok` false.
    `finding` is F1 of extents, `finding_overlap` with any overlap; `resolving_found` is over the gold toponyms with
    coordinates that were found (with overlap), `resolving_given` over all of them, their extents given; `located_161km` is the
    share of the latter that was both found and resolved to within `NEAR_KM`.

    Raises `KeyError` where a record lacks a key.
    """
    base = base or knowledge()
    predictions: list[dict[str, Any]] = []
    counts: Counter[str] = Counter()
    found_errors, given_errors = _Errors(), _Errors()
    for record in told(records, "places"):
        article = report(record)
        gold = [t for t in record["toponyms"] if _is_place(t)]
        spans = [(t.start, t.end) for t in toponyms(article, parse(article).sentences, base)]
        rows = resolve(article, spans, base)
        predictions.append({"id": record["id"], "places": [_line(*pair) for pair in zip(spans, rows, strict=True)]})
        extents = {(t["start"], t["end"]) for t in gold}
        counts.update(gold=len(extents), predicted=len(spans), exact=len(extents & set(spans)))
        counts["covered"] += sum(any(_overlap(extent, span) for span in spans) for extent in extents)
        counts["right"] += sum(any(_overlap(extent, span) for extent in extents) for span in spans)
        located = [t for t in gold if t["lat"] is not None]
        for toponym, row in zip(located, resolve(article, [(t["start"], t["end"]) for t in located], base), strict=True):
            given_errors.add(toponym, row)
        for toponym in located:
            matching = [r for s, r in zip(spans, rows, strict=True) if _overlap((toponym["start"], toponym["end"]), s)]
            if matching:
                found_errors.add(toponym, matching[0])
    scores = {
        "records": len(predictions),
        "gold": counts["gold"],
        "predicted": counts["predicted"],
        "finding": prf(counts["exact"], counts["predicted"], counts["gold"]),
        "finding_overlap": prf_of(counts["right"] / max(1, counts["predicted"]), counts["covered"] / max(1, counts["gold"])),
        "resolving_found": found_errors.scores(),
        "resolving_given": given_errors.scores(),
        "located_161km": share(found_errors.near(), given_errors.total()),
    }
    return scores, predictions


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres over the ground between two points in degrees (haversine, a spherical earth)."""
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (one, other))
    across = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(across)))


def _is_place(toponym: dict[str, Any]) -> bool:
    return toponym.get("span_ok") is not False and not str(toponym.get("type") or "").endswith(_NO_PLACE)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _line(span: tuple[int, int], row: PlaceRow | None) -> dict[str, Any]:
    return {
        "start": span[0],
        "end": span[1],
        "lat": row.lat if row else None,
        "lon": row.lon if row else None,
        "geonameid": (row.geonameid or None) if row else None,
    }

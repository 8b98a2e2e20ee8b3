from __future__ import annotations

from typing import Any

import pytest

from detente.bench import places

TEXT = "Hail fell on Paris, Texas, and on Berlin. A shower crossed Nowhereton."


def toponym(name: str, lat: float | None, lon: float | None, **more: Any) -> dict[str, Any]:
    start = TEXT.index(name)
    return {"start": start, "end": start + len(name), "name": name, "lat": lat, "lon": lon, **more}


PARIS = toponym("Paris", 33.66, -95.56)
TEXAS = toponym("Texas", 31.25, -99.25, geonameid="4736286")
BERLIN = toponym("Berlin", 52.52, 13.41)
NOWHERE = toponym("Nowhereton", 50.0, 8.0)


def test_distance_over_the_ground() -> None:
    assert places.distance((51.5074, -0.1278), (48.8566, 2.3522)) == pytest.approx(343.6, abs=1)
    assert places.distance((10, 20), (10, 20)) == 0


def test_given_spans_are_resolved_in_their_context() -> None:
    scores, lines = places.measure([{"id": "p", "text": TEXT, "toponyms": [PARIS, TEXAS, BERLIN, NOWHERE]}])
    given = scores["resolving_given"]
    assert (given["toponyms"], given["unresolved"], given["accuracy_161km"]) == (4, 0, 0.75)
    assert given["median_error_km"] < 20
    assert given["same_geonameid"] == 1.0
    assert {(p["start"], p["end"]) for p in lines[0]["places"]} >= {(t["start"], t["end"]) for t in (PARIS, TEXAS, BERLIN)}


def test_a_place_far_away_is_wrong_and_in_the_mean() -> None:
    scores, _ = places.measure([{"id": "p", "text": TEXT, "toponyms": [{**BERLIN, "lat": 0.0, "lon": 0.0}]}])
    assert scores["resolving_found"]["accuracy_161km"] == 0.0
    assert scores["resolving_found"]["mean_error_km"] > 5000


def test_what_is_no_place_name_is_left_out_of_the_gold() -> None:
    demonym = {**NOWHERE, "type": "Demonym"}
    broken = {**BERLIN, "span_ok": False}
    scores, _ = places.measure([{"id": "p", "text": TEXT, "toponyms": [PARIS, demonym, broken]}])
    assert scores["gold"] == 1
    assert scores["finding"]["recall"] == 1.0
    assert scores["finding"]["precision"] < 1.0

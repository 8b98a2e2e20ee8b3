"""Floors of the trained coder, held against the test split of our corpus. A floor is only ever raised (see test_quality.py)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from detente.bench import behaviour, labelled

CORPUS = Path(__file__).parent.parent / "corpus"

FLOORS = {
    "type_macro_f1": 0.80,
    "type_of_found_macro_f1": 0.87,
    "status_macro_f1": 0.78,
    "mode_macro_f1": 0.73,
}
CALIBRATION_ERROR = 0.05
BEHAVES = {"names": 0.86, "voice": 0.86, "order": 0.73, "spelling": 0.9, "padding": 0.8, "negation": 0.93, "direction": 0.96}


@pytest.fixture(scope="module")
def scores() -> dict[str, Any]:
    return labelled.measure(labelled.records(CORPUS / "test"))[0]


@pytest.mark.parametrize("name", FLOORS)
def test_the_network_keeps_its_floors(scores: dict[str, Any], name: str) -> None:
    assert scores[name] >= FLOORS[name]


def test_confidence_is_as_often_right_as_it_says(scores: dict[str, Any]) -> None:
    assert scores["calibration_error"] <= CALIBRATION_ERROR


def test_the_coding_changes_when_it_should_and_only_then() -> None:
    measured = behaviour.measure(behaviour.records(CORPUS / "behaviour.txt"))[0]
    assert {kind: measured[kind]["as_should"] >= floor for kind, floor in BEHAVES.items()} == dict.fromkeys(BEHAVES, True)

from __future__ import annotations

import datetime as dt
import json
import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from detente.bench import findings
from detente.bench.planting import PLANTERS, Planted, plant
from detente.checks import Check, Checker, Report
from detente.checks.registry import own
from detente.coding import Coder
from detente.sources.text import from_text

TEXT = (
    "French President Emmanuel Macron met Olaf Scholz in Berlin on Thursday. They had last spoken on Wednesday, January 19.\n\n"
    "Germany and Russia will speak again in two weeks. Sergei Lavrov said that 200 soldiers had left.\n\n"
    "The ferry line was closed on Monday."
)
DATE = dt.date(2022, 1, 27)

FAULTS = Path(__file__).parents[2] / "samples" / "faults"


@cache
def _coder() -> Coder:
    return Coder()


def _report() -> Report:
    return Report(*_coder().coded(from_text(TEXT).article("f", DATE), frozenset({"event", "statement", "figure"})))


def test_errors_are_planted_where_they_are_said_to_be() -> None:
    report = _report()
    for seed in range(10):
        text, planted = plant(report, random.Random(seed), 3)
        assert text != TEXT
        assert 1 <= len(planted) <= 3
        assert len({error.what for error in planted}) == len(planted)
        assert [error.start for error in planted] == sorted(error.start for error in planted)
        for error in planted:
            assert error.what in PLANTERS
            assert text[error.start : error.end].strip()


def test_no_two_errors_stand_in_one_paragraph() -> None:
    report = _report()
    for seed in range(10):
        text, planted = plant(report, random.Random(seed), 6)
        assert len({text.count("\n\n", 0, error.start) for error in planted}) == len(planted)


def test_only_the_kinds_asked_for_are_planted() -> None:
    kind = "name beside title misspelt"
    text, (error,) = plant(_report(), random.Random(1), 6, kinds=[kind])
    assert (error.what, error.right) == (kind, "Emmanuel Macron")
    assert text.replace(text[error.start : error.end], error.right, 1) == TEXT


def test_the_same_seed_plants_the_same() -> None:
    report = _report()
    assert plant(report, random.Random("s"), 6) == plant(report, random.Random("s"), 6)
    assert len({plant(report, random.Random(n), 6)[0] for n in range(10)}) > 3


def _check(folder: Path, faulty: dict[str, str], severity: str = "error") -> Check:
    """Finds fault with words wherever they stand."""
    (folder / "faulty.py").write_text(
        f"from detente.checks import Problem\n\nNAME, SEVERITY, SAYS = 'c', {severity!r}, ''\n\n\ndef find(report):\n"
        f"    for word, right in {faulty!r}.items():\n"
        "        at = report.text.find(word)\n"
        "        if at >= 0:\n"
        "            yield Problem(at, at + len(word), f'{word} is wrong', 'test', right)\n",
        encoding="utf-8",
    )
    own.cache_clear()
    (check,) = own(str(folder))
    return check


def _measure(monkeypatch: pytest.MonkeyPatch, check: Check) -> dict[str, Any]:
    """Measures one check on a text in which two words are spoilt."""

    def spoil(report: Report, _chance: random.Random, _number: int) -> tuple[str, list[Planted]]:
        text = report.text.replace("Macron", "Macrom").replace("Thursday", "Tuesday")
        at, day = text.index("Macrom"), text.index("Tuesday")
        kinds = sorted(PLANTERS)[:2]
        return text, [Planted(at, at + 6, kinds[0], "Macron"), Planted(day, day + 7, kinds[1], "")]

    monkeypatch.setattr(findings, "plant", spoil)
    monkeypatch.setattr(findings, "Checker", lambda coder: Checker(coder, checks=[check]))
    scores, lines = findings.measure([{"id": "f", "text": TEXT, "date": DATE.isoformat()}], _coder())
    assert [line["id"] for line in lines] == ["f"]
    return scores


def test_hits_suggestions_and_false_alarms_are_counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    scores = _measure(monkeypatch, _check(tmp_path, {"Macrom": "Macron", "ferry": "boat", "weeks": "days"}))
    first, second = sorted(PLANTERS)[:2]
    assert (scores["planted"], scores["found"], scores["found_share"]) == (2, 1, 0.5)
    assert scores["by_error"][first] == {"planted": 1, "found": 1.0, "suggested": 1.0}
    assert scores["by_error"][second]["found"] == 0.0
    # The ferry and the weeks are found with and without the errors: false alarms, not findings of theirs.
    assert (scores["false_alarms"], scores["records_alarmed"], scores["precision"]) == (2, 1, 1.0)


def test_a_note_is_no_alarm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    scores = _measure(monkeypatch, _check(tmp_path, {"Macrom": "Macaron", "ferry": "boat"}, "note"))
    assert (scores["false_alarms"], scores["found"]) == (0, 1)
    assert scores["by_error"][sorted(PLANTERS)[0]]["suggested"] == 0.0


def test_a_finding_beside_every_error_costs_precision(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    scores = _measure(monkeypatch, _check(tmp_path, {"Macrom": "Macron", "Berlin": "Bonn"}))
    assert scores["precision"] == 1.0  # Berlin is found in the clean text too
    scores = _measure(monkeypatch, _check(tmp_path, {"Macrom": "Macron", "Tuesday": "Friday", "Emmanuel Macrom": "nobody"}))
    assert (scores["found"], scores["precision"]) == (2, 1.0)


def test_a_record_that_holds_an_error_is_measured_as_it_is(coder: Coder) -> None:
    clean = "Envoys of four states sat together in Paris on Wednesday, January 26."
    given = {"id": "f", "date": "2022-01-27", "kind": "weekday", "clean": clean}
    wrong = {**given, "text": clean.replace("Wednesday", "Tuesday"), "wrong": "Tuesday", "right": "Wednesday"}
    unseen = {
        **given,
        "id": "g",
        "kind": "colour",
        "text": clean.replace("sat together", "slept"),
        "wrong": "slept",
        "right": "sat",
    }
    scores, lines = findings.measure([wrong, unseen], coder)
    assert (scores["planted"], scores["found"], scores["false_alarms"]) == (2, 1, 0)
    assert scores["by_error"]["weekday"] == {"planted": 1, "found": 1.0, "suggested": 1.0}
    assert scores["by_error"]["colour"]["found"] == 0.0
    assert [one["check"] for one in lines[0]["findings"]] == ["weekday-date"]


@pytest.mark.parametrize("half", ["tuned", "held"])
def test_the_faults_stand_in_their_reports_and_not_in_the_clean_ones(half: str) -> None:
    records = [json.loads(line) for line in (FAULTS / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({record["id"] for record in records}) == 29 * 12
    assert set(Counter(record["kind"] for record in records).values()) == {12}
    for record in records:
        assert record["wrong"] in record["text"]
        assert record["text"] != record["clean"]

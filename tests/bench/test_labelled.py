"""Measuring on labelled sentences, and on pairs of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.bench import behaviour, labelled, run
from detente.bench.scoring import calibration_error
from detente.errors import BadRecord, EmptyInput, NotFound

TEXT = """# x-1 | 2001-02-03 | wire | Chad
[1 Chad] {attacked|ASSAULT 1>2} [2 Niger].
It rained in the hills.
"""


def test_scores_of_a_sentence_that_is_easily_told(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    for given in (tmp_path, tmp_path / "x.txt"):
        scores, lines = labelled.measure(labelled.records(given))
        assert (scores["records"], scores["events"]) == (2, 1)
        assert scores["type_accuracy"] == scores["event"]["f1"] == scores["role"]["f1"] == 1.0
        assert scores["without_event"] == {"records": 1, "with_found": 0, "share": 0.0}
        assert [line["id"] for line in lines] == ["x-1.1", "x-1.2"]
        assert [e["trigger"] for e in lines[0]["events"]] == ["attacked"]


def test_what_is_no_markup_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        run("labelled", tmp_path / "none.txt")
    with pytest.raises(EmptyInput):
        run("labelled", tmp_path)


def test_pairs_must_stay_or_change_by_kind(tmp_path: Path) -> None:
    path = tmp_path / "pairs.txt"
    path.write_text(
        "# v-1 | 2001-02-03 | names | Chad\n[1 Chad] {attacked|ASSAULT 1>2} [2 Niger].\n"
        "[1 Mali] {attacked|ASSAULT 1>2} [2 Togo].\n\n"
        "# v-2 | 2001-02-03 | direction | Chad\n[1 Chad] {attacked|ASSAULT 1>2} [2 Niger].\n"
        "[2 Niger] {attacked|ASSAULT 2>1} [1 Chad].\n",
        encoding="utf-8",
    )
    scores, lines = behaviour.measure(behaviour.records(path))
    assert scores["names"] == scores["direction"] == {"pairs": 1, "as_should": 1.0, "right": 1.0}
    assert [line["kept"] for line in lines] == [True, False]


def test_a_pair_is_two_sentences(tmp_path: Path) -> None:
    path = tmp_path / "pairs.txt"
    path.write_text(TEXT + "It snowed.\n", encoding="utf-8")
    with pytest.raises(BadRecord, match="a pair is two sentences"):
        behaviour.records(path)


def test_calibration_error_by_hand() -> None:
    assert calibration_error([(0.9, True), (0.9, True), (0.2, False)]) == round((0.2 + 0.2) / 3, 4)
    assert calibration_error([]) == 0.0
    assert calibration_error([(1.0, True)]) == 0.0

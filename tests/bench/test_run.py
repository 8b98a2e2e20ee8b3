from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.bench import BENCHES, run
from detente.bench.scoring import macro_f1, prf
from detente.errors import BadRecord, DetenteError, EmptyInput, InputError, NotFound

PAIR = {"id": "p", "a": "Snow fell.", "b": "Snow fell.", "paraphrase": 1}


def test_every_bench_of_the_contract_is_registered() -> None:
    of_the_contract = {"pairs", "events", "attribution", "places", "times", "duplicates", "findings", "speed"}
    assert set(BENCHES) == of_the_contract | {"labelled", "behaviour"}


def test_scores_are_returned_and_predictions_written(gold_file: Callable[..., Path], tmp_path: Path) -> None:
    out = tmp_path / "predictions.jsonl"
    scores = run("duplicates", gold_file(PAIR), out)
    assert scores["bench"] == "duplicates"
    assert scores["accuracy"] == 1.0
    json.dumps(scores)
    assert [json.loads(line) for line in out.read_text().splitlines()] == [{"id": "p", "same": True}]


def test_unknown_bench(gold_file: Callable[..., Path]) -> None:
    with pytest.raises(DetenteError, match="no such bench"):
        run("weather", gold_file(PAIR))


def test_files_that_are_no_gold_are_told_in_one_line(gold_file: Callable[..., Path], tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        run("pairs", tmp_path / "none.jsonl")
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n")
    with pytest.raises(EmptyInput):
        run("pairs", empty)
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "x"\n')
    with pytest.raises(BadRecord, match=r"broken\.jsonl:1"):
        run("pairs", broken)
    with pytest.raises(InputError, match="no gold for attribution: a record has no 'text'"):
        run("attribution", gold_file(PAIR))


def test_scores_by_hand() -> None:
    assert prf(2, 4, 3) == {"precision": 0.5, "recall": 0.6667, "f1": 0.5714}
    assert prf(0, 0, 0) == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    # a: 2*1/(2+1); b: 0; c never occurs and does not count.
    assert macro_f1([("a", "a"), ("a", "b")], ("a", "b", "c")) == 0.3333

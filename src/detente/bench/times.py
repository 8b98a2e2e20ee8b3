"""Measuring expressions of time: extents, TIMEX3 types and values, as TempEval-3 scores them.

Extents are strict (both ends right) or relaxed (any overlap). Values are scored over the relaxed matches (`value_accuracy`)
and as an F1 in which an expression counts only with its value right (`value_f1` = relaxed F1 x value accuracy;
UzZaman and others, 2013). TimeML's annotators leave ages ("40-year-old") unmarked
as a rule, so the expressions known to be ages are not among the predictions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from detente.coding.times import Timex, timexes


def measure(records: Iterable[dict[str, Any]]) -> tuple[dict[str, float], list[dict[str, Any]]]:
    """Scores `timexes` over gold records and gives what was predicted.

    A record has `id`, `text`, `dct` (the document's ISO date, or null) and `timexes`: a list of `start`, `end`, `type`, `value`.
    All scores are shares from 0 to 1; `records`, `gold` and `predicted` are counts. A prediction line is
    `{id, times: [{start, end, type, value}]}`.

    Raises `KeyError` where a record lacks a key, `ValueError` where `dct` is no ISO date.
    """
    predictions: list[dict[str, Any]] = []
    gold_count = predicted_count = strict = relaxed = right_type = right_value = 0
    for record in records:
        gold: list[dict[str, Any]] = record["timexes"]
        day = dt.date.fromisoformat(record["dct"][:10]) if record["dct"] else None
        predicted = [timex for timex in timexes(record["text"], day) if not timex.age]
        predictions.append({"id": record["id"], "times": [_line(timex) for timex in predicted]})
        extents = {(timex.start, timex.end) for timex in predicted}
        strict += sum((entry["start"], entry["end"]) in extents for entry in gold)
        for entry, timex in matched(gold, predicted):
            relaxed += 1
            right_type += entry["type"] == timex.type
            right_value += entry["value"] == timex.value
        gold_count += len(gold)
        predicted_count += len(predicted)
    scores: dict[str, float] = {"records": len(predictions), "gold": gold_count, "predicted": predicted_count}
    for name, hits in (("strict", strict), ("relaxed", relaxed)):
        precision, recall = _share(hits, predicted_count), _share(hits, gold_count)
        scores |= {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": _f1(precision, recall)}
    scores["type_accuracy"] = _share(right_type, relaxed)
    scores["value_accuracy"] = _share(right_value, relaxed)
    scores["value_f1"] = scores["relaxed_f1"] * scores["value_accuracy"]
    return scores, predictions


def matched(gold: list[dict[str, Any]], predicted: list[Timex]) -> list[tuple[dict[str, Any], Timex]]:
    """Pairs of overlapping gold and predicted expressions, each used once; of several the one that shares most letters."""
    overlaps = sorted(
        (
            (min(entry["end"], timex.end) - max(entry["start"], timex.start), -g, -p)
            for g, entry in enumerate(gold)
            for p, timex in enumerate(predicted)
            if entry["start"] < timex.end and timex.start < entry["end"]
        ),
        reverse=True,
    )
    pairs: list[tuple[dict[str, Any], Timex]] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, g, p in overlaps:
        if g not in used_gold and p not in used_predicted:
            used_gold.add(g)
            used_predicted.add(p)
            pairs.append((gold[-g], predicted[-p]))
    return pairs


def _line(timex: Timex) -> dict[str, Any]:
    return {"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

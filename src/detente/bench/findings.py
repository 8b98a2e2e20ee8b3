"""Measuring findings: errors planted in given articles that the checks find, and false alarms on the articles as they are."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from detente.bench.gold import report
from detente.bench.planting import Planted, plant
from detente.bench.scoring import prf, share
from detente.bench.sharing import each
from detente.coding import Coder
from detente.model import Article, Finding

SEED = 20220127
WHAT = ("name", "weekday")
ENOUGH_WORDS = 60_000
"""Words after which the rest of the articles is left: each is coded twice."""


def measure(
    records: Iterable[dict[str, Any]], coder: Coder | None = None, seed: int = SEED
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Plants errors in articles and counts the findings that fall on them.

    A record has `id` and `text`, and may have `date`. The errors depend on nothing but the seed and the record. A finding counts
    where it overlaps the planted words and the clean article has none that says the same; `suggested` where it also names
    what should stand there. False alarms are all findings on the clean text, which is taken to hold no error.
    Predictions are `{id, planted: [{start, end, what, right}], findings: [{start, end, check, suggestion}]}`, offsets into the
    text with the errors.

    Raises `KeyError` where a record lacks a key.
    """
    given = [{**record, "seed": f"{seed} {record['id']}"} for record in _enough(records)]
    predictions: list[dict[str, Any]] = []
    planted_count: Counter[str] = Counter()
    found: Counter[str] = Counter()
    suggested: Counter[str] = Counter()
    hits = raised = false_alarms = words = 0
    for record, (planted, alarms, after) in zip(given, each(predict, given, "findings", ("finding",), coder), strict=True):
        false_alarms += alarms
        words += len(record["text"].split())
        raised += len(after)
        hits += sum(any(_on(f, error) for error in planted) for f in after)
        for error in planted:
            planted_count[error.what] += 1
            on_it = [f for f in after if _on(f, error)]
            found[error.what] += bool(on_it)
            suggested[error.what] += any(error.right in (f.suggestion or "") for f in on_it)
        predictions.append(_line(record, planted, after))
    scores: dict[str, Any] = {
        "records": len(predictions),
        "planted": planted_count.total(),
        "found": found.total(),
        "found_share": share(found.total(), planted_count.total()),
        "precision": prf(hits, raised, 0)["precision"],
        "false_alarms": false_alarms,
        "false_alarms_per_1000_words": share(1000 * false_alarms, words),
        "by_error": {
            what: {
                "planted": planted_count[what],
                "found": share(found[what], planted_count[what]),
                "suggested": share(suggested[what], planted_count[what]),
            }
            for what in WHAT
        },
    }
    return scores, predictions


def _enough(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    words = 0
    for record in records:
        if words >= ENOUGH_WORDS:
            return
        words += len(record["text"].split())
        yield record


def predict(coder: Coder, record: dict[str, Any]) -> tuple[list[Planted], int, list[Finding]]:
    """The errors planted in a record with `seed`, the number of findings without them, and those that came with them."""
    clean = report(record)
    text, planted = plant(clean.text, clean.date, coder.base, random.Random(record["seed"]))
    before = _findings(coder, clean)
    if not planted:
        return planted, len(before), []
    told_before = {(f.check, f.span.text, f.message) for f in before}
    spoilt = report({**record, "text": text, "title": None})
    after = [f for f in _findings(coder, spoilt) if (f.check, f.span.text, f.message) not in told_before]
    return planted, len(before), after


def _findings(coder: Coder, article: Article) -> list[Finding]:
    return [item for item in coder.code(article) if isinstance(item, Finding)]


def _on(finding: Finding, error: Planted) -> bool:
    return finding.span.start < error.end and error.start < finding.span.end


def _line(record: dict[str, Any], planted: list[Planted], found: list[Finding]) -> dict[str, Any]:
    return {
        "id": record["id"],
        "planted": [{"start": p.start, "end": p.end, "what": p.what, "right": p.right} for p in planted],
        "findings": [{"start": f.span.start, "end": f.span.end, "check": f.check, "suggestion": f.suggestion} for f in found],
    }

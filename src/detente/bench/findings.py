"""Measuring findings: errors planted in given articles that the checks find, and false alarms on the articles as they are."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from detente.bench.gold import report as read_report
from detente.bench.planting import Planted, plant
from detente.bench.scoring import prf, share
from detente.bench.sharing import each
from detente.checks import Checker, Report
from detente.checks.checker import LOOKED_AT
from detente.coding import Coder
from detente.model import Finding

SEED = 20220127
ERRORS = 6
"""Errors planted in one article, at most."""

ENOUGH_WORDS = 60_000
"""Words after which the rest of the articles is left: each is coded twice."""

ALARMING = frozenset({"error", "warning"})
"""Severities that count as an alarm; a note only tells what one should look at."""


def measure(
    records: Iterable[dict[str, Any]], coder: Coder | None = None, seed: int = SEED, errors: int = ERRORS
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Plants errors in articles and counts the findings that fall on them.

    A record has `id`, `text` and perhaps `date`. One that holds an error already says so by `wrong` (words of its text), `right`
    and `kind`, and has the text without it as `clean`: nothing is planted in it, and its error is found where a new finding falls
    anywhere. The errors planted depend on nothing but the seed and the record. A finding counts where it overlaps the planted
    words and the clean article has none that says the same; `suggested` where it also names what should stand there, counted
    over the errors that have one right form. False alarms are all findings on the clean text that are no notes; the clean text
    is taken to hold no error.
    Predictions are `{id, planted, findings, alarms}`: planted are `{start, end, what, right}`, the others `{start, end, check,
    severity, suggestion, text, message}`, the findings with offsets into the text with the errors, the alarms into the clean one.

    Raises `KeyError` where a record lacks a key.
    """
    given = [{**record, "seed": f"{seed} {record['id']}", "errors": errors} for record in _enough(records)]
    predictions: list[dict[str, Any]] = []
    planted_count: Counter[str] = Counter()
    found: Counter[str] = Counter()
    suggested: Counter[str] = Counter()
    suggestible: Counter[str] = Counter()
    by_check: Counter[str] = Counter()
    hits = raised = words = alarmed = 0
    for record, (planted, alarms, after) in zip(given, each(predict, given, "findings", (), coder), strict=True):
        by_check.update(f.check for f in alarms)
        alarmed += bool(alarms)
        words += len(record["text"].split())
        raised += len(after)
        hits += sum(any(_on(f, error) for error in planted) for f in after)
        for error in planted:
            planted_count[error.what] += 1
            on_it = [f for f in after if _on(f, error)]
            found[error.what] += bool(on_it)
            if error.right:
                suggestible[error.what] += 1
                suggested[error.what] += any(error.right in (f.suggestion or "") for f in on_it)
        predictions.append(_line(record, planted, after, alarms))
    scores: dict[str, Any] = {
        "records": len(predictions),
        "planted": planted_count.total(),
        "found": found.total(),
        "found_share": share(found.total(), planted_count.total()),
        "precision": prf(hits, raised, 0)["precision"],
        "false_alarms": by_check.total(),
        "records_alarmed": alarmed,
        "false_alarms_per_1000_words": share(1000 * by_check.total(), words),
        "false_alarms_by_check": dict(sorted(by_check.items())),
        "by_error": {
            what: {
                "planted": planted_count[what],
                "found": share(found[what], planted_count[what]),
                "suggested": share(suggested[what], suggestible[what]),
            }
            for what in sorted(planted_count)
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


def predict(coder: Coder, record: dict[str, Any]) -> tuple[list[Planted], list[Finding], list[Finding]]:
    """The errors planted in a record with `seed`, the alarms without them, and the findings that came with them."""
    checker = Checker(coder)
    given = "wrong" in record
    clean = Report(*coder.coded(read_report({**record, "text": record["clean"]} if given else record), LOOKED_AT))
    before = checker.findings(clean)
    alarms = [f for f in before if f.severity in ALARMING]
    if given:
        # Where the fault lies in two places that do not agree, a finding may fall on either.
        text, planted = record["text"], [Planted(0, len(record["text"]), record["kind"], record["right"])]
    else:
        text, planted = plant(clean, random.Random(record["seed"]), record["errors"])
    if not planted:
        return planted, alarms, []
    told_before = {(f.check, f.span.text, f.message) for f in before}
    spoilt = Report(*coder.coded(read_report({**record, "text": text, "title": None}), LOOKED_AT))
    after = [f for f in checker.findings(spoilt) if (f.check, f.span.text, f.message) not in told_before]
    return planted, alarms, after


def _on(finding: Finding, error: Planted) -> bool:
    return finding.span.start < error.end and error.start < finding.span.end


def _line(record: dict[str, Any], planted: list[Planted], found: list[Finding], alarms: list[Finding]) -> dict[str, Any]:
    return {
        "id": record["id"],
        "planted": [{"start": p.start, "end": p.end, "what": p.what, "right": p.right} for p in planted],
        "findings": [_told(f) for f in found],
        "alarms": [_told(f) for f in alarms],
    }


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "start": finding.span.start,
        "end": finding.span.end,
        "check": finding.check,
        "severity": finding.severity,
        "suggestion": finding.suggestion,
        "text": finding.span.text,
        "message": finding.message,
    }

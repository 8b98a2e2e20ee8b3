"""Shares, F1, and the scores of a classification."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence


def share(part: float, whole: float) -> float:
    """Part of a whole, from 0 to 1 and to four places; 0 where there is nothing."""
    return round(part / whole, 4) if whole else 0.0


def prf(right: float, predicted: float, gold: float) -> dict[str, float]:
    """Precision, recall and F1 from counts, to four places."""
    return prf_of(right / predicted if predicted else 0.0, right / gold if gold else 0.0)


def prf_of(precision: float, recall: float) -> dict[str, float]:
    """Precision, recall and their harmonic mean, to four places."""
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def accuracy(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """The share of (gold, predicted) pairs that agree."""
    return share(sum(gold == predicted for gold, predicted in pairs), len(pairs))


def macro_f1(pairs: Sequence[tuple[Hashable, Hashable]], labels: Iterable[Hashable]) -> float:
    """The mean F1 over the labels that occur in gold or prediction, each counting alike."""
    found = [f1 for label in labels if (f1 := _f1(pairs, label)) is not None]
    return round(sum(found) / len(found), 4) if found else 0.0


def by_label(pairs: Sequence[tuple[Hashable, Hashable]], labels: Iterable[str]) -> dict[str, dict[str, float]]:
    """Precision, recall, F1 and the number of gold records of each label that occurs."""
    gold = Counter(g for g, _ in pairs)
    predicted = Counter(p for _, p in pairs)
    right = Counter(g for g, p in pairs if g == p)
    return {
        label: {**prf(right[label], predicted[label], gold[label]), "gold": gold[label]}
        for label in labels
        if gold[label] or predicted[label]
    }


def calibration_error(sure: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: how far confidence (0 to 1) is from the share that is right, over bins of equal width."""
    error = 0.0
    for number in range(bins):
        held = [(s, right) for s, right in sure if min(int(s * bins), bins - 1) == number]
        if held:
            error += abs(sum(s for s, _ in held) - sum(right for _, right in held))
    return share(error, len(sure))


def _f1(pairs: Sequence[tuple[Hashable, Hashable]], label: Hashable) -> float | None:
    gold = sum(g == label for g, _ in pairs)
    predicted = sum(p == label for _, p in pairs)
    right = sum(g == p == label for g, p in pairs)
    return 2 * right / (gold + predicted) if gold + predicted else None


def matched_sets(gold: Collection[Counter[Hashable]], predicted: Collection[Counter[Hashable]]) -> dict[str, float]:
    """Precision, recall and F1 of what stands in both multisets, summed over the records (micro-averaged)."""
    right = sum((g & p).total() for g, p in zip(gold, predicted, strict=True))
    return prf(right, sum(p.total() for p in predicted), sum(g.total() for g in gold))

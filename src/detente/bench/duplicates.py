"""Measuring duplicates: pairs of sentences that say the same, and documents that tell of one incident.

The comparison is a plain baseline, by words alone: what the texts have in common of words, names and numbers, weighted by
how rare they are in the set. Nothing is learnt from the labels.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from datasketch import MinHash, MinHashLSH
from rapidfuzz import fuzz

from detente.bench.gold import told
from detente.bench.scoring import prf, prf_of, share

SAME_SENTENCE = 0.6
"""Likeness (0 to 1) from which two sentences are taken to say the same."""
SAME_STORY = 0.25
"""Likeness from which two groups of documents are taken to tell of one incident."""
COPY = 0.8
"""Estimated share of five-word sequences from which a document is taken for a copy of another."""
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SHINGLE = 5
_SMALL_WORDS = (
    "a an and are as at be been but by for from had has have he her his in is it its not of on or said she that the their they "
    "this to was were which who will with would"
)
_SMALL = frozenset(_SMALL_WORDS.split())
Weights = dict[str, float]


def measure(records: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Scores pairs (`a`, `b`, `paraphrase`: predictions `{id, same}`) or documents (`text`, `subtopic`: `{id, cluster}`).

    For pairs accuracy, and F1 of "same"; for documents B-cubed and pairwise precision, recall and F1 of the clusters.

    Raises `KeyError` where a record lacks a key.
    """
    given = list(records)
    return _measure_pairs(given) if given and "a" in given[0] else _measure_documents(given)


def _measure_pairs(records: list[dict[str, Any]]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    rarity = _rarity([words(r[side]) for r in records for side in ("a", "b")])
    predictions = [
        {"id": r["id"], "same": likeness(r["a"], r["b"], rarity) >= SAME_SENTENCE} for r in told(records, "duplicates")
    ]
    both = [(bool(r["paraphrase"]), bool(p["same"])) for r, p in zip(records, predictions, strict=True)]
    right = sum(gold and same for gold, same in both)
    same = prf(right, sum(p for _, p in both), sum(g for g, _ in both))
    all_same = sum(gold for gold, _ in both)
    scores = {
        "records": len(both),
        "accuracy": share(sum(gold == found for gold, found in both), len(both)),
        "accuracy_of_always_same": share(all_same, len(both)),
        "same": same,
    }
    return scores, predictions


def words(text: str) -> list[str]:
    """The words and numbers of a text in lower case, those that say nothing left out."""
    found = (match.group().lower().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(text))
    return [word for word in found if word not in _SMALL]


def likeness(one: str, other: str, rarity: Weights) -> float:
    """How much two sentences say the same, 0 to 1: words in common by rarity, their order, and numbers that do not differ."""
    mine, theirs = words(one), words(other)
    shared = _cosine(_vector(mine, rarity), _vector(theirs, rarity))
    order = fuzz.token_sort_ratio(" ".join(mine), " ".join(theirs)) / 100
    numbers, others = ({w for w in side if w[0].isdigit()} for side in (mine, theirs))
    # Figures that the other sentence leaves out are common in rewriting; other figures in their place are another fact.
    differ = bool(numbers - others) and bool(others - numbers)
    return float((shared + order) / 2 * (0.8 if differ else 1.0))


def _rarity(texts: Sequence[Sequence[str]]) -> Weights:
    """Each word's inverse document frequency over a set of texts."""
    counts = Counter(word for text in texts for word in set(text))
    return {word: math.log((1 + len(texts)) / count) for word, count in counts.items()}


def _vector(text: Sequence[str], rarity: Weights) -> Weights:
    return {word: (1 + math.log(count)) * rarity[word] for word, count in Counter(text).items()}


def _cosine(one: Weights, other: Weights) -> float:
    if len(other) < len(one):
        one, other = other, one
    product = sum(weight * other[word] for word, weight in one.items() if word in other)
    lengths = math.sqrt(sum(w * w for w in one.values())) * math.sqrt(sum(w * w for w in other.values()))
    return product / lengths if lengths else 0.0


# Documents


def _measure_documents(records: list[dict[str, Any]]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    clusters = cluster([r["text"] for r in records])
    gold = [r["subtopic"] for r in records]
    predictions = [{"id": r["id"], "cluster": found} for r, found in zip(records, clusters, strict=True)]
    scores = {
        "records": len(records),
        "gold_clusters": len(set(gold)),
        "clusters": len(set(clusters)),
        "b_cubed": _b_cubed(gold, clusters),
        "pairwise": _pairwise(gold, clusters),
    }
    return scores, predictions


def cluster(texts: Sequence[str]) -> list[int]:
    """A cluster number for each text: copies first, then the likest groups are joined while their mean likeness is enough."""
    tokens = [words(text) for text in texts]
    names = [_names_and_numbers(text) for text in texts]
    weights, name_weights = _rarity(tokens), _rarity(names)
    vectors = [_vector(t, weights) for t in tokens]
    name_vectors = [_vector(t, name_weights) for t in names]
    groups = _copies(tokens)
    # The sum of likenesses between two groups is kept up as they are joined; its mean decides.
    sums: dict[tuple[int, int], float] = {}
    for a in told(range(len(groups)), "duplicates"):
        for b in range(a + 1, len(groups)):
            sums[a, b] = sum(
                (_cosine(vectors[i], vectors[j]) + _cosine(name_vectors[i], name_vectors[j])) / 2
                for i in groups[a]
                for j in groups[b]
            )
    return _joined(groups, sums, len(texts))


def _names_and_numbers(text: str) -> list[str]:
    found = [m.group() for m in _WORD.finditer(text)]
    return [w.lower() for w in found if (w[0].isdigit() or w[0].isupper()) and w.lower() not in _SMALL]


def _copies(texts: Sequence[Sequence[str]]) -> list[list[int]]:
    """Groups of texts of which each is a near copy of another of its group, and each other text alone."""
    index = MinHashLSH(threshold=COPY, num_perm=64)
    group_of: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=64, seed=1)
        for start in range(max(1, len(text) - _SHINGLE + 1)):
            sketch.update(" ".join(text[start : start + _SHINGLE]).encode())
        alike = sorted(int(key) for key in index.query(sketch))
        group = group_of[alike[0]] if alike else []
        group.append(number)
        group_of[number] = group
        index.insert(str(number), sketch)
    return list({id(group): group for group in group_of.values()}.values())


def _joined(groups: list[list[int]], sums: dict[tuple[int, int], float], total: int) -> list[int]:
    """Average-link clustering down to `SAME_STORY`; numbers are those of each cluster's first text."""
    alive = set(range(len(groups)))
    while len(alive) > 1:
        best = max(((s / (len(groups[a]) * len(groups[b])), -a, -b) for (a, b), s in sums.items()), default=None)
        if best is None or best[0] < SAME_STORY:
            break
        a, b = -best[1], -best[2]
        groups[a] = groups[a] + groups[b]
        alive.discard(b)
        for other in alive - {a}:
            moved = sums.pop((min(b, other), max(b, other)), 0.0)
            sums[min(a, other), max(a, other)] += moved
        del sums[a, b]
    numbers = [0] * total
    for group in alive:
        for member in groups[group]:
            numbers[member] = min(groups[group])
    return numbers


def _b_cubed(gold: Sequence[str], found: Sequence[int]) -> dict[str, float]:
    """Each document's own precision and recall, averaged (Bagga and Baldwin, 1998)."""
    both, by_gold, by_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(both[g, f] / by_found[f] for g, f in zip(gold, found, strict=True)) / len(gold)
    recall = sum(both[g, f] / by_gold[g] for g, f in zip(gold, found, strict=True)) / len(gold)
    return prf_of(precision, recall)


def _pairwise(gold: Sequence[str], found: Sequence[int]) -> dict[str, float]:
    def within(counts: Counter[Any]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    return prf(within(Counter(zip(gold, found, strict=True))), within(Counter(found)), within(Counter(gold)))

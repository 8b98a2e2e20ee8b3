"""A head of one's own: other types than PLOVER's, learned from a few examples on what the trained network makes of words."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from detente.coding.trained.network import Floats, Network, Outputs
from detente.errors import DataError
from detente.examples import Example

NONE = "none"
_STIFFNESS = 0.01
_NONE_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Head:
    """`types` begins with "none"; `weights` is (types, 768 + 1), the last column what each type begins with.

    `made_for` is the name of the network that it was learned on, and reads no other's words.
    """

    types: tuple[str, ...]
    weights: Floats
    made_for: str

    def logits(self, outputs: Outputs) -> Floats:
        """For each piece of a sentence, (n, types)."""
        result: Floats = _scaled(outputs.hidden) @ self.weights[:, :-1].T + self.weights[:, -1]
        return result

    def save(self, path: Path) -> None:
        """Writes the head to a file of its own."""
        np.savez_compressed(path, types=np.array(self.types), weights=self.weights, made_for=np.array(self.made_for))


def load(path: Path, trained: Network) -> Head | None:
    """The head of a codebook; None where none was trained. Raises `DataError` for one that is broken or of another network."""
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as kept:
            head = Head(tuple(map(str, kept["types"])), kept["weights"].astype(np.float32), str(kept["made_for"]))
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"{path}: no trained head: {error}") from error
    if head.made_for != trained.name:
        raise DataError(f"{path}: trained for {head.made_for}, and this is {trained.name}: run detente codebook train again")
    return head


@dataclass(frozen=True, slots=True)
class Words:
    """Words of examples as a head learns from them: (n, 768), the type of each by number, and the example that it stands in."""

    hidden: Floats
    gold: NDArray[np.int64]
    sentence: NDArray[np.int64]


def words_of(examples: Sequence[Example], types: Sequence[str], trained: Network) -> Words:
    """The words of examples. Raises `DataError` for an event of a type that is not among `types`."""
    rows, gold, sentence = [], [], []
    for number, (example, outputs) in enumerate(zip(examples, trained.read([e.text for e in examples]), strict=True)):
        for piece in outputs.begins:
            at = outputs.offsets[piece][0]
            event = next((e.event for e in example.events if e.start <= at < e.end), NONE)
            if event not in types:
                raise DataError(f"{event} is no type of the codebook, in: {example.text[:60]}")
            rows.append(outputs.hidden[piece])
            gold.append(types.index(event))
            sentence.append(number)
    return Words(_scaled(np.array(rows, dtype=np.float32)), np.array(gold), np.array(sentence))


def learn(words: Words, types: Sequence[str], made_for: str, keep: NDArray[np.bool_] | None = None) -> Head:
    """A head by multinomial logistic regression, from all words or those where `keep` is true."""
    from scipy.optimize import minimize  # loading it takes half a second

    chosen = keep if keep is not None else np.ones(len(words.gold), dtype=bool)
    hidden = np.hstack([words.hidden[chosen], np.ones((chosen.sum(), 1), dtype=np.float32)]).astype(np.float64)
    gold = words.gold[chosen]
    weight = np.where(gold == 0, _NONE_WEIGHT, 1.0)
    shape = (len(types), hidden.shape[1])

    def misfit(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(shape)
        logits = hidden @ weights.T
        logits -= logits.max(1, keepdims=True)
        logs = logits - np.log(np.exp(logits).sum(1, keepdims=True))
        away = np.exp(logs)
        away[np.arange(len(gold)), gold] -= 1.0
        slope = (away * weight[:, None]).T @ hidden / weight.sum() + _STIFFNESS * weights
        value = -(logs[np.arange(len(gold)), gold] * weight).sum() / weight.sum() + 0.5 * _STIFFNESS * (weights**2).sum()
        return float(value), slope.ravel()

    found = minimize(misfit, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return Head(tuple(types), found.x.reshape(shape).astype(np.float32), made_for)


def cross_validated(words: Words, types: Sequence[str], made_for: str, folds: int = 5, seed: int = 1) -> list[tuple[str, str]]:
    """Gold and predicted type of each word that either holds for an event, predicted by a head that never saw its sentence."""
    sentences = sorted(set(words.sentence.tolist()))
    random.Random(seed).shuffle(sentences)
    pairs: list[tuple[str, str]] = []
    for fold in range(folds):
        held = np.isin(words.sentence, sentences[fold::folds])
        head = learn(words, types, made_for, ~held)
        predicted = (words.hidden[held] @ head.weights[:, :-1].T + head.weights[:, -1]).argmax(1)
        pairs.extend((types[g], types[p]) for g, p in zip(words.gold[held], predicted, strict=True) if g or p)
    return pairs


def examples_of(folder: Path) -> Iterable[Path]:
    """The files of examples of a codebook: `examples.txt`, or all of `examples/`."""
    single = folder / "examples.txt"
    return [single] if single.exists() else sorted((folder / "examples").glob("*.txt"))


def _scaled(hidden: Floats) -> Floats:
    norm = np.linalg.norm(hidden, axis=-1, keepdims=True)
    result: Floats = hidden / np.maximum(norm, 1e-6) * 10.0
    return result

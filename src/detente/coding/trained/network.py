"""The trained network: sentences in, and out comes what each of their words may tell of.

One pass of a small encoder over a sentence, run in 8 bits by onnxruntime. How it was trained is in `training/`.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import DataError

Floats = NDArray[np.float32]

FOLDER = Path(__file__).parent.parent / "data" / "network"
_LONGEST = 128


@dataclass(frozen=True)
class Labels:
    """Names of the outputs in their order. The first of `types` is "none"; a mode is "TYPE/mode", "TYPE/" being no mode."""

    types: tuple[str, ...]
    statuses: tuple[str, ...]
    modes: tuple[str, ...]
    contexts: tuple[str, ...]

    @functools.cached_property
    def modes_of(self) -> dict[str, list[int]]:
        """Where the modes of each type stand."""
        return {name: [i for i, mode in enumerate(self.modes) if mode.split("/")[0] == name] for name in self.types}


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """What the network says of one sentence, a row a piece of a word (n pieces); logits unless said otherwise.

    - `offsets`: where each piece begins and ends in the sentence; `begins`: the pieces that begin a word.
    - `types` (n, 17), `told` (n, 17): the act that a piece tells of, and how PLOVER would have it; 0 is none.
    - `statuses` (n, 12), `negated` (n), `modes` (n, all modes), `contexts` (n, all contexts).
    - `weights` (n): how much the piece has to say of what passes between two parties.
    - `hidden` (n, 768): what the encoder makes of the piece, and what the types are read from.
    - `triggers` (n, 2 * width + 2), `parties` (n, 2 * width): see `roles`.
    """

    offsets: Sequence[tuple[int, int]]
    begins: Sequence[int]
    types: Floats
    told: Floats
    statuses: Floats
    negated: Floats
    modes: Floats
    contexts: Floats
    weights: Floats
    triggers: Floats
    parties: Floats
    hidden: Floats

    def pieces(self, start: int, end: int) -> list[int]:
        """The pieces of which `[start, end)` of the sentence is made; none beyond the length that is read."""
        return [i for i, (first, last) in enumerate(self.offsets) if first < end and start < last]

    def word_end(self, piece: int) -> int:
        """Where the word ends that a piece begins."""
        later = [p for p in self.begins if p > piece]
        last = (later[0] if later else len(self.offsets) - 1) - 1
        return self.offsets[last][1]

    def roles(self, piece: int, parties: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
        """Logits that each party, given by its pieces, is actor and is recipient of what a piece tells of."""
        width = self.parties.shape[1] // 2
        means = np.stack([self.parties[list(party)].mean(0) for party in parties])
        trigger = self.triggers[piece]
        scale = np.float32(width**-0.5)
        actor = means[:, :width] @ trigger[:width] * scale + trigger[-2]
        recipient = means[:, width:] @ trigger[width : 2 * width] * scale + trigger[-1]
        return actor, recipient

    def between(self, actor: Sequence[int] | None, recipient: Sequence[int] | None) -> tuple[Floats, Floats]:
        """What passes between two parties, given by their pieces (None for one that is not named).

        The probabilities of the types (16, in the order of the labels, "none" left out), and the shares that the words have in
        it, one for each of `begins`.
        """
        begins = list(self.begins)
        weights = self.weights[begins]
        named = [p for p in (actor, recipient) if p]
        if named:
            for place, piece in enumerate(begins):
                acts, receives = self.roles(piece, named)
                weights[place] += _log_sigmoid(acts[0]) if actor else 0.0
                weights[place] += _log_sigmoid(receives[-1]) if recipient else 0.0
        weights += np.log1p(-np.minimum(softmax(self.types[begins])[:, 0], 1 - 1e-6))
        shares = softmax(weights)
        result: Floats = shares @ softmax(self.told[begins, 1:])
        return result, shares


class Network:
    """A trained network, loaded from a folder that holds `events.onnx` and `tokenizer.json`.

    Raises `DataError` where either is missing or broken.
    """

    def __init__(self, folder: Path = FOLDER, *, threads: int = 1) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        try:
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(str(folder / "events.onnx"), options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self.about: dict[str, Any] = json.loads(self._session.get_modelmeta().custom_metadata_map["detente"])
            self.labels = Labels(*(tuple(self.about[key]) for key in ("types", "statuses", "modes", "contexts")))
        except Exception as error:
            raise DataError(f"{folder}: the trained network cannot be loaded: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_LONGEST)
        self._names = [output.name for output in self._session.get_outputs()]

    @property
    def temperature(self) -> float:
        """What the logits of the types are divided by, so that probabilities are as often right as they say."""
        return float(self.about["temperature"])

    @property
    def name(self) -> str:
        """Name and version, told by the corpus that it was trained on."""
        return f"network-{self.about['corpus']}"

    def read(self, sentences: Sequence[str]) -> list[Outputs]:
        """What the network says of each sentence, which does not depend on the others.

        They are read one by one: the 8-bit matrices are scaled by all that is read at once, so that in a batch each sentence
        would change what is said of its neighbours. On a processor a batch is no faster.
        """
        return [self._read(encoding) for encoding in self._tokenizer.encode_batch(list(sentences))]

    def _read(self, encoding: Any) -> Outputs:
        ids = np.array([encoding.ids], dtype=np.int64)
        rows = self._session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
        found: dict[str, Any] = {name: value[0] for name, value in zip(self._names, rows, strict=True)}
        found["negated"], found["weights"] = found["negated"][:, 0], found["weights"][:, 0]
        words = encoding.word_ids
        begins = [piece for piece, word in enumerate(words) if word is not None and words[piece - 1] != word]
        # The marks of beginning and end are no part of the sentence.
        return Outputs([(-1, -1), *encoding.offsets[1:-1], (-1, -1)], begins, **found)


@functools.cache
def network() -> Network:
    """The network that ships with détente, loaded once a process."""
    return Network()


def softmax(logits: Floats) -> Floats:
    """Logits to probabilities along the last axis."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    result: Floats = shifted / shifted.sum(-1, keepdims=True)
    return result


def _log_sigmoid(logit: float) -> float:
    return -float(np.logaddexp(0.0, -logit))

"""What training makes small."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.labels import Labels
from training.network import ROLE, between, roles
from training.tensors import Item

_NONE_WEIGHT = 0.5
"""Words that tell of nothing are 12 times as many as those that tell of an act."""

_WORDS = 12
"""Words of a sentence for one that tells of an act: the types of all words weigh as much as the rest of one act."""


class Loss:
    """The losses of all outputs over a batch, by name, each a sum divided by the number of sentences."""

    def __init__(self, labels: Labels) -> None:
        weights = torch.ones(len(labels.types))
        weights[0] = _NONE_WEIGHT
        self._weights = weights
        self._modes = torch.full((len(labels.types), len(labels.modes)), -1e9)
        for event, name in enumerate(labels.types):
            self._modes[event, labels.modes_of(name)] = 0.0

    def __call__(self, outputs: dict[str, Tensor], items: list[Item]) -> dict[str, Tensor]:
        rows, pieces = _places((row, piece) for row, item in enumerate(items) for piece in item.begins)
        types = torch.tensor([event for item in items for event in item.types])
        found = {
            "types": functional.cross_entropy(outputs["types"][rows, pieces], types, self._weights, reduction="sum") / _WORDS
        }
        parties, first = _parties(outputs, items)
        if any(item.triggers for item in items):
            found |= self._of_triggers(outputs, items, parties, first)
        pairs = [(row, *pair) for row, item in enumerate(items) for pair in item.pairs]
        if pairs:
            begins = torch.zeros(outputs["types"].shape[:2], dtype=torch.bool)
            begins[rows, pieces] = True
            sides = [
                torch.stack([parties[first[pair[0]] + pair[side]] if pair[side] >= 0 else _UNNAMED for pair in pairs])
                for side in (1, 2)
            ]
            told, _ = between(outputs, begins, torch.tensor([pair[0] for pair in pairs]), *sides)
            gold = torch.zeros_like(told)
            for place, (_, _, _, weights) in enumerate(pairs):
                for event, weight in weights.items():
                    gold[place, event - 1] = weight
            found["pairs"] = -(gold * told).sum()
        return {name: value / len(items) for name, value in found.items()}

    def _of_triggers(self, outputs: dict[str, Tensor], items: list[Item], parties: Tensor, first: list[int]) -> dict[str, Tensor]:
        triggers = [(row, trigger) for row, item in enumerate(items) for trigger in item.triggers]
        rows, pieces = _places((row, trigger.piece) for row, trigger in triggers)
        here = {name: value[rows, pieces] for name, value in outputs.items() if name not in ("parties", "hidden")}

        def column(name: str) -> Tensor:
            return torch.tensor([getattr(trigger, name) for _, trigger in triggers])

        contexts = torch.zeros_like(here["contexts"])
        for place, (_, trigger) in enumerate(triggers):
            contexts[place, list(trigger.contexts)] = 1.0
        found = {
            "statuses": functional.cross_entropy(here["statuses"], column("status"), reduction="sum"),
            "negated": functional.binary_cross_entropy_with_logits(
                here["negated"][:, 0], column("negated").float(), reduction="sum"
            ),
            "modes": functional.cross_entropy(here["modes"] + self._modes[column("event")], column("mode"), reduction="sum"),
            "told": functional.cross_entropy(here["told"][:, 1:], column("told") - 1, reduction="sum", ignore_index=-1),
            "contexts": functional.binary_cross_entropy_with_logits(here["contexts"], contexts, reduction="sum") / 4,
        }
        asked = [
            (place, first[row] + party, party in trigger.actors, party in trigger.recipients)
            for place, (row, trigger) in enumerate(triggers)
            for party in range(len(items[row].parties))
        ]
        if asked:
            places, numbers, acts, receives = (torch.tensor(list(values)) for values in zip(*asked, strict=True))
            for logits, gold in zip(roles(here["triggers"][places], parties[numbers]), (acts, receives), strict=True):
                away = functional.binary_cross_entropy_with_logits(logits, gold.float(), reduction="sum")
                found["roles"] = found.get("roles", torch.zeros(())) + away / 2
        return found


_UNNAMED = torch.full((2 * ROLE,), float("nan"))


def _places(pairs) -> tuple[Tensor, Tensor]:  # type: ignore[no-untyped-def]
    rows, pieces = zip(*pairs, strict=True)
    return torch.tensor(rows), torch.tensor(pieces)


def _parties(outputs: dict[str, Tensor], items: list[Item]) -> tuple[Tensor, list[int]]:
    """The means over the pieces of every party of the batch (parties, 2 * ROLE), and each sentence's first place among them."""
    first, means = [], []
    for row, item in enumerate(items):
        first.append(len(means))
        means.extend(outputs["parties"][row, pieces].mean(0) for pieces in item.parties)
    return (torch.stack(means) if means else torch.zeros(0, 2 * ROLE)), first

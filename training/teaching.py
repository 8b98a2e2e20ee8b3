"""What a teacher says of sentences, for the small network to learn from."""

from __future__ import annotations

import torch

from detente.examples import Example
from training.fit import Inputs, Taught, batches
from training.network import EventNetwork
from training.others import NO_PARTY
from training.tensors import Item

_OUTPUTS = ("types", "told", "statuses")


def key(example: Example) -> str:
    """What tells one marked sentence from another: what is said of it holds while its marks stay."""
    return repr((example.text, [p for p in example.parties if p.number != NO_PARTY], example.events))


@torch.no_grad()
def teach(teacher: EventNetwork, items: list[Item], inputs: Inputs, size: int = 64) -> list[Taught]:
    """Probabilities by output for the words of each item that are no part of a party's name, each (words, labels)."""
    teacher.eval()
    found: list[Taught] = [{} for _ in items]
    for batch in batches(items, size, None):
        outputs = teacher(*inputs(items, batch))
        for row, i in enumerate(batch):
            pieces = torch.tensor(items[i].free)
            found[i] = {name: outputs[name][row][pieces].softmax(1) for name in _OUTPUTS}
    return found

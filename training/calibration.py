"""The temperature by which the network is as often right as it says."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.fit import batches, padded
from training.network import EventNetwork
from training.tensors import Item

_TRIED = [0.6 + 0.05 * step for step in range(49)]


@torch.no_grad()
def temperature(network: EventNetwork, items: list[Item]) -> float:
    """What the logits of the types are to be divided by: of the values tried the one that fits the items best.

    Only words count that the network or the corpus takes for telling of an act: of the others it is mostly sure, and right.
    """
    network.eval()
    logits, gold = [], []
    for batch in batches(items, 32, None):
        outputs = network(*padded([items[i] for i in batch]))
        for row, i in enumerate(batch):
            said = outputs["types"][row][torch.tensor(items[i].begins)]
            told = torch.tensor(items[i].types)
            asked = (told > 0) | (said.argmax(1) > 0)
            logits.append(said[asked])
            gold.append(told[asked])
    return min(_TRIED, key=lambda tried: _misfit(torch.cat(logits), torch.cat(gold), tried))


def _misfit(logits: Tensor, gold: Tensor, tried: float) -> float:
    return float(functional.cross_entropy(logits / tried, gold))

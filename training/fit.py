"""Training a network on items: batches by length, learning rate up and down, the best epoch kept."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.loss import Loss
from training.network import EventNetwork
from training.rounding import exact, round_from_now_on
from training.tensors import Item


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn. `rate` is for the encoder; the heads, which begin from nothing, learn ten times as fast."""

    epochs: int
    rate: float
    batch: int = 16
    warm: float = 0.1
    rounded: int = 0
    """In so many last epochs the network learns under the roundings with which it will be run."""


Taught = dict[str, Tensor]
"""What a teacher says of one sentence: probabilities by output, for each word that is no part of a party's name."""

Inputs = Callable[[Sequence[Item], Sequence[int]], tuple[Tensor, Tensor]]
"""The network's input for a batch of items, given by their places."""


def piece_ids(items: Sequence[Item], batch: Sequence[int]) -> tuple[Tensor, Tensor]:
    """Piece ids and mask of a batch, each (sentences, pieces)."""
    return padded([items[i] for i in batch])


def fit(
    network: EventNetwork,
    epoch_items: Callable[[int], list[Item]],
    loss: Loss,
    schedule: Schedule,
    seed: int,
    *,
    taught: Sequence[Taught | None] | None = None,
    inputs: Inputs = piece_ids,
    tell: Callable[[str], None] = print,
) -> None:
    """Trains in place. `epoch_items` gives the items of an epoch, `taught` what a teacher says of each, None for nothing."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    items = epoch_items(0)
    steps = schedule.epochs * (len(items) // schedule.batch + 1)
    optimizer = torch.optim.AdamW(_groups(network, schedule.rate), weight_decay=0.01)
    warm = max(1, int(steps * schedule.warm))
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    for epoch in range(schedule.epochs):
        items = epoch_items(epoch)
        if epoch == schedule.epochs - schedule.rounded:
            round_from_now_on(network)
        network.train()
        begun, sums, count = time.monotonic(), {}, 0
        for batch in batches(items, schedule.batch, chance):
            outputs = network(*inputs(items, batch))
            parts = loss(outputs, [items[i] for i in batch])
            if taught is not None:
                parts["taught"] = _distance(outputs, [items[i] for i in batch], [taught[i] for i in batch])
            total = torch.stack(list(parts.values())).sum()
            optimizer.zero_grad()
            total.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rates.step()
            count += 1
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + value.item()
        told = ", ".join(f"{name} {value / count:.3f}" for name, value in sums.items())
        tell(f"epoch {epoch + 1}: {told} ({time.monotonic() - begun:.0f} s)")
    exact(network)


def batches(items: Sequence[Item], size: int, chance: random.Random | None) -> Iterator[list[int]]:
    """Places of items in batches of about one length, the batches in random order; in order of length without `chance`."""
    order = sorted(range(len(items)), key=lambda i: (len(items[i].ids), chance.random() if chance else i))
    found = [order[i : i + size] for i in range(0, len(order), size)]
    if chance:
        chance.shuffle(found)
    yield from found


def padded(items: Sequence[Item]) -> tuple[Tensor, Tensor]:
    """Piece ids and mask of a batch, each (sentences, pieces)."""
    longest = max(len(item.ids) for item in items)
    ids = torch.zeros(len(items), longest, dtype=torch.long)
    mask = torch.zeros(len(items), longest, dtype=torch.long)
    for row, item in enumerate(items):
        ids[row, : len(item.ids)] = torch.tensor(item.ids)
        mask[row, : len(item.ids)] = 1
    return ids, mask


def _distance(outputs: dict[str, Tensor], items: list[Item], taught: list[Taught | None]) -> Tensor:
    """How far the words' types and the triggers' statuses are from what the teacher says of them."""
    parts = [torch.zeros(())]
    for row, (item, said) in enumerate(zip(items, taught, strict=True)):
        if said is None or len(item.free) != len(said["types"]):
            # Nothing was said of it, or another name has pushed the end of a long sentence over what is read.
            continue
        pieces = torch.tensor(item.free)
        weight = (1.0 - said["types"][:, 0])[:, None]
        types = functional.kl_div(outputs["types"][row][pieces].log_softmax(1), said["types"], reduction="none")
        parts.append((types * (0.05 + weight)).sum())
        for name in ("told", "statuses"):
            away = functional.kl_div(outputs[name][row][pieces].log_softmax(1), said[name], reduction="none")
            parts.append((away * weight).sum())
    return torch.stack(parts).sum() / len(items)


def _groups(network: EventNetwork, rate: float) -> list[dict[str, object]]:
    of_encoder = [w for name, w in network.named_parameters() if name.startswith("encoder.") and w.requires_grad]
    of_heads = [w for name, w in network.named_parameters() if not name.startswith("encoder.")]
    return [{"params": of_encoder, "lr": rate}, {"params": of_heads, "lr": 10 * rate}]

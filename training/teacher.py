"""A larger encoder, of which only the upper layers learn: what the lower ones make of a sentence is found once and kept."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import torch
from torch import Tensor, nn
from transformers.masking_utils import create_bidirectional_mask

from training.fit import batches, padded
from training.tensors import Item


class UpperLayers(nn.Module):
    """The layers of an MPNet from `depth` on, as an encoder that is given what the layers below made of a sentence."""

    def __init__(self, model: Any, depth: int) -> None:
        super().__init__()
        self.config = model.config
        self._depth = depth
        self.below = model
        for name, weight in model.named_parameters():
            layer = name.removeprefix("encoder.layer.").split(".")[0]
            weight.requires_grad = layer.isdigit() and int(layer) >= depth

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Any:
        return SimpleNamespace(last_hidden_state=self._run(input_ids, attention_mask, self.below.encoder.layer[self._depth :]))

    def _run(self, hidden: Tensor, attention_mask: Tensor, layers: Any) -> Tensor:
        mask = create_bidirectional_mask(config=self.config, inputs_embeds=hidden, attention_mask=attention_mask)
        bias = self.below.encoder.compute_position_bias(hidden)
        for layer in layers:
            hidden = layer(hidden, mask, bias)[0]
        return hidden

    @torch.no_grad()
    def lower(self, items: Sequence[Item], size: int = 64) -> list[Tensor]:
        """What the layers below make of each sentence, (pieces, width), in 16 bits."""
        self.below.eval()
        found: dict[int, Tensor] = {}
        for batch in batches(items, size, None):
            ids, mask = padded([items[i] for i in batch])
            hidden = self._run(self.below.embeddings(input_ids=ids), mask, self.below.encoder.layer[: self._depth])
            for row, i in enumerate(batch):
                found[i] = hidden[row, : len(items[i].ids)].half()
        return [found[i] for i in range(len(items))]


class Kept:
    """What was kept of sentences, as inputs to the upper layers."""

    def __init__(self, lower: list[Tensor]) -> None:
        self._lower = lower

    def __call__(self, items: Sequence[Item], batch: Sequence[int]) -> tuple[Tensor, Tensor]:
        longest = max(len(items[i].ids) for i in batch)
        hidden = torch.zeros(len(batch), longest, self._lower[0].shape[1])
        mask = torch.zeros(len(batch), longest, dtype=torch.long)
        for row, i in enumerate(batch):
            hidden[row, : len(items[i].ids)] = self._lower[i].float()
            mask[row, : len(items[i].ids)] = 1
        return hidden, mask

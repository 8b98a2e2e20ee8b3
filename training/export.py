"""A trained network to the file that détente runs: ONNX, its matrices in 8 bits, with all that it is told by in its metadata."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.labels import Labels
from training.network import OUTPUTS, ROLE, EventNetwork


class _Rows(nn.Module):
    """The outputs as a tuple, in the order of `OUTPUTS`."""

    def __init__(self, network: EventNetwork) -> None:
        super().__init__()
        self._network = network

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        found = self._network(ids, mask)
        return tuple(found[name] for name in OUTPUTS)


def export(network: EventNetwork, labels: Labels, path: Path, told: Mapping[str, Any]) -> int:
    """Writes the network to `path` and gives the file's size in bytes.

    `told` is kept with it: the corpus version, the commit, the scores, the thresholds.
    """
    network.eval()
    ids = torch.ones(2, 7, dtype=torch.long)
    axes = {name: {0: "sentences", 1: "pieces"} for name in ("ids", "mask", *OUTPUTS)}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _Rows(network),
            (ids, torch.ones_like(ids)),
            str(whole),
            input_names=["ids", "mask"],
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        # Seven bits for the weights: processors without VNNI add two products in 16 bits, which eight would overflow.
        quantize_dynamic(
            whole,
            path,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    model = onnx.load(path)
    kept = {
        "types": labels.types,
        "statuses": labels.statuses,
        "modes": labels.modes,
        "contexts": labels.contexts,
        "role_width": ROLE,
        **told,
    }
    entry = model.metadata_props.add()
    entry.key, entry.value = "detente", json.dumps(kept, sort_keys=True)
    onnx.save(model, path)
    return path.stat().st_size

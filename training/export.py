"""A trained network to the file that détente runs: ONNX, its encoder in 8 bits, with all that it is told by in its metadata."""

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

KEY = "detente"


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

    `told` is kept with it: the corpus version, the commit, how it was trained.
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
        # The heads are small, and what they tell apart is fine: they stay exact.
        graph = onnx.load(whole).graph
        heads = [node.name for node in graph.node if node.op_type == "MatMul" and "/encoder" not in node.name]
        # Seven bits for the weights: processors without VNNI add two products in 16 bits, which eight would overflow.
        quantize_dynamic(
            whole,
            path,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=heads,
        )
    names = {key: getattr(labels, key) for key in ("types", "statuses", "modes", "contexts")}
    tell(path, {**names, "role_width": ROLE, **told})
    return path.stat().st_size


def tell(path: Path, told: Mapping[str, Any]) -> None:
    """Adds to what the file of a network tells of itself."""
    model = onnx.load(path)
    entry = next((e for e in model.metadata_props if e.key == KEY), None) or model.metadata_props.add(key=KEY, value="{}")
    entry.value = json.dumps({**json.loads(entry.value), **told}, sort_keys=True)
    onnx.save(model, path)

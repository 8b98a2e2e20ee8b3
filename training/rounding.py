"""Training with the roundings of 8 bits in it, so that the network learns to do without what they take away.

When détente runs the network, the input of every matrix is rounded to 8 bits over one sentence, and the matrix itself to 7
bits over each of its rows (`export.py`). Here the same is done on the way forward, with the heads too; on the way back it is
passed over.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional

_LEVELS = 255
_WEIGHT_LEVELS = 63


def round_from_now_on(network: nn.Module) -> None:
    """Rounds the inputs and weights of all linear layers of a network, whose inputs are (sentences, pieces, width)."""
    for layer in network.modules():
        if isinstance(layer, nn.Linear):
            layer.forward = _rounded(layer)  # type: ignore[method-assign]


def _rounded(layer: nn.Linear) -> Callable[[Tensor], Tensor]:
    def forward(given: Tensor) -> Tensor:
        return functional.linear(
            _passed_over(given, _input(given)), _passed_over(layer.weight, _weight(layer.weight)), layer.bias
        )

    return forward


def exact(network: nn.Module) -> None:
    """Undoes `round_from_now_on`."""
    for layer in network.modules():
        if isinstance(layer, nn.Linear):
            vars(layer).pop("forward", None)


def _passed_over(exact: Tensor, rounded: Tensor) -> Tensor:
    return exact + (rounded - exact).detach()


@torch.no_grad()
def _input(given: Tensor) -> Tensor:
    axes = tuple(range(1, given.dim()))
    low, high = given.amin(axes, keepdim=True).clamp(max=0), given.amax(axes, keepdim=True).clamp(min=0)
    step = (high - low).clamp(min=1e-8) / _LEVELS
    zero = torch.round(-low / step)
    return (torch.clamp(torch.round(given / step) + zero, 0, _LEVELS) - zero) * step


@torch.no_grad()
def _weight(weight: Tensor) -> Tensor:
    step = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / _WEIGHT_LEVELS
    return torch.round(weight / step) * step

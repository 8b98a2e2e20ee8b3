"""Errors of figures, planted."""

from __future__ import annotations

from detente.bench.planting.change import Planter

PLANTERS: dict[str, Planter] = {}

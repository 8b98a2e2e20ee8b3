"""Planting errors in clean reports: one module a subject, as with the checks that are to find them."""

from detente.bench.planting.change import Planted
from detente.bench.planting.plant import PLANTERS, plant

__all__ = ["PLANTERS", "Planted", "plant"]

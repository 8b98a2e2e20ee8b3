"""The trained network and what is decided by it."""

from detente.coding.trained.decider import TrainedDecider
from detente.coding.trained.network import Network, network

__all__ = ["Network", "TrainedDecider", "network"]

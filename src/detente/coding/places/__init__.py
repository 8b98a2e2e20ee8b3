"""Places: the toponyms of a report, what they stand for, and the place of an act."""

from detente.coding.places.acts import event_place
from detente.coding.places.items import find_places

__all__ = ["event_place", "find_places"]

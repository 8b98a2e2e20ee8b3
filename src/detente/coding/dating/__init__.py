"""Dating: when a report without a date was published, worked out from what it says."""

from detente.coding.dating.published import Clue, Published

__all__ = ["Clue", "Published"]

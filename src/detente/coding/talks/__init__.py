"""Talks: rounds of talks as objects, each from all that an article says of it."""

from detente.coding.talks.find import find_talks

__all__ = ["find_talks"]

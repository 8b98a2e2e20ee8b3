"""Expressions of time: where they stand in a text, and what they stand for as TIMEX3."""

from detente.coding.times.find import Timex, timexes

__all__ = ["Timex", "timexes"]

"""Figures: the numbers that a report gives, with what they count."""

from detente.coding.figures.counting import counts, number_of
from detente.coding.figures.find import find_figures
from detente.coding.figures.numbers import numbers, read_number
from detente.coding.figures.units import is_person

__all__ = ["counts", "find_figures", "is_person", "number_of", "numbers", "read_number"]

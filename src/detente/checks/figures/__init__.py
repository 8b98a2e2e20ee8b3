"""Checks of figures: numbers and sums."""

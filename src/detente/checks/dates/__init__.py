"""Checks of dates: days, order and time."""

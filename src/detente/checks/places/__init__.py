"""Checks of places: where things lie and happen."""

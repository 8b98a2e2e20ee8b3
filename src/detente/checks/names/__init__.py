"""Checks of names: how persons are called."""

"""Checks of offices: who is said to be what."""

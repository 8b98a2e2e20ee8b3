"""Checks of quotations: marks, and who speaks."""

"""Checks of the text itself: repeated, broken off, or rewritten by a machine."""

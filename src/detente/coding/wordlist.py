"""Lists of words in code: written as one text, so that they stay readable and short in a diff."""

from __future__ import annotations


def wordlist(text: str) -> frozenset[str]:
    """The words of a text, split at blanks."""
    return frozenset(text.split())

"""What is told to the person at the terminal: standard error, one line at a time."""

from __future__ import annotations

import sys


def printable(text: str) -> str:
    """The text on one line, with control characters escaped: a name or a report must not steer the terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def say(line: str) -> None:
    """Writes one line to standard error."""
    print(printable(line), file=sys.stderr, flush=True)

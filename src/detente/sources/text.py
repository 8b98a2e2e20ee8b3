"""Plain text reports."""

from __future__ import annotations

from detente.sources.draft import Draft
from detente.sources.encoding import normalise


def from_text(text: str) -> Draft:
    """The report in a plain text; its first line is the headline where it looks like one."""
    return Draft(text=normalise(text).strip("\n"))

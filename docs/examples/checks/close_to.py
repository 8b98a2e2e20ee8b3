"""An example of a check of one's own: this house wants sources described by how they know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks import Problem, Report

NAME = "house-style-sources-close-to"
SEVERITY = "warning"
SAYS = "a source is called close to somebody, and nothing else"

_CLOSE_TO = re.compile(r"\b(?:[Aa] )?(?:source|person|people|sources) close to (?:the )?(?P<whom>[A-Z][\w’'-]+)")


def find(report: Report) -> Iterator[Problem]:
    """Wherever it stands; the reader should learn how the source knows."""
    for match in _CLOSE_TO.finditer(report.text):
        yield Problem(
            match.start(),
            match.end(),
            f"say how the source knows what {match['whom']} thinks",
            "house style, section 4",
        )

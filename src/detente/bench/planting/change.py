"""A change that puts an error into a report."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detente.checks.report import Report


@dataclass(frozen=True, slots=True)
class Change:
    """Words put in the place of those from `start` to `end` of the clean text (none where both are one: an insertion).

    `error` are offsets into the new words of what a finding must touch; `right` is what should stand there, "" where a right
    answer has no one form.
    """

    start: int
    end: int
    words: str
    error: tuple[int, int]
    right: str = ""


@dataclass(frozen=True, slots=True)
class Planted:
    """An error as it stands in the spoilt text: offsets into it, its kind, and what should stand there."""

    start: int
    end: int
    what: str
    right: str


Planter = Callable[[Report, random.Random], Iterable[Change]]
"""Gives every change, or some of them, that plants its kind of error in a clean report; none where the report offers no place."""

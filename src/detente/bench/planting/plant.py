"""Planting errors of many kinds into a clean report."""

from __future__ import annotations

import random
from collections.abc import Sequence

from detente.bench.planting import dates, figures, names, offices, places, quotations, rewriting, wording
from detente.bench.planting.change import Change, Planted, Planter
from detente.checks.report import Report

PLANTERS: dict[str, Planter] = {
    **names.PLANTERS,
    **offices.PLANTERS,
    **dates.PLANTERS,
    **places.PLANTERS,
    **figures.PLANTERS,
    **quotations.PLANTERS,
    **wording.PLANTERS,
    **rewriting.PLANTERS,
}
"""Every kind of error that can be planted."""

_APART = 500
"""Characters between two errors at least."""


def plant(report: Report, chance: random.Random, number: int, kinds: Sequence[str] | None = None) -> tuple[str, list[Planted]]:
    """The text with up to that number of errors in it, each of another kind, and those errors in reading order.

    Kinds are drawn by chance, of all or of those given; one for which the report offers no place is passed over. No two errors
    stand near each other, so that none hides another.
    """
    order = sorted(PLANTERS if kinds is None else kinds)
    chance.shuffle(order)
    chosen: list[tuple[str, Change]] = []
    for kind in order:
        if len(chosen) >= number:
            break
        options = [c for c in PLANTERS[kind](report, chance) if not any(_near(c, other) for _, other in chosen)]
        if options:
            chosen.append((kind, chance.choice(options)))
    text, shift = report.text, 0
    planted: list[Planted] = []
    for kind, change in sorted(chosen, key=lambda one: one[1].start):
        at = change.start + shift
        text = text[:at] + change.words + text[change.end + shift :]
        planted.append(Planted(at + change.error[0], at + change.error[1], kind, change.right))
        shift += len(change.words) - (change.end - change.start)
    return text, planted


def _near(one: Change, other: Change) -> bool:
    return one.start - _APART < other.end and other.start - _APART < one.end

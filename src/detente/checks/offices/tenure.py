"""Who surely held an office in the days of a report, and who may have, as the tables tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from detente.knowledge.offices import Spell
from detente.knowledge.posts import SOLE, rivals

MARGIN = dt.timedelta(days=60)
"""Days around a change of office in which news mixes up who holds it: nothing is sure there."""

_SOLE_THERE = frozenset(
    {
        ("USA", "vice president"),
        ("USA", "head of federal police"),
        ("USA", "head of intelligence"),
        ("USA", "deputy foreign minister"),
        ("EU", "high representative"),
    }
)
"""Offices that one person alone holds in a state, though not in all."""


def surely_holds(spell: Spell, first: dt.date, last: dt.date) -> bool:
    """Whether the office was held on every day from the first to the last; an open spell only as far as it was checked."""
    known_until = spell.end or spell.checked
    return spell.start is not None and spell.start <= first and known_until is not None and last <= known_until


def may_hold(spell: Spell, first: dt.date, last: dt.date) -> bool:
    """Whether the office can have been held on any day from the first to the last, or near them."""
    return (spell.start is None or spell.start - MARGIN <= last) and (spell.end is None or first <= spell.end + MARGIN)


def holds_alone(spell: Spell) -> bool:
    """Whether an office is one that one person alone can hold at a time."""
    return spell.office in SOLE or (spell.owner, spell.office) in _SOLE_THERE


def sole_holder(spells: Iterable[Spell], first: dt.date, last: dt.date) -> Spell | None:
    """The one who alone can have held an office in those days, of the spells of all who ever did.

    None where several did, where the office is one of several, or where the tables are not sure.
    """
    held = [s for s in spells if may_hold(s, first, last)]
    if len({s.person for s in held}) != 1 or any(rivals(s.owner, last) for s in held):
        return None
    sure = [s for s in held if holds_alone(s) and surely_holds(s, first, last)]
    return max(sure, key=lambda s: s.start or dt.date.min) if sure else None


def told(spell: Spell) -> str:
    """A row of the tables as what a finding rests on: "offices/UKR.tsv:88: Dmytro Kuleba, foreign minister since 2020-03-04"."""
    if spell.end is None:
        when = f" since {spell.start}" if spell.start else ""
    else:
        when = f" from {spell.start} to {spell.end}" if spell.start else f" until {spell.end}"
    return f"{spell.line}: {spell.person}, {spell.office}{when}"

"""What the tables say against a claim of office: what its person did then, and who held that office instead."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from detente.checks.offices.claims import Claim, borne, known, tells_of_the_past
from detente.checks.offices.tenure import may_hold, sole_holder, surely_holds
from detente.checks.report import Report
from detente.knowledge.offices import Spell, forms
from detente.knowledge.posts import SOLE
from detente.knowledge.soundalikes import agrees
from detente.knowledge.titles import plain

Kind = Literal["office", "country", "rank"]

DEPUTY = frozenset({"deputy", "vice", "assistant", "associate", "under"})
_TO_COME = dt.timedelta(days=500)
"""Days before an office is taken over in which its later holder may be spoken of as if in office already."""

_LEADING = frozenset({"president", "prime minister", "chancellor", "secretary general", "director general"})
"""Offices that every state or body either has or has not: a title of nobody there is no other word for its leader's."""

_PROVISIONAL = frozenset(
    "acting interim caretaker new newly appointed elected named designate would-be self-proclaimed de-facto rival".split()
)
"""Words before a title under which another than the holder of the tables may bear it."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that does not hold: in what respect, what its person was then (None: out of office), and who held the office.

    `was` is the last spell in which the person did hold the office, where there is one.
    """

    claim: Claim
    kind: Kind
    person: str
    now: Spell | None
    was: Spell | None
    holder: Spell


def contradiction(report: Report, claim: Claim) -> Contradiction | None:
    """None where the claim holds, or where the tables are not sure on every day on which the report can have been published."""
    first, last = report.first, report.last
    if first is None or last is None or any(word.lower_ in _PROVISIONAL for word in claim.titled.words):
        return None
    theirs = _spells(report, claim)
    if not theirs:
        return None
    person = theirs[0].person
    held = _present([s for s in theirs if surely_holds(s, first, last)])
    owners = claim.owners or tuple({s.owner for s in (held or theirs)})
    bearers = borne(report, owners, claim.title)
    own = [s for s in bearers if s.person == person]
    if any(may_hold(s, first, last) for s in own) or (not claim.owners and len(owners) != 1):
        return None
    if any(agrees(claim.name, s) in ("name", "spelling") for s in bearers if may_hold(s, first, last)):
        return None
    now = held[0] if held else None
    if any(
        title.endswith(f" {claim.title}") and DEPUTY.isdisjoint(title.split())
        for s in held
        if s.owner in owners
        for title in _titles(s)
    ):
        # "Press secretary" of the Pentagon.
        return None
    deputy = _ranked_below(held, claim, owners)
    if deputy:
        return Contradiction(claim, "rank", person, deputy, None, deputy)
    # "Foreign minister" is also a title of ministers of state; another name is measured against the office so called.
    so_called = [s for s in bearers if plain(s.office) == claim.title]
    holder = sole_holder(bearers, first, last) or sole_holder(so_called, first, last)
    if holder is None:
        leads = now is not None and not bearers and now.owner in owners and {now.office, claim.title} <= _LEADING
        return Contradiction(claim, "office", person, now, None, now) if leads and now else None
    chief = _ranked_above(held, claim, owners, holder)
    if chief:
        return Contradiction(claim, "rank", person, chief, None, holder)
    abroad = [s for s in held if s.owner not in owners and claim.title in _titles(s)]
    if abroad:
        return Contradiction(claim, "country", person, abroad[0], None, holder)
    unowned = claim.titled.entry is None and claim.title == claim.titled.title
    if now is None and (unowned or any(last < (s.start or last) <= last + _TO_COME for s in own)):
        return None
    if "minister" in claim.title_span().text.lower() and "secretary" in holder.titles[0]:
        # Where secretaries of state lead, ministers are under them.
        return None
    was = max((s for s in own if s.end and s.end < first), key=lambda s: s.end or first, default=None)
    if was and (now is None or tells_of_the_past(report, claim)):
        return None
    return Contradiction(claim, "office", person, now, was, holder)


def _spells(report: Report, claim: Claim) -> list[Spell]:
    """All spells of the one person whom the name of a claim means; none where it may mean several.

    A surname alone means whoever of that surname is in office where the claim says.
    """
    assert report.first
    assert report.last
    offices = report.base.offices
    if claim.full:
        found = known(report, claim.name)
        here = [s for s in found if s.owner in claim.owners]
        found = here or found
    else:
        found = [s for form in forms(claim.name) for s in offices.by_surname.get(form, ()) if s.owner in claim.owners]
        found = [s for s in found if may_hold(s, report.first, report.last)]
    if len({s.person for s in found}) != 1:
        return []
    return offices.by_name[found[0].person]


def _present(held: list[Spell]) -> list[Spell]:
    """What one person holds, the most telling first: an office of one person alone, then the latest."""
    return sorted(held, key=lambda s: (s.office not in SOLE, -(s.start.toordinal() if s.start else 0)))


def _ranked_below(held: list[Spell], claim: Claim, owners: tuple[str, ...]) -> Spell | None:
    """The office of one who is called its deputy."""
    first, _, base = claim.title.partition(" ")
    if first not in DEPUTY or not base:
        return None
    chief = next((s for s in held if s.owner in owners and s.office in SOLE and plain(base) in _titles(s)), None)
    return None if chief is None or any(claim.title in _titles(s) for s in held) else chief


def _ranked_above(held: list[Spell], claim: Claim, owners: tuple[str, ...], holder: Spell) -> Spell | None:
    """The deputy's office of one who is called the chief."""
    wanted = {f"{word} {form}" for word in DEPUTY for form in (claim.title, plain(holder.office))}
    return next((s for s in held if s.owner in owners and wanted & _titles(s)), None)


def _titles(spell: Spell) -> set[str]:
    return {plain(spell.office), *map(plain, spell.titles)}

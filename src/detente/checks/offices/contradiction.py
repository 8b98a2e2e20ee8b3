"""What the tables say against a claim of office: what its person did then, and who held that office instead."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from detente.checks.names.written import names
from detente.checks.offices.claims import Claim, borne, known, tells_of_the_past
from detente.checks.offices.tenure import may_hold, sole_holder, surely_holds
from detente.checks.report import Report
from detente.knowledge.offices import Spell, forms
from detente.knowledge.posts import SOLE
from detente.knowledge.soundalikes import agrees
from detente.knowledge.titles import GENERAL, plain

Kind = Literal["office", "country", "rank"]

DEPUTY = frozenset({"deputy", "vice", "assistant", "associate", "under"})
_TO_COME = dt.timedelta(days=500)
"""Days before an office is taken over in which its later holder may be spoken of as if in office already."""

_LEADING = frozenset({"president", "prime minister", "chancellor", "secretary general", "director general"})
"""Offices that every state or body either has or has not: a title of nobody there is no other word for its leader's."""

_OF_ONE_STATE = (
    frozenset({"YUG", "SCG", "SRB", "MNE"}),
    frozenset({"RUS", "SUN"}),
    frozenset({"DEU", "DDR"}),
    frozenset({"CSK", "CZE", "SVK"}),
    frozenset({"SDN", "SSD"}),
    frozenset({"CHN", "TWN", "HKG", "MAC"}),
    frozenset({"COD", "COG"}),
    frozenset({"KOR", "PRK"}),
)
"""States that news calls by one name, or by that of the state before or around them."""

_OF_MANY = frozenset(
    "spokesperson adviser senior special envoy negotiator deputy party member candidate coordinator opposition mediator".split()
)
"""Words of titles of which several are borne at a time, or beside another office."""

_COURTEOUS = frozenset({"USA"})
"""States whose former leaders keep their titles."""

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

_PROVISIONAL = frozenset(
    "acting interim caretaker new newly appointed elected named designate would-be self-proclaimed de-facto rival".split()
)
"""Words before a title under which another than the holder of the tables may bear it."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that does not hold: in what respect, what its person was then (None: out of office), and who held the office.

    `was` is the last spell in which the person did hold the office, where there is one. Where nobody is sure to have held it,
    `holder` is what the person was.
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
    if first is None or last is None:
        return None
    theirs = _spells(report, claim)
    if not theirs:
        return None
    person = theirs[0].person
    held = _present([s for s in theirs if surely_holds(s, first, last)])
    owners = claim.owners or _likely(report, claim, {s.owner for s in (held or theirs)})
    bearers = borne(report, owners, claim.title)
    own = [s for s in bearers if s.person == person]
    if any(may_hold(s, first, last) for s in own) or (not claim.owners and len(owners) != 1):
        return None
    if any(agrees(claim.name, s) in ("name", "spelling") for s in bearers if may_hold(s, first, last)):
        return None
    now = held[0] if held else None
    titles, provisional = {claim.title}, any(word.lower_ in _PROVISIONAL for word in claim.titled.words)
    if provisional:
        titles.add(" ".join(word for word in claim.title.split() if word not in _PROVISIONAL))
    abroad = [s for s in held if s.owner not in owners and titles & _titles(s)]
    if abroad and _foreign(report, claim, theirs, abroad[0]) and (bearers or claim.title in _LEADING or provisional):
        return Contradiction(claim, "country", person, abroad[0], None, sole_holder(bearers, first, last) or abroad[0])
    if provisional:
        return None
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
    if holder is None and now is not None and now.office in SOLE and now.owner in owners and not _of_many(claim.title):
        there = [s for s in bearers if may_hold(s, first, last)]
        if len({s.person for s in there}) == 1 and surely_holds(there[0], first, last):
            holder = there[0]
    if holder is None:
        leads = now is not None and not own and now.owner in owners and {now.office, claim.title} <= _LEADING
        leads = leads and (not bearers or claim.name in report.base.offices.by_name)
        return Contradiction(claim, "office", person, now, None, now) if leads and now else None
    chief = _ranked_above(held, claim, owners, holder)
    if chief:
        return Contradiction(claim, "rank", person, chief, None, holder)
    if abroad:
        return Contradiction(claim, "country", person, abroad[0], None, holder)
    unowned = claim.titled.entry is None and claim.title == claim.titled.title
    if now is None and (unowned or any(last < (s.start or last) <= last + _TO_COME for s in own)):
        return None
    if "minister" in claim.title_span().text.lower() and "secretary" in holder.titles[0]:
        # Where secretaries of state lead, ministers are under them.
        return None
    was = max((s for s in own if s.end and s.end < first), key=lambda s: s.end or first, default=None)
    if was and tells_of_the_past(report, claim):
        return None
    if was and now is None and not (_of_this_week(claim) and was.owner not in _COURTEOUS and claim.full):
        return None
    return Contradiction(claim, "office", person, now, was, holder)


def _likely(report: Report, claim: Claim, owners: set[str]) -> tuple[str, ...]:
    """Of several whose offices one person holds, those that have the office of a claim."""
    return tuple(owner for owner in sorted(owners) if borne(report, (owner,), claim.title)) or tuple(owners)


def _of_many(title: str) -> bool:
    """Whether several may bear a title, or one beside another office."""
    return title in GENERAL or " " not in title or not _OF_MANY.isdisjoint(title.split())


def _of_this_week(claim: Claim) -> bool:
    """Whether the sentence of a claim tells that its person said something on a day of the week."""
    name = claim.tokens[-1]
    verb = name.head if name.dep_ == "nsubj" else claim.titled.noun.head
    says = verb.lemma_.lower() in ("say", "tell", "announce", "warn", "urge", "call", "arrive", "meet")
    return says and verb.tag_ == "VBD" and any(child.lower_ in _DAYS for t in (verb, *verb.children) for child in t.children)


def _foreign(report: Report, claim: Claim, theirs: list[Spell], abroad: Spell) -> bool:
    """Whether one who is written as the tables print the name has never held anything in the state that a claim names."""
    states = report.base.countries
    if not claim.full or claim.name not in report.base.offices.by_name or not {abroad.owner, *claim.owners} <= states.keys():
        return False
    if any({abroad.owner, owner} <= of_one for of_one in _OF_ONE_STATE for owner in claim.owners):
        return False
    return bool(claim.owners) and all(s.owner not in claim.owners for s in theirs)


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
    elif not claim.owners:
        # "Prime Minister Lavrov" where the report has told who Lavrov is.
        introduced = names(report).introduced().get(claim.name.lower())
        found = report.base.offices.by_name.get(introduced.text, []) if introduced else []
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

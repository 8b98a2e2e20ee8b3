"""A name beside a title that is written otherwise than that of the holder of the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from rapidfuzz.distance import DamerauLevenshtein

from detente.checks.check import Problem
from detente.checks.names.slips import MOJIBAKE, in_latin, printed_otherwise, slipped, surname_of
from detente.checks.names.written import givens_of, owners_named
from detente.checks.offices.claims import Claim, borne, claims, known
from detente.checks.offices.tenure import may_hold, sole_holder, told
from detente.checks.offices.wording import office_of
from detente.checks.report import Report
from detente.knowledge.offices import Spell, surname
from detente.knowledge.posts import SOLE
from detente.knowledge.soundalikes import best, closeness, families
from detente.knowledge.spelling import alike, words

NAME = "holder-name"
SEVERITY = "error"
SAYS = "the name is written otherwise than that of the holder of the office named beside it"


def find(report: Report) -> Iterator[Problem]:
    """Only where the office is the holder's alone, and no other known person is written so."""
    for claim in claims(report):
        holder = misspelt(report, claim)
        if holder:
            yield Problem(
                claim.start,
                claim.end,
                f"the {office_of(holder, report.base)} was {holder.person}",
                told(holder),
                written_as(claim.name, holder),
                # The surname is right: another given name may be what friends say.
                "warning" if claim.full and _of_other_given_name(report, claim, [holder]) else None,
            )


def misspelt(report: Report, claim: Claim) -> Spell | None:
    """The holder of the office of a claim, if the name beside it is the holder's with slips in it."""
    offices = report.base.offices
    if MOJIBAKE.search(claim.name) or (not claim.full and _no_surname(report, claim)):
        return None
    found = [s for s in borne(report, owners_of(report, claim), claim.title) if _in_time(s, report.first, report.last)]
    how, near = best(claim.name, found)
    if how == "spelling" and len({s.person for s in near}) == 1 and printed_otherwise(claim.name, near[0].person, offices):
        return near[0]
    if how is None and claim.owners and claim.full:
        if other := _of_other_given_name(report, claim, found):
            return other
        how, near = "near", [s for s in found if s.office in SOLE and _half_right(claim.name, s)]
    if how != "near" or known(report, claim.name) or claim.name in offices.by_surname:
        return None
    if not claim.full:
        near = [s for s in near if s.office in SOLE and any(slipped(surname_of(claim.name), f) for f in _families(s))]
    likest = max((closeness(claim.name, s) for s in near), default=0.0)
    nearest = {s.person: s for s in near if closeness(claim.name, s) == likest}
    return next(iter(nearest.values())) if len(nearest) == 1 else None


def _of_other_given_name(report: Report, claim: Claim, found: list[Spell]) -> Spell | None:
    """The holder, where the name beside the title has the surname with another given name, and nobody known is called so."""
    if report.first is None or report.last is None or known(report, claim.name):
        return None
    offices, written = report.base.offices, words(claim.name)
    holder = sole_holder(found, report.first, report.last)
    if holder is None or len(written) != 2 or written[0] not in givens_of(offices).known or not in_latin(holder.person, offices):
        return None
    theirs = {word for form in (holder.person, *holder.aliases) for word in words(form)}
    return holder if written[1] in _families(holder) and not any(alike(written[0], word) for word in theirs) else None


def _no_surname(report: Report, claim: Claim) -> bool:
    """Whether a single word beside a title is the name of a state, organisation or place, or stands without an owner."""
    base = report.base
    return not claim.owners or bool(base.names.get(claim.name) or base.places.find(claim.name))


def owners_of(report: Report, claim: Claim) -> Collection[str]:
    """Whose office it is by the words of a claim; where they do not tell, every state and body that the report names."""
    if claim.owners:
        return claim.owners
    return owners_named(report)[-1]


def written_as(name: str, holder: Spell) -> str:
    """The holder's name, by the surname alone where no more is written."""
    return holder.person if " " in name else surname(holder.person)


def _half_right(name: str, spell: Spell) -> bool:
    """Whether the given name is the holder's, and the surname has its first letter and not much else wrong."""
    written, right = words(name), words(spell.person)
    if len(written) < 2:
        return False
    given, last = written[0], written[-1]
    near = (f for f in _families(spell) if f[0] == last[0] and DamerauLevenshtein.distance(f, last) < len(f) - 2)
    return len(right) > 1 and alike(given, right[0]) and any(near)


def _families(spell: Spell) -> list[str]:
    return families(spell.person, spell.owner).split()


def _in_time(spell: Spell, first: dt.date | None, last: dt.date | None) -> bool:
    return first is None or last is None or may_hold(spell, first, last)

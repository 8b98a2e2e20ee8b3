"""A full name that is nearly that of a known person of the countries in the report."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from detente.checks.check import Problem
from detente.checks.names.holder import misspelt
from detente.checks.names.slips import MOJIBAKE, in_latin, printed_otherwise, scrambled, slipped
from detente.checks.names.written import Written, givens_of, names, owners_named
from detente.checks.offices.claims import claims, known
from detente.checks.offices.tenure import may_hold, told
from detente.checks.report import Report
from detente.knowledge.offices import Spell
from detente.knowledge.soundalikes import families
from detente.knowledge.spelling import words

NAME = "known-name"
SEVERITY = "error"
SAYS = "the name is nearly that of a known person"

_FAMOUS = frozenset({"president", "prime minister", "chancellor", "foreign minister"})
"""Offices whose holders a report may name without a word of their country beside it."""

_COMMON = 12
"""Bearers in the tables from which a given name is so common that a surname nearly the same tells nothing."""


def find(report: Report) -> Iterator[Problem]:
    """Only for persons in office in the days of the report, of countries that it names, and of no common given name."""
    beside = {claim.start for claim in claims(report) if misspelt(report, claim)}
    countries = owners_named(report)
    for name in names(report).full:
        if name.start in beside or MOJIBAKE.search(name.text) or report.base.names.get(name.text):
            continue
        told_of = countries.get(name.read.index, frozenset())
        rare = givens_of(report.base.offices).shared_by(name.words[0]) < _COMMON
        found = [s for s in _candidates(report, name) if rare or _one_letter_off(name.last, s)]
        here = {s.person: s for s in found if s.owner in told_of or (s.owner in countries[-1] and (rare or s.office in _FAMOUS))}
        if len(here) == 1:
            spell = next(iter(here.values()))
            yield Problem(
                name.start, name.end, f"{spell.person} was {spell.office} then; nobody known is called {name.text}",
                told(spell), spell.person,
            )  # fmt: skip


def _one_letter_off(last: str, spell: Spell) -> bool:
    theirs = families(spell.person, spell.owner).split()
    return any(DamerauLevenshtein.distance(last, family) <= 1 or scrambled(last, family) for family in theirs)


def _candidates(report: Report, name: Written) -> list[Spell]:
    """Those in office who have the given name and a surname that the written one may be with a slip in it."""
    offices = report.base.offices
    theirs = known(report, name.text)
    if theirs:
        one = theirs[0].person
        # Of given name and surname one at least is written as it is printed.
        half = {name.words[0], name.last} & set(words(one))
        sole = bool(half) and len({s.person for s in theirs}) == 1 and printed_otherwise(name.text, one, offices)
        return [s for s in theirs if sole and _in_time(report, s)]
    bearers = givens_of(offices).bearers(name.words[0])
    likely = [
        s
        for s in bearers.values()
        if any(slipped(name.last, f, one_way=in_latin(s.person, offices)) for f in families(s.person, s.owner).split())
    ]
    return [spell for one in likely for spell in offices.by_name[one.person] if _in_time(report, spell)]


def _in_time(report: Report, spell: Spell) -> bool:
    return report.first is None or report.last is None or may_hold(spell, report.first, report.last)

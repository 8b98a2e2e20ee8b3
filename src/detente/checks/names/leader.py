"""A surname that nobody introduces, nearly that of who governs a country that the report speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.names.strangers import unknown
from detente.checks.names.written import Written, givens_of, names
from detente.checks.offices.tenure import surely_holds, told
from detente.checks.offices.wording import office_of
from detente.checks.report import Report
from detente.knowledge.offices import Spell, surname
from detente.knowledge.soundalikes import families
from detente.knowledge.spelling import nearly

NAME = "leader-surname"
SEVERITY = "warning"
SAYS = "nobody of this surname is introduced, and a head of state or minister of the country spoken of is called nearly so"

_OFFICES = frozenset({"president", "prime minister", "chancellor"})
_COUNTRIES = 4
"""Of so many countries, those most often named in it, a report may call the head by the surname alone."""


def find(report: Report) -> Iterator[Problem]:
    """Only where no known person in office anywhere has the surname as written."""
    if report.first is None or report.last is None:
        return
    written = names(report)
    introduced = written.introduced()
    holders: list[Spell] | None = None
    for name in written.alone:
        if not (_stands_for_a_person(report, name) and unknown(report, name, introduced)):
            continue
        if holders is None:
            holders = _governing(report)
        near = {s.person: s for s in holders if _near(name.last, s)}
        if len(near) == 1:
            spell = next(iter(near.values()))
            yield Problem(
                name.start, name.end, f"nobody called {name.text} is introduced; the {office_of(spell, report.base)} was "
                f"{spell.person}", told(spell), surname(spell.person),
            )  # fmt: skip


def _stands_for_a_person(report: Report, name: Written) -> bool:
    """Whether a single word acts or owns something, without words behind it that tell who it is, and is no given name."""
    token = name.tokens[0]
    if name.last in givens_of(report.base.offices).known or token.dep_ not in ("nsubj", "poss"):
        return False
    return all(child.dep_ != "appos" for child in token.children)


def _governing(report: Report) -> list[Spell]:
    """Who holds the offices that news calls by the surname alone, in the countries that the report names."""
    assert report.first
    assert report.last
    owners = Counter(named.link.actor.country for named in report.named() if named.link.actor.country)
    return [
        s
        for owner, _ in owners.most_common(_COUNTRIES)
        for s in report.base.offices.by_owner.get(owner, ())
        if s.office in _OFFICES and surely_holds(s, report.first, report.last)
    ]


def _near(word: str, spell: Spell) -> bool:
    theirs = families(spell.person, spell.owner).split()
    if word.endswith("s") and not any(family.endswith("s") for family in theirs):
        return False  # a plural: rockets, a people, a family
    return any(word[0] == family[0] and nearly(word, family) for family in theirs)

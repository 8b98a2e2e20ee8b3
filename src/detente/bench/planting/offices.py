"""Errors of offices, planted: a title held before, another's title, the wrong country, the wrong rank."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from detente.bench.planting.change import Change, Planter
from detente.bench.planting.names import added
from detente.checks.report import Report
from detente.knowledge.offices import Spell
from detente.knowledge.posts import SOLE
from detente.knowledge.titled import titles_of
from detente.knowledge.titles import plain

_CLEAR = dt.timedelta(days=120)
"""Days from any change of office in which nothing is planted: news itself is slow there."""

_OFFICES = ("president", "prime minister", "chancellor", "foreign minister", "defence minister", "interior minister")
_SAID = (
    "said in the evening that the matter was closed.",
    "is expected to take part in the next round.",
    "told reporters that the government would wait.",
    "called for calm on all sides.",
)


def _held_before(report: Report, chance: random.Random) -> Iterator[Change]:
    """Somebody in office under a title that he or she gave up long ago."""
    for person in _in_office(report):
        for before in report.base.offices.by_name[person.person]:
            past = before.end and report.first and before.end + _CLEAR < report.first
            if past and before.owner == person.owner and before.office in (*_OFFICES, "vice president"):
                if before.office != person.office and _other_holder(report, before):
                    yield from _told(report, person, _printed(before), _printed(person), chance)


def _anothers(report: Report, chance: random.Random) -> Iterator[Change]:
    """Somebody in office under the title of another of the same government."""
    for person in _in_office(report):
        held = {title for s in report.base.offices.by_name[person.person] for title in (s.office, *s.titles)}
        for other in _of_government(report, person.owner):
            if other.person != person.person and not held & {other.office, *other.titles[:2]}:
                yield from _told(report, person, _printed(other), _printed(person), chance)


def _abroad(report: Report, chance: random.Random) -> Iterator[Change]:
    """The right title of the wrong country."""
    people = _in_office(report)
    for person in people:
        right = report.base.countries[person.owner].demonyms
        for owner in sorted({p.owner for p in people} - {person.owner}):
            wrong = report.base.countries[owner].demonyms
            if right and wrong and any(s.office == person.office for s in _of_government(report, owner)):
                title = person.office
                words = chance.choice(
                    (
                        f"{wrong[0]} {_capital(title)} {person.person}",
                        f"the {wrong[0]} {title}, {person.person},",
                        f"{person.person}, who is the {wrong[0]} {title},",
                        f"his {wrong[0]} counterpart, {person.person},",
                    )
                )
                sentence = f"{words} {chance.choice(_SAID)}"
                yield from added(report, sentence[:1].upper() + sentence[1:], wrong[0], right[0])


def _raised(report: Report, chance: random.Random) -> Iterator[Change]:
    """A deputy minister called minister."""
    for owner in _owners(report):
        for spell in report.base.offices.by_owner[owner]:
            if spell.office in ("deputy foreign minister", "deputy defence minister", "vice president") and _held(report, spell):
                chief = spell.office.partition(" ")[2]
                holder = next((s for s in _of_government(report, owner) if s.office == chief), None)
                if holder and _alone(report, spell) and holder.person != spell.person:
                    yield from _told(report, spell, _printed(holder), "", chance)


def _lowered(report: Report, chance: random.Random) -> Iterator[Change]:
    """A minister called deputy minister."""
    for person in _in_office(report):
        known = titles_of(report.base.offices).owners(plain(f"deputy {_printed(person)}"))
        if (
            known
            and person.office in ("foreign minister", "defence minister")
            and not any(s.office.startswith("deputy") for s in report.base.offices.by_name[person.person] if _held(report, s))
        ):
            yield from _told(report, person, f"deputy {_printed(person)}", "", chance)


def _told(report: Report, person: Spell, wrong: str, right: str, chance: random.Random) -> Iterator[Change]:
    """Sentences that give a person a title, in the ways in which news puts the two together."""
    demonyms = report.base.countries[person.owner].demonyms
    whose, country = (demonyms[0] if demonyms else ""), report.base.country_name(person.owner)
    if not whose or wrong.lower() == right.lower():
        return
    words = chance.choice(
        (
            f"{whose} {_capital(wrong)} {person.person}",
            f"{country}’{'' if country.endswith('s') else 's'} {wrong}, {person.person},",
            f"{person.person}, the {whose} {wrong},",
            f"the {whose} {wrong} {person.person}",
        )
    )
    sentence = f"{words} {chance.choice(_SAID)}"
    title = _capital(wrong) if _capital(wrong) in sentence else wrong
    yield from added(report, sentence[:1].upper() + sentence[1:], title, _capital(right) if title != wrong else right)


def _in_office(report: Report) -> list[Spell]:
    """Those who govern the states that the report names."""
    return [s for owner in _owners(report) for s in _of_government(report, owner) if _alone(report, s)]


def _of_government(report: Report, owner: str) -> list[Spell]:
    spells = report.base.offices.by_owner.get(owner, ())
    return [
        s for s in spells if s.office in _OFFICES and s.office in SOLE and _held(report, s) and _other_holder(report, s, s.person)
    ]


def _owners(report: Report) -> list[str]:
    named = {n.link.actor.country for n in report.named() if n.link.actor.country}
    return sorted(owner for owner in named if owner and owner in report.base.countries and owner in report.base.offices.by_owner)


def _held(report: Report, spell: Spell) -> bool:
    """Whether an office was held on every day of the report, and long before and after."""
    if report.first is None or report.last is None or spell.start is None:
        return False
    until = spell.end or spell.checked
    return until is not None and spell.start + _CLEAR < report.first and report.last + _CLEAR < until


def _other_holder(report: Report, spell: Spell, person: str | None = None) -> bool:
    """Whether one other person, or the one given, and no one else is known to have held an office then."""
    spells = [s for s in report.base.offices.by_owner[spell.owner] if s.office == spell.office]
    held = {s.person for s in spells if _held(report, s)}
    near = {s.person for s in spells if report.first and report.last and _near(s, report.first, report.last)}
    return len(held) == 1 and held == near and (held == {person} if person else spell.person not in held)


def _near(spell: Spell, first: dt.date, last: dt.date) -> bool:
    return (spell.start is None or spell.start - _CLEAR < last) and (spell.end is None or first < spell.end + _CLEAR)


def _alone(report: Report, spell: Spell) -> bool:
    """Whether the name is one person's only, and he or she holds no other office then."""
    spells = report.base.offices.by_name[spell.person]
    return len({s.owner for s in spells}) == 1 and sum(1 for s in spells if _held(report, s)) == 1


def _printed(spell: Spell) -> str:
    """A title that needs its country's name to be understood, in the words of the country's press where they differ."""
    if spell.office in ("president", "prime minister", "chancellor"):
        return spell.office
    return spell.titles[0] if spell.titles else spell.office


def _capital(title: str) -> str:
    return " ".join(word if word in ("of", "for", "the") else word[:1].upper() + word[1:] for word in title.split())


PLANTERS: dict[str, Planter] = {
    "title held before": _held_before,
    "title of another": _anothers,
    "title of another country": _abroad,
    "deputy called chief": _raised,
    "chief called deputy": _lowered,
}

"""Persons: who a name belongs to, from the tables of offices and from what the article says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz import fuzz

from detente.knowledge.base import Knowledge
from detente.knowledge.entry import actor_code
from detente.knowledge.offices import Spell, forms, surname, surnames

LIKENESS = 66
"""Least share of letters in common, in per cent, for a surname to be taken for a misspelling of another."""

NEAR = 3 * 365
"""Days by which a spell may miss the article's date for a bare surname still to be taken for its holder."""

FAR = 10 * 365
"""Days beyond which a full name alone is no longer taken for the office holder: many people share it."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as known at the article's date.

    `country` and `short` as in an actor's code; `gender` is "m", "f" or "" where it is not known.
    """

    name: str
    country: str | None
    sector: str | None
    short: str = ""
    office: str | None = None
    gender: str = ""

    @property
    def code(self) -> str:
        return actor_code(self.country, self.sector, self.short)


class People:
    """The persons of one article: those that it has introduced, and those that the tables know."""

    def __init__(self, base: Knowledge, day: dt.date | None) -> None:
        self._base = base
        self._day = day
        self._introduced: dict[str, Person] = {}

    def known(self, name: str, described: Person | None = None, countries: Collection[str] = ()) -> Person | None:
        """The person of that full name in the tables, in the office nearest to the article's date.

        `described`: what the text says of the bearer; of several of that name its country decides. Who held office only
        long before or after the date must have governed, be described by a title, or be of one of the `countries`.
        """
        spells = self._base.offices.by_name.get(name, [])
        if described and described.country:
            spells = [s for s in spells if s.owner == described.country] or spells
        spell = self._base.offices.spell(spells, self._day)
        if spell is None:
            return None
        far = spell.distance(self._day) > FAR and not spell.called("leader")
        if far and not (described and described.sector) and spell.owner not in countries:
            return None
        return self._of(spell)

    def introduce(self, name: str, person: Person) -> None:
        """Remembers who the article means by a name; its surname alone means the same person from now on.

        A later introduction under the same surname replaces the first only when it tells more.
        """
        for key in (name, *surnames(name, person.country)):
            before = self._introduced.get(key)
            if before is None or (before.country is None and person.country is not None):
                self._introduced[key] = person

    def called(self, name: str, gender: str = "") -> Person | None:
        """The person whom the article has introduced by that name or surname, else the one office holder of that surname.

        `gender`: "m" or "f" where a form of address tells it.
        """
        person = next((self._introduced[form] for form in forms(name) if form in self._introduced), None)
        if person and (not gender or person.gender in ("", gender)):
            return person
        spells = self._surnamed(name)
        near = [s for s in spells if s.distance(self._day) <= NEAR and (not gender or s.gender == gender)]
        best = self._base.offices.spell(near, self._day)
        if best is None:
            return None
        rivals = [s for s in near if s.distance(self._day) == best.distance(self._day)]
        # Of a president and his brother or wife, the bare surname means the president.
        for choice in (rivals, [s for s in rivals if s.called("head of state") or s.called("head of government")]):
            if len({s.person for s in choice}) == 1:
                return self._of(choice[0])
        return None

    def titled(
        self, name: str, title: str, country: str | None, countries: Collection[str], *, former: bool = False
    ) -> Person | None:
        """The one bearer of a surname who held the office of that title on the article's date, or before it if `former`.

        `country`: where the words before the title name one; else, of several, whoever is of one of the `countries`.
        """
        spells = [
            s
            for s in self._surnamed(name)
            if s.called(title)
            and (country is None or s.owner == country or self._base.owner_entry(s.owner).country == country)
            and (s.holds(self._day) or (former and self._day and s.end and s.end < self._day))
        ]
        for choice in (spells, [s for s in spells if s.owner in countries]):
            if len({s.person for s in choice}) == 1:
                spell = self._base.offices.spell(choice, self._day)
                return self._of(spell) if spell else None
        return None

    def misspelt(self, name: str, countries: Collection[str]) -> Person | None:
        """The office holder of one of the countries who has the same given name and nearly the same surname."""
        given, family = name.split()[0], surname(name)
        spells = [
            s for s in self._base.offices.spells if s.owner in countries and s.holds(self._day) and s.person.split()[0] == given
        ]
        near = {s.person: s for s in spells if fuzz.ratio(surname(s.person).lower(), family.lower()) >= LIKENESS}
        return self._of(next(iter(near.values()))) if len(near) == 1 else None

    def resembling(self, name: str, countries: Collection[str]) -> Person | None:
        """The office holder of one of the countries whose surname is nearly that name; None unless there is exactly one.

        For surnames that nobody introduced and no table knows: most are misspelt.
        """
        best: dict[str, tuple[float, Spell]] = {}
        for spell in self._base.offices.spells:
            if spell.owner not in countries or not spell.holds(self._day) or spell.person in best:
                continue
            likeness = fuzz.ratio(surname(spell.person).lower(), name.lower())
            if likeness >= LIKENESS and spell.person[:1] and surname(spell.person)[0] == name[0]:
                best[spell.person] = (likeness, spell)
        if not best:
            return None
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        if len(ranked) > 1 and ranked[1][0] == ranked[0][0]:
            return None
        return self._of(ranked[0][1])

    def introduced(self, name: str) -> Person | None:
        """The person whom the article itself has introduced by that name or surname."""
        return self._introduced.get(name)

    def _surnamed(self, name: str) -> list[Spell]:
        return [spell for form in forms(name) for spell in self._base.offices.by_surname.get(form, ())]

    def _of(self, spell: Spell) -> Person:
        owner = self._base.owner_entry(spell.owner, self._day)
        holds = self._day is None or spell.holds(self._day)
        if owner.kind == "state":
            # Out of office a politician still belongs to the country's elite.
            return Person(
                spell.person, owner.country, spell.sector if holds else "ELI", "", spell.office if holds else None, spell.gender
            )
        if not holds:
            return Person(spell.person, owner.country, "ELI", "", None, spell.gender)
        return Person(spell.person, owner.country, owner.sector, owner.short, spell.office, spell.gender)

"""Persons: who a name belongs to, from the tables of offices and from what the article says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from detente.knowledge.base import Knowledge
from detente.knowledge.entry import actor_code
from detente.knowledge.link import DESCRIBED, INTRODUCED, NAME, NEAR, SPELLING, SURNAME, Grounds, in_office
from detente.knowledge.offices import Spell, forms, surnames
from detente.knowledge.soundalikes import best, closeness, soundalikes_of
from detente.knowledge.sounds import skeletons
from detente.knowledge.spelling import words
from detente.model import Actor

NEAR_DAYS = 3 * 365
"""Days by which a spell may miss the article's date for a bare surname still to be taken for its holder."""

REMEMBERED = 25 * 365
"""Days for which a former president is still called one, and the like, with only a surname: "President Carter" in 1995."""

FAR = 10 * 365
"""Days beyond which a full name alone is no longer taken for the office holder: many people share it."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as known at the article's date.

    `country` and `short` as in an actor's code; `gender` is "m", "f" or "" where it is not known. `grounds` tell how it is
    known that this person is meant; they are no part of who it is.
    """

    name: str
    country: str | None
    sector: str | None
    short: str = ""
    office: str | None = None
    gender: str = ""
    grounds: Grounds = field(default=Grounds(DESCRIBED), compare=False)

    @property
    def code(self) -> str:
        return actor_code(self.country, self.sector, self.short)

    def actor(self, text: str, words: str | None) -> Actor:
        """The person as the actor of an item, named by those words of the text; `words` told who it is."""
        return Actor(
            name=self.name,
            entity_text=text,
            code=self.code,
            sector=self.sector,
            country=self.country,
            identifier_text=words,
            office=self.office,
        )

    def on(self, grounds: Grounds) -> Person:
        """The same person, known on those grounds."""
        return replace(self, grounds=grounds)


class People:
    """The persons of one article: those that it has introduced, and those that the tables know."""

    def __init__(self, base: Knowledge, day: dt.date | None) -> None:
        self._base = base
        self._day = day
        self._introduced: dict[str, Person] = {}
        self._by_sound: dict[str, Person] = {}

    def known(self, name: str, described: Person | None = None, countries: Collection[str] = ()) -> Person | None:
        """The person of that full name, however spelt, in the tables, in the office nearest to the article's date.

        `described`: what the text says of the bearer; of several of that name its country decides. Who held office only
        long before or after the date must have governed, be described by a title, or be of one of the `countries`.
        """
        grounds = Grounds(NAME, ("name",))
        spells = self._base.offices.by_name.get(name, [])
        if not spells:
            spells = self._spelt(name, countries)
            grounds = Grounds(SPELLING, ("spelling",))
        if described and described.country:
            spells = [s for s in spells if s.owner == described.country] or spells
        spell = self._base.offices.spell(spells, self._day)
        if spell is None:
            return None
        far = spell.distance(self._day) > FAR and not spell.called("leader")
        if far and not (described and described.sector) and spell.owner not in countries:
            return None
        return self._on(spell, grounds)

    def _spelt(self, name: str, countries: Collection[str]) -> list[Spell]:
        """The spells of the one person whose full name that can be a spelling of, near the article's date."""
        if len(words(name)) < 2 or " " not in name:
            return []
        found = [s for _, s in soundalikes_of(self._base.offices).find(name) if s.distance(self._day) <= NEAR_DAYS]
        in_full = [s for s in found if len(words(s.person)) == len(words(name))]
        for choice in (found, in_full, [s for s in found if s.holds(self._day)], [s for s in found if s.owner in countries]):
            if len({s.person for s in choice}) == 1:
                return choice
        return []

    def introduce(self, name: str, person: Person) -> None:
        """Remembers who the article means by a name; its surname alone means the same person from now on.

        A later introduction under the same surname replaces the first only when it tells more.
        """
        for key in (name, *surnames(name, person.country)):
            before = self._introduced.get(key)
            if before is None or (before.country is None and person.country is not None):
                self._introduced[key] = person
                self._by_sound[_sounds(key)] = person

    def called(self, name: str, gender: str = "") -> Person | None:
        """The person whom the article has introduced by that name or surname, else the one office holder of that surname.

        `gender`: "m" or "f" where a form of address tells it.
        """
        person = next((self._introduced[form] for form in forms(name) if form in self._introduced), None)
        if person is None:
            # "Zelensky" and later "Zelenskyy".
            key = _sounds(name)
            person = self._by_sound.get(key) if key else None
        if person and (not gender or person.gender in ("", gender)):
            return person.on(replace(person.grounds, reasons=_AGAIN, score=min(INTRODUCED, person.grounds.score)))
        spells = self._surnamed(name)
        near = [s for s in spells if s.distance(self._day) <= NEAR_DAYS and (not gender or s.gender == gender)]
        best = self._base.offices.spell(near, self._day)
        if best is None:
            return None
        rivals = [s for s in near if s.distance(self._day) == best.distance(self._day)]
        # Of a president and his brother or wife, the bare surname means the president.
        for choice in (rivals, [s for s in rivals if s.called("head of state") or s.called("head of government")]):
            if len({s.person for s in choice}) == 1:
                return self._on(choice[0], Grounds(SURNAME, ("surname",)))
        return None

    def titled(
        self, name: str, title: str, country: str | None, countries: Collection[str], *, former: bool = False
    ) -> Person | None:
        """The one bearer of a surname who held the office of that title on the article's date, or before it if `former`.

        `country`: where the words before the title name one; else, of several, whoever is of one of the `countries`. Where nobody
        held it then, the one who did in the years around: the title is kept by courtesy, or the article's date is not its own.
        """
        bearers = [
            s
            for s in self._surnamed(name)
            if s.called(title) and (country is None or s.owner == country or self._base.owner_entry(s.owner).country == country)
        ]
        spells = [s for s in bearers if s.holds(self._day) or (former and self._day and s.end and s.end < self._day)]
        around = [] if spells else [s for s in bearers if s.distance(self._day) <= REMEMBERED]
        for choice in (spells, [s for s in spells if s.owner in countries], around, [s for s in around if s.owner in countries]):
            if len({s.person for s in choice}) == 1:
                spell = self._base.offices.spell(choice, self._day)
                return self._on(spell, Grounds(SPELLING, ("surname", "title"))) if spell else None
        return None

    def misspelt(self, name: str, countries: Collection[str]) -> Person | None:
        """The office holder of one of the countries who has the same given name and nearly the same surname."""
        how, found = best(name, self._holders(countries))
        return self._near(name, found) if how == "near" else None

    def resembling(self, name: str, countries: Collection[str]) -> Person | None:
        """The office holder of one of the countries whose surname is nearly that name; None unless there is exactly one.

        For surnames that nobody introduced and no table knows: most are misspelt.
        """
        written = words(name)
        if len(written) != 1:
            return None
        how, found = best(name, self._holders(countries))
        if how in ("name", "spelling"):
            sole = len({s.person for s in found}) == 1
            return self._on(found[0], Grounds(SURNAME, ("surname", "spelling", "country"))) if sole else None
        return self._near(name, found)

    def _holders(self, countries: Collection[str]) -> list[Spell]:
        by_owner = self._base.offices.by_owner
        return [s for owner in sorted(countries) for s in by_owner.get(owner, ()) if s.holds(self._day)]

    def _near(self, name: str, found: list[Spell]) -> Person | None:
        """Of those whose names are nearly the written one, the only one whose surname is nearest to it."""
        likest = max((closeness(name, spell) for spell in found), default=0.0)
        nearest = {s.person: s for s in found if closeness(name, s) == likest}
        if len(nearest) != 1:
            return None
        (spell,) = nearest.values()
        return self._on(spell, Grounds(NEAR, ("near spelling", "country"), spell.person))

    def introduced(self, name: str) -> Person | None:
        """The person whom the article itself has introduced by that name or surname."""
        return self._introduced.get(name)

    def of(self, spell: Spell) -> Person:
        """The holder of a spell of office as of the article's date: out of office, one of the country's elite."""
        owner = self._base.owner_entry(spell.owner, self._day)
        if self._day is None or spell.holds(self._day):
            return self.in_office(spell)
        return Person(spell.person, owner.country, "ELI", "", None, spell.gender)

    def in_office(self, spell: Spell) -> Person:
        """The holder of a spell of office as while in office."""
        owner = self._base.owner_entry(spell.owner, self._day)
        if owner.kind == "state":
            return Person(spell.person, owner.country, spell.sector, "", spell.office, spell.gender)
        return Person(spell.person, owner.country, owner.sector, owner.short, spell.office, spell.gender)

    def _on(self, spell: Spell, grounds: Grounds) -> Person:
        return self.of(spell).on(in_office(grounds, spell.start, spell.end, spell.checked, self._day))

    def _surnamed(self, name: str) -> list[Spell]:
        return [spell for form in forms(name) for spell in self._base.offices.by_surname.get(form, ())]


_AGAIN = ("introduced before",)


def _sounds(name: str) -> str:
    """A key that the spellings of one name share, as far as one key can; "" where the name has too few sounds."""
    key = min(skeletons("".join(words(name))), default="")
    return key if len(key) > 2 else ""

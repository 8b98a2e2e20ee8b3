"""Who bears a title with a name beside it, also where the name is written in another way, wrongly, or is another's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from detente.knowledge.base import Knowledge
from detente.knowledge.link import DIFFERS, NAME, NEAR, SPELLING, Grounds, in_office
from detente.knowledge.offices import Spell
from detente.knowledge.people import People, Person
from detente.knowledge.posts import SOLE
from detente.knowledge.soundalikes import best, soundalikes_of
from detente.knowledge.spelling import Agreement, words
from detente.knowledge.titled import Titled, titles_of
from detente.knowledge.titles import FORMS, GENERAL, HEADS, plain

_SCORES: dict[Agreement, float] = {"name": NAME, "spelling": SPELLING, "near": NEAR}
_WORDED: dict[Agreement, str] = {"name": "name", "spelling": "spelling", "near": "near spelling"}


_CONTRADICTED = 0.85


class Bearers:
    """Resolves titles with names in one article."""

    def __init__(self, base: Knowledge, people: People, day: dt.date | None) -> None:
        self._base = base
        self._people = people
        self._day = day

    def bearer(self, titled: Titled, name: str, countries: Collection[str]) -> Person | None:
        """The person whom a title and a name mean; None where the tables have no office of that title.

        `name`: the name as written. `countries`: those that the article has named, for titles that name none.
        """
        if titled.standing == "to come":
            return None
        if not titled.owners:
            return self._by_name_and_title(titled, name, countries)
        called = [s for owner in titled.owners for s in titles_of(self._base.offices).borne(owner, titled.title)]
        if titled.standing == "former":
            return self._former(name, called)
        if not called:
            return None
        return self._holding(titled, name, called)

    def _holding(self, titled: Titled, name: str, called: list[Spell]) -> Person | None:
        holders = [s for s in called if s.holds(self._day)]
        how, found = best(name, [*holders, *self._leading(titled)])
        # "Foreign minister" is also a title of ministers of state; another name is measured against the office so called.
        holders = [s for s in holders if plain(s.office) == titled.title] or holders
        told = "title", *(("country",) if titled.entry else ())
        sole = _sole([s for s in holders if s.owner == holders[0].owner], titled.title) if self._day else None
        if how in ("name", "spelling"):
            return self._as(found, how, *told)
        introduced = self._people.introduced(name)
        if introduced and introduced.office and introduced.office in {s.office for s in holders}:
            return introduced
        other = self._another(name, titled, called)
        if other and (other[0] == "name" or how is None):
            return self._titled_otherwise(other, holders or called, sole, *told)
        if how == "near":
            return self._misspelt(found, *told)
        if not holders:
            return None
        if sole is None and (titled.title in GENERAL or len({s.office for s in holders}) != 1):
            return None
        holder = sole or holders[0]
        reasons = (*told, f"holder differs: {holder.person}") if sole else told
        grounds = in_office(
            Grounds(DIFFERS, reasons, sole.person if sole else None), holder.start, holder.end, holder.checked, self._day
        )
        person = self._people.in_office(holder)
        return Person(name, person.country, person.sector, person.short, person.office, "", grounds)

    def _misspelt(self, found: list[Spell], *told: str) -> Person:
        person = self._as(found, "near", *told)
        grounds = person.grounds
        return person.on(Grounds(grounds.score, (*grounds.reasons, f"holder differs: {person.name}"), person.name))

    def _leading(self, titled: Titled) -> list[Spell]:
        """Whoever "the leader" or "the chief" of a state or body can be besides those whom the tables call so."""
        if titled.title not in FORMS:
            return []
        titles = titles_of(self._base.offices)
        led = [s for owner in titled.owners for office in HEADS for s in titles.borne(owner, office)]
        return [s for s in led if s.holds(self._day)]

    def _as(self, spells: list[Spell], how: Agreement, *reasons: str) -> Person:
        spell = self._base.offices.spell(spells, self._day)
        assert spell is not None
        grounds = Grounds(_SCORES[how], (_WORDED[how], *reasons))
        return self._people.in_office(spell).on(in_office(grounds, spell.start, spell.end, spell.checked, self._day))

    def _another(self, name: str, titled: Titled, called: list[Spell]) -> tuple[Agreement, Spell] | None:
        """Another known person of that name: who bore the title at another time, or who is of the same country or body.

        A surname alone means one who holds an office there.
        """
        how, found = best(name, called)
        spell = self._base.offices.spell(found, self._day)
        if spell and how and how != "near":
            return how, spell
        alone = len(words(name)) == 1
        here = {*titled.owners, titled.entry.country if titled.entry else None}
        known = [(how, s) for how, s in self.spelt(name) if s.owner in here and (s.holds(self._day) or not alone)]
        wanted: Agreement
        for wanted in ("name", "spelling"):
            spells = [s for how, s in known if how == wanted]
            nearest = self._base.offices.spell(spells, self._day)
            if nearest and (not alone or len({s.person for s in spells}) == 1):
                return wanted, nearest
        # "Ukrainian Foreign Minister Sergei Lavrov": the name and the title are one person's, the country is another's.
        same = [
            s for s in self._base.offices.by_name.get(name, ()) if not alone and s.called(titled.title) and s.holds(self._day)
        ]
        return ("name", same[0]) if len({s.person for s in same}) == 1 else None

    def _titled_otherwise(self, other: tuple[Agreement, Spell], called: list[Spell], sole: Spell | None, *told: str) -> Person:
        """A known person with a title that the tables give to somebody else at that time."""
        how, spell = other
        person = self._people.in_office(spell)
        reasons: tuple[str, ...] = (_WORDED[how], *told)
        if sole:
            reasons = (*reasons, f"holder differs: {sole.person}")
        office = sole or max(called, key=lambda s: s.start or dt.date.min)
        score = Grounds(_SCORES[how] * _CONTRADICTED, reasons, sole.person if sole else None)
        grounds = in_office(score, office.start, office.end, office.checked, self._day) if sole else score
        bearing = self._people.in_office(office)
        if spell.owner != office.owner:
            return Person(spell.person, person.country, person.sector, person.short, office.office, spell.gender, grounds)
        return Person(spell.person, bearing.country, bearing.sector, bearing.short, office.office, spell.gender, grounds)

    def _former(self, name: str, called: list[Spell]) -> Person | None:
        past = [s for s in called if self._day is None or (s.end and s.end < self._day)]
        how, found = best(name, past)
        spell = self._base.offices.spell(found, self._day)
        if spell is None or how is None:
            return None
        grounds = Grounds(_SCORES[how], (_WORDED[how], "former title"))
        return self._people.of(spell).on(grounds)

    def _by_name_and_title(self, titled: Titled, name: str, countries: Collection[str]) -> Person | None:
        """ "Foreign Minister X", without a country: whoever of that name holds an office of that title, if only one does."""
        spells = [
            (how, s)
            for how, s in self.spelt(name)
            if s.holds(self._day) == (titled.standing == "holds")
            and s in titles_of(self._base.offices).borne(s.owner, titled.title)
        ]
        for choice in (spells, [pair for pair in spells if pair[1].owner in countries]):
            if len({s.person for _, s in choice}) == 1:
                how = "name" if any(how == "name" for how, _ in choice) else choice[0][0]
                if titled.standing == "former":
                    return self._former(name, [s for _, s in choice])
                return self._as([s for _, s in choice], how, "title")
        if titled.standing == "holds" and len(words(name)) > 1:
            borne = [s for country in sorted(countries) for s in titles_of(self._base.offices).borne(country, titled.title)]
            nearly, near = best(name, [s for s in borne if s.holds(self._day)])
            if nearly == "near" and len({s.person for s in near}) == 1:
                return self._misspelt(near, "title", "country implied")
        return None

    def fits(self, person: Person, title: str) -> bool:
        """Whether a title is borne by the person, or is one that says little of the office."""
        titles = titles_of(self._base.offices)
        owner, form = person.short or person.country or "", plain(title)
        return form in GENERAL or not titles.owners(form) or any(s.person == person.name for s in titles.borne(owner, form))

    def spelt(self, name: str) -> list[tuple[Agreement, Spell]]:
        """The spells of office of all whose name the written one can be a spelling of."""
        return soundalikes_of(self._base.offices).find(name)


def _sole(holders: list[Spell], title: str) -> Spell | None:
    """The one holder of an office that only one person can hold, or that one person alone is known to hold."""
    sole = bool(holders) and {s.office for s in holders} <= SOLE and len({s.office for s in holders}) == 1
    if not sole and (len({s.person for s in holders}) != 1 or title in GENERAL):
        return None
    return max(holders, key=lambda s: s.start or dt.date.min)

"""Who held an office on a date, and what a person was: questions in free words answered from the tables."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz import fuzz, process

from detente.errors import DataError
from detente.knowledge import overlay, posts
from detente.knowledge.base import Knowledge
from detente.knowledge.compiled import knowledge
from detente.knowledge.members import rows_of
from detente.knowledge.offices import COLUMNS, Spell, surnames
from detente.knowledge.owners import Mention, Named, owners
from detente.knowledge.spelling import agreement, words
from detente.knowledge.tables import DATA, first_day, last_day
from detente.knowledge.wording import folded, loose, strict

CLOSE = 86
"""Likeness in per cent from which a name is taken for another spelling of one that is known."""

_SUGGESTED = 70
_LEAST = 55
_MEMBERS = re.compile(r"^(?:the )?member(?:s|ship| states| countries) of |\bmember(?:s|ship| states| countries)$", re.I)
_MONARCHS = frozenset("king queen monarch emir amir sultan emperor empress prince ruler crown sovereign throne".split())
_LEADS = frozenset({"leader", "head"})
_HEADS_OF_BODY = (
    ("secretary general", "leader of group", "director general", "president of commission", "chair of commission", "president"),
    ("head of republic", "head of government"),
    ("executive director", "managing director", "chairman", "chair", "chairperson", "chief prosecutor", "leader", "party leader"),
    ("high representative", "executive secretary", "head of political bureau", "commissioner general", "head", "prime minister"),
    ("coordinator", "director", "military commander of group", "commander", "rebel leader", "general secretary"),
)
_ADDRESS = re.compile(r"^(?:mr|mrs|ms|sir|dr|gen|general|lord|sheikh|prince|king|queen|ayatollah|colonel|col)\.? ", re.I)


class Answer(NamedTuple):
    """One line of an answer: a spell of office, or a membership (then `person` is the member and `office` "member").

    `start` and `end` are as precise as the table has them; `source` is the file and line.
    """

    person: str
    office: str
    owner: str
    owner_name: str
    start: str
    end: str
    sector: str
    checked: str
    note: str
    source: str


@dataclass
class Found:
    """The answers, likeliest first; where there are none, one sentence on what is missing, and near names or offices."""

    answers: list[Answer] = field(default_factory=list)
    missing: str = ""
    near: list[str] = field(default_factory=list)


def asof(date: str, phrase: str) -> Found:
    """Answers a question: an office in any wording, a person's name, or a country or organisation alone.

    `date` is ISO of day, month or year precision; whoever held the office on any of its days is given.
    Raises `DataError` for what is no date.
    """
    first, last = first_day(date), last_day(date)
    if first is None or last is None:
        return Found(missing="no date is given")
    return _Question(knowledge(), " ".join(phrase.split()), first, last, date).answer()


class _Question:
    def __init__(self, base: Knowledge, phrase: str, first: dt.date, last: dt.date, date: str) -> None:
        self.base, self.phrase, self.first, self.last, self.date = base, phrase, first, last, date
        self.named: Named = owners().named(phrase)

    def answer(self) -> Found:
        if not self.phrase:
            return Found(missing="nothing is asked for")
        if folded(self.phrase) in _names(self.base):
            return self._person(_names(self.base)[folded(self.phrase)])
        short = owners().named(self.phrase, short=True)
        vacant: Found | None = None
        for look in (self._members, self._alone, self._office):
            if (found := look()) is not None and found.answers:
                return found
            vacant = vacant or found
        if short != self.named:
            full, self.named = self.named, short
            if (found := self._office()) is not None and found.answers:
                return found
            vacant, self.named = vacant or found, full
        if vacant is not None:
            return vacant
        for again in (self._in_part, self._unowned, self._name, self._offices_there):
            if (found := again()) is not None:
                return found
        near = [name for name, _, _ in process.extract(folded(self.phrase), list(_names(self.base)), scorer=fuzz.WRatio, limit=3)]
        usual = {_names(self.base)[name][0].person for name in near if fuzz.WRatio(name, folded(self.phrase)) >= _SUGGESTED}
        return Found(missing=f"nobody and no office is known by {self.phrase!r}", near=sorted(usual))

    # Countries and organisations

    def _members(self) -> Found | None:
        if not _MEMBERS.search(self.phrase):
            return None
        for mention in self.named.mentions:
            for code in mention.codes:
                if rows := rows_of(code, self.first, self.last):
                    whole = self.base.owner_entry(code).name
                    names = {row: self.base.owner_entry(row.member, self.last).name for row in rows}
                    answers = [
                        Answer(
                            names[row], "member", code, whole, row.since, row.until, "",
                            row.checked.isoformat() if row.checked else "", self._known(row.end, row.checked), row.line,
                        )
                        for row in rows
                    ]  # fmt: skip
                    return Found(sorted(answers, key=lambda answer: answer.person))
        return None

    def _alone(self) -> Found | None:
        """A name and nothing else: everybody in office in the country, the heads of an organisation or group."""
        if len(self.named.mentions) != 1 or strict(self.named.without(self.named.mentions[0])):
            return None
        if self.named.mentions[0].form == "metonym":
            return None
        for code in self._codes(self.named.mentions[0]):
            spells = self._of(code)
            if not spells:
                continue
            held = posts.standing(spells, self.first, self.last)
            if code not in self.base.countries:
                held = self._heads_of_body(held)
            if held:
                return Found([self._spell(s) for s in sorted(held, key=_rank)])
        return None

    # Offices

    def _office(self) -> Found | None:
        """By the closest wording that anybody held on the date; with nobody on the date, who held it before and after."""
        known: list[Spell] = []
        for match in (self._as_head, self._by_office, self._by_title, self._by_rule, self._by_loose_words):
            for mention in self._by_position():
                # "Congolese" is of two states: where both have the office, both answer.
                matched = [(code, match(code, mention)) for code in self._codes(mention)]
                standing = [(code, posts.standing(spells, self.first, self.last)) for code, spells in matched]
                held = [s for code, spells in standing if self._existed(code) for s in spells]
                if held := self._nearest(held or [s for _, spells in standing for s in spells], mention):
                    return Found([self._spell(s) for s in held])
                known += [s for _, spells in matched for s in spells]
        return self._vacant(known) if known else None

    def _nearest(self, held: list[Spell], mention: Mention) -> list[Spell]:
        """Of several, those whose office has most of the owner's words: the European Council's president, no other."""
        shared = [_shared(s, mention) for s in held]
        if not any(shared):
            return held
        likeness = [(count, -len(s.office.split())) for s, count in zip(held, shared, strict=True)]
        return [s for s, like in zip(held, likeness, strict=True) if like == max(likeness)]

    def _in_part(self) -> Found | None:
        """By some of the words asked for, or by more than them."""
        for mention in self._by_position():
            for code in self._codes(mention):
                if held := posts.standing(self._by_part(code, mention), self.first, self.last):
                    return Found([self._spell(s) for s in held])
        return None

    def _by_position(self) -> list[Mention]:
        """The names in the phrase, those first that can own the office rather than be what it is for."""
        return sorted(self.named.mentions, key=lambda m: (m.whom, m.form == "metonym"))

    def _codes(self, mention: Mention) -> list[str]:
        """What a name may stand for, states that were there on the date first, and the whole of which it is an organ last."""
        codes = sorted(mention.codes, key=lambda code: not self._existed(code))
        wholes = [entry.short for code in codes if (entry := self.base.organisations.get(code)) and entry.short not in codes]
        return [*codes, *(whole for whole in wholes if whole)]

    def _existed(self, code: str) -> bool:
        country = self.base.countries.get(code)
        return not country or (
            (country.start is None or country.start <= self.last) and (country.end is None or country.end >= self.first)
        )

    def _of(self, owner: str) -> list[Spell]:
        return _by_owner(self.base).get(owner, [])

    def _asked(self, mention: Mention) -> tuple[str, ...]:
        """The words of the office: without the owner, and with it, for titles that name it ("Kremlin spokesman")."""
        return (self.named.without(mention), self.named.text) if mention.form == "name" else (self.named.text,)

    def _bare(self, mention: Mention) -> str:
        words = self.named.words
        return " ".join((*words[: mention.start], *words[mention.end :]))

    def _as_head(self, owner: str, mention: Mention) -> list[Spell]:
        """Heads of state and government, monarchs, and the leaders of organisations and groups."""
        words = strict(self.named.without(mention)) - _NOW
        spells = self._of(owner)
        if words == {"headofstate"}:
            found = posts.heads_of_state(spells, self.first, self.last)
            crown = [s for s in self._of("GBR") if s.office == "monarch"] if posts.realm(owner, self.last) else []
            return found or crown
        if words == {"headofgovernment"}:
            return posts.heads_of_government(spells, self.first, self.last)
        if len(words & _MONARCHS) == len(words) == 1 and any(s.office == "monarch" for s in spells):
            return [s for s in spells if s.office == "monarch"] if not words & {"prince"} else []
        if words and words <= _LEADS and owner not in self.base.countries and mention.form == "name":
            return self._heads_of_body(posts.standing(spells, self.first, self.last))
        return []

    def _heads_of_body(self, held: list[Spell]) -> list[Spell]:
        for offices in _HEADS_OF_BODY:
            if found := [s for s in held if s.office in offices]:
                return found
        return []

    def _by_office(self, owner: str, mention: Mention) -> list[Spell]:
        given = [strict(words) for words in self._asked(mention)]
        if any(words & _NOW for words in given):
            # "Acting president" is who is called so, where there is one.
            acting = [s for s in self._of(owner) if any(_strict(name) in given for name in (s.office, *s.titles))]
            if posts.standing(acting, self.first, self.last):
                return acting
        asked = given if any(_strict(s.office) in given for s in self._of(owner)) else [words - _NOW for words in given]
        found = [s for s in self._of(owner) if _strict(s.office) in asked]
        if any(s.office in posts.SOLE for s in found):
            return found
        # "Deputy foreign minister" is one of several offices of that title.
        return found and [s for s in self._of(owner) if any(_strict(name) in asked for name in (s.office, *s.titles))]

    def _by_title(self, owner: str, mention: Mention) -> list[Spell]:
        asked = [strict(words) for words in self._asked(mention)]
        asked += [words - _NOW for words in asked]
        return [s for s in self._of(owner) if any(_strict(title) in asked for title in s.titles)]

    def _by_rule(self, owner: str, mention: Mention) -> list[Spell]:
        """ "The leader" of a state is who governs it."""
        words = strict(self.named.without(mention)) - _NOW
        if words == {"leader"} and owner in self.base.countries:
            return posts.heads_of_government(self._of(owner), self.first, self.last)
        return []

    def _by_loose_words(self, owner: str, mention: Mention) -> list[Spell]:
        asked = [words for text in self._asked(mention) if (words := loose(text) - _NOW)]
        return [s for s in self._of(owner) if any(_loose(name) in asked for name in (s.office, *s.titles))]

    def _by_part(self, owner: str, mention: Mention) -> list[Spell]:
        """Offices whose name has all the words asked for and fewest more, or else all of its own words among them."""
        best: dict[tuple[int, int, int, int], list[Spell]] = {}
        for text in {*self._asked(mention), self._bare(mention)}:
            asked = loose(text) - _NOW
            for spell in self._of(owner) if asked else ():
                for name in (spell.office, *spell.titles):
                    own = _loose(name)
                    if ("deputy" in own) != ("deputy" in asked) or not asked & own & _TELLING or (own - asked) & _OTHER:
                        continue
                    shared = _shared(spell, mention)
                    long = len(spell.office.split()) if shared else 0
                    if asked <= own:
                        best.setdefault((-shared, 0, len(own - asked), long), []).append(spell)
                    elif own <= asked and (len(own) > 1 or own <= _PLAIN) and not (asked - own) & _OTHER:
                        best.setdefault((-shared, 1, len(asked - own), long), []).append(spell)
        return list(dict.fromkeys(best[min(best)])) if best else []

    def _vacant(self, known: list[Spell]) -> Found:
        def day(spell: Spell) -> dt.date:
            return spell.start or dt.date.min

        before = max((s for s in known if day(s) <= self.last), key=day, default=None)
        after = min((s for s in known if day(s) > self.last), key=day, default=None)
        rows = [self._spell(s) for s in (before, after) if s]
        told = [f"{row.person} ({row.start or '?'} to {row.end or 'open'})" for row in rows]
        office, whole = known[0].office, self.base.owner_entry(known[0].owner, self.last).name
        return Found(missing=f"nobody is known to have been {office} of {whole} on {self.date}", near=told)

    def _offices_there(self) -> Found | None:
        for mention in self._by_position():
            if mention.form == "name" and (spells := self._of(self._codes(mention)[0])):
                words = " ".join(sorted(strict(self.named.without(mention))))
                offices = {s.office for s in spells}
                near = [office for office, _, _ in process.extract(words, offices, scorer=fuzz.token_set_ratio, limit=4)]
                whole = self.base.owner_entry(spells[0].owner, self.last).name
                return Found(missing=f"no office of {whole} is known by {self.phrase!r}", near=near)
        return None

    def _unowned(self) -> Found | None:
        """An office whose name alone tells whose it is: "pope", "High Representative for Bosnia"."""
        asked = strict(self.named.text) - _NOW
        if len(asked) == 0:
            return None
        matched = [s for s in self.base.offices.spells if _strict(s.office) == asked]
        matched = matched or [s for s in self.base.offices.spells if any(_strict(title) == asked for title in s.titles)]
        if not matched and len(asked) > 1:
            matched = [s for s in self.base.offices.spells if asked < _strict(s.office)]
        if not matched or len({s.owner for s in matched}) > 2:
            return None
        held = posts.standing(matched, self.first, self.last)
        return Found([self._spell(s) for s in held]) if held else self._vacant(matched)

    # Persons

    def _name(self) -> Found | None:
        """A person by another spelling of the name, by the surname, or behind a title."""
        names = _names(self.base)
        bare = _ADDRESS.sub("", self.phrase)
        # The country in "German Chancellor Olaf Scholz" is no part of the name.
        parts = [word for word in self.named.words if not word.startswith("@")] if self._names_owner() else folded(bare).split()
        for first in range(len(parts)):
            if found := names.get(" ".join(parts[first:])):
                return self._person(found)
        known = _surnames(self.base)
        for first in range(len(parts)):
            if first and not strict(" ".join(parts[:first])) & _TELLING:
                break  # another person's given name
            bearers = known.get(" ".join(parts[first:]), [])
            if held := [s for s in bearers if posts.overlaps(s, self.first, self.last)]:
                return self._person(held)
            if bearers and len(parts) == 1:
                return self._person(bearers)
        return None if self._names_owner() else self._spelt(bare)

    def _names_owner(self) -> bool:
        return any(mention.form == "name" for mention in self.named.mentions)

    def _spelt(self, written: str) -> Found | None:
        """A person by a name that is another spelling of a known one, else by one that is nearly a known one."""
        alike = {s: _likeness(written, s) for s in self.base.offices.spells}
        if least := max(alike.values(), default=0):
            spells = [s for s, likeness in alike.items() if likeness >= least - 5]
            # Of several bearers of a surname, who was in office.
            return self._person([s for s in spells if posts.overlaps(s, self.first, self.last)] or spells)
        names = _names(self.base)
        near = process.extract(folded(written), list(names), scorer=fuzz.token_sort_ratio, limit=3, score_cutoff=CLOSE)
        return self._person([s for name, score, _ in near if score >= near[0][1] for s in names[name]]) if near else None

    def _person(self, spells: list[Spell]) -> Found:
        persons = {s.person for s in spells}
        everything = [s for s in self.base.offices.spells if s.person in persons]
        held = posts.standing(everything, self.first, self.last)
        if held:
            return Found([self._spell(s) for s in held])
        order = sorted(everything, key=lambda s: s.start or dt.date.min)
        return Found([self._spell(s, f"not in office on {self.date}") for s in order])

    # Rows

    def _spell(self, spell: Spell, note: str = "") -> Answer:
        row = _rows(spell.owner).get(spell.line)
        if row is None or row[0] != spell.person:
            raise DataError(f"{spell.line}: the table has changed since it was read")
        cells = dict(zip(COLUMNS, row, strict=True))
        acting = "acting" if any(t.startswith(("acting ", "interim ")) for t in (spell.office, *spell.titles)) else ""
        known = "" if note else self._known(spell.end, spell.checked)
        whole = self.base.owner_entry(spell.owner, self.last).name
        notes = "; ".join(part for part in (note, acting, known) if part)
        dates = cells["start"], cells["end"], spell.sector, cells["checked"]
        return Answer(spell.person, spell.office, spell.owner, whole, *dates, notes, spell.line)

    def _known(self, end: dt.date | None, checked: dt.date | None) -> str:
        return f"as last known on {checked.isoformat()}" if end is None and checked and self.last > checked else ""


_NOW = frozenset({"current", "then", "incumbent", "serving", "now", "today", "name", "acting", "interim", "caretaker"})
_TELLING = frozenset(
    (
        "minister spokesperson envoy ambassador head adviser negotiator commander president primeminister monarch governor mayor "
        "speaker prosecutor judge commissioner chancellor secretary leader premier intelligence chiefofgeneralstaff staff"
    ).split()
)
_PLAIN = frozenset({"primeminister", "chancellor", "monarch", "chiefofgeneralstaff"})
"""Offices that no other words are needed for."""

_OTHER = frozenset(
    (
        "deputy first former foreign defence interior finance justice energy trade health education intelligence nuclear "
        "political opposition spokesperson adviser ambassador envoy under assistant wife husband son daughter brother office"
    ).split()
)
"""Words that make an office another one when they are added."""

_ORDER: list[Callable[[Spell], bool]] = [
    lambda s: s.called("head of state") or s.office in ("president", "monarch"),
    lambda s: s.called("head of government") or s.office == "prime minister",
    lambda s: s.office in posts.SOLE and s.office.endswith(" minister"),
    lambda s: s.office in posts.SOLE,
]


def _rank(spell: Spell) -> tuple[int, str, int]:
    place = next((position for position, fits in enumerate(_ORDER) if fits(spell)), len(_ORDER))
    return place, spell.office, -(spell.start or dt.date.min).toordinal()


def _shared(spell: Spell, mention: Mention) -> int:
    """How many words of the owner's name as printed the name of the office has, where the name has several."""
    if len(mention.printed) < 2:
        return 0
    own = {word.rstrip("s") for word in folded(spell.office).split()}
    return len({word.rstrip("s") for word in mention.printed if len(word) > 2} & own)


def _likeness(written: str, spell: Spell) -> float:
    """How like a name is to that of the holder in letters, in per cent, where the rules of spelling let them be one; else 0."""
    found = 0.0
    for name in (spell.person, *spell.aliases):
        like = fuzz.token_sort_ratio(folded(written), folded(name))
        if like <= max(found, _LEAST if " " in written else 0):
            continue
        family = " ".join(dict.fromkeys(word for surname in surnames(name, spell.owner) for word in words(surname)))
        if agreement(written, name, family) in ("name", "spelling"):
            found = like
    return found


@functools.cache
def _strict(name: str) -> frozenset[str]:
    return strict(owners().named(name).text)


@functools.cache
def _loose(name: str) -> frozenset[str]:
    return loose(owners().named(name).text) - _NOW


@functools.cache
def _rows(owner: str) -> dict[str, list[str]]:
    """The rows of an owner's offices by where they stand: what the spells hold as days stands there as the table has it."""
    rows = overlay.corrected(f"offices/{owner}.tsv", COLUMNS, DATA, overlay.folder_in_force())
    return {row.line: row.cells for row in rows}


def forget() -> None:
    """Lets go of what was made from the base, so that other corrections come into force."""
    for made in (_strict, _loose, _rows):
        made.cache_clear()
    _indexes.clear()


_Index = dict[str, list[Spell]]
_indexes: dict[tuple[int, str], _Index] = {}


def _by_owner(base: Knowledge) -> _Index:
    return _index(base, "owner", lambda s: [s.owner])


def _names(base: Knowledge) -> _Index:
    return _index(base, "name", lambda s: {folded(name) for name in (s.person, *s.aliases)})


def _surnames(base: Knowledge) -> _Index:
    return _index(base, "surname", lambda s: {folded(f) for name in (s.person, *s.aliases) for f in surnames(name, s.owner)})


def _index(base: Knowledge, kind: str, keys: Callable[[Spell], Iterable[str]]) -> _Index:
    key = (id(base), kind)
    if key not in _indexes:
        made: _Index = {}
        for spell in base.offices.spells:
            for name in keys(spell):
                made.setdefault(name, []).append(spell)
        _indexes[key] = made
    return _indexes[key]

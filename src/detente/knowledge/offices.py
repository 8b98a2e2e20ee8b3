"""Who held which office when."""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from detente.knowledge import overlay
from detente.knowledge.tables import DATA, first_day, last_day, records, several

T = TypeVar("T")

COLUMNS = ("person", "gender", "aliases", "office", "titles", "sector", "start", "end", "source", "checked")


class Spell(NamedTuple):
    """One person in one office. `owner` is a country (ISO alpha-3), an organisation or a group.

    An empty `end` means in office on `checked`; what came after that day is not known.
    """

    owner: str
    person: str
    gender: str
    aliases: tuple[str, ...]
    office: str
    titles: tuple[str, ...]
    sector: str
    start: dt.date | None
    end: dt.date | None
    checked: dt.date | None
    line: str

    def holds(self, day: dt.date | None) -> bool:
        """Whether the office was held on that day; any spell fits a report of unknown date."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def called(self, title: str) -> bool:
        """Whether the holder bears that title, given in lower case."""
        return title == self.office or title in self.titles

    def distance(self, day: dt.date | None) -> int:
        """Days between the spell and that day; 0 inside it."""
        if day is None or self.holds(day):
            return 0
        if self.start is not None and day < self.start:
            return (self.start - day).days
        return (day - self.end).days if self.end else 0


class Offices:
    """Spells by person and by surname, and who held an office."""

    def __init__(self, spells: list[Spell]) -> None:
        self.spells = spells
        self.by_name: dict[str, list[Spell]] = defaultdict(list)
        self.by_surname: dict[str, list[Spell]] = defaultdict(list)
        self.by_owner: dict[str, list[Spell]] = defaultdict(list)
        self._kept: dict[type, object] = {}
        for spell in spells:
            self.by_owner[spell.owner].append(spell)
            for name in {spell.person, *spell.aliases} if spell.aliases else (spell.person,):
                self.by_name[name].append(spell)
                for family in surnames(name, spell.owner):
                    self.by_surname[family].append(spell)

    def kept(self, kind: type[T], make: Callable[[], T]) -> T:
        """What somebody has worked out from the table, made at the first question and kept with it from then on."""
        if kind not in self._kept:
            self._kept[kind] = make()
        found = self._kept[kind]
        assert isinstance(found, kind)
        return found

    def holder(self, owner: str, title: str, day: dt.date | None) -> Spell | None:
        """Who held the office on that day; None where nobody is known to, or where the day is not known."""
        if day is None:
            return None
        title = title.lower()
        held = [s for s in self.by_owner.get(owner, ()) if s.called(title) and s.holds(day)]
        return max(held, key=lambda s: s.start or dt.date.min) if held else None

    def spell(self, spells: list[Spell], day: dt.date | None) -> Spell | None:
        """Of the spells of one person, the one held on that day, else the nearest to it.

        Of several on one day it is the latest, and of those that began together the one that governs: the president of
        France is also a prince of Andorra, the king of Britain also that of Canada.
        """
        if not spells:
            return None
        if day is None:
            return min(spells, key=self._later_first)
        return min(spells, key=lambda s: (s.distance(day), *self._later_first(s)))

    def _later_first(self, spell: Spell) -> tuple[int, bool, int]:
        start = spell.start or dt.date.min
        return -start.toordinal(), not spell.called("leader"), -len(self.by_owner[spell.owner])


def surname(name: str) -> str:
    """The last word of a name, with the particles that belong to it ("de Mistura", "von der Leyen", "bin Salman")."""
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[first:])


@functools.cache
def surnames(name: str, country: str | None) -> tuple[str, ...]:
    """What a person of that name and country may be called by the surname alone.

    Where the family name comes first it is the first word; two words without a hyphen may still be in the other order
    there ("Joseph Wu"), and Vietnamese and Cambodians are also called by the last. "al-" and the like may be left out.
    """
    name = name.partition(" of ")[0]
    words = name.split()
    if country in _FAMILY_FIRST and len(words) > 1:
        if country in ("VNM", "KHM") or (country in ("TWN", "HKG") and len(words) == 2 and "-" not in words[1]):
            return words[0], words[-1]
        return (words[0],)
    family = surname(name)
    article, hyphen, rest = family.partition("-")
    if hyphen and article.lower() in _ARTICLES and rest:
        return family, rest
    if " " in family:
        # "bin Salman" is also printed "Salman", "de Mistura" never "Mistura", but the parser may cut it so.
        return family, words[-1]
    return (family,)


def forms(name: str) -> tuple[str, ...]:
    """A surname as printed, and, where a particle opens a sentence, with a small letter ("Bin Salman")."""
    first = name.replace("-", " ").split(" ", 1)[0].lower()
    opens = " " in name or "-" in name
    return (name, name[0].lower() + name[1:]) if opens and first in _PARTICLES | _ARTICLES else (name,)


_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ter", "van", "von"})
_ARTICLES = frozenset({"al", "el", "an", "as", "ar", "ad", "ash"})
_FAMILY_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "PRK", "TWN", "VNM"})


def load(folder: Path = DATA / "offices", over: Path | None = None) -> Offices:
    """Reads every office file of the folder; the file's name is the owner of its offices.

    `over`: a user's overlay (`detente.knowledge.overlay`), whose `offices` correct them.
    """
    spells: list[Spell] = []
    for owner, rows in _files(folder, over):
        for line, (person, gender, aliases, office, titles, sector, start, end, _, checked) in rows:
            names, bears = tuple(several(aliases)), _titles(titles)
            days = first_day(start), last_day(end), first_day(checked)
            spells.append(Spell(owner, person, gender, names, office, bears, sector, *days, line))
    return Offices(spells)


def _files(folder: Path, over: Path | None) -> Iterator[tuple[str, Iterator[tuple[str, list[str]]]]]:
    """The owners, each with its rows and where they stand."""
    paths = {path.name: path for path in folder.glob("*.tsv")}
    own = {path.name for path in over.glob("offices/*.tsv")} if over else set()
    for name in sorted(paths.keys() | own):
        if name in own:
            corrected = overlay.corrected(f"offices/{name}", COLUMNS, folder.parent, over)
            yield name[:-4], ((row.line, row.cells) for row in corrected)
        else:
            lines = enumerate(records(paths[name], COLUMNS), start=2)
            yield name[:-4], ((f"offices/{name}:{number}", cells) for number, cells in lines)


@functools.cache
def _titles(cell: str) -> tuple[str, ...]:
    """The titles of a cell; the same few cells stand in most files."""
    return tuple(several(cell.lower()))

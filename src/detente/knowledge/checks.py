"""Checks that compare rows of the knowledge base: spells that overlap, gaps, codes that nothing has, names of two."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from detente.errors import DataError
from detente.knowledge import posts
from detente.knowledge.lint import COLUMNS, Problem, Tables, error, table, warning
from detente.knowledge.overlay import Row
from detente.knowledge.tables import first_day, last_day, several

IN_THE_NEWS = frozenset(
    (
        "AFG ARM AZE BLR CHN COD DEU EGY ETH FRA GBR GEO IND IRN IRQ ISR JOR JPN KOR LBN LBY MMR NGA PAK POL PRK PSE QAT RUS "
        "SAU SDN SOM SSD SYR TUR TWN UKR USA VEN YEM"
    ).split()
)
"""States whose offices should be known without a gap."""

SINCE = dt.date(2005, 1, 1)
"""Gaps that end before this day are not told."""

LONG = 365
"""Days by which a row's check may lie before the newest of the base."""


class _Spell(NamedTuple):
    """A spell by what is certain of it (`from_`, `until`: days on which it is sure to hold) and what is possible."""

    owner: str
    person: str
    office: str
    aliases: tuple[str, ...]
    gender: str
    first: dt.date
    from_: dt.date
    until: dt.date
    last: dt.date
    open: bool
    acting: bool
    checked: dt.date | None
    line: str


def between_rows(tables: Tables, *, gap: int) -> Iterator[Problem]:
    """Errors and warnings about rows as they stand to each other; rows whose dates cannot be read are left out."""
    tables = {file: rows if table(file) == "places" else [r for r in rows if _dated(file, r)] for file, rows in tables.items()}
    yield from _codes(tables)
    yield from _organs(tables)
    spells = list(_spells(tables))
    yield from _overlaps(spells)
    yield from _same_names(spells)
    yield from _genders(spells)
    yield from _shared_names(tables)
    yield from _gaps(spells, gap)
    yield from _unchecked(spells)


def _rows(tables: Tables, file: str) -> Iterator[tuple[dict[str, str], str]]:
    for cells, line in tables.get(file, []):
        yield dict(zip(COLUMNS[table(file)], cells, strict=True)), line


def _codes(tables: Tables) -> Iterator[Problem]:
    countries = {row["iso3"] for row, _ in _rows(tables, "countries.tsv")}
    bodies = {row["id"] for file in ("organisations.tsv", "groups.tsv") for row, _ in _rows(tables, file)}
    if not countries:
        return
    for file in ("organisations.tsv", "groups.tsv", "agents.tsv"):
        for row, line in _rows(tables, file):
            country = row["country"].removesuffix("?")
            if country and country not in countries:
                yield error(line, f"unknown country {country!r}")
    for row, line in _rows(tables, "members.tsv"):
        if row["organisation"] not in bodies:
            yield error(line, f"unknown organisation {row['organisation']!r}")
        if row["member"] not in countries | bodies:
            yield error(line, f"unknown member {row['member']!r}")
    for file in tables:
        owner = file.rpartition("/")[2].removesuffix(".tsv")
        if table(file) == "offices" and owner not in countries | bodies:
            yield error(file, f"no country, organisation or group is called {owner!r}")


def _organs(tables: Tables) -> Iterator[Problem]:
    wholes = {row["id"]: row["part_of"] for row, _ in _rows(tables, "organisations.tsv")}
    for row, line in _rows(tables, "organisations.tsv"):
        whole = row["part_of"]
        if whole and (whole not in wholes or wholes[whole]):
            yield error(line, f"{row['id']} is part of {whole!r}, which is no whole organisation")


def _dated(file: str, row: Row) -> bool:
    """Whether every date of a row can be read."""
    cells = dict(zip(COLUMNS[table(file)], row.cells, strict=True))
    try:
        for column in ("start", "end", "checked"):
            last_day(cells.get(column, ""))
    except DataError:
        return False
    return True


def _spells(tables: Tables) -> Iterator[_Spell]:
    for file in tables:
        if table(file) != "offices":
            continue
        owner = file.rpartition("/")[2].removesuffix(".tsv")
        for row, line in _rows(tables, file):
            checked = first_day(row["checked"])
            first, from_ = first_day(row["start"]) or dt.date.min, last_day(row["start"]) or dt.date.min
            until, last = first_day(row["end"]), last_day(row["end"])
            names = (row["person"], *several(row["aliases"]))
            acting = any(title.startswith(("acting ", "interim ")) for title in several(row["titles"].lower()))
            days = first, from_, until or checked or from_, last or dt.date.max
            yield _Spell(owner, row["person"], row["office"], names, row["gender"], *days, not until, acting, checked, line)


def _overlaps(spells: Iterable[_Spell]) -> Iterator[Problem]:
    """Two at once in an office of one; an open row that somebody has followed."""
    for (owner, office), held in _by_office(spells).items():
        if office not in posts.SOLE:
            continue
        held.sort(key=lambda s: (s.first, s.last))
        for position, spell in enumerate(held):
            for later in held[position + 1 :]:
                if posts.rivals(owner, max(spell.first, later.first)):
                    continue
                both = max(spell.from_, later.from_), min(spell.until, later.until)
                if both[0] < both[1]:
                    # Whoever acts for a president who is ill or suspended holds the office beside him.
                    tell = warning if spell.acting or later.acting else error
                    told = f"{later.person} from {later.first}, {spell.person} until {spell.until}"
                    yield tell(later.line, f"{office} of {owner}: {told}")
                # A correction of one's own ends the open row that it follows.
                elif spell.open and later.first > spell.until and later.person != spell.person and not _corrects(later, spell):
                    told = f"{spell.person} has no end, but {later.person} came on {later.first}"
                    yield error(spell.line, f"{office} of {owner}: {told}")
                    break


def _corrects(later: _Spell, spell: _Spell) -> bool:
    return spell.line.startswith("offices/") and not later.line.startswith("offices/")


def _gaps(spells: Iterable[_Spell], gap: int) -> Iterator[Problem]:
    for (owner, office), held in _by_office(spells).items():
        if owner not in IN_THE_NEWS or office not in posts.CONTINUOUS or len(held) < 2:
            continue
        held.sort(key=lambda s: s.first)
        last = held[0].last
        for spell in held[1:]:
            if last < spell.first and (spell.first - last).days > gap and spell.first > SINCE:
                yield warning(spell.line, f"nobody is {office} of {owner} from {last} to {spell.first}")
            last = max(last, spell.last)


def _by_office(spells: Iterable[_Spell]) -> dict[tuple[str, str], list[_Spell]]:
    found: dict[tuple[str, str], list[_Spell]] = defaultdict(list)
    for spell in spells:
        found[spell.owner, spell.office].append(spell)
    return found


def _same_names(spells: Iterable[_Spell]) -> Iterator[Problem]:
    """One name for two persons who could be taken for each other: of one owner or office at one time."""
    named: dict[str, list[_Spell]] = defaultdict(list)
    for spell in spells:
        for name in dict.fromkeys(spell.aliases):
            named[name].append(spell)
    told = set()
    for name, bearers in named.items():
        for position, one in enumerate(bearers):
            for other in bearers[position + 1 :]:
                pair = (name, *sorted((one.person, other.person)))
                if one.person == other.person or pair in told:
                    continue
                alike = one.owner == other.owner or one.office == other.office
                if alike and one.first <= other.last and other.first <= one.last:
                    told.add(pair)
                    yield error(other.line, f"{name!r} is {other.person} here and {one.person} in {one.line}")


def _genders(spells: Iterable[_Spell]) -> Iterator[Problem]:
    known: dict[tuple[str, str], _Spell] = {}
    for spell in spells:
        before = known.setdefault((spell.owner, spell.person), spell)
        if spell.gender and before.gender and spell.gender != before.gender:
            yield error(spell.line, f"{spell.person} is {spell.gender} here and {before.gender} in {before.line}")


def _shared_names(tables: Tables) -> Iterator[Problem]:
    """One name for two organisations, or two groups at one time."""
    known: dict[str, tuple[str, dt.date, dt.date, str]] = {}
    for file in ("organisations.tsv", "groups.tsv"):
        for row, line in _rows(tables, file):
            start, end = first_day(row["start"]) or dt.date.min, last_day(row["end"]) or dt.date.max
            for name in dict.fromkeys((row["name"], *several(row["aliases"]))):
                before = known.setdefault(name, (row["id"], start, end, line))
                if before[0] != row["id"] and before[1] <= end and start <= before[2]:
                    yield error(line, f"{name!r} is {row['id']} here and {before[0]} in {before[3]}")


def _unchecked(spells: list[_Spell]) -> Iterator[Problem]:
    """Open rows that were last checked long before the newest of them."""
    newest = max((s.checked for s in spells if s.open and s.checked), default=None)
    for spell in spells:
        if newest and spell.open and spell.checked and (newest - spell.checked).days > LONG:
            yield warning(spell.line, f"{spell.person}, {spell.office}, is open and was last checked on {spell.checked}")

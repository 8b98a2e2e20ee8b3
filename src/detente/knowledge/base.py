"""The knowledge base: all tables, loaded once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from detente.knowledge import overlay
from detente.knowledge.entry import Entry, EntryKind
from detente.knowledge.names import Named, Names
from detente.knowledge.offices import Offices
from detente.knowledge.offices import load as load_offices
from detente.knowledge.places import Gazetteer
from detente.knowledge.tables import DATA, first_day, last_day, several

COUNTRY_COLUMNS = ("iso3", "iso2", "cow", "name", "aliases", "demonyms", "capital", "metonyms", "start", "end")
ORGANISATION_COLUMNS = ("id", "name", "aliases", "kind", "sector", "seat", "country", "start", "end", "metonyms", "part_of")
GROUP_COLUMNS = ("id", "name", "aliases", "country", "sector", "kind", "start", "end")
AGENT_COLUMNS = ("phrase", "sector", "kind", "note", "country")


@dataclass(frozen=True, slots=True)
class Country:
    """A state: ISO codes, Correlates of War abbreviation, names, and the years in which it existed."""

    iso3: str
    iso2: str
    cow: str
    name: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    start: dt.date | None
    end: dt.date | None


@dataclass(slots=True)
class Knowledge:
    """All that is known of actors. `names` finds proper names; `agents` holds common nouns by lemma ("prime minister").

    `persons` are the agent phrases that name one person; `shared` those whose default country other countries contest.
    `eras` are the rows of a group that has had several, with the first and last day of each.
    `overlay` tells the corrections of a user's own that are in force from others; "" where there are none.
    """

    countries: dict[str, Country] = field(default_factory=dict)
    organisations: dict[str, Entry] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    agents: dict[str, Entry] = field(default_factory=dict)
    persons: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)
    eras: dict[str, list[Named]] = field(default_factory=dict)
    offices: Offices = field(default_factory=lambda: Offices([]))
    places: Gazetteer = field(default_factory=lambda: Gazetteer([]))
    overlay: str = ""

    def country_name(self, iso3: str) -> str:
        """The usual name of a country, or the code itself where it is none that we know."""
        country = self.countries.get(iso3)
        return country.name if country else iso3

    def owner_entry(self, owner: str, day: dt.date | None = None) -> Entry:
        """The entry of the country, organisation or group that owns an office, as it was on that day."""
        for era in self.eras.get(owner, ()) if owner not in self.countries else ():
            if day and (era.start is None or era.start <= day) and (era.end is None or day <= era.end):
                return era.entry
        # Some groups have the code of a state for a short name (NLD is a party of Myanmar too); an office is the state's.
        if owner in self.organisations and owner not in self.countries:
            return self.organisations[owner]
        return Entry("state", self.country_name(owner), owner)


def read_tables(over: Path | None) -> Knowledge:
    """The knowledge base as the tables and the corrections of a user (`overlay`) tell it, without the places.

    Raises `DataError` when a table or a correction breaks its rules.
    """
    base = Knowledge(overlay=overlay.name(over))
    _add_countries(base, over)
    _add_organisations(base, over)
    _add_groups(base, over)
    for row in _rows("agents.tsv", AGENT_COLUMNS, over):
        kind: EntryKind = "population" if row["kind"] == "population" else "agent"
        base.agents[row["phrase"]] = Entry(kind, row["phrase"], row["country"].removesuffix("?") or None, row["sector"])
        if row["country"].endswith("?"):
            base.shared.add(row["phrase"])
        if row["kind"] == "person":
            base.persons.add(row["phrase"])
    base.offices = load_offices(over=over)
    return base


def _rows(name: str, columns: Sequence[str], over: Path | None) -> Iterator[dict[str, str]]:
    return (dict(zip(columns, row.cells, strict=True)) for row in overlay.corrected(name, columns, DATA, over))


def _add_countries(base: Knowledge, over: Path | None) -> None:
    for row in _rows("countries.tsv", COUNTRY_COLUMNS, over):
        iso3, name = row["iso3"], row["name"]
        demonyms, capitals = several(row["demonyms"]), several(row["capital"])
        years = first_day(row["start"]), last_day(row["end"])
        base.countries[iso3] = Country(iso3, row["iso2"], row["cow"], name, tuple(demonyms), tuple(capitals), *years)
        state = Entry("state", name, iso3)
        for alias in [name, *several(row["aliases"])]:
            base.names.add(alias, Named(state, "name", *years))
        for demonym in demonyms:
            base.names.add(demonym, Named(state, "demonym", *years))
        government = Entry("state", name, iso3, "GOV")
        for capital in capitals:
            base.names.add(capital, Named(government, "capital", *years))
        for metonym in several(row["metonyms"]):
            words, _, sector = metonym.partition(":")
            part = Entry("state", name, iso3, sector or "GOV")
            base.names.add(words.removeprefix("the "), Named(part, "metonym", *years))


def _add_organisations(base: Knowledge, over: Path | None) -> None:
    for row in _rows("organisations.tsv", ORGANISATION_COLUMNS, over):
        entry = Entry("organisation", row["name"], row["country"] or None, row["sector"] or None, row["part_of"] or row["id"])
        base.organisations[row["id"]] = entry
        for alias in [row["name"], row["id"], *several(row["aliases"])]:
            base.names.add(alias.removeprefix("the "), Named(entry, "name"))
        for metonym in several(row["metonyms"]):
            base.names.add(metonym.partition(":")[0].removeprefix("the "), Named(entry, "metonym"))


def _add_groups(base: Knowledge, over: Path | None) -> None:
    for row in _rows("groups.tsv", GROUP_COLUMNS, over):
        entry = Entry("group", row["name"], row["country"] or None, row["sector"], row["id"])
        named = Named(entry, "name", first_day(row["start"]), last_day(row["end"]))
        base.organisations.setdefault(row["id"], entry)
        base.eras.setdefault(row["id"], []).append(named)
        for alias in [row["name"], *several(row["aliases"])]:
            base.names.add(alias.removeprefix("the "), named)

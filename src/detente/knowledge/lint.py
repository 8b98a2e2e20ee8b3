"""The linter of the knowledge base: what breaks the rules of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from detente.errors import DataError
from detente.knowledge.base import AGENT_COLUMNS, COUNTRY_COLUMNS, GROUP_COLUMNS, ORGANISATION_COLUMNS
from detente.knowledge.offices import COLUMNS as OFFICE_COLUMNS
from detente.knowledge.offices import Spell, load
from detente.knowledge.places import COLUMNS as PLACE_COLUMNS
from detente.knowledge.tables import DATA, first_day, last_day, rows

SECTORS = frozenset(
    "AGR BUS COP CRM CVL EDU ELI GOV HLH IGO JUD LAB LEG MED MIL MNC NGO OPP PRM PTY REB REF REL SOC SPY UAF".split()
)
"""PLOVER's sectors, and ELI for those who have held power."""

_CODE = re.compile(r"[A-Z][A-Z0-9]{1,15}")
_KINDS = {
    "agents.tsv": frozenset({"person", "body", "group", "population"}),
    "organisations.tsv": frozenset({"company", "format", "igo", "ngo", "region"}),
    "places.tsv": frozenset({"country", "region", "city"}),
}


def problems(folder: Path = DATA) -> list[str]:
    """What is wrong with the tables of a folder, one line each; empty where all is well."""
    found = [*_tables(folder), *_offices(folder)]
    return found or list(_organs(folder))


def _tables(folder: Path) -> Iterator[str]:
    tables = (
        ("countries.tsv", COUNTRY_COLUMNS, "iso3"),
        ("organisations.tsv", ORGANISATION_COLUMNS, "id"),
        ("groups.tsv", GROUP_COLUMNS, ""),
        ("agents.tsv", AGENT_COLUMNS, "phrase"),
        ("places.tsv", PLACE_COLUMNS, ""),
    )
    for name, columns, key in tables:
        seen: set[str] = set()
        try:
            for number, row in enumerate(rows(folder / name, columns), start=2):
                where = f"{name}:{number}"
                yield from (f"{where}: {fault}" for fault in _row(name, row))
                if key and row[key] in seen:
                    yield f"{where}: {row[key]!r} stands twice"
                seen.add(row.get(key, ""))
        except DataError as error:
            yield str(error)


def _row(name: str, row: dict[str, str]) -> Iterator[str]:
    if "sector" in row and row["sector"] not in SECTORS and row["kind"] != "region":
        yield f"unknown sector {row['sector']!r}"
    if name in _KINDS and row["kind"] not in _KINDS[name]:
        yield f"unknown kind {row['kind']!r}"
    if name in ("organisations.tsv", "groups.tsv") and not _CODE.fullmatch(row["id"]):
        yield f"{row['id']!r} is no code"
    if name == "agents.tsv" and not re.fullmatch(r"([A-Z]{3}\??)?", row["country"]):
        yield f"{row['country']!r} is no country code"
    if name == "countries.tsv" and not re.fullmatch(r"[A-Z]{3}", row["iso3"]):
        yield f"{row['iso3']!r} is no country code"
    for cell in row.values():
        if cell != cell.strip() or '"' in cell:
            yield f"stray blanks or quotes in {cell!r}"
    try:
        start, end = first_day(row.get("start", "")), last_day(row.get("end", ""))
        if start and end and start > end:
            yield f"starts {start} after its end {end}"
    except DataError as error:
        yield str(error)


def _organs(folder: Path) -> Iterator[str]:
    organisations = {row["id"]: row["part_of"] for row in rows(folder / "organisations.tsv", ORGANISATION_COLUMNS)}
    for name, whole in organisations.items():
        if whole and (whole not in organisations or organisations[whole]):
            yield f"organisations.tsv: {name} is part of {whole!r}, which is no whole organisation"


def _offices(folder: Path) -> Iterator[str]:
    try:
        offices = load(folder / "offices")
    except DataError as error:
        yield str(error)
        return
    for path in sorted((folder / "offices").glob("*.tsv")):
        lines = [tuple(row.values()) for row in rows(path, OFFICE_COLUMNS)]
        if len(set(lines)) != len(lines):
            yield f"offices/{path.name}: a row stands twice"
    for spell in offices.spells:
        yield from (f"{spell.line}: {fault}" for fault in _spell(spell))


def _spell(spell: Spell) -> Iterator[str]:
    if spell.sector not in SECTORS:
        yield f"unknown sector {spell.sector!r}"
    if spell.gender not in ("m", "f"):
        yield f"gender {spell.gender!r} is neither m nor f"
    if spell.start and spell.end and spell.start > spell.end:
        yield f"starts {spell.start} after its end {spell.end}"
    if spell.checked is None:
        yield "has not been checked"
    if not spell.person or not spell.office:
        yield "lacks a person or an office"

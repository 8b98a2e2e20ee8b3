"""Which states and bodies belonged to an organisation when."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path
from typing import NamedTuple

from detente.knowledge import overlay
from detente.knowledge.tables import DATA, first_day, last_day

COLUMNS = ("organisation", "member", "start", "end", "source", "checked")


class Membership(NamedTuple):
    """One time in which a member belonged to an organisation.

    `member` is a country (ISO alpha-3), an organisation or a group. An empty `end` means a member on `checked`.
    `since` and `until` are start and end as the table has them, as precise as known.
    """

    organisation: str
    member: str
    start: dt.date | None
    end: dt.date | None
    checked: dt.date | None
    since: str
    until: str
    line: str

    def holds(self, first: dt.date, last: dt.date) -> bool:
        """Whether it belonged on any day from the first to the last."""
        return (self.start is None or self.start <= last) and (self.end is None or first <= self.end)


def load(folder: Path = DATA, over: Path | None = None) -> list[Membership]:
    """The table of members; empty where neither folder has one. Raises `DataError` when it breaks its rules."""
    if not any(place and (place / "members.tsv").is_file() for place in (folder, over)):
        return []
    found = []
    for (organisation, member, start, end, _, checked), line in overlay.corrected("members.tsv", COLUMNS, folder, over):
        days = first_day(start), last_day(end), first_day(checked)
        found.append(Membership(organisation, member, *days, start, end, line))
    return found


@functools.cache
def _table() -> list[Membership]:
    return load(over=overlay.folder_in_force())


def forget() -> None:
    """Lets go of the table, so that other corrections come into force."""
    _table.cache_clear()


def members(organisation: str, day: dt.date) -> list[str]:
    """Who belonged to the organisation on that day, sorted; empty for one whose members are not in the table."""
    return sorted({row.member for row in _table() if row.organisation == organisation and row.holds(day, day)})


def memberships(member: str, day: dt.date) -> list[str]:
    """The organisations that a state (ISO alpha-3) or body belonged to on that day, sorted."""
    return sorted({row.organisation for row in _table() if row.member == member and row.holds(day, day)})


def rows_of(organisation: str, first: dt.date, last: dt.date) -> list[Membership]:
    """The memberships in an organisation that hold on any day from the first to the last, by member."""
    found = (row for row in _table() if row.organisation == organisation and row.holds(first, last))
    return sorted(found, key=lambda row: (row.member, row.since))

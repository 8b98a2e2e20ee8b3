"""An entry of the knowledge base: somebody or something that can act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntryKind = Literal["state", "person", "organisation", "group", "population", "agent"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor that the knowledge base knows.

    - `name`: its usual English name; `country`: ISO alpha-3 or None; `sector`: PLOVER sector or None.
    - `short`: short name that ends the code of an organisation or group ("NATO", "YPG"), or "".
    """

    kind: EntryKind
    name: str
    country: str | None = None
    sector: str | None = None
    short: str = ""

    @property
    def code(self) -> str:
        """Country, sector and short name, as in PLOVER (`USAGOV`, `IGONATO`, `SYRREBYPG`); "" where nothing is known."""
        return actor_code(self.country, self.sector, self.short)


def actor_code(country: str | None, sector: str | None, short: str = "") -> str:
    """The code of an actor; an international organisation has no country."""
    return f"{country or ''}{sector or ''}{short}"

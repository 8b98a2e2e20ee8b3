"""Who acts, speaks or is acted upon, as an item tells of it."""

from __future__ import annotations

from detente.model.span import Part


class Actor(Part):
    """An actor of an item (PLOVER's names where PLOVER has one).

    - `name`: the actor's usual name ("Antony Blinken", "Russia", "NATO"), or the words of the text for one that has none.
    - `entity_text`: the words of the text that name it here.
    - `code`: country and sector (`USAGOV`), `IGO` and short name for organisations (`IGONATO`), country, sector and short
      name for groups (`SYRREBYPG`).
    - `country`: ISO 3166-1 alpha-3 (XKX for Kosovo), or null.
    - `sector`: PLOVER sector (`GOV`, `MIL`, `REB`, ...), or null where the state itself is named.
    - `identifier_text`: the words that told who it is, where those are not its name ("Russian Foreign Minister").
    - `office`: the office that the person holds on the article's date, or that the text gives.
    """

    name: str
    entity_text: str
    code: str
    sector: str | None = None
    country: str | None = None
    identifier_text: str | None = None
    office: str | None = None


class Attribution(Part):
    """One link of the chain of attribution: on whose word something stands.

    A chain is a list of these, outermost first: the paper's source, then that source's source.
    """

    source: Actor
    cue: str
    medium: str | None = None

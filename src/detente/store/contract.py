"""What a store does. Whatever does all this can stand in for DuckDB."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal, Protocol, Self, TypedDict

from detente.errors import DetenteError, RecordError
from detente.model import ITEM_TYPES, Actor, Article, Attribution, Item
from detente.model.derived import fields, inside, not_null

Outcome = Literal["added", "replaced", "unchanged"]
"""What became of an article that was put into a store."""

TYPE_FIELD = {"event": "event", "finding": "check", "position": "stance", "talks": "channel", "time": "type", "figure": "unit"}
"""The field that the filter `type` is held against, for the kinds that have one."""

ISSUE_FIELD = {"position": "issue", "event": "context"}
"""The field that the filter `issue` is held against, for the kinds that have one."""


class Filters(TypedDict, total=False):
    """Which items of a kind are wanted; all conditions must hold, None and absence set none.

    - `party`: an actor of the item (not one on whose word it stands, except for figures, which have no other) has this
      name, this code, or this country, or is the organisation of this short name; capitals do not matter.
    - `since`, `until`: first and last day, both counted in; an event that lasts is in when any of its days is. Items
      without a date are left out by either.
    - `type`: PLOVER type of an event, check of a finding, stance of a position, channel of talks, TIMEX3 type of a time,
      unit of a figure.
    - `issue`: issue of a position, context of an event.
    """

    party: str | None
    since: dt.date | None
    until: dt.date | None
    type: str | None
    issue: str | None


class Unstorable(RecordError):
    """Items of an article that no record can hold; the rest of the record is untouched."""


class Store(Protocol):
    """A record's articles and their items. Opened by `open_store`, closed by `close` or at the end of a `with`."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def put(self, article: Article, items: Iterable[Item], *, coder: str | None = None) -> Outcome:
        """Puts an article with all its items, in one step that is done whole or not at all.

        An article that is there with the same content and coder is left as it is; one that has changed is replaced with
        all its items. `coder` is the name of what coded it; when None, the name that the items bear.

        Raises `Unstorable` when an item is of another article, or two different items have one id; `StorageFull`.
        """
        ...

    def holds(self, article: Article, coder: str) -> bool:
        """Whether the article is there with this content, coded by this coder: putting it would change nothing."""
        ...

    def items(
        self,
        kind: str,
        *,
        party: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        type: str | None = None,
        issue: str | None = None,
    ) -> Iterator[Item]:
        """The items of a kind that pass the `Filters`, by date (those without last), article, place in it, and id.

        Raises `DetenteError` for a filter that the kind knows nothing of.
        """
        ...

    def item(self, id: str) -> Item:
        """The item with this id. Raises `UnknownItem`."""
        ...

    def articles(self) -> Iterator[Article]:
        """All articles, by date (those without last) and id."""
        ...

    def article(self, id: str) -> Article:
        """The article with this id. Raises `UnknownItem`."""
        ...

    def counts(self) -> dict[str, int]:
        """How many articles, and items of each kind, there are: `{"article": 3, "event": 41, ...}`, every kind present."""
        ...

    def close(self) -> None:
        """Writes out what is to be written and lets go of the file. Doing it twice does no harm."""
        ...


def content_hash(article: Article) -> str:
    """What tells whether an article has changed: a digest of all that is known of it but where it was read from."""
    # A report that was moved to another folder is the same report.
    return hashlib.sha256(article.model_dump_json(exclude={"source"}).encode("utf-8", "surrogatepass")).hexdigest()


def party_fields(kind: str) -> list[str]:
    """The fields that hold the parties of a kind of item: its actors, else the sources of its attribution."""
    actors, sources = [], []
    for attribute, _, of in fields(ITEM_TYPES[kind]):
        part = inside(not_null(of)) or not_null(of)
        if part is Actor:
            actors.append(attribute)
        elif part is Attribution:
            sources.append(attribute)
    return actors or sources


def check_filters(kind: str, filters: Filters) -> None:
    """Raises `DetenteError` when there is no such kind, or when the kind knows nothing of one of the filters."""
    if kind not in ITEM_TYPES:
        raise DetenteError(f"{kind}: no such kind of item (there are {', '.join(ITEM_TYPES)})")
    if filters.get("party") is not None and not party_fields(kind):
        raise DetenteError(f"{kind}: items of this kind have no party to choose by")
    if filters.get("type") is not None and kind not in TYPE_FIELD:
        raise DetenteError(f"{kind}: items of this kind have no type to choose by")
    if filters.get("issue") is not None and kind not in ISSUE_FIELD:
        raise DetenteError(f"{kind}: items of this kind have no issue to choose by")

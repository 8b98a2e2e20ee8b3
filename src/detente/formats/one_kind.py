"""For formats whose files hold one kind of item."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from detente.errors import DetenteError
from detente.model import ITEM_TYPES, Item


def of_one_kind(format: str, items: Iterable[Item], kind: str | None) -> tuple[str, Iterator[Item]]:
    """The kind, told by the first item where it is not given, and the items, each held to it as it comes.

    Raises `DetenteError` when there is neither kind nor item, when there is no such kind, and at an item of another kind.
    """
    stream = iter(items)
    if kind is None:
        first = next(stream, None)
        if first is None:
            raise DetenteError(f"{format}: there are no items, so the kind must be given")
        kind, stream = first.kind, itertools.chain([first], stream)
    if kind not in ITEM_TYPES:
        raise DetenteError(f"{kind}: no such kind of item (there are {', '.join(ITEM_TYPES)})")
    return kind, _held(format, stream, kind)


def _held(format: str, items: Iterable[Item], kind: str) -> Iterator[Item]:
    for item in items:
        if item.kind != kind:
            raise DetenteError(f"{format}: a file holds one kind of item; here are both {kind} and {item.kind}")
        yield item

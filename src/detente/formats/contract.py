"""What a format is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Protocol

from detente.model import Item


class Format(Protocol):
    """A module that writes items in one form. The same items give the same bytes on every machine.

    - `ENDING`: how its files' names end, with the dot.
    - `ONE_KIND`: whether a file holds items of one kind only; a record is then a folder with a file for each kind.
    """

    @property
    def ENDING(self) -> str: ...

    @property
    def ONE_KIND(self) -> bool: ...

    def write(self, items: Iterable[Item], out: BinaryIO, *, kind: str | None = None) -> None:
        """Writes the items to `out`, one after another as they come, and leaves it open.

        `kind` is what kind they are, so that a format of one kind can write its head when there are none. Such a format
        raises `DetenteError` for an item of another kind, and when it is given neither a kind nor an item.
        """
        ...

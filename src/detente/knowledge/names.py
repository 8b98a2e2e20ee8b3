"""Finding names in a text: longest match over words, the same for every table."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from detente.knowledge.entry import Entry

Form = Literal["name", "demonym", "capital", "metonym"]

_WORD = re.compile(r"\w+|[^\w\s]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for. `form` tells a country's own name from its demonym, capital or metonym.

    `start` and `end` bound the days on which it stands for that; None where they are open.
    """

    entry: Entry
    form: Form
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A name found: offsets into the text searched, its words, and all that it may stand for, likeliest first."""

    start: int
    end: int
    text: str
    named: tuple[Named, ...]


class Names:
    """A set of names that can be found in text. Matching is by words, case-sensitive, longest first."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[Named]]] = {}
        self._longest: dict[str, int] = {}

    def add(self, name: str, named: Named) -> None:
        """Adds a name; a second meaning of the same name comes after the first."""
        words = tuple(_WORD.findall(name.translate(_APOSTROPHES)))
        if not words:
            return
        meanings = self._by_first.setdefault(words[0], {}).setdefault(words, [])
        if named not in meanings:
            meanings.append(named)
        self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def get(self, name: str) -> tuple[Named, ...]:
        """What the whole of `name` stands for; empty when it is not known."""
        words = tuple(_WORD.findall(name.translate(_APOSTROPHES)))
        return tuple(self._by_first.get(words[0], {}).get(words, ())) if words else ()

    def find(self, text: str) -> Iterator[Match]:
        """The names in the text, left to right, without overlap."""
        words = list(_WORD.finditer(text.translate(_APOSTROPHES)))
        position = 0
        while position < len(words):
            first = words[position].group()
            known = self._by_first.get(first)
            step = 1
            if known:
                for length in range(min(self._longest[first], len(words) - position), 0, -1):
                    key = tuple(word.group() for word in words[position : position + length])
                    meanings = known.get(key)
                    if meanings:
                        start, end = words[position].start(), words[position + length - 1].end()
                        yield Match(start, end, text[start:end], tuple(meanings))
                        step = length
                        break
            position += step

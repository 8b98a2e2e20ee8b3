"""Other names for the parties of a sentence, so that the model learns what is done and not who is known to do it."""

from __future__ import annotations

import random
from dataclasses import replace

from detente.examples import Example
from detente.knowledge import knowledge


class Names:
    """Countries, their adjectives and capitals, to be put for one another."""

    def __init__(self) -> None:
        countries = [c for c in knowledge().countries.values() if c.demonyms and c.capitals]
        self._kinds = [
            [c.name for c in countries],
            [c.demonyms[0] for c in countries],
            [c.capitals[0] for c in countries],
        ]
        self._kind_of = {name: kind for kind, names in enumerate(self._kinds) for name in names if " " not in name or kind == 0}

    def swapped(self, example: Example, chance: random.Random) -> Example:
        """The sentence with every country in it put for another, the same one everywhere, and all spans moved with it."""
        swaps: list[tuple[int, int, str]] = []
        chosen: dict[str, str] = {}
        for party in example.parties:
            for start, end, word in _words(example.text, party.start, party.end):
                kind = self._kind_of.get(word)
                if kind is not None and not any(s < end and start < e for s, e, _ in swaps):
                    swaps.append((start, end, chosen.setdefault(word, chance.choice(self._kinds[kind]))))
        return _replaced(example, sorted(swaps))


def _words(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    found, at = [], start
    for word in text[start:end].split(" "):
        bare = word.removesuffix("'s").removesuffix("’s")
        found.append((at, at + len(bare), bare))
        at += len(word) + 1
    whole = text[start:end]
    for article in ("the ", "The "):
        if whole.startswith(article):
            found.insert(0, (start + 4, end, whole[4:]))
    return [(start, end, whole), *found] if " " in whole else found


def _replaced(example: Example, swaps: list[tuple[int, int, str]]) -> Example:
    text, moved, last = "", [], 0
    for start, end, name in swaps:
        text += example.text[last:start] + name
        moved.append((start, end, len(name) - (end - start)))
        last = end
    text += example.text[last:]

    def place(offset: int) -> int:
        return offset + sum(shift for start, end, shift in moved if end <= offset)

    parties = tuple(replace(p, start=place(p.start), end=place(p.end)) for p in example.parties)
    events = tuple(replace(e, start=place(e.start), end=place(e.end)) for e in example.events)
    return Example(text, parties, events)

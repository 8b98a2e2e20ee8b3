"""The list of issues on which parties take positions, and which of them a stretch of text speaks of.

The list is `data/issues.yaml`; its head says how cues are matched.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.datafiles import read_mapping
from detente.errors import DataError

DATA = Path(__file__).parent / "data" / "issues.yaml"
_BETWEEN = 3
_GRAMMATICAL = frozenset({"of", "the", "to", "a", "an", "in", "on"})


@dataclass(frozen=True, slots=True)
class Issues:
    """The issues: name to cues, each a tuple of lemmas, and the cues by their first lemma."""

    cues: Mapping[str, tuple[tuple[str, ...], ...]]
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    def find(self, lemmas: Sequence[str]) -> str | None:
        """The issue that the lemmas of a text speak of; None where they speak of none.

        The longest cue decides, counted in words other than grammatical ones; of equals the first.
        """
        best: tuple[int, int] | None = None
        name: str | None = None
        for position, lemma in enumerate(lemmas):
            for cue, issue in self.by_first.get(lemma, ()):
                if not _stands(cue, lemmas, position):
                    continue
                key = (-sum(word not in _GRAMMATICAL for word in cue), position)
                if best is None or key < best:
                    best, name = key, issue
        return name


def _stands(cue: tuple[str, ...], lemmas: Sequence[str], position: int) -> bool:
    for word in cue[1:]:
        ahead = lemmas[position + 1 : position + 2 + _BETWEEN]
        if word not in ahead:
            return False
        position += 1 + list(ahead).index(word)
    return True


@functools.cache
def issues(path: Path = DATA) -> Issues:
    """Reads the list of issues.

    Raises `DataError`, naming the fault, when `lint` finds any.
    """
    data = read_mapping(path)
    faults = list(lint(data))
    if faults:
        raise DataError(f"{path.name}: {faults[0]}")
    cues = {name: tuple(tuple(_words(cue)) for cue in listed) for name, listed in data.items()}
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, listed in cues.items():
        for cue in listed:
            by_first.setdefault(cue[0], []).append((cue, name))
    return Issues(cues, {first: tuple(entries) for first, entries in by_first.items()})


def _words(cue: str) -> list[str]:
    """The words of a cue as a tokenizer cuts them: hyphens stand apart."""
    return cue.replace("-", " - ").split()


def lint(data: object) -> Iterator[str]:
    """The faults of a list of issues as read from YAML: order, empty or doubled cues, capitals in them."""
    if not isinstance(data, dict):
        yield "not a mapping"
        return
    seen: dict[str, str] = {}
    names = [str(name).lower() for name in data]
    if names != sorted(names):
        yield "names are not in alphabetical order"
    for name, listed in data.items():
        if not isinstance(name, str) or name != name.strip() or not name:
            yield f"{name!r}: a name is text without blanks at its ends"
        if not isinstance(listed, list) or not listed:
            yield f"{name!r}: no cues"
            continue
        for cue in listed:
            if not isinstance(cue, str) or cue != cue.strip().lower() or not cue:
                yield f"{name!r}: cue {cue!r} is not text in lower case"
            elif cue in seen:
                yield f"cue {cue!r} belongs to {seen[cue]!r} and {name!r}"
            else:
                seen[cue] = name

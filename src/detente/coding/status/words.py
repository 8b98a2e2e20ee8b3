"""The words that say whether an act was done, each with the status that it gives: `data/status.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from detente.coding.cues import DATA
from detente.datafiles import read_mapping
from detente.errors import DataError
from detente.model import Status


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The table of `data/status.yaml`, each word to the status that it gives."""

    verbs: Mapping[str, Status]
    nouns: Mapping[str, Status]
    adjectives: Mapping[str, Status]
    modals: Mapping[str, Status]
    markers: Mapping[str, Status]
    prepositions: Mapping[str, Status]
    light: frozenset[str]
    neutral: frozenset[str]
    implicative: frozenset[str]


@functools.cache
def status_words() -> StatusWords:
    """The words that ship with détente. Raises `DataError` where one word has two statuses in one table."""
    data = read_mapping(DATA / "status.yaml")

    def turned(key: str) -> dict[str, Status]:
        found: dict[str, Status] = {}
        for status, lemmas in data[key].items():
            for lemma in lemmas:
                if found.setdefault(str(lemma), status) != status:
                    raise DataError(f"status.yaml: {key}: {lemma!r} has two statuses")
        return found

    return StatusWords(
        turned("verbs"),
        turned("nouns"),
        turned("adjectives"),
        data["modals"],
        data["markers"],
        data["prepositions"],
        frozenset(data["light"]),
        frozenset(data["neutral"]),
        frozenset(data["implicative"]),
    )

"""The words that tell that somebody said or thought something: data and loader."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from detente.errors import DataError

DATA = Path(__file__).parent / "data"
FRAMES = frozenset({"clause", "object", "as", "to", "of"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying or thinking, with the forms that its content may have (see `data/cues.yaml`)."""

    lemma: str
    frames: frozenset[str]
    thought: bool = False
    dative: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues. `phrases` are sequences of words before a source; `media` are heads of where something was said."""

    verbs: Mapping[str, Cue]
    idioms: Mapping[str, frozenset[str]]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    media: frozenset[str]


def load_yaml(path: Path) -> dict[str, Any]:
    """A YAML mapping. Raises `DataError` where the file is none."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(data, dict):
        raise DataError(f"{path.name}: not a mapping")
    return data


@functools.cache
def cues() -> Cues:
    """The cues that ship with détente. Raises `DataError` for an unknown frame."""
    data = load_yaml(DATA / "cues.yaml")
    verbs = {}
    for lemma, body in data["verbs"].items():
        frames = frozenset(body["frames"])
        if not frames <= FRAMES:
            raise DataError(f"cues.yaml: {lemma}: unknown frames {sorted(frames - FRAMES)}")
        verbs[lemma] = Cue(lemma, frames, body.get("kind") == "thought", bool(body.get("dative")))
    return Cues(
        verbs,
        {lemma: frozenset(words) for lemma, words in data["idioms"].items()},
        frozenset(data["nouns"]),
        frozenset(data["adjectives"]),
        tuple(tuple(phrase.split()) for phrase in data["phrases"]),
        frozenset(data["media"]),
    )

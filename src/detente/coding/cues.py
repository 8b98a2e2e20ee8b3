"""The words that tell that somebody said or thought something: data and loader."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from detente.datafiles import read_mapping
from detente.errors import DataError

DATA = Path(__file__).parent / "data"
_ABOUT = frozenset({"of", "against", "about", "over"})
_WORD_LISTS = (
    "speaking_things",
    "people",
    "no_people",
    "told",
    "denying",
    "sending",
    "willing",
    "only_people",
    "no_cues",
    "adverbs",
    "noun_infinitives",
    "calling",
    "untrue",
)
FRAMES = frozenset({"clause", "object", "as", "to", "of"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying or thinking, with the forms that its content may have (see `data/cues.yaml`)."""

    lemma: str
    frames: frozenset[str]
    thought: bool = False
    dative: bool = False
    prepositions: frozenset[str] = _ABOUT
    told_only: bool = False
    documents: bool = False
    raising: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues, and the word lists that tell who can speak and what can be said (see `data/cues.yaml`).

    `phrases` are sequences of words before a source; `media` are heads of where something was said.
    """

    verbs: Mapping[str, Cue]
    idioms: Mapping[str, frozenset[str]]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    media: frozenset[str]
    speaking_things: frozenset[str]
    people: frozenset[str]
    no_people: frozenset[str]
    told: frozenset[str]
    denying: frozenset[str]
    sending: frozenset[str]
    willing: frozenset[str]
    only_people: frozenset[str]
    no_cues: frozenset[str]
    adverbs: frozenset[str]
    noun_infinitives: frozenset[str]
    calling: frozenset[str]
    untrue: frozenset[str]
    feelings: Mapping[str, frozenset[str]]
    claims: Mapping[str, frozenset[str]]
    noun_phrases: Mapping[str, frozenset[str]]


@functools.cache
def cues() -> Cues:
    """The cues that ship with détente. Raises `DataError` for an unknown frame."""
    data = read_mapping(DATA / "cues.yaml")
    verbs = {}
    for lemma, body in data["verbs"].items():
        frames = frozenset(body["frames"])
        if not frames <= FRAMES:
            raise DataError(f"cues.yaml: {lemma}: unknown frames {sorted(frames - FRAMES)}")
        verbs[lemma] = Cue(
            lemma,
            frames,
            thought=body.get("kind") == "thought",
            dative=bool(body.get("dative")),
            prepositions=frozenset(body["prepositions"]) if "prepositions" in body else _ABOUT,
            told_only=bool(body.get("told_only")),
            documents=bool(body.get("documents")),
            raising=bool(body.get("raising")),
        )
    return Cues(
        verbs,
        {lemma: frozenset(words) for lemma, words in data["idioms"].items()},
        frozenset(data["nouns"]),
        frozenset(data["adjectives"]),
        tuple(tuple(phrase.split()) for phrase in data["phrases"]),
        frozenset(data["media"]),
        claims={noun: frozenset(words) for noun, words in data["claims"].items()},
        feelings={adjective: frozenset(words) for adjective, words in data["feelings"].items()},
        noun_phrases={noun: frozenset(words) for noun, words in data["noun_phrases"].items()},
        **{name: frozenset(data[name]) for name in _WORD_LISTS},
    )

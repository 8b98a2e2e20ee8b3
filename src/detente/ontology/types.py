"""Event types, their modes and quad classes, contexts, and the CAMEO codes beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
"""PLOVER's quad classes."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's types, or of a codebook's.

    - `definition`: what it is; `excludes`: what it is mistaken for.
    - `quad`: 1 to 4; `scale`: the intensity of an event of this type where nothing closer is known.
    - `modes`: mode to its definition.
    """

    name: str
    definition: str
    excludes: str
    quad: int
    scale: float
    modes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Context:
    """A context of an event: what it is about. `cues` are the lemmas that tell of it in a sentence.

    A cue of several words ("human right") is their lemmas in a row, a space between.
    """

    name: str
    definition: str
    cues: frozenset[str]

    def told_by(self, lemmas: Sequence[str]) -> bool:
        """Whether one of the cues stands in a sentence, given as its lemmas in lower case, in order."""
        if not self.cues.isdisjoint(lemmas):
            return True
        sentence = f" {' '.join(lemmas)} "
        return any(f" {cue} " in sentence for cue in self.cues if " " in cue)


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code: its label, the PLOVER type and mode nearest to it, and its Goldstein value (-10 to 10).

    `also` names further types whose events bear the code, since CAMEO has none of its own for them. `published` is the type
    that it has in the published mapping of CAMEO to PLOVER, where that is another, else "".
    """

    code: str
    label: str
    event: str
    mode: str | None
    goldstein: float
    also: tuple[str, ...] = ()
    published: str = ""

"""Event types, their modes and quad classes, contexts, and the CAMEO codes beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
"""PLOVER's quad classes."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's types, or of a codebook's.

    - `definition`: what it is; `excludes`: what it is mistaken for.
    - `quad`: 1 to 4; `scale`: the intensity of an event of this type where nothing closer is known, -10 to 10.
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
    """A context of an event: what it is about. `cues` are the lemmas that tell of it in a sentence."""

    name: str
    definition: str
    cues: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code: its label, the PLOVER type and mode nearest to it, and its Goldstein value (-10 to 10)."""

    code: str
    label: str
    event: str
    mode: str | None
    goldstein: float

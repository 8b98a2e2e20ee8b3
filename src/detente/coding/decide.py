"""The decision what a sentence tells of: which words tell of an event, of what kind, between whom, and in what state.

`Decider` is the whole interface. Two stand behind it: the trained network (`detente.coding.trained`), and the lexicon alone
(`detente.coding.by_lexicon`), for codebooks of which nothing has been learned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from detente.coding.candidates import Candidate
from detente.coding.reading import Reading, ReadSentence
from detente.coding.roles import Roles
from detente.model import Status
from detente.ontology import Trigger


@dataclass(frozen=True, slots=True)
class Decision:
    """What a candidate tells of: type, mode and CAMEO code, who takes part, and how sure (0 to 1).

    - `frame`: the entry of the lexicon that it was read by, None where there is none that fits.
    - `status`, `negated`: what was learned of them; `status` is None where the words above the act are to decide.
    - `contexts`: those that were learned, beside those that the sentence's words tell of.
    """

    candidate: Candidate
    event: str
    mode: str | None
    cameo: str
    roles: Roles
    confidence: float
    frame: Trigger | None
    status: Status | None = None
    negated: bool = False
    contexts: tuple[str, ...] = ()


class Decider(Protocol):
    """Decides what the words of a sentence tell of."""

    @property
    def name(self) -> str:
        """Name and version, kept with every event that it decided on."""
        ...

    def decisions(self, reading: Reading, read: ReadSentence) -> Iterator[Decision]:
        """What the sentence tells of, in the order of its words."""
        ...

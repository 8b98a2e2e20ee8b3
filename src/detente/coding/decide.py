"""The decision what kind of event a candidate is.

`Decider` is the whole interface: the lexicon decides here by its own order; a trained model stands in by the same method.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from detente.coding.candidates import Candidate
from detente.coding.roles import Roles
from detente.ontology import Trigger


@dataclass(frozen=True, slots=True)
class Option:
    """A frame that fits a candidate, with its roles filled as it asks."""

    frame: Trigger
    roles: Roles


@dataclass(frozen=True, slots=True)
class Decision:
    """The type of a candidate's event, its mode and CAMEO code, who takes part, and how sure (0 to 1)."""

    event: str
    mode: str | None
    cameo: str
    option: Option
    confidence: float


class Decider(Protocol):
    """Decides on the type of a candidate."""

    @property
    def name(self) -> str:
        """Name and version, kept with every event that it decided on."""
        ...

    def decide(self, candidate: Candidate, options: list[Option]) -> Decision | None:
        """The decision among the options (never empty), or None where the candidate tells of no event."""
        ...


class LexiconDecider:
    """Decides by the lexicon alone: the fitting entry with most constraints whose parties are named."""

    name = "lexicon-1"

    def decide(self, candidate: Candidate, options: list[Option]) -> Decision | None:
        best = options[0]
        frame = best.frame
        rivals = {o.frame.event for o in options if o.frame.weight == frame.weight}
        # The more an entry asks for, the less it is mistaken; one with a rival is a guess, a noun more so than a verb.
        confidence = min(0.9, 0.55 + 0.1 * frame.weight + (0.1 if candidate.clause else 0.0)) / len(rivals)
        return Decision(frame.event, frame.mode, frame.cameo, best, round(confidence, 3))

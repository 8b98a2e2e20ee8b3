"""What the model tells apart, in the order of its outputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from detente.coding.plover import plover_type
from detente.examples import LabelledEvent
from detente.model import Status
from detente.ontology import Ontology

NO_EVENT = "none"


@dataclass(frozen=True, slots=True)
class Labels:
    """Names of the outputs: `types` begins with "none"; a mode stands as "TYPE/mode", "TYPE/" being none."""

    types: tuple[str, ...]
    statuses: tuple[str, ...]
    modes: tuple[str, ...]
    contexts: tuple[str, ...]

    @classmethod
    def of(cls, ontology: Ontology) -> Labels:
        """The labels of an ontology. Types and modes are in the order of its files."""
        types = ontology.types
        return cls(
            (NO_EVENT, *types),
            get_args(Status),
            tuple(f"{name}/{mode}" for name, kind in types.items() for mode in ("", *kind.modes)),
            tuple(ontology.contexts),
        )

    def modes_of(self, event: str) -> list[int]:
        """Where the modes of a type stand among the outputs."""
        return [i for i, mode in enumerate(self.modes) if mode.startswith(f"{event}/")]


def told_as(event: LabelledEvent, ontology: Ontology) -> str | None:
    """The one type by which PLOVER codes what the parties of an event do to each other; None where it codes nothing.

    An act that is only demanded, feared or possible is no act of its doer's; what is promised is AGREE and so on.
    """
    if event.status in ("demanded", "hypothetical", "expected", "failed"):
        return None
    return plover_type(event.event, ontology.types[event.event].quad, event.status, negated=event.negated)

"""What a reading did to a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.errors import InputError


@dataclass(slots=True)
class ReadReport:
    """How many articles were added, replaced and left as they were, and what could not be read, in the order met."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    errors: list[InputError] = field(default_factory=list)

    def __str__(self) -> str:
        told = f"{self.added} added, {self.replaced} replaced, {self.unchanged} unchanged"
        return told + (f", {len(self.errors)} could not be read" if self.errors else "")

"""What is said of an act: its status, whether it is denied, and on what it depends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of an act. `why` is the token that decided, None where nothing above the act says anything.

    `condition` is the head of the clause on which it depends.
    """

    status: Status
    negated: bool
    condition: Token | None
    why: Token | None


@dataclass(slots=True)
class Found:
    """What the words met so far say of an act; `says_no`: a "no" was met before its noun."""

    status: Status | None = None
    why: Token | None = None
    negated: bool = False
    condition: Token | None = None
    says_no: bool = False

    def settle(self, status: Status, why: Token) -> None:
        """Takes the status that a word gives."""
        self.status, self.why = status, why

    def turn(self) -> None:
        """Takes in a negation: two of them are none."""
        self.negated = not self.negated


def with_denial(status: Status, *, negated: bool) -> tuple[Status, bool]:
    """The status and whether the act is negated, in agreement: what did not happen is denied, and what is denied is negated."""
    if negated and status in ("happened", "ongoing", "planned", "expected", "hypothetical"):
        return "denied", True
    return status, negated or status == "denied"

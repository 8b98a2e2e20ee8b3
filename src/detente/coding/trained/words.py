"""The words of a sentence that the network takes for telling of an act, and what it says of the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from detente.coding.trained.network import Floats, Labels, Outputs, softmax
from detente.model import Status

LEAST = 0.25
"""A word may tell of an act where the network is at least so sure of the act's type."""

ALONE = 0.7
"""How sure the network must be of a word that the lexicon does not know for such an act, or not with such parties."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words `[start, end)` of a sentence that tell of an act: its type, mode, status and contexts.

    `piece` is the first piece of the word that is surest; `sure` the probability, 0 to 1, that it tells of an act of this type.
    """

    start: int
    end: int
    piece: int
    event: str
    mode: str | None
    status: Status
    negated: bool
    contexts: tuple[str, ...]
    sure: float


def told_words(labels: Labels, outputs: Outputs, temperature: float, least: float = 0.0) -> list[Told]:
    """What the sentence tells of, in the order of its words; words of one type beside each other tell of one act.

    A word counts from the probability `least` on; with 0, where an act of some type is likelier than none.
    """
    sure = softmax(outputs.types / temperature)
    runs: list[list[int]] = []
    last = -2
    for place, piece in enumerate(outputs.begins):
        if float(sure[piece, 1:].max()) < (least or float(sure[piece, 0])):
            continue
        event = int(sure[piece, 1:].argmax())
        if runs and last == place - 1 and int(sure[runs[-1][-1], 1:].argmax()) == event:
            runs[-1].append(piece)
        else:
            runs.append([piece])
        last = place
    return [_told(labels, outputs, sure, run) for run in runs]


def _told(labels: Labels, outputs: Outputs, sure: Floats, run: Sequence[int]) -> Told:
    best = max(run, key=lambda piece: (float(sure[piece, 1:].max()), -piece))
    number = 1 + int(sure[best, 1:].argmax())
    event = labels.types[number]
    return Told(
        outputs.offsets[run[0]][0],
        outputs.word_end(run[-1]),
        best,
        event,
        mode_at(labels, outputs, best, event),
        cast(Status, labels.statuses[int(outputs.statuses[best].argmax())]),
        bool(outputs.negated[best] > 0),
        tuple(name for name, value in zip(labels.contexts, outputs.contexts[best], strict=True) if value > 0),
        float(sure[best, number]),
    )


def mode_at(labels: Labels, outputs: Outputs, piece: int, event: str) -> str | None:
    """The mode that a word has as the trigger of an act of a type; None where the type has none or none fits."""
    places = labels.modes_of.get(event)
    if not places:
        return None
    return labels.modes[places[int(outputs.modes[piece, places].argmax())]].partition("/")[2] or None

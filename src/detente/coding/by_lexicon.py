"""Deciding by the lexicon alone: the fitting entry with most constraints whose parties are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.candidates import Candidate, candidates
from detente.coding.decide import Decision
from detente.coding.reading import Reading, ReadSentence
from detente.coding.roles import Roles, roles
from detente.knowledge import Linker
from detente.model import Actor
from detente.ontology import Ontology, Trigger

VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types whose acts are done in words."""


@dataclass(frozen=True, slots=True)
class Option:
    """A frame that fits a candidate, with its roles filled as it asks."""

    frame: Trigger
    roles: Roles


class LexiconDecider:
    """Decides by the lexicon of an ontology."""

    name = "lexicon-1"

    def __init__(self, ontology: Ontology) -> None:
        self._lexicon = ontology.lexicon

    def decisions(self, reading: Reading, read: ReadSentence) -> Iterator[Decision]:
        for candidate in candidates(read, self._lexicon):
            found = options(candidate, reading.linker)
            if found:
                yield choose(candidate, found)


def choose(candidate: Candidate, found: list[Option]) -> Decision:
    """The first of the options, which must not be empty."""
    best = found[0]
    frame = best.frame
    rivals = {o.frame.event for o in found if o.frame.weight == frame.weight}
    # The more an entry asks for, the less it is mistaken; one with a rival is a guess, a noun more so than a verb.
    confidence = min(0.9, 0.55 + 0.1 * frame.weight + (0.1 if candidate.clause else 0.0)) / len(rivals)
    return Decision(candidate, frame.event, frame.mode, frame.cameo, best.roles, round(confidence, 3), frame)


def options(candidate: Candidate, linker: Linker) -> list[Option]:
    """The frames whose parties are named well enough for an event, in the lexicon's order.

    Where none is, the frames of which one side is named are given all the same: who the other is may be implied by the rest of
    the report (`detente.coding.implied`), and if it is not, the event is dropped.
    """
    found: list[Option] = []
    halves: list[Option] = []
    for frame in candidate.frames:
        if frame.shuts_out:
            break
        filled = roles(candidate, frame, linker)
        if not _enough(frame, filled, candidate) or state_in_the_street(frame.event, frame.mode, filled.actors):
            continue
        if filled.satisfy(frame):
            found.append(Option(frame, filled))
        elif candidate.clause is not None or filled.actors:
            halves.append(Option(frame, filled))
    return found or halves


def state_in_the_street(event: str, mode: str | None, actors: list[Actor]) -> bool:
    """A government that protests lodges a protest; it does not march."""
    states = bool(actors) and all(a.country and a.sector in (None, "GOV") for a in actors)
    return event == "PROTEST" and mode in (None, "demo") and states


def _enough(frame: Trigger, filled: Roles, candidate: Candidate) -> bool:
    """Whether enough is known of the parties for an event."""
    if not any(a.code for a in (*filled.actors, *filled.recipients)) and not (candidate.clause and filled.recipients):
        return False
    if not filled.actors:
        # Nobody speaks or agrees by himself in the passive: only deeds are told without the doer.
        return frame.event not in VERBAL
    if candidate.clause is None and frame.event in VERBAL:
        # A noun alone is no speech act: "a deal", "the talks"; it needs a side on both ends, or one that owns it.
        return bool(filled.recipients) or not frame.reciprocal
    return True

"""Deciding by the trained network, with the lexicon beside it for CAMEO codes, sizes and the parties it misses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.coding.by_lexicon import options, state_in_the_street
from detente.coding.candidates import Candidate, candidates
from detente.coding.decide import Decision
from detente.coding.reading import Reading, ReadSentence
from detente.coding.roles import Roles, same
from detente.coding.status import with_denial
from detente.coding.trained.head import load as load_head
from detente.coding.trained.network import Network, Outputs, network
from detente.coding.trained.parties import Phrase, phrases
from detente.coding.trained.words import ALONE, LEAST, Told, mode_at, told_words
from detente.knowledge import Linker
from detente.model import Actor
from detente.ontology import Ontology
from detente.ontology.load import DATA

if TYPE_CHECKING:
    from spacy.tokens import Token


_STATE = frozenset({None, "GOV", "MIL"})


@dataclass(frozen=True, slots=True)
class Passing:
    """What passes between two given parties: type, mode, how sure, and where the word begins that has most to say in it."""

    event: str
    mode: str | None
    sure: float
    start: int


class TrainedDecider:
    """Decides by a network; the one that ships with détente unless another is given."""

    def __init__(self, ontology: Ontology, trained: Network | None = None, *, least: float = LEAST, alone: float = ALONE) -> None:
        self.network = trained or network()
        self._ontology = ontology
        self._least, self._alone = least, alone
        self._head = None if ontology.folder == DATA else load_head(ontology.head, self.network)
        self._labels = self.network.labels
        self._temperature = self.network.temperature
        self.name = self.network.name
        if self._head is not None:
            self._labels = replace(self._labels, types=self._head.types)
            # A head of few examples is never very sure; what it holds for likelier than nothing is enough.
            self._temperature, self._least, self._alone = 1.0, 0.0, 0.0

    def decisions(self, reading: Reading, read: ReadSentence) -> Iterator[Decision]:
        outputs = self.outputs(reading)[read.index]
        if outputs is None:
            return
        if self._head is not None:
            outputs = replace(outputs, types=self._head.logits(outputs))
        words = told_words(self._labels, outputs, self._temperature, self._least)
        if not words:
            return
        parties = phrases(read, reading.linker)
        by_frame = {candidate.token.i: candidate for candidate in candidates(read, self._ontology.lexicon)}
        for told in words:
            token = _head(read, told)
            candidate = by_frame.get(token.i) or Candidate(read, token, read.clauses.get(token.i), [])
            decision = self._decide(reading, candidate, told, outputs, parties)
            if decision is not None:
                yield decision

    def outputs(self, reading: Reading) -> list[Outputs | None]:
        """What the network says of the article's sentences; None of those that name no actor, for they hold no event."""
        if reading.outputs is None:
            asked = [s for s in reading.sentences if any(reading.linker.actors(t) for t in s.sentence.tokens)]
            said = iter(self.network.read([s.sentence.text for s in asked]))
            indices = {s.index for s in asked}
            reading.outputs = [next(said) if s.index in indices else None for s in reading.sentences]
        return reading.outputs

    def between(self, text: str, source: Sequence[int] | None, target: Sequence[int] | None) -> Passing:
        """What passes from one span of a text to another (None for one that is not in it)."""
        outputs = self.network.read([text])[0]
        sure, shares = outputs.between(*(outputs.pieces(*span) if span else None for span in (source, target)))
        best, piece = int(sure.argmax()), outputs.begins[int(shares.argmax())]
        event = self.network.labels.types[best + 1]
        mode = mode_at(self.network.labels, outputs, piece, event)
        return Passing(event, mode, round(float(sure[best]), 3), outputs.offsets[piece][0])

    def _decide(
        self, reading: Reading, candidate: Candidate, told: Told, outputs: Outputs, parties: list[Phrase]
    ) -> Decision | None:
        if candidate.frames and candidate.frames[0].shuts_out:
            return None
        candidate.frames = [frame for frame in candidate.frames if frame.event == told.event]
        fitting = options(candidate, reading.linker)
        if told.sure < self._alone and not fitting:
            return None
        frame = fitting[0].frame if fitting else (candidate.frames[0] if candidate.frames else None)
        roles = _roles(told, outputs, parties)
        if fitting:
            # What the parse gives for a verb that is known is rather right than what was learned of all verbs.
            roles = _completed(fitting[0].roles, roles, reading.linker)
        roles = _apart(_sides(roles, reading.linker), reading.linker)
        if not any(a.code for a in (*roles.actors, *roles.recipients)) or state_in_the_street(
            told.event, told.mode, roles.actors
        ):
            return None
        status, negated = with_denial(told.status, negated=told.negated)
        return Decision(
            candidate,
            told.event,
            told.mode,
            frame.cameo if frame else self._ontology.code_for(told.event, told.mode),
            roles,
            round(told.sure, 3),
            frame,
            status,
            negated,
            told.contexts,
        )


def _head(read: ReadSentence, told: Told) -> Token:
    """Of the words that tell of an act the one that governs the others."""
    begin = read.sentence.tokens[0].idx
    inside = [t for t in read.sentence.tokens if t.idx - begin < told.end and told.start < t.idx + len(t.text) - begin]
    return next((t for t in inside if t.i in read.clauses or t.head not in inside or t.head is t), inside[0])


def _roles(told: Told, outputs: Outputs, parties: list[Phrase]) -> Roles:
    """Who takes part, by the network. A phrase that the act's own word is a part of does not."""
    found = Roles()
    asked = [(p, pieces) for p in parties if not p.start <= told.start < p.end and (pieces := outputs.pieces(p.start, p.end))]
    if not asked:
        return found
    actor, recipient = outputs.roles(told.piece, [pieces for _, pieces in asked])
    sided = [(p, acts > 0, receives > 0) for (p, _), acts, receives in zip(asked, actor, recipient, strict=True)]
    taking_part = [p for p, acts, receives in sided if acts or receives]
    for party, acts, receives in sided:
        if any(_within(party, other) for other in taking_part):
            continue
        if acts:
            _add(found.actors, found.actor_heads, party)
        if receives:
            _add(found.recipients, found.recipient_heads, party)
    return found


def _within(party: Phrase, other: Phrase) -> bool:
    """Whether a phrase is only a part of another: "Israel" in "Israel's army"."""
    return other is not party and other.start <= party.start and party.end <= other.end and other.head != party.head


def _add(actors: list[Actor], heads: list[Token], party: Phrase) -> None:
    heads.append(party.head)
    actors.extend(a for a in party.actors if not any(same(a, b) for b in actors))


def _completed(roles: Roles, other: Roles, linker: Linker) -> Roles:
    """The roles; a side that nobody stands on, or that is only guessed, is taken from the others, save who is opposite."""
    actors, actor_heads = roles.actors, roles.actor_heads
    recipients, recipient_heads = roles.recipients, roles.recipient_heads
    if not actors:
        actors, actor_heads = _without(other.actors, other.actor_heads, recipients, linker)
    if not recipients or roles.guessed:
        found, heads = _without(other.recipients, other.recipient_heads, actors, linker)
        if found:
            recipients, recipient_heads = found, heads
    return Roles(actors, recipients, actor_heads, recipient_heads)


def _without(parties: list[Actor], heads: list[Token], gone: list[Actor], linker: Linker) -> tuple[list[Actor], list[Token]]:
    """The parties and the tokens that name them, without those that are gone."""
    kept = [a for a in parties if not any(same(a, b) for b in gone)]
    if len(kept) == len(parties):
        return parties, heads
    return kept, [h for h in heads if not any(same(a, b) for a in linker.actors(h) for b in gone)]


def _sides(roles: Roles, linker: Linker) -> Roles:
    """Of parties that stand on both sides (they met, they fought) the first is actor and the others are recipients."""
    both = [a for a in roles.actors if any(same(a, b) for b in roles.recipients)]
    if not both:
        return roles
    later = [a for a in both if a is not roles.actors[0]]
    actors, actor_heads = _without(roles.actors, roles.actor_heads, later, linker)
    recipients, recipient_heads = _without(roles.recipients, roles.recipient_heads, actors, linker)
    return Roles(actors, recipients, actor_heads, recipient_heads)


def _apart(roles: Roles, linker: Linker) -> Roles:
    """Without recipients that are the actor's own state under another name: "Russia ... Moscow", "Israel ... its troops"."""
    own = [a for a in roles.recipients if any(_one_state(a, b) for b in roles.actors)]
    if not own:
        return roles
    kept, heads = _without(roles.recipients, roles.recipient_heads, own, linker)
    return Roles(roles.actors, kept, roles.actor_heads, heads)


def _one_state(one: Actor, other: Actor) -> bool:
    states = [a for a in (one, other) if a.country and a.sector in _STATE]
    return len(states) == 2 and one.country == other.country and (one.sector is None or other.sector is None)

"""Roles: who is actor and who recipient of an event, by the frame of its trigger."""

from __future__ import annotations

import abc
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.coding.candidates import Candidate, governed
from detente.coding.status import status_words
from detente.knowledge import Linker
from detente.language.clauses import Clause
from detente.language.nominals import core, prepositions
from detente.model import Actor
from detente.ontology import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWARDS = ("against", "on", "upon", "to", "toward", "towards", "at", "with", "from", "into", "in", "over", "for", "of", "about")
_DIRECT = 7
_BLAMING = frozenset(
    {"accuse", "blame", "condemn", "criticise", "criticize", "deter", "dissuade", "stop", "suspect", "warn", "caution", "prevent"}
)
_MOVING = frozenset({"MOBILIZE", "RETREAT"})
_OWN_ACT = frozenset({"threatened", "promised", "planned", "proposed"})
_BRINGING = frozenset(
    {
        "approve",
        "authorise",
        "authorize",
        "end",
        "halt",
        "order",
        "stop",
        "suspend",
        "arrive",
        "attend",
        "come",
        "engage",
        "gather",
        "meet",
        "participate",
        "travel",
        "join",
    }
)
_DURING = frozenset({"in", "during", "at", "after", "following", "before", "for"})


@dataclass(slots=True)
class Roles:
    """Actors and recipients of an event, and the head tokens in the text that fill the roles.

    `guessed`: the recipients stand in no role of the frame, but somewhere about the trigger.
    """

    actors: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    actor_heads: list[Token] = field(default_factory=list)
    recipient_heads: list[Token] = field(default_factory=list)
    guessed: bool = False

    def satisfy(self, frame: Trigger) -> bool:
        """Whether the parties that the frame requires are there."""
        if frame.requires in ("actor", "both") and not self.actors:
            return False
        return not (frame.requires in ("recipient", "both") and not self.recipients)


def roles(candidate: Candidate, frame: Trigger, linker: Linker) -> Roles:
    """Fills the roles of a frame. Either list may stay empty where the text names nobody."""
    finder: _Finder = _OfVerb(candidate, frame, linker) if candidate.clause else _OfNoun(candidate, frame, linker)
    found = Roles()
    found.actors, found.actor_heads = finder.first(frame.actor)
    found.recipients, found.recipient_heads = finder.first(frame.recipient, barred=found.actor_heads)
    if frame.event in _MOVING and found.recipients and all(_own_forces(a, found.actors) for a in found.recipients):
        # "Israel withdrew its troops": the means, not the other side.
        barred = [*found.actor_heads, *found.recipient_heads]
        found.recipients, found.recipient_heads = finder.first(frame.recipient, barred=barred)
    if frame.reciprocal:
        _share(found)
    if not found.recipients and frame.recipient:
        found.recipients, found.recipient_heads = finder.otherwise(found.actor_heads)
        found.guessed = True
    found.recipients = [a for a in found.recipients if not any(same(a, b) for b in found.actors)]
    return found


def _own_forces(party: Actor, actors: list[Actor]) -> bool:
    return party.sector == "MIL" and party.country is not None and any(a.country == party.country for a in actors)


def same(one: Actor, other: Actor) -> bool:
    """Whether two actors are one party."""
    return one.name == other.name and one.code == other.code


def _share(found: Roles) -> None:
    """Of both sides of a mutual act named together, the first is actor and the others recipients."""
    if not found.recipients and len(found.actors) > 1:
        found.recipients, found.actors = found.actors[1:], found.actors[:1]
        if len(found.actor_heads) > 1:
            found.recipient_heads, found.actor_heads = found.actor_heads[1:], found.actor_heads[:1]
    elif not found.actors and len(found.recipients) > 1:
        found.actors, found.recipients = found.recipients[:1], found.recipients[1:]
        if len(found.recipient_heads) > 1:
            found.actor_heads, found.recipient_heads = found.recipient_heads[:1], found.recipient_heads[1:]


class _Finder(abc.ABC):
    """Looks roles up. `heads(role)` are the tokens that a role names; an `owner` role goes to whom those belong."""

    def __init__(self, candidate: Candidate, linker: Linker) -> None:
        self._candidate = candidate
        self._linker = linker

    @abc.abstractmethod
    def heads(self, role: str) -> list[Token]:
        """The tokens that fill a role."""

    @abc.abstractmethod
    def otherwise(self, barred: list[Token]) -> tuple[list[Actor], list[Token]]:
        """A recipient in no role of the frame, and the tokens that name it; both empty where there is none."""

    def first(self, wanted: Iterable[str], barred: Iterable[Token] = ()) -> tuple[list[Actor], list[Token]]:
        """The first of the roles that names an actor."""
        gone = set(barred)
        for role in wanted:
            name, _, part = role.partition(".")
            if name == "speaker":
                speakers = self._speakers()
                if speakers[0]:
                    return speakers
                continue
            found: list[Actor] = []
            heads: list[Token] = []
            for head in self.heads(role if name == "complement" else name):
                if head in gone:
                    continue
                here = self._at(head, name, part)
                if here:
                    heads.append(head)
                    found.extend(a for a in here if a not in found)
            if found:
                return found, heads
        return [], []

    def _speakers(self) -> tuple[list[Actor], list[Token]]:
        """Whose words the act is told in, innermost."""
        read, token = self._candidate.read, self._candidate.token
        at = read.sentence.offset + token.idx
        within = [s for s in read.said if s.covers(at, at + len(token.text)) and s.speaker]
        if not within:
            return [], []
        inner = min(within, key=lambda s: s.end - s.start)
        head = inner.speaker_head
        here = head is not None and head.doc is token.doc
        return inner.speaker, [head] if here and head is not None else []

    def _at(self, head: Token, name: str, part: str) -> list[Actor]:
        if part == "owner":
            return self._linker.owners(core(head)) or self._linker.owners(head)
        here = self._linker.actors(head)
        if not here and name != "subject":
            # "condemned the court's ruling": what is condemned is no actor, whose it is may be; a place stands for its country.
            here = self._linker.owners(head) or self._linker.territory(head)
        if not here and name == "subject":
            # "Russian shelling killed ...": the doer is who the subject belongs to.
            here = self._linker.possessors(head)
        return here


class _OfVerb(_Finder):
    def __init__(self, candidate: Candidate, frame: Trigger, linker: Linker) -> None:
        super().__init__(candidate, linker)
        assert candidate.clause is not None
        self._clause = candidate.clause
        self._clauses = candidate.read.clauses
        self._frame = frame

    def heads(self, role: str) -> list[Token]:
        clause = self._clause
        if role == "subject":
            return clause.subjects
        if role == "object":
            return governed(self._frame, clause)
        if role == "dative":
            return clause.datives
        if role == "complement.subject":
            return _complement_subjects(clause)
        if role == "complement.object":
            return _complement_objects(clause, self._clauses)
        return clause.heads(role)

    def otherwise(self, barred: list[Token]) -> tuple[list[Actor], list[Token]]:
        """A recipient in no role of the frame: in the object, after a preposition, or in the clause that is governed."""
        clause = self._clause
        gone = {*barred, *clause.subjects}
        # An object that the frame itself asks for is the means ("deployed troops"), not the one acted upon.
        objects = [] if self._frame.objects else clause.objects
        sources = [objects, clause.datives, *(clause.heads(p) for p in _TOWARDS[:_DIRECT])]
        for head in (h for source in sources for h in source):
            if head in gone:
                continue
            here = _named(self._linker.actors(head)) or _named(self._linker.owners(head)) or self._linker.territory(head)
            if here:
                return here, [head]
        for obj in clause.objects:
            for preposition in _TOWARDS:
                for head in prepositions(core(obj)).get(preposition, ()):
                    if head not in gone and (here := _named(self._linker.actors(head)) or self._linker.territory(head)):
                        return here, [head]
        for head in (*_complement_subjects(clause), *_complement_objects(clause, self._clauses)):
            if head not in gone and (here := _named(self._linker.actors(head))):
                mine = {a.country for s in clause.subjects for a in self._linker.actors(s)}
                if not mine & {a.country for a in here}:
                    return here, [head]
        return self._below(gone)

    def _below(self, gone: set[Token]) -> tuple[list[Actor], list[Token]]:
        """Whoever else is named in the verb's own phrases: "put duties on most of the steel that comes from Peru"."""
        verb = self._clause.predicate
        for child in verb.rights:
            if child.dep_ not in ("dobj", "dative", "attr", "oprd", "prt") and not (
                child.dep_ == "prep" and child.lower_ in _TOWARDS
            ):
                continue
            for token in child.subtree:
                if token not in gone and token.dep_ in ("pobj", "poss", "compound", "amod", "dobj", "nmod"):
                    here = _named(self._linker.actors(token))
                    if here:
                        return here, [token]
        return [], []


def _named(actors: list[Actor]) -> list[Actor]:
    """Those of whom more is known than what they do: a country, an organisation, a group."""
    return [a for a in actors if a.country or a.code.startswith("IGO") or len(a.code) > 3]


def _complement_subjects(clause: Clause) -> list[Token]:
    """The subject of the clause that a verb governs, or of the condition in it ("warned that if Russia invades ...")."""
    for child in clause.predicate.children:
        if child.dep_ in ("ccomp", "xcomp"):
            own = [c for c in child.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "PRON"]
            if own:
                return own
            for below in child.children:
                if below.dep_ in ("advcl", "ccomp"):
                    inner = [c for c in below.children if c.dep_ in ("nsubj", "nsubjpass")]
                    if inner:
                        return inner
    return []


def _complement_objects(clause: Clause, clauses: Mapping[int, Clause]) -> list[Token]:
    for child in clause.predicate.children:
        if child.dep_ in ("ccomp", "xcomp") and (below := clauses.get(child.i)) is not None:
            return below.objects or [h for p in _TOWARDS[:_DIRECT] for h in below.heads(p)]
    return []


class _OfNoun(_Finder):
    def __init__(self, candidate: Candidate, frame: Trigger, linker: Linker) -> None:
        super().__init__(candidate, linker)
        self._frame = frame
        self._noun = candidate.token
        self._clauses = candidate.read.clauses
        self._phrases = prepositions(candidate.token)

    def heads(self, role: str) -> list[Token]:
        if role == "subject":
            return self._light_subject()
        found = self._phrases.get(role)
        if found:
            return found
        clause = self._light_clause()
        return clause.preps.get(role, []) if clause else []

    def first(self, wanted: Iterable[str], barred: Iterable[Token] = ()) -> tuple[list[Actor], list[Token]]:
        gone = set(barred)
        for role in wanted:
            if role == "owner":
                here = self._linker.possessors(self._noun)
                if here and self._noun not in gone:
                    return here, [self._noun]
                for heads in (self._light_subject(), self._blamed()):
                    linked = [(h, a) for h in heads if h not in gone for a in self._linker.actors(h)]
                    if linked:
                        return [a for _, a in linked], list(dict.fromkeys(h for h, _ in linked))
                continue
            found = super().first([role], barred)
            if found[0]:
                return found
        return [], []

    def otherwise(self, barred: list[Token]) -> tuple[list[Actor], list[Token]]:
        """Who answers the act ("rejected Russia's demand"), or is told of in the clause that hangs on the noun."""
        gone = set(barred)
        above = self._clauses.get(self._noun.head.i)
        if above is not None and self._noun in above.objects and above.lemma not in status_words().light:
            linked = [(h, a) for h in above.subjects for a in _named(self._linker.actors(h)) if h not in gone]
            if linked:
                return [a for _, a in linked], list(dict.fromkeys(h for h, _ in linked))
        for child in self._noun.children:
            if child.dep_ in ("acl", "ccomp", "relcl") and (below := self._clauses.get(child.i)) is not None:
                for head in (*below.subjects, *below.objects, *(h for p in _TOWARDS[:_DIRECT] for h in below.heads(p))):
                    here = _named(self._linker.actors(head)) or _named(self._linker.possessors(head))
                    if head not in gone and here and head is not self._noun:
                        return here, [head]
        return [], []

    def _light_clause(self) -> Clause | None:
        """The clause whose verb only brings the act about: "launched an attack", "talks were held", "met for talks"."""
        noun, head = self._noun, self._noun.head
        if noun.dep_ == "conj" and head.pos_ == "NOUN":
            noun, head = head, head.head
        # Who speaks in, at or after a meeting took part in it; who speaks after an attack did not.
        adjunct = self._frame.reciprocal and noun.dep_ == "pobj" and head.lower_ in _DURING
        if noun.dep_ == "pobj":
            head = head.head
            if (
                head.pos_ == "NOUN"
                and (adjunct or noun.head.lower_ == "of")
                and head.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj")
            ):
                noun, head = head, head.head.head if head.dep_ == "pobj" else head.head
        clause = self._clauses.get(head.i)
        if clause is None:
            return None
        light = status_words().light
        if noun in clause.objects or clause.passive:
            own = status_words().verbs.get(clause.lemma) in _OWN_ACT
            return clause if own or clause.lemma in light | _BRINGING else None
        if adjunct:
            return clause
        return clause if clause.lemma in ("be", "take", "occur", "happen") else None

    def _light_subject(self) -> list[Token]:
        clause = self._light_clause()
        return [s for s in clause.subjects if s is not self._noun and s.i != self._noun.i] if clause else []

    def _blamed(self) -> list[Token]:
        """Who is warned against, accused of, blamed for the act."""
        noun = self._noun
        if noun.dep_ != "pobj" or noun.head.lower_ not in ("against", "of", "for", "from", "over"):
            return []
        clause = self._clauses.get(noun.head.head.i)
        if clause is None:
            return []
        if noun.head.lower_ == "of" and clause.lemma in ("warn", "caution"):
            # "warned of penalties": the one who warns would impose them.
            return clause.subjects
        return clause.objects if clause.lemma in _BLAMING else []

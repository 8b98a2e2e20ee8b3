"""The roles about a verb: its subject, object and phrases, and those of the clause that it governs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.coding.candidates import Candidate, governed
from detente.coding.roles.finder import DIRECT, TOWARDS, Finder, named
from detente.knowledge import Linker
from detente.language.clauses import Clause
from detente.language.nominals import core, prepositions
from detente.model import Actor
from detente.ontology import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


class OfVerb(Finder):
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
        sources = [objects, clause.datives, *(clause.heads(p) for p in TOWARDS[:DIRECT])]
        for head in (h for source in sources for h in source):
            if head in gone:
                continue
            here = named(self._linker.actors(head)) or named(self._linker.owners(head)) or self._linker.territory(head)
            if here:
                return here, [head]
        for obj in clause.objects:
            for preposition in TOWARDS:
                for head in prepositions(core(obj)).get(preposition, ()):
                    if head not in gone and (here := named(self._linker.actors(head)) or self._linker.territory(head)):
                        return here, [head]
        for head in (*_complement_subjects(clause), *_complement_objects(clause, self._clauses)):
            if head not in gone and (here := named(self._linker.actors(head))):
                mine = {a.country for s in clause.subjects for a in self._linker.actors(s)}
                if not mine & {a.country for a in here}:
                    return here, [head]
        return self._below(gone)

    def _below(self, gone: set[Token]) -> tuple[list[Actor], list[Token]]:
        """Whoever else is named in the verb's own phrases: "put duties on most of the steel that comes from Peru"."""
        verb = self._clause.predicate
        for child in verb.rights:
            if child.dep_ not in ("dobj", "dative", "attr", "oprd", "prt") and not (
                child.dep_ == "prep" and child.lower_ in TOWARDS
            ):
                continue
            for token in child.subtree:
                if token not in gone and token.dep_ in ("pobj", "poss", "compound", "amod", "dobj", "nmod"):
                    here = named(self._linker.actors(token))
                    if here:
                        return here, [token]
        return [], []


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
            return below.objects or [h for p in TOWARDS[:DIRECT] for h in below.heads(p)]
    return []

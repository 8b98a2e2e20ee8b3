"""The act's own words: what stands in its clause or before its noun ("would invade", "if it invades", "a possible attack")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.coding.cues import cues
from detente.coding.status.conditions import condition_of, inverted_condition
from detente.coding.status.judgement import Found
from detente.coding.status.words import status_words
from detente.language.clauses import Clause
from detente.language.nominals import modifiers
from detente.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


class OwnWords:
    """Enters in `found` what the words at an act, or at one above it, say of the act that the token tells of."""

    def __init__(self, token: Token, clauses: Mapping[int, Clause], found: Found) -> None:
        self._token = token
        self._clauses = clauses
        self._found = found
        self._words = status_words()

    def of_noun(self, noun: Token) -> None:
        for word in modifiers(noun):
            lemma = word.lower_
            # "a planned attack" is of the noun; "a likely target of the attack" is not.
            if word.head.i in (noun.i, *(c.i for c in noun.children)) and lemma in self._words.adjectives:
                self._found.settle(self._words.adjectives[lemma], word)
                return
        for child in noun.lefts:
            if child.dep_ == "det" and child.lower_ == "any":
                self._found.settle("hypothetical", child)
            elif child.dep_ == "det" and child.lower_ in ("no", "neither"):
                self._found.negated = self._found.says_no = True

    def of_clause(self, clause: Clause, own: bool) -> None:
        # "held no talks": the one "no" is found at the noun and at the verb.
        counted = self._found.says_no and (self._token in clause.objects or self._token in clause.surface)
        if own and clause.negated and not counted:
            self._found.turn()
        condition = condition_of(clause, self._clauses)
        if condition is not None and self._found.condition is None:
            self._found.condition = condition
        if own and any(c.dep_ == "advmod" and c.lower_ in ("almost", "nearly") for c in clause.predicate.lefts):
            self._found.settle("failed", clause.predicate)
            return
        if clause.marker in ("whether", "if", "unless"):
            # "whether it will cut off the gas": open, whatever the modal says.
            self._found.settle(self._words.markers[clause.marker], clause.predicate)
            return
        if clause.modal:
            status = self._words.modals.get(clause.modal)
            given = self._words.verbs.get(clause.parent.lemma) if clause.parent and clause.relation == "ccomp" else None
            if given in ("promised", "threatened") and clause.modal in ("will", "would", "shall"):
                # "guaranteed that it would free the prisoners"
                self._found.settle(given, clause.predicate)
                return
            if status:
                perfect = "have" in clause.auxiliaries
                # "would have happened": told of as not having come about; "may have": nobody knows.
                self._found.settle("hypothetical" if perfect else self._of_modal(clause, status), clause.predicate)
                return
        if clause.marker in self._words.markers:
            self._found.settle(self._words.markers[clause.marker], clause.predicate)
        elif clause.lemma == "go" and clause.predicate.tag_ == "VBG" and self._token is not clause.predicate:
            self._found.settle("planned", clause.predicate)
        elif inverted_condition(clause):
            self._found.settle("hypothetical", clause.predicate)

    def _of_modal(self, clause: Clause, status: Status) -> Status:
        if clause.modal != "would":
            return status
        if self._found.condition is not None:
            return "hypothetical"
        # Told in the past, "would" is what was said as "will".
        parent = clause.parent
        if parent is not None and clause.relation in ("ccomp", "conj", "acl", "parataxis") and parent.lemma in cues().verbs:
            return "planned"
        if clause.relation in ("ROOT", "root", "ccomp", "conj"):
            return "planned"
        return status

"""Conditions: the clause on which another depends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token


def condition_of(clause: Clause, clauses: Mapping[int, Clause]) -> Token | None:
    """The clause that a clause depends on: its "if" clause, or that of the clause that it belongs to."""
    for child in clause.predicate.children:
        below = clauses.get(child.i)
        if below is not None and child.dep_ in ("advcl", "ccomp"):
            if below.marker in ("if", "unless", "provided") or inverted_condition(below):
                return child
    return None


def inverted_condition(clause: Clause) -> bool:
    """ "should Peru agree", "were it to invade": the auxiliary before the subject, and no question."""
    verb = clause.predicate
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in ("should", "were", "had"):
            subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            return subject is not None and child.i < subject.i and not str(verb.sent.text).rstrip(' ”"').endswith("?")
    return False

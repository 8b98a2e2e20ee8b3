"""Judging an act: its own words, then the words above it, nearest first, until one says something of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.coding.cues import cues
from detente.coding.status.above import WordsAbove
from detente.coding.status.judgement import Found, Judgement, with_denial
from detente.coding.status.own import OwnWords
from detente.coding.status.words import status_words
from detente.language.clauses import Clause
from detente.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEING = frozenset({"is", "are", "am", "been", "'s", "'re", "'m", "’s", "’re", "’m"})
_STEPS = 12


def judge(token: Token, clauses: Mapping[int, Clause]) -> Judgement:
    """What the sentence says of the act that the token (a verb or a noun) tells of."""
    return _Climb(token, clauses).judge()


class _Climb:
    def __init__(self, token: Token, clauses: Mapping[int, Clause]) -> None:
        self._token = token
        self._clauses = clauses
        self._words = status_words()
        self._found = Found()
        self._own = OwnWords(token, clauses, self._found)
        self._above = WordsAbove(clauses, self._found, self._own)

    def judge(self) -> Judgement:
        token = self._token
        if token.i not in self._clauses:
            self._own.of_noun(token)
        current: Token | None = token
        own = True
        for _ in range(_STEPS):
            if current is None or self._found.status is not None:
                break
            clause = self._clauses.get(current.i)
            if clause is not None:
                self._own.of_clause(clause, own)
                if self._found.status is not None:
                    break
            current, own = self._above.up(current, clause)
        return self._result()

    def _result(self) -> Judgement:
        status = self._found.status
        if status is None:
            status = "hypothetical" if self._only_infinitive() else self._by_tense()
        status, negated = with_denial(status, negated=self._found.negated)
        return Judgement(status, negated, self._found.condition, self._found.why)

    def _by_tense(self) -> Status:
        clause = self._clauses.get(self._token.i)
        if clause and self._token.tag_ == "VBG" and any(a in _BEING for a in clause.auxiliaries):
            return "ongoing"
        return "happened"

    def _only_infinitive(self) -> bool:
        """Whether the act stands in an infinitive that nothing above says came true ("found it wiser to leave")."""
        clause = self._clauses.get(self._token.i)
        if clause is None or not clause.infinitive:
            return False
        above = self._token.head
        if "have" in clause.auxiliaries and above.lemma_.lower() in cues().verbs:
            # "is said to have attacked"
            return False
        return above.lemma_.lower() not in self._words.implicative or above.i == self._token.i

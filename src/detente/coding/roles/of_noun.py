"""The roles about a noun: its owner and phrases, and those of the verb that it is the object of ("launched an attack on")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.coding.candidates import Candidate
from detente.coding.roles.finder import DIRECT, TOWARDS, Finder, named
from detente.coding.status import status_words
from detente.knowledge import Linker
from detente.language.clauses import Clause
from detente.language.nominals import prepositions
from detente.model import Actor
from detente.ontology import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_BLAMING = frozenset(
    {"accuse", "blame", "condemn", "criticise", "criticize", "deter", "dissuade", "stop", "suspect", "warn", "caution", "prevent"}
)
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


class OfNoun(Finder):
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
            linked = [(h, a) for h in above.subjects for a in named(self._linker.actors(h)) if h not in gone]
            if linked:
                return [a for _, a in linked], list(dict.fromkeys(h for h, _ in linked))
        for child in self._noun.children:
            if child.dep_ in ("acl", "ccomp", "relcl") and (below := self._clauses.get(child.i)) is not None:
                for head in (*below.subjects, *below.objects, *(h for p in TOWARDS[:DIRECT] for h in below.heads(p))):
                    here = named(self._linker.actors(head)) or named(self._linker.possessors(head))
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

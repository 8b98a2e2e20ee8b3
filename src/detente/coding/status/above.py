"""The words above an act: the verb, noun, adjective or preposition that governs it ("threatened to invade", "plan to invade")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.coding.cues import cues
from detente.coding.status.judgement import Found
from detente.coding.status.own import OwnWords
from detente.coding.status.words import status_words
from detente.language.clauses import Clause
from detente.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = frozenset({"tell", "ask", "order", "wish", "want"})
_TOLD = frozenset({"accusation", "allegation", "charge", "claim", "report", "rumour", "rumor", "suggestion"})
_SHOWN = frozenset({"confirmation", "evidence", "indication", "proof", "sign"})
_SEQUENCE = frozenset({"when", "once", "after", "before", "until", "as", "while"})
_ANSWERING = frozenset({"respond", "react", "answer", "retaliate", "reply"})
_BREAKING = frozenset({"collapse", "fail", "falter", "founder", "stall", "unravel"})

Step = tuple["Token | None", bool]
"""The next word to look at, None where there is none, and whether what its clause says is said of the act itself."""


class WordsAbove:
    """Climbs from a word to the one that governs it, and enters in `found` what that says of the act."""

    def __init__(self, clauses: Mapping[int, Clause], found: Found, own: OwnWords) -> None:
        self._clauses = clauses
        self._found = found
        self._own = own
        self._words = status_words()

    def up(self, current: Token, clause: Clause | None) -> Step:
        head, dep = current.head, current.dep_
        if head.i == current.i:
            return None, False
        if dep == "conj":
            if clause is not None and (clause.modal or has_own_subject(current)):
                return self._skip(head)
            return head, clause is not None
        if clause is not None:
            return self._above_clause(current, clause, head, dep)
        return self._above_noun(head, dep)

    def _skip(self, head: Token) -> Step:
        """On above a coordinated clause: what governs the first governs the second."""
        clause = self._clauses.get(head.i)
        if head.head.i == head.i:
            return None, False
        if clause is not None and head.dep_ in ("ccomp", "xcomp", "advcl", "conj", "pcomp"):
            return self._above_clause(head, clause, head.head, head.dep_)
        return None, False

    def _above_clause(self, current: Token, clause: Clause, head: Token, dep: str) -> Step:
        if dep == "ccomp" and current.tag_ == "VB" and not clause.auxiliaries and has_own_subject(current):
            # "insisted that Kyiv withdraw": the subjunctive asks for what it tells.
            self._found.settle("demanded", head)
            return None, False
        if dep in ("xcomp", "ccomp", "csubj", "csubjpass", "oprd"):
            if head.pos_ == "ADJ" or head.dep_ == "acomp":
                return self._adjective(head)
            if head.pos_ in ("NOUN", "PROPN"):
                self._governed_by_noun(head)
                return None, False
            finite = dep == "ccomp" and not clause.infinitive
            if finite and head.i > current.i:
                # A clause before the verb is what was said; only an infinitive can be governed from behind.
                return None, False
            if finite and head.lemma_.lower() in _TELLING:
                # "told Kyiv to withdraw" asks; "told reporters that Kyiv withdrew" reports.
                return None, False
            if finite and head.lemma_ == "be":
                return self._truth(head)
            return self._governed_by_verb(head, "")
        if dep == "pcomp":
            return self._governed_by_preposition(head)
        if dep in ("acl", "relcl"):
            if head.pos_ in ("VERB", "AUX"):
                return self._governed_by_verb(head, "")
            if clause.infinitive or (dep == "acl" and opened_by_that(current)):
                self._governed_by_noun(head)
            elif head.pos_ == "ADJ":
                return self._adjective(head)
            return None, False
        if dep == "advcl":
            if head.pos_ == "ADJ" or head.dep_ == "acomp":
                return self._adjective(head)
            later = self._clauses.get(head.i)
            awaited = later is not None and later.modal in ("will", "would", "shall") and not clause.modal
            if clause.marker in _SEQUENCE and awaited:
                # "will attack as soon as it withdraws": as far off as the act that waits for it.
                self._found.settle("expected", head)
                return None, False
            if clause.infinitive:
                # "deployed troops to prepare": a purpose; under "call on", "set" and the like the parser says the same.
                above = self._clauses.get(head.i)
                keys = [f"{head.lemma_.lower()} {p}" for p in (above.preps if above else ())]
                found = [self._words.verbs[k] for k in (*keys, head.lemma_.lower()) if k in self._words.verbs]
                self._found.settle(found[0] if found else "planned", head)
            return None, False
        if dep == "acomp":
            return self._adjective(head)
        return None, False

    def _governed_by_noun(self, noun: Token) -> None:
        """ "a decision to withdraw", "no decision to withdraw", "rejected reports that it withdrew", "no evidence that"."""
        lemma = noun.lemma_.lower()
        nothing = any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in noun.children)
        status = self._words.nouns.get(lemma)
        if status:
            if nothing:
                self._found.turn()
            self._found.settle(status, noun)
        elif lemma in _TOLD and noun.dep_ == "dobj" and self._words.verbs.get(noun.head.lemma_.lower()) == "denied":
            self._found.settle("denied", noun.head)
        elif lemma in _SHOWN and nothing:
            self._found.settle("hypothetical", noun)

    def _truth(self, verb: Token) -> Step:
        """ "it is not true that", "it was false that"; else what is told under "be" is told."""
        for child in verb.children:
            if child.dep_ == "acomp" and child.lower_ in ("true", "false", "untrue"):
                denied = any(c.dep_ == "neg" for c in verb.children) == (child.lower_ == "true")
                if denied:
                    self._found.settle("denied", child)
        return None, False

    def _above_noun(self, head: Token, dep: str) -> Step:
        if dep in ("compound", "nmod", "amod", "poss"):
            status = self._words.nouns.get(head.lemma_.lower())
            if status and dep == "compound":
                self._found.settle(status, head)
            return None, False
        if dep in ("nsubj", "nsubjpass", "csubj"):
            return self._subject_of(head)
        if dep in ("dobj", "attr", "oprd", "dative"):
            return self._governed_by_verb(head, "", noun=True)
        if dep == "pobj":
            return self._governed_by_preposition(head)
        if dep in ("appos", "npadvmod"):
            return None, False
        return None, False

    def _subject_of(self, verb: Token) -> Step:
        clause = self._clauses.get(verb.i)
        if clause is None:
            return None, False
        lemma = verb.lemma_.lower()
        happening = self._words.light | self._words.neutral | {"occur", "happen", "be", "reach", "take"}
        if clause.negated and not self._found.says_no and lemma in happening:
            self._found.turn()
        if clause.modal in self._words.modals:
            self._own.of_clause(clause, own=False)
            return None, False
        if clause.marker in self._words.markers:
            self._found.settle(self._words.markers[clause.marker], verb)
            return None, False
        if lemma in _BREAKING or (lemma in ("break", "cut", "call") and clause.particle in ("off", "down")):
            self._found.settle("failed", verb)
            return None, False
        if clause.passive and lemma in self._words.verbs:
            self._found.settle(self._words.verbs[lemma], verb)
            return None, False
        for child in verb.children:
            if child.dep_ in ("acomp", "attr", "oprd") and child.lower_ in self._words.adjectives:
                self._found.settle(self._words.adjectives[child.lower_], child)
                return None, False
        if clause.relation == "ccomp" and clause.parent and clause.parent.lemma in self._words.verbs:
            self._found.settle(self._words.verbs[clause.parent.lemma], clause.parent.predicate)
        elif clause.passive and lemma in self._words.light:
            return verb, True
        return None, False

    def _governed_by_verb(self, verb: Token, preposition: str, *, noun: bool = False) -> Step:
        lemma = verb.lemma_.lower()
        clause = self._clauses.get(verb.i)
        keys = [f"{lemma} {preposition}"] if preposition else []
        if clause and clause.particle:
            keys.append(f"{lemma} {clause.particle}")
        if clause and not preposition and not noun:
            # "called on Peru to pull back"
            keys.extend(f"{lemma} {p}" for p in clause.preps)
        keys.append(lemma)
        for key in keys:
            status = self._words.verbs.get(key)
            if status is None:
                continue
            if preposition and key == lemma and preposition not in ("of", "to", "on", "for", "from", "about"):
                continue
            if (
                status == "demanded"
                and not noun
                and clause
                and not clause.passive
                and not clause.objects
                and not clause.datives
                and not preposition
            ):
                # "wants to withdraw": one's own act is wished for, not demanded of another.
                below = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp")), None)
                if below is not None and not has_own_subject(below):
                    status = "planned"
            if clause and clause.negated and status == "denied":
                # "did not stop the attack", "never ruled out talks"
                self._found.settle("hypothetical", verb)
                return None, False
            if clause and clause.negated:
                self._found.turn()
            self._found.settle(self._as_told(status, clause), verb)
            return None, False
        if lemma == "have" and not noun and not preposition:
            # "has yet to release", "has to release"
            self._found.settle("denied" if any(c.lower_ == "yet" for c in verb.children) else "demanded", verb)
            return None, False
        if preposition and clause and clause.modal and lemma in _ANSWERING:
            # "would respond to an attack"
            self._found.settle("hypothetical", verb)
            return None, False
        if lemma == "be" and not noun and not preposition:
            # "they are to meet again"
            self._found.settle("planned", verb)
            return None, False
        if preposition and preposition in self._words.prepositions:
            self._found.settle(self._words.prepositions[preposition], verb)
            return None, False
        if noun and lemma not in self._words.light:
            return None, False
        if preposition and not noun and clause is None:
            return None, False
        if lemma in cues().verbs and not noun:
            return None, False
        if preposition and lemma not in self._words.light | self._words.neutral:
            return None, False
        return verb, True

    def _as_told(self, status: Status, clause: Clause | None) -> Status:
        """A status given by a verb that is itself supposed ("whether he decided to") or denied ("denied that it meant to")."""
        if clause is None:
            return status
        if self._words.markers.get(clause.marker) == "hypothetical":
            return "hypothetical"
        if status == "planned" and clause.modal in ("may", "might", "could", "can"):
            return "hypothetical"
        above = clause.parent
        if above is not None and clause.relation in ("ccomp", "xcomp") and self._words.verbs.get(above.lemma) == "denied":
            return status if above.negated else "denied"
        return status

    def _governed_by_preposition(self, preposition: Token) -> Step:
        head, name = preposition.head, preposition.lower_
        if preposition.dep_ == "pcomp" or (preposition.dep_ in ("prep", "pcomp") and head.pos_ in ("ADP", "ADV", "SCONJ", "ADJ")):
            # "instead of", "short of", "close to"
            longer = f"{head.lower_} {name}"
            if longer in self._words.prepositions:
                self._found.settle(self._words.prepositions[longer], preposition)
                return None, False
            if head.pos_ != "ADJ":
                head = head.head
        if name in self._words.prepositions:
            self._found.settle(self._words.prepositions[name], preposition)
            return None, False
        if head.pos_ in ("VERB", "AUX"):
            if name in ("by", "through") and preposition.children and any(c.dep_ == "pcomp" for c in preposition.children):
                # "would breach the pact by attacking": done or not as the verb is.
                return head, True
            return self._governed_by_verb(head, name)
        if head.pos_ == "ADJ":
            return self._adjective(head)
        if head.pos_ in ("NOUN", "PROPN"):
            self._governed_by_noun(head)
            if self._found.status is not None:
                return None, False
            if name in ("including", "excluding", "like"):
                # "repercussions, including sanctions": one of them is as they are.
                return head, False
            if name == "of":
                # "a series of attacks", "the start of talks"
                return head, False
        return None, False

    def _adjective(self, adjective: Token) -> Step:
        status = self._words.adjectives.get(adjective.lower_)
        if status:
            if any(c.dep_ == "neg" for c in adjective.head.children):
                self._found.turn()
            self._found.settle(status, adjective)
            return None, False
        head = adjective.head
        if head.i in self._clauses:
            return head, True
        return None, False


def has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def opened_by_that(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)

"""Status: whether an act was done, and if not, what is said of it.

The words above the act are climbed, nearest first, until one says something of it: its own modal ("would invade"), the
conjunction that opens its clause ("if Russia invades"), the verb, noun or adjective that governs it ("threatened to
invade", "a plan to invade", "ready to invade"), a word before a noun ("a possible invasion"). What each says is in
`data/status.yaml`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.cues import DATA, cues
from detente.datafiles import read_mapping
from detente.errors import DataError
from detente.language.clauses import Clause
from detente.language.nominals import modifiers
from detente.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEING = frozenset({"is", "are", "am", "been", "'s", "'re", "'m", "’s", "’re", "’m"})
_TELLING = frozenset({"tell", "ask", "order", "wish", "want"})
_TOLD = frozenset({"accusation", "allegation", "charge", "claim", "report", "rumour", "rumor", "suggestion"})
_SHOWN = frozenset({"confirmation", "evidence", "indication", "proof", "sign"})
_SEQUENCE = frozenset({"when", "once", "after", "before", "until", "as", "while"})
_ANSWERING = frozenset({"respond", "react", "answer", "retaliate", "reply"})
_BREAKING = frozenset({"collapse", "fail", "falter", "founder", "stall", "unravel"})
_STEPS = 12
_REPORTED = frozenset({"planned", "expected", "hypothetical"})


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The table of `data/status.yaml`, each word to the status that it gives."""

    verbs: Mapping[str, Status]
    nouns: Mapping[str, Status]
    adjectives: Mapping[str, Status]
    modals: Mapping[str, Status]
    markers: Mapping[str, Status]
    prepositions: Mapping[str, Status]
    light: frozenset[str]
    neutral: frozenset[str]
    implicative: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of an act. `why` is the token that decided, None where nothing above the act says anything.

    `condition` is the head of the clause on which it depends.
    """

    status: Status
    negated: bool
    condition: Token | None
    why: Token | None


@functools.cache
def status_words() -> StatusWords:
    """The words that ship with détente. Raises `DataError` where one word has two statuses in one table."""
    data = read_mapping(DATA / "status.yaml")

    def turned(key: str) -> dict[str, Status]:
        found: dict[str, Status] = {}
        for status, lemmas in data[key].items():
            for lemma in lemmas:
                if found.setdefault(str(lemma), status) != status:
                    raise DataError(f"status.yaml: {key}: {lemma!r} has two statuses")
        return found

    return StatusWords(
        turned("verbs"),
        turned("nouns"),
        turned("adjectives"),
        data["modals"],
        data["markers"],
        data["prepositions"],
        frozenset(data["light"]),
        frozenset(data["neutral"]),
        frozenset(data["implicative"]),
    )


def with_denial(status: Status, *, negated: bool) -> tuple[Status, bool]:
    """The status and whether the act is negated, in agreement: what did not happen is denied, and what is denied is negated."""
    if negated and status in ("happened", "ongoing", "planned", "expected", "hypothetical"):
        return "denied", True
    return status, negated or status == "denied"


def judge(token: Token, clauses: Mapping[int, Clause]) -> Judgement:
    """What the sentence says of the act that the token (a verb or a noun) tells of."""
    return _Climb(token, clauses).judge()


class _Climb:
    def __init__(self, token: Token, clauses: Mapping[int, Clause]) -> None:
        self._token = token
        self._clauses = clauses
        self._words = status_words()
        self._status: Status | None = None
        self._why: Token | None = None
        self._negated = False
        self._condition: Token | None = None
        self._says_no = False

    def judge(self) -> Judgement:
        token = self._token
        if token.i not in self._clauses:
            self._noun_itself(token)
        current: Token | None = token
        own = True
        for _ in range(_STEPS):
            if current is None or self._status is not None:
                break
            clause = self._clauses.get(current.i)
            if clause is not None:
                self._clause_itself(clause, own)
                if self._status is not None:
                    break
            current, own = self._up(current, clause)
        return self._result()

    def _result(self) -> Judgement:
        status = self._status
        if status is None:
            status = "hypothetical" if self._only_infinitive() else self._by_tense()
        status, negated = with_denial(status, negated=self._negated)
        return Judgement(status, negated, self._condition, self._why)

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

    def _set(self, status: Status, why: Token) -> None:
        self._status, self._why = status, why

    # The act's own words

    def _noun_itself(self, noun: Token) -> None:
        for word in modifiers(noun):
            lemma = word.lower_
            # "a planned attack" is of the noun; "a likely target of the attack" is not.
            if word.head.i in (noun.i, *(c.i for c in noun.children)) and lemma in self._words.adjectives:
                self._set(self._words.adjectives[lemma], word)
                return
        for child in noun.lefts:
            if child.dep_ == "det" and child.lower_ == "any":
                self._set("hypothetical", child)
            elif child.dep_ == "det" and child.lower_ in ("no", "neither"):
                self._negated = self._says_no = True

    def _clause_itself(self, clause: Clause, own: bool) -> None:
        # "held no talks": the one "no" is found at the noun and at the verb.
        counted = self._says_no and (self._token in clause.objects or self._token in clause.surface)
        if own and clause.negated and not counted:
            self._negated = not self._negated
        condition = condition_of(clause, self._clauses)
        if condition is not None and self._condition is None:
            self._condition = condition
        if own and any(c.dep_ == "advmod" and c.lower_ in ("almost", "nearly") for c in clause.predicate.lefts):
            self._set("failed", clause.predicate)
            return
        if clause.marker in ("whether", "if", "unless"):
            # "whether it will cut off the gas": open, whatever the modal says.
            self._set(self._words.markers[clause.marker], clause.predicate)
            return
        if clause.modal:
            status = self._words.modals.get(clause.modal)
            given = self._words.verbs.get(clause.parent.lemma) if clause.parent and clause.relation == "ccomp" else None
            if given in ("promised", "threatened") and clause.modal in ("will", "would", "shall"):
                # "guaranteed that it would free the prisoners"
                self._set(given, clause.predicate)
                return
            if status:
                perfect = "have" in clause.auxiliaries
                # "would have happened": told of as not having come about; "may have": nobody knows.
                self._set("hypothetical" if perfect else self._of_modal(clause, status), clause.predicate)
                return
        if clause.marker in self._words.markers:
            self._set(self._words.markers[clause.marker], clause.predicate)
        elif clause.lemma == "go" and clause.predicate.tag_ == "VBG" and self._token is not clause.predicate:
            self._set("planned", clause.predicate)
        elif _inverted_condition(clause):
            self._set("hypothetical", clause.predicate)

    def _of_modal(self, clause: Clause, status: Status) -> Status:
        if clause.modal != "would":
            return status
        if self._condition is not None:
            return "hypothetical"
        # Told in the past, "would" is what was said as "will".
        parent = clause.parent
        if parent is not None and clause.relation in ("ccomp", "conj", "acl", "parataxis") and parent.lemma in cues().verbs:
            return "planned"
        if clause.relation in ("ROOT", "root", "ccomp", "conj"):
            return "planned"
        return status

    # The words above

    def _up(self, current: Token, clause: Clause | None) -> tuple[Token | None, bool]:
        head, dep = current.head, current.dep_
        if head.i == current.i:
            return None, False
        if dep == "conj":
            if clause is not None and (clause.modal or _has_own_subject(current)):
                return self._skip(head)
            return head, clause is not None
        if clause is not None:
            return self._above_clause(current, clause, head, dep)
        return self._above_noun(head, dep)

    def _skip(self, head: Token) -> tuple[Token | None, bool]:
        """On above a coordinated clause: what governs the first governs the second."""
        clause = self._clauses.get(head.i)
        if head.head.i == head.i:
            return None, False
        if clause is not None and head.dep_ in ("ccomp", "xcomp", "advcl", "conj", "pcomp"):
            return self._above_clause(head, clause, head.head, head.dep_)
        return None, False

    def _above_clause(self, current: Token, clause: Clause, head: Token, dep: str) -> tuple[Token | None, bool]:
        if dep == "ccomp" and current.tag_ == "VB" and not clause.auxiliaries and _has_own_subject(current):
            # "insisted that Kyiv withdraw": the subjunctive asks for what it tells.
            self._set("demanded", head)
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
            if clause.infinitive or (dep == "acl" and _opened_by_that(current)):
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
                self._set("expected", head)
                return None, False
            if clause.infinitive:
                # "deployed troops to prepare": a purpose; under "call on", "set" and the like the parser says the same.
                above = self._clauses.get(head.i)
                keys = [f"{head.lemma_.lower()} {p}" for p in (above.preps if above else ())]
                found = [self._words.verbs[k] for k in (*keys, head.lemma_.lower()) if k in self._words.verbs]
                self._set(found[0] if found else "planned", head)
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
                self._negated = not self._negated
            self._set(status, noun)
        elif lemma in _TOLD and noun.dep_ == "dobj" and self._words.verbs.get(noun.head.lemma_.lower()) == "denied":
            self._set("denied", noun.head)
        elif lemma in _SHOWN and nothing:
            self._set("hypothetical", noun)

    def _truth(self, verb: Token) -> tuple[Token | None, bool]:
        """ "it is not true that", "it was false that"; else what is told under "be" is told."""
        for child in verb.children:
            if child.dep_ == "acomp" and child.lower_ in ("true", "false", "untrue"):
                denied = any(c.dep_ == "neg" for c in verb.children) == (child.lower_ == "true")
                if denied:
                    self._set("denied", child)
        return None, False

    def _above_noun(self, head: Token, dep: str) -> tuple[Token | None, bool]:
        if dep in ("compound", "nmod", "amod", "poss"):
            status = self._words.nouns.get(head.lemma_.lower())
            if status and dep == "compound":
                self._set(status, head)
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

    def _subject_of(self, verb: Token) -> tuple[Token | None, bool]:
        clause = self._clauses.get(verb.i)
        if clause is None:
            return None, False
        lemma = verb.lemma_.lower()
        happening = self._words.light | self._words.neutral | {"occur", "happen", "be", "reach", "take"}
        if clause.negated and not self._says_no and lemma in happening:
            self._negated = not self._negated
        if clause.modal in self._words.modals:
            self._clause_itself(clause, own=False)
            return None, False
        if clause.marker in self._words.markers:
            self._set(self._words.markers[clause.marker], verb)
            return None, False
        if lemma in _BREAKING or (lemma in ("break", "cut", "call") and clause.particle in ("off", "down")):
            self._set("failed", verb)
            return None, False
        if clause.passive and lemma in self._words.verbs:
            self._set(self._words.verbs[lemma], verb)
            return None, False
        for child in verb.children:
            if child.dep_ in ("acomp", "attr", "oprd") and child.lower_ in self._words.adjectives:
                self._set(self._words.adjectives[child.lower_], child)
                return None, False
        if clause.relation == "ccomp" and clause.parent and clause.parent.lemma in self._words.verbs:
            self._set(self._words.verbs[clause.parent.lemma], clause.parent.predicate)
        elif clause.passive and lemma in self._words.light:
            return verb, True
        return None, False

    def _governed_by_verb(self, verb: Token, preposition: str, *, noun: bool = False) -> tuple[Token | None, bool]:
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
                if below is not None and not _has_own_subject(below):
                    status = "planned"
            if clause and clause.negated and status == "denied":
                # "did not stop the attack", "never ruled out talks"
                self._set("hypothetical", verb)
                return None, False
            if clause and clause.negated:
                self._negated = not self._negated
            self._set(self._as_told(status, clause), verb)
            return None, False
        if lemma == "have" and not noun and not preposition:
            # "has yet to release", "has to release"
            self._set("denied" if any(c.lower_ == "yet" for c in verb.children) else "demanded", verb)
            return None, False
        if preposition and clause and clause.modal and lemma in _ANSWERING:
            # "would respond to an attack"
            self._set("hypothetical", verb)
            return None, False
        if lemma == "be" and not noun and not preposition:
            # "they are to meet again"
            self._set("planned", verb)
            return None, False
        if preposition and preposition in self._words.prepositions:
            self._set(self._words.prepositions[preposition], verb)
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

    def _governed_by_preposition(self, preposition: Token) -> tuple[Token | None, bool]:
        head, name = preposition.head, preposition.lower_
        if preposition.dep_ == "pcomp" or (preposition.dep_ in ("prep", "pcomp") and head.pos_ in ("ADP", "ADV", "SCONJ", "ADJ")):
            # "instead of", "short of", "close to"
            longer = f"{head.lower_} {name}"
            if longer in self._words.prepositions:
                self._set(self._words.prepositions[longer], preposition)
                return None, False
            if head.pos_ != "ADJ":
                head = head.head
        if name in self._words.prepositions:
            self._set(self._words.prepositions[name], preposition)
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
            if self._status is not None:
                return None, False
            if name in ("including", "excluding", "like"):
                # "repercussions, including sanctions": one of them is as they are.
                return head, False
            if name == "of":
                # "a series of attacks", "the start of talks"
                return head, False
        return None, False

    def _adjective(self, adjective: Token) -> tuple[Token | None, bool]:
        status = self._words.adjectives.get(adjective.lower_)
        if status:
            if any(c.dep_ == "neg" for c in adjective.head.children):
                self._negated = not self._negated
            self._set(status, adjective)
            return None, False
        head = adjective.head
        if head.i in self._clauses:
            return head, True
        return None, False


def condition_of(clause: Clause, clauses: Mapping[int, Clause]) -> Token | None:
    """The clause that a clause depends on: its "if" clause, or that of the clause that it belongs to."""
    for child in clause.predicate.children:
        below = clauses.get(child.i)
        if below is not None and child.dep_ in ("advcl", "ccomp"):
            if below.marker in ("if", "unless", "provided") or _inverted_condition(below):
                return child
    return None


def _inverted_condition(clause: Clause) -> bool:
    """ "should Peru agree", "were it to invade": the auxiliary before the subject, and no question."""
    verb = clause.predicate
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in ("should", "were", "had"):
            subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            return subject is not None and child.i < subject.i and not str(verb.sent.text).rstrip(' ”"').endswith("?")
    return False


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def _opened_by_that(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)

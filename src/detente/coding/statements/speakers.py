"""Who can speak, and who of those near a cue does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.cues import cues
from detente.coding.reading import Reading
from detente.language.clauses import Clause
from detente.language.nominals import core, prepositions
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_MUTE_PRONOUNS = frozenset(
    {"this", "that", "these", "there", "what", "which", "whatever", "itself", "nothing", "something", "everything"}
)
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PEOPLE_ENDINGS = (
    *("man", "men", "woman", "women", "person", "people", "ist", "ists", "ian", "ians", "eer", "eers", "crat", "crats"),
    *("er", "ers", "or", "ors", "ant", "ants", "ee", "ees"),
)
_RESUMING = frozenset({"add", "say"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the head of the words that name the source, its actors, and the document that tells, if it is one."""

    head: Token | None = None
    actors: tuple[Actor, ...] = ()
    document: str | None = None


def can_speak(head: Token, reading: Reading) -> bool:
    """Whether a phrase names somebody, or a document or body that can tell something."""
    head = core(head)
    if reading.linker.actors(head):
        return True
    if head.pos_ in ("VERB", "AUX"):
        return False
    if head.pos_ in ("PRON", "DET"):
        return head.lower_ not in _MUTE_PRONOUNS
    if head.pos_ in ("PROPN", "NUM") or head.ent_type_ in _NAMES or head.like_num:
        return True
    lemma = head.lemma_.lower()
    if is_document(head) or lemma in cues().people or lemma in ("percent", "many", "most", "other"):
        return True
    if any(c.dep_ == "relcl" and any(g.lower_ == "who" for g in c.children) for c in head.children):
        return True
    return len(lemma) > 4 and head.pos_ == "NOUN" and lemma.endswith(_PEOPLE_ENDINGS) and lemma not in cues().no_people


def is_document(head: Token) -> bool:
    """Whether a common noun names a document, broadcast or body of figures that tells something."""
    return head.pos_ == "NOUN" and head.lemma_.lower() in cues().speaking_things


def speaker_at(heads: list[Token], clause: Clause | None, reading: Reading, *, anybody: bool = False) -> Speaker | None:
    """The speaker that the heads name; for a document its owner, who speaks by it. None if they cannot speak.

    With `anybody` a common noun speaks though nothing in its form tells that it can: what it does, only people do.
    """
    able = [h for h in heads if can_speak(h, reading)]
    if not able and anybody:
        able = [h for h in heads if h.pos_ in ("NOUN", "ADJ") and not h.ent_type_]
    if not able:
        return None
    head = able[0]
    actors = [a for h in able for a in reading.linker.actors(h)]
    if not is_document(head):
        return Speaker(head, tuple(actors))
    words = _phrase(head)
    owned = actors or _document_owners(head, reading)
    if owned:
        return Speaker(head, tuple(a.model_copy(update={"entity_text": words}) for a in owned), words)
    above = clause.parent if clause is not None and clause.relation in ("acl", "relcl") else None
    if above is not None and head.dep_ in ("dobj", "pobj"):
        # "issued a statement saying": the one who gives out the document.
        givers = [s for s in above.subjects if s != head and can_speak(s, reading) and not is_document(s)]
        if givers:
            return Speaker(givers[0], tuple(a for g in givers for a in reading.linker.actors(g)), words)
    return Speaker(head, (), words)


def _document_owners(head: Token, reading: Reading) -> list[Actor]:
    found = reading.linker.possessors(head)
    phrases = prepositions(head)
    for preposition in ("from", "by", "in"):
        found = found or [a for h in phrases.get(preposition, []) for a in reading.linker.actors(h)]
    return found


def _phrase(head: Token) -> str:
    first = min((c.left_edge.i for c in head.lefts if c.dep_ not in ("punct", "relcl", "acl", "cc", "det")), default=head.i)
    return str(head.doc[first : head.i + 1].text)


def own_subjects(clause: Clause) -> bool:
    """Whether the clause names its subject itself."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass") for c in clause.predicate.children)


def speaking_above(clause: Clause, reading: Reading) -> Clause | None:
    """The clause of saying that a cue is really coordinated with, where the parser hung it on the content of that clause.

    So with a cue that has the subject of the content and that subject cannot speak ("said the talks were hard but
    warned ..."), and with a word that takes up what was said ("but added that ...").
    """
    if clause.relation not in ("conj", "advcl", "acl") or own_subjects(clause) or clause.infinitive:
        return None
    mute = not any(can_speak(s, reading) for s in clause.subjects)
    resuming = clause.relation == "conj" and clause.lemma in _RESUMING and not clause.auxiliaries
    if not mute and not resuming:
        return None
    above = clause.parent
    below: Clause = clause
    while above is not None:
        if below.relation in ("ccomp", "conj", "advcl") and above.lemma in cues().verbs and above.subjects:
            if any(can_speak(s, reading) for s in above.subjects) and (mute or below.relation == "ccomp"):
                return above
        below, above = above, above.parent
    return None


def reported_subjects(clause: Clause) -> list[Token]:
    """The subject of "had voiced concern" for "reiterated" in "said that he had voiced concern, reiterated his offer ..."

    The parser hangs such a conjunct on "said"; without an auxiliary it shares the "had" of the complement. One that
    has a clause as content ("and added that") goes on from "said".
    """
    complement = complement_of(clause)
    return complement_subjects(complement) if complement is not None else []


def complement_of(clause: Clause) -> Token | None:
    """The pluperfect complement that a conjunct hung on the verb of saying belongs to, or None."""
    verb = clause.predicate
    if clause.relation not in ("conj", "ccomp") or verb.tag_ not in ("VBD", "VBN") or clause.auxiliaries or own_subjects(clause):
        return None
    if any(c.dep_ == "ccomp" for c in verb.children):
        return None
    top = verb
    while top.dep_ == "conj" and top.head.pos_ == "VERB":
        top = top.head
        complement = _pluperfect_below(top, verb)
        if complement is not None:
            return complement
    # The first of the conjuncts may be read as a second content clause.
    bare = top.dep_ == "ccomp" and top.head.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "mark", "aux") for c in top.children)
    return _pluperfect_below(top.head, top) if bare else None


def _pluperfect_below(saying: Token, conjunct: Token) -> Token | None:
    if saying.lemma_.lower() not in cues().verbs:
        return None
    for child in saying.children:
        if child.dep_ == "ccomp" and child.i < conjunct.i and child.tag_ == "VBN":
            if any(c.dep_ == "aux" and c.lemma_.lower() == "have" and c.tag_ == "VBD" for c in child.children):
                return child
    return None


def complement_subjects(complement: Token) -> list[Token]:
    """The grammatical subjects of the complement."""
    return [c for c in complement.children if c.dep_ == "nsubj"]

"""The content of a verb of saying, by the forms that it may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.cues import Cue, cues
from detente.coding.reading import Reading, ReadSentence
from detente.coding.statements.bounds import without
from detente.coding.statements.said_clause import cues_hung_inside, is_infinitive, said_clause
from detente.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONAL_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "him", "her", "them", "me", "us", "himself", "herself"})
_ABOUT = ("about", "over", "as", "at")
_RELATIVE = frozenset({"that", "which"})


def content_of(clause: Clause, cue: Cue, read: ReadSentence, reading: Reading) -> list[Token] | None:
    """The tokens of what is said, or None where the verb has no content of a form that its cue allows."""
    verb = clause.predicate
    # What a passive or "seems" is said of belongs to what is said: "the envoy is believed to have left".
    raised = [t for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ != "it" for t in c.subtree]
    raised = raised if cue.raising or clause.passive else []
    if "clause" in cue.frames:
        found = said_clause(clause, read, reading)
        if found:
            return found
    if "to" in cue.frames or raised:
        for child in verb.children:
            infinitive = child.dep_ in ("xcomp", "ccomp") and is_infinitive(child)
            if infinitive or (cue.raising and child.dep_ in ("oprd", "acomp")):
                first = [t for o in clause.objects if verb.i < o.i < child.i for t in o.subtree if t.i < child.i]
                return without([*raised, *first, *child.subtree], cues_hung_inside(clause, read, reading))
    if "as" in cue.frames:
        quoting = _quoted_as(verb, read, reading)
        found = quoting or _as(verb)
        if found:
            return without([*raised, *found], cues_hung_inside(clause, read, reading))
    if "of" in cue.frames:
        for child in verb.children:
            # "called for all sides to talk": the parser may take the preposition for a conjunction.
            if child.dep_ in ("advcl", "ccomp") and any(
                g.dep_ == "mark" and g.lower_ in cue.prepositions for g in child.children
            ):
                return [t for t in child.subtree if not (t.dep_ == "mark" and t.head == child)]
            if child.dep_ == "prep" and child.lower_ in cue.prepositions:
                objects = [t for o in clause.objects if verb.i < o.i < child.i for t in o.subtree if t.i < child.i]
                # "called for a truce": the preposition belongs to the verb, unless an object stands between.
                bound = not objects and child.lower_ in ("for", "to")
                return [*objects, *(t for t in child.subtree if not bound or t != child)]
    if "object" in cue.frames:
        told_above = (
            verb.head if verb.dep_ == "relcl" and any(o == verb.head or o.lower_ in _RELATIVE for o in clause.objects) else None
        )
        if told_above is not None and told_above.lemma_.lower() in cues().told:
            # "a claim that Moscow denied"
            return without(told_above.subtree, [verb])
        if clause.passive and clause.subjects:
            told = not cue.told_only or any(o.lemma_.lower() in cues().told for o in clause.objects)
            return raised if told else None
        return _object(verb, cue)
    return None


def that_clause(clause: Clause, read: ReadSentence, reading: Reading) -> list[Token] | None:
    """What stands in a "that" clause with a subject of its own behind a verb that the list of cues does not know."""
    verb = clause.predicate
    if clause.passive or clause.lemma in cues().no_cues or verb.pos_ != "VERB":
        return None
    for child in verb.rights:
        words = {g.dep_: g.lower_ for g in child.lefts}
        if child.dep_ == "ccomp" and words.get("mark") == "that" and ("nsubj" in words or "nsubjpass" in words):
            return said_clause(clause, read, reading)
    return None


def _quoted_as(verb: Token, read: ReadSentence, reading: Reading) -> list[Token] | None:
    """What is said in "quoted witnesses as saying that ...": who quotes says no more than that."""
    for child in verb.children:
        for inner in child.children if child.dep_ == "prep" and child.lower_ == "as" else ():
            clause = read.clauses.get(inner.i)
            if inner.dep_ == "pcomp" and clause is not None and clause.lemma in cues().verbs:
                return said_clause(clause, read, reading)
    return None


def _as(verb: Token) -> list[Token] | None:
    for child in verb.children:
        if (child.dep_ == "prep" and child.lower_ == "as") or child.dep_ in ("oprd", "acomp"):
            objects = [t for o in verb.children if o.dep_ in ("dobj", "nsubj") and o.i > verb.i for t in o.subtree]
            return [*objects, *child.subtree]
        # The parser reads "called the talks difficult" as a small clause, or as an apposition where marks stand between.
        if child.dep_ == "ccomp" and child.pos_ in ("ADJ", "NOUN", "PROPN"):
            return list(child.subtree)
        if child.dep_ == "dobj" and child.i > verb.i:
            behind = without(verb.doc[child.left_edge.i : verb.right_edge.i + 1], (c for c in verb.children if c.dep_ == "conj"))
            if any(c.dep_ == "appos" for c in child.children) or any(t.is_quote for t in behind):
                return behind
    return None


def _object(verb: Token, cue: Cue) -> list[Token] | None:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VBG" and child.i > verb.i and not cue.told_only:
            return list(child.subtree)
        if child.dep_ != "dobj" or child.lower_ in _PERSONAL_PRONOUNS:
            continue
        if cue.told_only and child.lemma_.lower() not in cues().told:
            continue
        tail = [t for c in verb.children if c.dep_ == "prep" and c.i > child.i and c.lower_ in _ABOUT for t in c.subtree]
        return [*child.subtree, *tail]
    return None


def idiom(clause: Clause, words: frozenset[str]) -> list[Token] | None:
    """The content of "make clear that" and its kind: a verb with one of the words beside it."""
    verb = clause.predicate
    beside = [t for t in verb.subtree if t.lower_ in words and 0 < t.i - verb.i <= 3]
    if not beside:
        return None
    for token in verb.subtree:
        if token.dep_ == "mark" and token.lower_ == "that" and token.i > beside[0].i:
            return list(token.head.subtree)
    if verb.dep_ in ("advcl", "parataxis") and verb.head.pos_ in ("VERB", "AUX"):
        return without(verb.head.subtree, [verb])
    return None

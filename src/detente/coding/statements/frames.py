"""The content of a verb of saying, by the forms that it may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.cues import Cue, cues
from detente.coding.reading import Reading, ReadSentence
from detente.coding.statements.bounds import without
from detente.coding.statements.speakers import complement_of, own_subjects, speaking_above
from detente.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONAL_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "him", "her", "them", "me", "us", "himself", "herself"})
_ABOUT = ("about", "over", "as", "at")


def content_of(clause: Clause, cue: Cue, read: ReadSentence, reading: Reading) -> list[Token] | None:
    """The tokens of what is said, or None where the verb has no content of a form that its cue allows."""
    verb = clause.predicate
    if "clause" in cue.frames:
        found = _clause(clause, read, reading)
        if found:
            return found
    if "to" in cue.frames:
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp") and _is_infinitive(child):
                first = [t for o in clause.objects if verb.i < o.i < child.i for t in o.subtree if t.i < child.i]
                return without([*first, *child.subtree], _cues_hung_inside(clause, read, reading))
    if "as" in cue.frames:
        found = _as(verb)
        if found:
            return without(found, _cues_hung_inside(clause, read, reading))
    if "of" in cue.frames:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in cue.prepositions:
                objects = [t for o in clause.objects if verb.i < o.i < child.i for t in o.subtree if t.i < child.i]
                # "called for a truce": the preposition belongs to the verb, unless an object stands between.
                bound = not objects and child.lower_ in ("for", "to")
                return [*objects, *(t for t in child.subtree if not bound or t != child)]
    if "object" in cue.frames:
        return _object(verb, cue)
    return None


def _clause(clause: Clause, read: ReadSentence, reading: Reading) -> list[Token] | None:
    verb = clause.predicate
    complements = [c for c in verb.children if c.dep_ == "ccomp" and not _is_infinitive(c)]
    if complements:
        first = complements[0]
        joined = [
            c
            for c in verb.children
            if c.dep_ == "conj" and c.i > first.i and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children)
        ]
        for child in verb.subtree:
            other = read.clauses.get(child.i) if child.dep_ in ("conj", "ccomp") else None
            if other is not None and complement_of(other) == first:
                joined.append(child)
        inside = [t for c in (first, *joined) for t in c.subtree]
        return without(inside, _cues_hung_inside(clause, read, reading))
    outer = _inverted(verb, clause)
    if outer is not None:
        return without(outer.subtree, [verb])
    return None


def _cues_hung_inside(clause: Clause, read: ReadSentence, reading: Reading) -> list[Token]:
    """The verbs below that are really coordinated with the cue: its content ends before them."""
    found = []
    for token in clause.predicate.subtree:
        other = read.clauses.get(token.i) if token.dep_ == "conj" else None
        if other is not None and other.lemma in cues().verbs and speaking_above(other, reading) is clause:
            found.append(token)
    return found


def _as(verb: Token) -> list[Token] | None:
    for child in verb.children:
        if (child.dep_ == "prep" and child.lower_ == "as") or child.dep_ in ("oprd", "acomp"):
            objects = [t for o in verb.children if o.dep_ in ("dobj", "nsubj") and o.i > verb.i for t in o.subtree]
            return [*objects, *child.subtree]
        # The parser reads "called the talks difficult" as a small clause.
        if child.dep_ == "ccomp" and child.pos_ in ("ADJ", "NOUN", "PROPN"):
            return list(child.subtree)
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


def _inverted(verb: Token, clause: Clause) -> Token | None:
    """The clause in which a cue is inserted: "..., he added, ...", "as he said on Twitter"."""
    if verb.dep_ == "parataxis":
        return verb.head
    if verb.dep_ == "advcl" and clause.marker == "as" and verb.head.pos_ in ("VERB", "AUX"):
        return verb.head
    if verb.dep_ == "ccomp" and own_subjects(clause) and verb.head.i < verb.i and verb.head.dep_ == "ROOT":
        # "We will win, he said" may be parsed with the cue below.
        between = verb.doc[verb.head.i : verb.left_edge.i]
        if between and between[-1].is_punct and not clause.marker:
            return verb.head
    return None


def _is_infinitive(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


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

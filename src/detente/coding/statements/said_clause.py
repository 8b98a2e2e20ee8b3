"""The clause that is said: where the parser hung it, and how far it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.cues import cues
from detente.coding.reading import Reading, ReadSentence
from detente.coding.statements.bounds import without
from detente.coding.statements.speakers import complement_of, own_subjects, speaking_above
from detente.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = frozenset({"if", "unless", "because", "until", "although", "though", "since", "so"})
_FEWEST_BEFORE = 4


def said_clause(clause: Clause, read: ReadSentence, reading: Reading) -> list[Token] | None:
    """The tokens of the clause that a verb of saying has for its content, or None."""
    verb = clause.predicate
    complements = [c for c in verb.children if c.dep_ == "ccomp" and not is_infinitive(c) and not _set_in(c)]
    if complements:
        # "Moscow is listening: Moscow has said that ...": what ends in a colon is another sentence.
        behind = [c for c in complements if c.i > verb.i and any(t.text == ":" for t in verb.doc[complements[0].i : c.i])]
        first = behind[0] if behind and complements[0].i < verb.i else complements[0]
        joined = [
            c
            for c in verb.children
            if c.dep_ == "conj" and c.i > first.i and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children)
        ]
        for child in verb.subtree:
            other = read.clauses.get(child.i) if child.dep_ in ("conj", "ccomp") else None
            if other is not None and complement_of(other) == first:
                joined.append(child)
        inside = [t for c in (first, *joined, *_running_on(first, clause, read)) for t in c.subtree]
        return without(inside, cues_hung_inside(clause, read, reading))
    before = _said_before(verb)
    if before:
        return before
    outer = _inverted(verb, clause)
    if outer is not None:
        return without(outer.subtree, [verb])
    return None


def _running_on(first: Token, clause: Clause, read: ReadSentence) -> list[Token]:
    """What follows a complement behind its verb and belongs to it, though the parser hung it on the verb.

    So a second clause without a comma ("told the BBC she was sad there had been ..."), and phrases and conditions at the
    end ("said it would pay in two years if ...").
    """
    verb = clause.predicate
    found: list[Token] = []
    if first.i < verb.i:
        return found
    edge = first.right_edge.i
    for child in verb.rights:
        if child.left_edge.i <= edge:
            continue
        if any(not t.is_punct for t in verb.doc[edge + 1 : child.left_edge.i]):
            break
        apart = child.left_edge.i > edge + 1
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children)
        condition = (
            child.dep_ == "advcl"
            and own
            and any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONS for c in child.children)
        )
        phrase = not apart and child.dep_ in ("prep", "npadvmod", "advmod", "advcl", "agent", "dobj", "oprd", "acomp")
        clause_too = not apart and child.dep_ == "ccomp" and own
        if child.is_punct:
            continue
        other = read.clauses.get(child.i)
        if not (condition or phrase or clause_too) or (other is not None and other.lemma in cues().verbs):
            break
        found.append(child)
        edge = child.right_edge.i
    return found


def _said_before(verb: Token) -> list[Token]:
    """What stands before "..., said the envoy" where the parser did not see that it is a clause."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if not subjects or subjects[-1].i < verb.i or verb.dep_ != "ROOT" or verb.i - verb.sent.start < _FEWEST_BEFORE:
        return []
    before = list(verb.doc[verb.sent.start : verb.i])
    while before and before[-1].is_punct and before[-1].text not in ",”\"''":
        before.pop()
    return before if before and before[-1].is_punct else []


def cues_hung_inside(clause: Clause, read: ReadSentence, reading: Reading) -> list[Token]:
    """The verbs below that are really coordinated with the cue: its content ends before them."""
    found = []
    for token in clause.predicate.subtree:
        other = read.clauses.get(token.i) if token.dep_ == "conj" else None
        if other is not None and other.lemma in cues().verbs and speaking_above(other, reading) is clause:
            found.append(token)
    return found


def _inverted(verb: Token, clause: Clause) -> Token | None:
    """The clause in which a cue is inserted: "..., he added, ...", "as he said on Twitter"."""
    if verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and _set_in(verb)):
        return verb.head
    if verb.dep_ == "advcl" and clause.marker == "as" and verb.head.pos_ in ("VERB", "AUX"):
        return verb.head
    if verb.dep_ == "ccomp" and own_subjects(clause) and verb.head.i < verb.i and verb.head.dep_ == "ROOT":
        # "We will win, he said" may be parsed with the cue below.
        between = verb.doc[verb.head.i : verb.left_edge.i]
        if between and between[-1].is_punct and not clause.marker and verb.head.lemma_.lower() not in cues().verbs:
            return verb.head
    return None


def _set_in(verb: Token) -> bool:
    """Whether a cue is set into the sentence that the parser hung it on ("If you look back," Ruiz said, "I ...")."""
    first, last = verb.left_edge.i, verb.right_edge.i
    if verb.head.i < verb.i or verb.lemma_.lower() not in cues().verbs or first == verb.sent.start or last + 1 >= verb.sent.end:
        return False
    children = {c.dep_ for c in verb.children}
    return "nsubj" in children and "mark" not in children and verb.doc[first - 1].is_punct and verb.doc[last + 1].is_punct


def is_infinitive(token: Token) -> bool:
    """Whether a verb has "to" before it."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)

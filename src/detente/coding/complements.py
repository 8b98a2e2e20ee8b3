"""What is promised, demanded, expected: the stretch of text that a verb or noun governs, without marks at its ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.coding.reading import ReadSentence
from detente.language.clauses import Clause
from detente.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENYING = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "nobody", "none", "no", "nothing", "hardly", "scarcely"})
_ACCUSING = frozenset(
    {"accuse", "blame", "charge", "suspect", "fault", "reproach", "allege", "accusation", "allegation", "insinuate"}
)
_ENDS = frozenset({"cc", "punct", "mark"})
_TAIL = frozenset({"advcl", "parataxis", "conj"})


def is_infinitive(token: Token) -> bool:
    """Whether a verb is one with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def is_negated(clause: Clause) -> bool:
    """Whether a clause is denied, by any word of it: "did not", "never", "nobody", "neither", "no reason to fear"."""
    verb = clause.predicate
    if clause.negated:
        return True
    if any(c.i < verb.i and c.lower_ in _DENYING for c in verb.children):
        return True
    if any(t.lower_ in _DENYING for s in clause.surface for t in (s, *s.lefts)):
        return True
    noun = verb.head
    return (
        clause.infinitive
        and clause.relation in ("acl", "relcl")
        and any(c.lower_ in ("no", "little", "without") for c in noun.lefts)
    )


def is_accusation(verb: Token) -> bool:
    """Whether a token stands in what somebody is accused of: its content is the accuser's word, nobody's own."""
    token = verb
    while token.head.i != token.i:
        below, token = token, token.head
        if token.lemma_.lower() in _ACCUSING and below.i > token.i and below.dep_ in ("prep", "ccomp", "acl", "pcomp", "xcomp"):
            return True
    return False


def clause_below(head: Token, *, infinitive: bool | None = None) -> Token | None:
    """The clause that a verb or noun governs: "to ..." or "that ..."; None where it governs none."""
    for child in head.children:
        if child.i < head.i or child.dep_ not in ("ccomp", "xcomp", "acl", "pcomp", "advcl"):
            continue
        to = is_infinitive(child)
        if child.dep_ == "advcl" and not to:
            continue
        if child.dep_ == "acl" and not to and not any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
            continue
        if infinitive is None or to == infinitive:
            return child
    return None


def governed_by(clause: Clause, prepositions: Iterable[str]) -> list[Token]:
    """The nouns and gerunds after the first of the prepositions that a clause has."""
    for name in prepositions:
        found = list(clause.preps.get(name, ()))
        for child in clause.predicate.children:
            if child.dep_ == "prep" and child.lower_ == name:
                found += [g for g in child.children if g.dep_ == "pcomp"]
        if found:
            return found
    return []


def span_below(read: ReadSentence, head: Token, *, after: int = -1) -> Span | None:
    """The text of a head with all that hangs on it, from behind the token `after`; None where nothing is left."""
    tokens = [t for t in head.subtree if t.i > after and read.sentence.tokens.start <= t.i < read.sentence.tokens.end]
    while tokens and (tokens[0].is_punct or tokens[0].is_space or (tokens[0].dep_ in _ENDS and tokens[0].pos_ != "VERB")):
        tokens.pop(0)
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space or tokens[-1].dep_ == "cc"):
        tokens.pop()
    return read.sentence.span_of(tokens) if tokens else None


def condition_of(read: ReadSentence, verb: Token) -> Span | None:
    """The "if" clause on which a verb, or the verb that it governs, depends; None where there is none."""
    for token in (verb, *(c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "acl"))):
        for child in token.children:
            below = read.clauses.get(child.i)
            if below is None or child.dep_ not in ("advcl", "ccomp"):
                continue
            if below.marker in ("if", "unless", "provided") or (
                child.dep_ == "advcl" and child.doc[child.left_edge.i].lower_ in ("if", "unless", "provided")
            ):
                tokens = [t for t in child.subtree if not t.is_space]
                while tokens and tokens[-1].is_punct:
                    tokens.pop()
                return read.sentence.span_of(tokens) if tokens else None
    return None

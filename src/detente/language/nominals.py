"""What hangs on a noun: its owners, its prepositional phrases, its coordination."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

MANNER = frozenset({"against", "in", "about", "over", "of", "on", "with"})
"""Prepositions of what a passive is about; a "by" phrase behind their noun may be the agent of the passive."""

_NOUNLIKE = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})


TRANSPARENT = frozenset(
    (
        "number group hundred thousand dozen score ten million majority minority some many most all both one none "
        "several few handful pair couple crowd total rest part half team variety each any member column wave mass "
        "series round string"
    ).split()
)
"""Nouns that stand for what their "of" phrase names ("hundreds of protesters", "a series of attacks")."""


_PREFIXES = frozenset({"co", "counter", "cross", "de", "mis", "pre", "re"})


def prefixed(token: Token) -> str:
    """The lemma in lower case, with a prefix that the tokenizer cuts off at its hyphen ("de-escalate", "co-sponsor")."""
    lemma = token.lemma_.lower()
    if token.i >= 2 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        prefix = token.nbor(-2).lower_
        if prefix in _PREFIXES and not token.nbor(-2).whitespace_:
            return f"{prefix}-{lemma}"
    return lemma


def core(head: Token) -> Token:
    """The noun that a phrase is about: past "number of", "thousands of" and their kind."""
    for _ in range(3):
        if head.lemma_.lower() not in TRANSPARENT and not head.like_num:
            break
        below = prepositions(head).get("of")
        if not below:
            break
        head = below[0]
    return head


def conjuncts(head: Token) -> list[Token]:
    """The noun and those coordinated with it ("France and Germany")."""
    found = [head]
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ in _NOUNLIKE:
                found.append(child)
                stack.append(child)
    return sorted(found, key=lambda t: t.i)


def prepositions(head: Token) -> dict[str, list[Token]]:
    """Preposition to the heads that it governs, of those that hang on the token itself.

    "out of Syria" is entered under "of" and under "out of"; a nested preposition keeps its own heads.
    """
    found: dict[str, list[Token]] = {}
    for child in head.children:
        if child.dep_ not in ("prep", "agent"):
            continue
        _collect(child, child.lower_, found)
    return found


def _collect(preposition: Token, name: str, found: dict[str, list[Token]]) -> None:
    for child in preposition.children:
        if child.dep_ == "pobj":
            found.setdefault(name, []).extend(conjuncts(child))
        elif child.dep_ in ("prep", "conj") and child.pos_ in ("ADP", "SCONJ"):
            inner = child.lower_
            _collect(child, inner, found)
            if child.dep_ == "prep":
                _collect(child, f"{name} {inner}", found)


def owners(noun: Token) -> list[Token]:
    """Whose it is: possessor, else "by" or "of" phrase ("Russia's demand", "a promise by Moscow")."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ == "nmod" and any(g.dep_ == "case" for g in child.children)):
            return conjuncts(child)
    return [] if _gives_agent(noun) else prepositions(noun).get("by", [])


def _gives_agent(noun: Token) -> bool:
    """Whether a "by" phrase at the noun is the agent of a passive above: "was warned against an invasion by France"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in MANNER:
        return False
    verb = noun.head.head
    children = list(verb.children)
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in children) and not any(c.dep_ == "agent" for c in children)


def modifiers(noun: Token) -> list[Token]:
    """Adjectives and nouns that stand before the noun as modifiers, and theirs, in order."""
    found: list[Token] = []
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "poss", "nummod", "npadvmod"):
            found.append(child)
            found.extend(t for t in child.subtree if t is not child and t.dep_ in ("amod", "compound", "conj", "nmod"))
    return sorted(found, key=lambda t: t.i)


def phrase(noun: Token) -> tuple[int, int]:
    """First and last token index (document-wide) of the noun phrase without relative clauses and later phrases."""
    first = noun.i
    for child in noun.lefts:
        if child.dep_ not in ("punct", "cc", "mark", "advmod", "relcl", "acl"):
            first = min(first, child.left_edge.i)
    return first, noun.i

"""The issue that a text speaks of: one of the list, else its own words where they are a whole noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.wordlist import wordlist
from detente.language.nominals import phrase
from detente.ontology.issues import issues

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD_LIMIT = 8
_NEAR = 12
_COMPLEMENTS = frozenset({"of", "on", "for", "against", "to", "in", "with", "over", "between", "from", "by"})
_NEEDED = frozenset({"of", "between"})
"""Prepositions without whose phrase a noun is cut off ("the placing of missiles")."""
_ALLOWED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PART", "CCONJ", "ADV", "SYM"})
_PUNISHING = frozenset({"death", "prison", "jail", "capital", "maximum"})
_POINTING = wordlist(
    "demand claim accusation allegation report charge appeal idea proposal offer request suggestion statement remark criticism "
    "assertion notion move step call thing way part point question answer reply result party side use deal plan term condition"
)
"""Nouns that only point to what was told before, and name no issue by themselves."""


def issue_of(content: Token, trigger: Token) -> str | None:
    """The name of the issue, or at most eight words of the text without its article; None where no whole phrase names one."""
    tokens = [t for t in content.subtree if not t.is_space and t.i != trigger.i]
    if content.i + 2 < len(content.doc) and content.nbor(1).text == "-":
        # "de-escalation" is cut into three tokens, and the parser may take the first for the head.
        tokens += [t for t in content.doc[content.i + 1 : content.i + 3] if t not in tokens]
        tokens.sort(key=lambda t: t.i)
    near = [t for t in tokens if t.i <= content.i or t.i - content.i <= _NEAR]
    return issues().find([_lemma(t) for t in near]) or _own_words(content)


def _lemma(token: Token) -> str:
    if token.lower_ == "arms":
        return "arms"
    lemma = token.lemma_.lower()
    if lemma == "penalty" and token.i > 0 and token.nbor(-1).lower_ in _PUNISHING:
        # The death penalty is no sanction.
        return "punishment"
    return lemma


def _own_words(content: Token) -> str | None:
    if content.pos_ != "NOUN":
        return None
    first, last = phrase(content)
    last = max(last, content.i)
    head: Token = content
    complete = not any(c.dep_ in ("conj", "appos", "acl", "relcl") for c in head.children)
    while True:
        below = _complement(head)
        if below is None:
            break
        preposition, noun = below
        end = _end(noun)
        if end is None or end - first >= _WORD_LIMIT:
            if preposition.lower_ in _NEEDED:
                return None
            break
        last, head = end, noun
    words = list(content.doc[first : last + 1])
    while len(words) > 1 and (words[0].pos_ in ("DET", "PRON", "PUNCT", "PART") or words[0].is_punct):
        words.pop(0)
    alone = head is content
    if alone and (content.lemma_.lower() in _POINTING or not complete):
        return None
    if not all(_is_nominal(t) for t in words):
        return None
    return str(content.doc[words[0].i : words[-1].i + 1].text)


def _complement(head: Token) -> tuple[Token, Token] | None:
    """The first phrase that completes a noun, by its preposition."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in _COMPLEMENTS and child.i > head.i:
            for noun in child.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    return child, noun
            return None
    return None


def _end(noun: Token) -> int | None:
    """Where the phrase of a complement ends, past what is joined to it; None where its words do not make a phrase."""
    if noun.pos_ not in ("NOUN", "PROPN") or any(c.dep_ == "appos" for c in noun.children):
        return None
    end = noun.i
    for child in noun.children:
        if child.dep_ == "conj":
            below = _end(child)
            if below is None:
                return None
            end = max(end, below)
    return end


def _is_nominal(token: Token) -> bool:
    if token.pos_ == "VERB":
        return token.dep_ in ("amod", "compound")
    if token.is_punct:
        return token.text in "-–"
    return token.pos_ in _ALLOWED

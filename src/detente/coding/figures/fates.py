"""What became of those who are counted: dead, injured, arrested, displaced, missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.figures.counting import Count
from detente.language.clauses import Clause
from detente.language.nominals import core

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = {
    "kill": "dead",
    "slay": "dead",
    "murder": "dead",
    "massacre": "dead",
    "execute": "dead",
    "assassinate": "dead",
    "injure": "injured",
    "wound": "injured",
    "hurt": "injured",
    "maim": "injured",
    "arrest": "arrested",
    "detain": "arrested",
    "imprison": "arrested",
    "jail": "arrested",
    "capture": "captured",
    "displace": "displaced",
    "uproot": "displaced",
    "evacuate": "evacuated",
    "abduct": "abducted",
    "kidnap": "abducted",
}
_INTRANSITIVE = {"die": "dead", "perish": "dead", "drown": "dead", "flee": "displaced"}
_LIVES = {"claim", "cost", "take", "lose", "end"}
_NOUNS = {
    "dead": "dead",
    "death": "dead",
    "fatality": "dead",
    "killing": "dead",
    "injured": "injured",
    "wounded": "injured",
    "injury": "injured",
    "arrest": "arrested",
    "detention": "arrested",
    "detainee": "arrested",
    "missing": "missing",
    "displaced": "displaced",
    "killed": "dead",
}
_ADJECTIVES = {
    "dead": "dead",
    "injured": "injured",
    "wounded": "injured",
    "missing": "missing",
    "homeless": "displaced",
    "displaced": "displaced",
    "killed": "dead",
    "arrested": "arrested",
    "detained": "arrested",
}
_ACTS = {
    "death": "dead",
    "killing": "dead",
    "murder": "dead",
    "execution": "dead",
    "arrest": "arrested",
    "detention": "arrested",
    "displacement": "displaced",
    "evacuation": "evacuated",
    "injury": "injured",
    "toll": "dead",
    "wounding": "injured",
}


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of them. `stands_for_it`: the counted noun itself says it ("12 deaths"), and names nobody."""

    word: str
    stands_for_it: bool = False


def names_fate(noun: Token) -> bool:
    """Whether a word itself says what became of those whom it names: "the wounded", "deaths"."""
    return noun.lemma_.lower() in _NOUNS or noun.lower_ in _NOUNS


def fate_of(noun: Token, count: Count, clauses: Mapping[int, Clause]) -> Fate | None:
    """What a sentence says became of those that a noun (or the number itself) counts; None where it says nothing."""
    lemma = noun.lemma_.lower()
    if names_fate(noun):
        return Fate(_NOUNS.get(lemma) or _NOUNS[noun.lower_], stands_for_it=True)
    top = _top(noun, count)
    return _by_words_beside(noun, count) or _by_clause(noun, top, clauses) or _by_act(top, clauses)


def _top(noun: Token, count: Count) -> Token:
    """The token by which the phrase hangs in the sentence: past "thousands of" before the noun."""
    for token in (count.last, count.first):
        if core(token).i == noun.i and token.i != noun.i:
            while token.dep_ in ("nummod", "quantmod", "compound") and token.head.i <= noun.i and token.head.i != token.i:
                token = token.head
            return token
    return noun


def _by_words_beside(noun: Token, count: Count) -> Fate | None:
    """ "12 soldiers killed in the shelling", "left 12 people dead", "12 dead", "12 killed"."""
    after = noun if noun.i > count.last.i else count.last
    sentence = noun.sent
    if after.i + 1 < sentence.end:
        following = after.nbor(1)
        word = _ADJECTIVES.get(following.lower_)
        if word and following.dep_ in (
            "acl",
            "amod",
            "acomp",
            "oprd",
            "ccomp",
            "advcl",
            "ROOT",
            "appos",
            "conj",
            "dobj",
            "pobj",
            "nsubj",
            "attr",
        ):
            return Fate(word)
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in _VERBS:
            return Fate(_VERBS[child.lemma_.lower()])
        if child.dep_ == "amod" and child.i > count.last.i and child.lower_ in _ADJECTIVES:
            # "12 wounded soldiers" says so already.
            return None
    if noun.i == count.last.i and noun.head.lower_ in _ADJECTIVES and noun.head.i > noun.i:
        return Fate(_ADJECTIVES[noun.head.lower_])
    return None


def _by_clause(noun: Token, top: Token, clauses: Mapping[int, Clause]) -> Fate | None:
    for clause in clauses.values():
        objects, subjects = clause.objects, clause.subjects or clause.surface
        mine = noun in objects or top in objects
        if mine and clause.lemma in _VERBS:
            return Fate(_VERBS[clause.lemma])
        if (noun in subjects or top in subjects) and clause.lemma in _INTRANSITIVE and not clause.passive:
            return Fate(_INTRANSITIVE[clause.lemma])
        if mine and noun.lemma_.lower() in ("life", "live") and clause.lemma in _LIVES:
            return Fate("dead", stands_for_it=True)
        # "Shelling killed 12 and injured 30": the parser may give the participle no object.
        if mine and clause.lemma in ("leave", "find", "report"):
            for child in clause.predicate.children:
                if child.lower_ in _ADJECTIVES and child.i > noun.i:
                    return Fate(_ADJECTIVES[child.lower_])
    return None


def _by_act(top: Token, clauses: Mapping[int, Clause]) -> Fate | None:
    """ "the lives of 13,000 people", "the arrest of 45 protesters", "a death toll of 12"."""
    if top.dep_ != "pobj" or top.head.lower_ not in ("of", "to", "at"):
        return None
    above = top.head.head
    if above.lower_ in ("lives", "life"):
        clause = clauses.get(above.head.i)
        return Fate("dead") if clause is not None and clause.lemma in _LIVES else None
    if above.lemma_.lower() == "toll":
        return Fate("dead")
    if top.head.lower_ == "of":
        word = _ACTS.get(above.lemma_.lower())
        return Fate(word) if word else None
    clause = clauses.get(above.i)
    if clause is not None and any(h.lemma_.lower() == "toll" for h in clause.surface):
        return Fate("dead")
    return None

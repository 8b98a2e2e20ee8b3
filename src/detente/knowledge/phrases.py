"""What the words of a noun phrase alone tell: where it begins, whether it is definite, whose side it only backs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.language.nominals import modifiers

if TYPE_CHECKING:
    from spacy.tokens import Token

DETERMINERS = frozenset({"the", "a", "an"})

FORMER = frozenset(
    {"former", "ex", "ex-", "late", "then", "ousted", "deposed", "retired", "onetime", "erstwhile", "sometime", "past"}
)
"""Words before a title that say that the person does not hold it."""

TO_COME = frozenset({"next", "future", "incoming", "aspiring", "prospective", "likely", "shadow", "designate", "elect", "would"})
"""Words beside a title that say that the person does not hold it yet; an outgoing holder still does."""

HONORIFICS = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "madame": "f", "dr": ""}
"""Forms of address, without their dot, and the gender that they tell."""

_NOT_ALLEGIANCE = frozenset(
    {"backed", "led", "allied", "based", "supported", "sponsored", "brokered", "mediated", "funded", "made", "built"}
)
_FOREIGN = frozenset(
    (
        "western international foreign european regional other several various world global allied neighbouring "
        "neighboring african asian arab multinational overseas many both all two three four five six"
    ).split()
)
_STATES = frozenset({"republic", "state", "union", "country", "nation", "colony", "territory", "satellite", "bloc", "empire"})
_INDEFINITE = frozenset({"a", "an", "some", "any", "no", "another", "one", "every", "each"})
_ACTS = frozenset({"opposition", "resistance"})


def heads_phrase(token: Token) -> bool:
    """Whether a token that is tagged as no noun stands where only the head of a noun phrase can."""
    if token.pos_ in ("VERB", "AUX", "ADV"):
        # Names that the tagger takes for verbs ("Trump") stand where only a noun can.
        return (
            token.text[:1].isupper()
            and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos")
            and token.tag_ != "VBG"
        )
    return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "poss", "agent", "dative", "attr", "ROOT")


def left_edge(head: Token) -> Token:
    """The first token of the phrase, without relative clauses and the like."""
    edge = head
    for child in head.lefts:
        if child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod", "npadvmod", "quantmod"):
            edge = child.left_edge if child.left_edge.i < edge.i else edge
    return edge


def honorific(token: Token) -> str | None:
    """The gender that a form of address tells, "" for none; None where the token is no form of address."""
    return HONORIFICS.get(token.lower_.removesuffix(".")) if token.text[:1].isupper() else None


def abroad(head: Token) -> bool:
    """Whether the words before a noun say that it is no country's own ("Western officials", "international observers")."""
    return any(token.lower_ in _FOREIGN for token in modifiers(head))


def is_former(head: Token) -> bool:
    """Whether the words before a noun say that the office has been given up."""
    return any(token.lower_ in FORMER for token in modifiers(head))


def is_to_come(head: Token) -> bool:
    """Whether the words beside a noun say that the office is not held yet ("the president-elect", "the would-be king")."""
    doc, first = head.doc, head.i
    while first > head.sent.start and (
        doc[first - 1].lower_ in TO_COME | {"be", "-"} or doc[first - 1].pos_ in ("ADJ", "NOUN", "PROPN")
    ):
        first -= 1
    after = doc[head.i + 1 : head.i + 3]
    return any(t.lower_ in TO_COME for t in doc[first : head.i]) or (
        len(after) > 0
        and (after[0].lower_ in TO_COME or (len(after) > 1 and after[0].text == "-" and after[1].lower_ in TO_COME))
    )


def definite(head: Token) -> bool:
    """Whether "the" stands before the noun."""
    return any(c.dep_ == "det" and c.lower_ == "the" for c in head.lefts)


def one_of_several(head: Token) -> bool:
    """Whether an article or pronoun says that the noun means no one in particular ("a Kremlin spokesman")."""
    return any(c.lower_ in _INDEFINITE and c.dep_ in ("det", "nummod") for c in head.lefts)


def indefinite(head: Token) -> bool:
    """Whether the noun brings in somebody new."""
    return one_of_several(head) or (head.tag_ == "NNS" and not any(c.dep_ in ("det", "poss") for c in head.lefts))


def names_an_act(head: Token) -> bool:
    """Whether a noun that can name a side names what somebody does: "its opposition to the pipeline"."""
    after = head.i + 1
    return head.lemma_.lower() in _ACTS and after < len(head.doc) and head.doc[after].lower_ == "to"


def only_backing(token: Token) -> bool:
    """Whether a nationality only says who backs or opposes somebody: "Russian-backed", "pro-Moscow", "anti-Russian"."""
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].text in "-–" and doc[token.i + 2].lower_ in _NOT_ALLEGIANCE:
        return True
    if token.i >= 1 and doc[token.i - 1].lower_ in ("former", "ex") and token.head.lemma_.lower() in _STATES:
        # "the former Soviet republic" is no longer Soviet.
        return True
    return token.i >= 2 and doc[token.i - 1].text in "-–" and doc[token.i - 2].lower_ in ("pro", "anti", "non", "ex")

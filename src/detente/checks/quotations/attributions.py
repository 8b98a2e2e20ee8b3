"""Who is given as the source of something said, as a sentence is parsed: each word of saying with its subject.

The parse is trusted for subjects alone; where the content begins and ends, a faulty sentence does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.language.parse import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = frozenset(
    (
        "say write add tweet state note explain claim argue insist warn declare admit acknowledge announce remark observe report "
        "reply stress complain conclude post whisper shout tell allege assert maintain cry comment answer recall affirm put"
    ).split()
)
_OF_WORDS = frozenset("call describe term denounce condemn praise thank demand promise vow ask welcome urge".split())
_PRESS = re.compile(
    r"(?:told|tells) (?:reporters|journalists|parliament|lawmakers|(?:the|a|an|this|his|her|its|\w+ ?)?\s?(?:\w+ )?"
    r"(?:news conference|agency"
    r"|press|press conference|newspaper"
    r"|radio|television|tv|channel|council|men|troops|briefing)|[A-Z]\w+)"
)
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "president", "minister", "general", "prime"})
_BODIES = frozenset(
    (
        "ministry government kremlin house office agency army embassy commission council department operator regulator company "
        "bank group court party union navy statement newspaper paper police force committee parliament administration watchdog "
        "charity organisation organization authority "
        "alliance bloc front movement staff mission junta daily"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source with its word of saying: offsets of both together, the token that heads the source, and its words.

    `inverted`: "said X"; `passing`: "X reported", as an agency does with what others say.
    """

    start: int
    end: int
    head: Token
    words: str
    according: bool
    inverted: bool
    passing: bool

    @property
    def key(self) -> str:
        """What the source is known by: the last word of a name, the singular of a noun."""
        return self.head.lower_ if self.head.pos_ in ("PROPN", "PRON") else self.head.lemma_.lower()

    @property
    def pronoun(self) -> bool:
        return self.head.pos_ == "PRON"

    @property
    def indefinite(self) -> bool:
        return any(t.lower_ in ("a", "an", "one", "another", "some") for t in self.head.children) or self.key in (
            "someone",
            "nobody",
        )

    @property
    def body(self) -> bool:
        """Whether it is an office or a body, that "it" can stand for."""
        return self.key in _BODIES or self.head.ent_type_ in ("ORG", "GPE", "NORP")

    @property
    def plural(self) -> bool:
        return self.head.tag_ in ("NNS", "NNPS")

    @property
    def owners(self) -> frozenset[str]:
        """The names in front that tell whose it is: "Iran's envoy"."""
        return frozenset(t.lower_ for t in self.head.children if t.dep_ == "poss" and t.pos_ == "PROPN")

    @property
    def telling(self) -> frozenset[str]:
        """The words beside the head that tell which one it is."""
        return (
            frozenset(t.lemma_.lower() for t in self.head.subtree if t.pos_ in ("PROPN", "ADJ", "NOUN") and t != self.head)
            - _TITLES
        )


def attributions(sentence: Sentence, *, wide: bool = False) -> list[Attribution]:
    """The sources given in a sentence, in reading order: "X said", "said X", "according to X".

    `wide`: also those that call something so, or thank, demand and the like in words of their own.
    """
    return sorted(_found(sentence, _SAYING | _OF_WORDS if wide else _SAYING), key=lambda a: a.start)


def _found(sentence: Sentence, saying: frozenset[str]) -> Iterator[Attribution]:
    for token in sentence.tokens:
        if token.lower_ == "according":
            head = next((c for p in token.children if p.lower_ == "to" for c in p.children if c.dep_ == "pobj"), None)
            if head is not None:
                yield _attribution(sentence, token, head, according=True)
        elif token.lemma_ in saying and token.tag_ in ("VBD", "VBZ", "VBP") and not any(c.dep_ == "neg" for c in token.children):
            head = next((c for c in token.children if c.dep_ == "nsubj"), None)
            told = token.lemma_ != "tell" or saying is not _SAYING or _tells_press(sentence, token)
            if head is None and token.i and token.nbor(-1).text == ",":
                head = _run_after(sentence, token)
            if token.lemma_ == "put":
                told = any(c.lower_ == "it" for c in token.children)
            if head is not None and told and head.tag_ not in ("WP", "WDT") and head.pos_ in ("NOUN", "PROPN", "PRON"):
                yield _attribution(sentence, token, head, according=False)

        elif (
            saying is not _SAYING and token.lemma_ in ("say", "tell") and token.tag_ == "VB" and token.dep_ in ("xcomp", "advcl")
        ):
            head = next((c for c in token.head.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
            if head is not None:
                yield _attribution(sentence, token, head, according=False)


def _tells_press(sentence: Sentence, cue: Token) -> bool:
    return _PRESS.match(sentence.text[cue.idx + sentence.offset - sentence.start :]) is not None


def _run_after(sentence: Sentence, cue: Token) -> Token | None:
    """The head of the nouns right after a word of saying whose subject the parse has missed."""
    head = None
    for token in sentence.tokens:
        if token.i > cue.i:
            if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN") or (head is not None and token.pos_ == "DET"):
                break
            head = token
    return head if head is not None and head.pos_ in ("NOUN", "PROPN") else None


def _attribution(sentence: Sentence, cue: Token, head: Token, *, according: bool) -> Attribution:
    first = min(cue.i, head.left_edge.i)
    last = max(cue.i, head.i)
    tokens = [t for t in sentence.tokens if first <= t.i <= last]
    named = [t for t in sentence.tokens if head.left_edge.i <= t.i <= head.i]
    start, end = sentence.offset + tokens[0].idx, sentence.offset + tokens[-1].idx + len(tokens[-1].text)
    words = sentence.text[
        sentence.offset + named[0].idx - sentence.start : sentence.offset + head.idx + len(head.text) - sentence.start
    ]
    return Attribution(start, end, head, " ".join(words.split()), according, cue.i < head.i, cue.lemma_ == "report")


def surely_same(one: Attribution, other: Attribution) -> bool:
    """Whether the later of two is the earlier one again, by the same noun or name, or by a pronoun that fits."""
    if other.pronoun:
        return _fits(one, other.key)
    if one.pronoun or one.key != other.key or other.indefinite:
        return False
    return one.head.pos_ == "PROPN" or other.telling <= one.telling or one.telling <= other.telling


def surely_different(one: Attribution, other: Attribution) -> bool:
    """Whether two are two sources, neither a pronoun, and neither what the other may be called as well."""
    if one.pronoun or other.pronoun or one.telling & other.telling or one.key in other.telling:
        return False
    if one.key == other.key:
        return one.head.pos_ == other.head.pos_ == "NOUN" and bool(one.owners and other.owners)
    if other.key in one.telling:
        return False
    if one.head.pos_ == other.head.pos_ == "PROPN":
        return True
    return (
        other.indefinite
        or one.indefinite
        or one.plural != other.plural
        or bool(one.telling and other.telling)
        or one.body != other.body
    )


def not_one(one: Attribution, other: Attribution) -> bool:
    """Whether two that stand around one quotation are not called the same, and neither is a body or one of its people."""
    if one.pronoun or other.pronoun or one.body or other.body:
        return False
    owned = any(t.dep_ == "poss" and t.pos_ == "PRON" for t in other.head.children)
    return one.key != other.key and not owned and not (one.telling & other.telling)


def _fits(one: Attribution, pronoun: str) -> bool:
    if one.pronoun:
        return one.key == pronoun
    if one.indefinite or pronoun not in ("he", "she", "it", "they"):
        return False
    if pronoun == "they":
        return one.plural
    return not one.plural and (pronoun == "it") == one.body

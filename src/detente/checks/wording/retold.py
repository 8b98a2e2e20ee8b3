"""Sentences by what they tell: whether two tell the same in the same words, whatever the order and the small words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.language.parse import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIGHT = frozenset(
    (
        "a an the one be have do will with aboard carry that this of in on at by from for to and or as it there then also just "
        "already close near into some still now"
    ).split()
)
"""Words that change nothing, or that stand for each other: "with 40 people aboard", "carrying 40 people"."""

_ALIKE = {"nearly": "almost", "about": "almost", "around": "almost", "roughly": "almost", "approximately": "almost"}
_LEAST_CONTENT = 3
_LEAST_WORDS = 4
_WITH_MORE = 6
_NEVER_MORE = frozenset({"PROPN", "NUM"})
_FUTURE = frozenset({"will", "would", "shall"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence, or a part of it up to a semicolon, tells: offsets, the words that tell, who does it, and when."""

    start: int
    end: int
    sentence: Sentence
    words: frozenset[str]
    fixed: frozenset[str]
    subjects: frozenset[str]
    past: bool
    future: bool

    def tells(self, other: Told) -> bool:
        """Whether both tell the same: no name, number, doer or time differs, and no word that tells but in longer ones one."""
        if self.subjects != other.subjects or (self.past and other.future) or (self.future and other.past):
            return False
        apart = self.words ^ other.words
        if not apart:
            return True
        one_sided = self.words < other.words or other.words < self.words
        enough = min(len(self.words), len(other.words)) >= _WITH_MORE
        return one_sided and enough and len(apart) == 1 and not apart & (self.fixed | other.fixed)


def told(sentence: Sentence) -> list[Told]:
    """The parts of a sentence that tell enough to be told twice."""
    parts: list[list[Token]] = [[]]
    for token in sentence.tokens:
        if token.text == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return [made for part in parts if (made := _made(sentence, part)) is not None]


def _made(sentence: Sentence, part: list[Token]) -> Told | None:
    tokens = [t for t in part if not t.is_punct and not t.is_space]
    content = [t for t in tokens if _word(t) not in _LIGHT]
    words = frozenset(_word(t) for t in content)
    titled = all(t.text[0].isupper() or not t.is_alpha for t in content)
    verbless = not any(t.pos_ in ("VERB", "AUX") for t in tokens)
    if part and part[-1].text == "?":
        return None
    if len(tokens) < _LEAST_WORDS or len(words) < _LEAST_CONTENT or titled or verbless:
        return None
    inside = [t for t in part if not t.is_space]
    return Told(
        sentence.offset + inside[0].idx,
        sentence.offset + inside[-1].idx + len(inside[-1].text),
        sentence,
        words,
        frozenset(_word(t) for t in content if t.pos_ in _NEVER_MORE or t.dep_ == "neg"),
        frozenset(_word(t) for t in tokens if t.dep_ in ("nsubj", "nsubjpass")),
        any(t.tag_ in ("VBD", "VBN") for t in tokens),
        any(t.lower_ in _FUTURE for t in tokens),
    )


def _word(token: Token) -> str:
    found = token.lemma_.lower() if token.pos_ != "PRON" else token.lower_
    return _ALIKE.get(found, found)

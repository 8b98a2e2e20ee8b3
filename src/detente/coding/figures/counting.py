"""What the numbers of a sentence count: each number with its noun."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.coding.figures.numbers import Number, numbers
from detente.coding.figures.units import is_person
from detente.language.nominals import core, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_BEFORE_NOUN = frozenset({"nummod", "quantmod", "amod", "compound", "nmod", "det", "advmod", "npadvmod", "predet"})
_MODIFYING = frozenset({"ADJ", "PROPN", "NOUN", "ADV"})
_REACH = 7


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a sentence, its first and last token, and the head of the noun that it counts (None: stands alone)."""

    number: Number
    first: Token
    last: Token
    noun: Token | None

    @property
    def unit(self) -> str:
        """The unit of a measure, "persons", else the noun itself; "" where there is none."""
        if self.number.unit:
            return self.number.unit
        if self.noun is None:
            return ""
        return "persons" if names_persons(self.noun) else self.noun.lower_


def names_persons(noun: Token) -> bool:
    """Whether a noun names persons: by its word, or as a people ("four Ukrainians"). "Su-35 fighters" are machines."""
    if noun.ent_type_ == "NORP" and noun.tag_ == "NNPS":
        return True
    before = noun.nbor(-1).text if noun.i > noun.sent.start else ""
    model = any(letter.isdigit() for letter in before) and any(letter.isalpha() for letter in before)
    return is_person(noun.lemma_.lower(), noun.lower_) and not model


def counts(sentence: Sentence) -> list[Count]:
    """The numbers of a sentence with what they count, in its order."""
    found: list[Count] = []
    tokens = sentence.tokens
    read = numbers(sentence.text)
    if not read:
        return found
    starts = [token.idx - tokens.start_char for token in tokens]
    words: set[int] = set()
    for number in read:
        first = tokens[bisect_right(starts, number.start) - 1]
        last = tokens[bisect_right(starts, number.end - 1) - 1]
        count = Count(number, first, last, _noun(first, last))
        if not _is_name(count):
            found.append(count)
            words.update(range(first.i, last.i + 1))
    # "by 100,000 over three years": a word of another number is nothing that is counted.
    return [replace(c, noun=None) if c.noun is not None and c.noun.i in words and c.noun.i > c.last.i else c for c in found]


def number_of(head: Token, found: list[Count]) -> Number | None:
    """The number that counts a noun, or that stands for it ("12 were killed"); None where none does."""
    for count in found:
        if count.noun is not None and count.noun.i in (head.i, core(head).i):
            return count.number
        if count.noun is None and count.first.i <= head.i <= count.last.i:
            return count.number
    return None


def _is_name(count: Count) -> bool:
    """Whether the number is the end of a name ("Nord Stream 2", "Boeing 737") and counts nothing."""
    number, noun = count.number, count.noun
    if noun is not None and noun.ent_type_ == "GPE" and noun.tag_ == "NNP":
        # Nobody counts Kazakhstans: the number stands beside the name by chance.
        return True
    if not number.digits or number.unit or count.first.i == count.first.sent.start:
        return False
    plural = noun is not None and noun.tag_ in ("NNS", "NNPS")
    return count.first.nbor(-1).pos_ == "PROPN" and number.begin == number.start and not plural


def _noun(first: Token, last: Token) -> Token | None:
    sentence = last.sent
    after = last.nbor(1) if last.i + 1 < sentence.end else None
    # "tens of thousands of troops", "100,000 of them", "45 percent of the vote"
    if after is not None and after.lower_ == "of":
        for token in (last, first, after.head):
            for noun in prepositions(token).get("of", []):
                if noun.i > after.i:
                    return core(noun)
        return _next_noun(after.i + 1, sentence.end, last.doc)
    for token in (last, first):
        above = token
        for _ in range(3):
            if above.dep_ not in _BEFORE_NOUN or above.head.i == above.i:
                break
            above = above.head
        if above.i > last.i and above.i - last.i <= _REACH and above.pos_ in ("NOUN", "PROPN") and _contiguous(last, above):
            return above
    return _next_noun(last.i + 1, sentence.end, last.doc)


def _contiguous(last: Token, noun: Token) -> bool:
    return not any(t.lower_ in (",", ";", "(", "and", "were", "was", "in", "by") for t in last.doc[last.i + 1 : noun.i])


def _next_noun(start: int, end: int, doc: object) -> Token | None:
    """The head of a noun phrase that begins right here, where the parser has hung the number elsewhere."""
    found: Token | None = None
    for index in range(start, min(end, start + _REACH)):
        token: Token = doc[index]  # type: ignore[index]
        if token.pos_ in ("NOUN", "PROPN"):
            found = token
        elif (
            found is not None
            or not (token.pos_ in ("ADJ", "DET") or token.text in "-–" or token.tag_ in ("VBN", "VBG"))
            or (token.tag_ in ("VBN", "VBG") and token.dep_ not in ("amod", "compound"))
        ):
            break
    return found

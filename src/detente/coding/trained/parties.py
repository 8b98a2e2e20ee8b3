"""The phrases of a sentence that may be parties to an act, and the actors that they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.reading import ReadSentence
from detente.knowledge import Linker
from detente.language.nominals import modifiers, phrase, prepositions
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token


_NEAR = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that names actors: `start`, `end` in the sentence's text, and the token that heads it."""

    start: int
    end: int
    head: Token
    actors: list[Actor]


def phrases(read: ReadSentence, linker: Linker) -> list[Phrase]:
    """The linked phrases of a sentence in order; a nationality before a noun that names no actor is one of its own.

    A place that is named as such stands for its country.
    """
    found: list[Phrase] = []
    sentence = read.sentence
    tokens = sentence.tokens
    begin = tokens[0].idx
    taken: set[int] = set()
    for token in tokens:
        actors = linker.actors(token)
        if actors:
            first = max(tokens[0].i, phrase(token)[0])
            taken.update(range(first, token.i + 1))
            last = _whole(token, linker)
            found.append(Phrase(token.doc[first].idx - begin, last.idx + len(last.text) - begin, token, actors))
    for token in tokens:
        if token.pos_ not in ("NOUN", "PROPN") or linker.actors(token):
            continue
        before = [m for m in modifiers(token) if m.i not in taken and m.pos_ in ("ADJ", "PROPN", "NOUN") and m.i >= tokens[0].i]
        actors = linker.qualifying(token) if before else []
        if actors:
            word = next((m for m in before if any(m.text in a.entity_text for a in actors)), before[0])
            found.append(Phrase(word.idx - begin, word.idx + len(word.text) - begin, token, actors))
            taken.update((word.i, token.i))
        elif token.i not in taken and token.dep_ != "compound" and (actors := linker.territory(token)):
            first = max(tokens[0].i, phrase(token)[0])
            found.append(Phrase(token.doc[first].idx - begin, token.idx + len(token.text) - begin, token, actors))
    return sorted(found, key=lambda p: (p.start, p.end))


def _whole(head: Token, linker: Linker) -> Token:
    """The last word of the phrase: past the state or body that a title or a group belongs to ("the president of Chad")."""
    if head.pos_ == "PROPN":
        return head
    for owner in prepositions(head).get("of", ()):
        if linker.actors(owner) and owner.i - head.i <= _NEAR:
            return owner
    return head

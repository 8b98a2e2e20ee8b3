"""A pair of parties marked in a text, in the linker's place: who is who is given, so nothing is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.coding.reading import Reading
from detente.knowledge import Linker
from detente.language.nominals import modifiers, owners, prepositions
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 100


class MarkedPair(Linker):
    """Links the words inside two spans to the actors "source" and "target", and no other words.

    A span that is null leaves its side unknown. Offsets count in the article's text.
    """

    def __init__(self, reading: Reading, source: Sequence[int] | None, target: Sequence[int] | None) -> None:
        # Nothing of the linker's own state is needed: all that asks for it is replaced below.
        self._names: dict[Token, str] = {}
        self._heads: dict[str, list[tuple[int, Token]]] = {"source": [], "target": []}
        self._paths: dict[int, set[Token]] = {}
        for name, span in (("source", source), ("target", target)):
            if span is not None:
                self._mark(reading, name, span[0], span[1])

    def _mark(self, reading: Reading, name: str, start: int, end: int) -> None:
        for read in reading.sentences:
            sentence = read.sentence
            inside = [
                t for t in sentence.tokens if sentence.offset + t.idx < end and start < sentence.offset + t.idx + len(t.text)
            ]
            for token in inside:
                self._names.setdefault(token, name)
            heads = [t for t in inside if t.head not in inside or t.head.i == t.i]
            self._heads[name].extend((sentence.index, t) for t in heads if not t.is_punct)

    def marks(self, token: Token) -> bool:
        """Whether the token is part of one of the parties."""
        return token in self._names

    def path(self, sentence: int) -> set[Token]:
        """The tokens between the two parties in the parse of a sentence, their lowest common governor among them.

        With one side alone in the sentence: all that governs it.
        """
        if sentence not in self._paths:
            ends = [[head for index, head in self._heads[name] if index == sentence][:1] for name in ("source", "target")]
            chains = [[end[0], *end[0].ancestors] for end in ends if end]
            if len(chains) == 2:
                shared = [t for t in chains[0] if t in set(chains[1])]
                above = set(shared[1:])
                self._paths[sentence] = {t for chain in chains for t in chain if t not in above}
            else:
                self._paths[sentence] = {t for chain in chains for t in chain}
        return self._paths[sentence]

    def distance(self, token: Token) -> int:
        """Tokens from the nearer party of the same parse; a word between the two is nearer than one outside."""
        ends = [head.i for heads in self._heads.values() for _, head in heads if head.doc is token.doc]
        if not ends:
            return _FAR
        return 0 if min(ends) < token.i < max(ends) else min(abs(token.i - end) for end in ends)

    def actors(self, token: Token) -> list[Actor]:
        name = self._names.get(token)
        return [Actor(name=name, entity_text=token.text, code=name.upper())] if name else []

    def owners(self, token: Token) -> list[Actor]:
        found = self.possessors(token)
        if found:
            return found
        phrases = prepositions(token)
        return [a for p in ("of", "from", "in") for head in phrases.get(p, ()) for a in self.actors(head)]

    def possessors(self, token: Token) -> list[Actor]:
        for heads in (owners(token), modifiers(token)):
            found = [a for head in heads for a in self.actors(head)]
            if found:
                return found[:1]
        return []

    def territory(self, _token: Token) -> list[Actor]:
        return []

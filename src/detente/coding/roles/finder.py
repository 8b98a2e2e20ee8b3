"""Looking roles up about a trigger: what verbs and nouns have in common."""

from __future__ import annotations

import abc
from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.coding.candidates import Candidate
from detente.knowledge import Linker
from detente.language.nominals import core
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

TOWARDS = ("against", "on", "upon", "to", "toward", "towards", "at", "with", "from", "into", "in", "over", "for", "of", "about")
DIRECT = 7
"""Prepositions of a recipient, the likeliest first; only the first `DIRECT` of them hang on a verb by itself."""


class Finder(abc.ABC):
    """Looks roles up. `heads(role)` are the tokens that a role names; an `owner` role goes to whom those belong."""

    def __init__(self, candidate: Candidate, linker: Linker) -> None:
        self._candidate = candidate
        self._linker = linker

    @abc.abstractmethod
    def heads(self, role: str) -> list[Token]:
        """The tokens that fill a role."""

    @abc.abstractmethod
    def otherwise(self, barred: list[Token]) -> tuple[list[Actor], list[Token]]:
        """A recipient in no role of the frame, and the tokens that name it; both empty where there is none."""

    def first(self, wanted: Iterable[str], barred: Iterable[Token] = ()) -> tuple[list[Actor], list[Token]]:
        """The first of the roles that names an actor."""
        gone = set(barred)
        for role in wanted:
            name, _, part = role.partition(".")
            if name == "speaker":
                speakers = self._speakers()
                if speakers[0]:
                    return speakers
                continue
            found: list[Actor] = []
            heads: list[Token] = []
            for head in self.heads(role if name == "complement" else name):
                if head in gone:
                    continue
                here = self._at(head, name, part)
                if here:
                    heads.append(head)
                    found.extend(a for a in here if a not in found)
            if found:
                return found, heads
        return [], []

    def _speakers(self) -> tuple[list[Actor], list[Token]]:
        """Whose words the act is told in, innermost."""
        read, token = self._candidate.read, self._candidate.token
        at = read.sentence.offset + token.idx
        within = [s for s in read.said if s.covers(at, at + len(token.text)) and s.speaker]
        if not within:
            return [], []
        inner = min(within, key=lambda s: s.end - s.start)
        head = inner.speaker_head
        here = head is not None and head.doc is token.doc
        return inner.speaker, [head] if here and head is not None else []

    def _at(self, head: Token, name: str, part: str) -> list[Actor]:
        if part == "owner":
            return self._linker.owners(core(head)) or self._linker.owners(head)
        here = self._linker.actors(head)
        if not here and name != "subject":
            # "condemned the court's ruling": what is condemned is no actor, whose it is may be; a place stands for its country.
            here = self._linker.owners(head) or self._linker.territory(head)
        if not here and name == "subject":
            # "Russian shelling killed ...": the doer is who the subject belongs to.
            here = self._linker.possessors(head)
        return here


def named(actors: list[Actor]) -> list[Actor]:
    """Those of whom more is known than what they do: a country, an organisation, a group."""
    return [a for a in actors if a.country or a.code.startswith("IGO") or len(a.code) > 3]

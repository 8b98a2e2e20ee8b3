"""The scene of a report: the country that its police, courts or crowds belong to where no word says whose they are."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from detente.knowledge.base import Knowledge
from detente.model import Article

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_WHERE = frozenset({"in", "at", "near", "outside", "across", "around", "inside", "throughout"})
_DATELINE_END = re.compile(r"[(—–:_]|\s-|--|\b\d")
_DATELINE_WEIGHT = 3
_LEAD = 1.5
"""How many times as often the scene must be named as any other country."""


class Scene:
    """The country in which an article plays, where it plays in one: `home`."""

    def __init__(self, base: Knowledge, article: Article) -> None:
        self._base = base
        counts: Counter[str] = Counter()
        for match in base.names.find(article.text):
            named = match.named[0]
            if named.entry.kind == "state" and named.entry.country:
                counts[named.entry.country] += 1
        dateline = None
        for block in article.blocks:
            if block.kind == "dateline":
                for country in self._reported_from(article.text[block.start : block.end]):
                    counts[country] += _DATELINE_WEIGHT
                    dateline = dateline or country
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        leads = ranked and (len(ranked) == 1 or ranked[0][1] >= _LEAD * ranked[1][1])
        self.home = ranked[0][0] if leads else None
        self._dateline = dateline

    def country_of(self, noun: Token, sentence: Sentence, *, of_state: bool) -> str | None:
        """The country of somebody told of without one.

        That of a place in the same clause or one above it. Then, for police, courts and the like (`of_state`), where the
        report plays or was written; for others that of the nearest place in the sentence, else where the report plays.
        """
        here: list[tuple[int, str]] = []
        elsewhere: list[tuple[int, str]] = []
        clauses = _clauses(noun)
        for token in sentence.tokens:
            if token.dep_ == "pobj" and token.pos_ == "PROPN" and token.head.lower_ in _WHERE:
                near = here if _clauses(token)[0] in clauses else elsewhere
                near.extend((abs(token.i - noun.i), country) for country in self._countries(token.text)[:1])
        if here:
            return min(here)[1]
        nearest = min(elsewhere)[1] if elsewhere else None
        return (self.home or self._dateline) if of_state else (nearest or self.home)

    def _reported_from(self, dateline: str) -> list[str]:
        """The country of a dateline's place, which is mostly printed in capitals: "NEW DELHI (Northgate Wire) -"."""
        place = _DATELINE_END.split(dateline, maxsplit=1)[0].strip()
        parts = [text.strip() for part in place.split(",") for text in (part, part.title())]
        named = [n.entry.country for part in reversed(parts) for n in self._base.names.get(part) if n.entry.kind == "state"]
        found = named or [p.country for part in parts for p in self._base.places.find(part)[:1]]
        return [country for country in found if country][:1]

    def _countries(self, text: str) -> list[str]:
        found = [n.entry.country for m in self._base.names.find(text) for n in m.named[:1] if n.entry.kind == "state"]
        if not found:
            words = text.replace(",", " ").split()
            found = [p.country for w in (text, *words, *(w.title() for w in words)) for p in self._base.places.find(w)[:1]]
        return [country for country in found if country]


def _clauses(token: Token) -> list[int]:
    """The places in the text of the verbs that govern a token, nearest first; the sentence's root is the last."""
    found: list[int] = []
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            found.append(int(token.i))
    return found if found and found[-1] == token.i else [*found, int(token.i)]

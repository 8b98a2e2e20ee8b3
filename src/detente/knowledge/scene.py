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
        self.home = ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= _LEAD * ranked[1][1]) else dateline

    def country_of(self, noun: Token, sentence: Sentence) -> str | None:
        """The country of somebody told of without one: that of a place in the same clause, else where the report plays.

        A place elsewhere in the sentence counts only where the report plays nowhere in particular.
        """
        best: tuple[bool, int, str] | None = None
        clause = _clause(noun)
        for token in sentence.tokens:
            if token.dep_ == "pobj" and token.pos_ == "PROPN" and token.head.lower_ in _WHERE:
                elsewhere = _clause(token) != clause
                if elsewhere and self.home:
                    continue
                for country in self._countries(token.text)[:1]:
                    here = (elsewhere, abs(token.i - noun.i), country)
                    if best is None or here < best:
                        best = here
        return best[2] if best else self.home

    def _reported_from(self, dateline: str) -> list[str]:
        """The country of a dateline's place, which is mostly printed in capitals: "NEW DELHI (Northgate Wire) -"."""
        place = _DATELINE_END.split(dateline, maxsplit=1)[0].strip()
        for text in (place, place.title(), *(part.strip().title() for part in reversed(place.split(",")))):
            found = [n.entry.country for n in self._base.names.get(text) if n.entry.kind == "state"][:1]
            found = found or [p.country for p in self._base.places.find(text)[:1]]
            if found and found[0]:
                return [found[0]]
        return []

    def _countries(self, text: str) -> list[str]:
        found = [n.entry.country for m in self._base.names.find(text) for n in m.named[:1] if n.entry.kind == "state"]
        if not found:
            words = text.replace(",", " ").split()
            found = [p.country for w in (text, *words, *(w.title() for w in words)) for p in self._base.places.find(w)[:1]]
        return [country for country in found if country]


def _clause(token: Token) -> int:
    """The place in the text of the verb that governs a token, or of the sentence's root."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    return int(token.i)

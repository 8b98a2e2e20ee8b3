"""The scene of a report: the country that its police, courts or crowds belong to where no word says whose they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.knowledge.base import Knowledge
from detente.model import Article

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_WHERE = frozenset({"in", "at", "near", "outside", "across", "around", "inside", "throughout"})
_DATELINE_WEIGHT = 3
_LEAD = 1.5
"""How many times as often the scene must be named as any other country."""


class Scene:
    """The country in which an article plays, where it plays in one."""

    def __init__(self, base: Knowledge, article: Article) -> None:
        self._base = base
        counts: Counter[str] = Counter()
        for match in base.names.find(article.text):
            named = match.named[0]
            if named.entry.kind == "state" and named.entry.country:
                counts[named.entry.country] += 1
        for block in article.blocks:
            if block.kind == "dateline":
                for country in self._countries(article.text[block.start : block.end]):
                    counts[country] += _DATELINE_WEIGHT
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        self._home = ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= _LEAD * ranked[1][1]) else None

    def country_of(self, noun: Token, sentence: Sentence) -> str | None:
        """The country of somebody told of without one: that of a place in the sentence, else where the whole report plays."""
        best: tuple[int, str] | None = None
        for token in sentence.tokens:
            if token.dep_ == "pobj" and token.pos_ == "PROPN" and token.head.lower_ in _WHERE:
                for country in self._countries(token.text)[:1]:
                    distance = abs(token.i - noun.i)
                    if best is None or distance < best[0]:
                        best = (distance, country)
        return best[1] if best else self._home

    def _countries(self, text: str) -> list[str]:
        found = [n.entry.country for m in self._base.names.find(text) for n in m.named[:1] if n.entry.kind == "state"]
        if not found:
            words = text.replace(",", " ").split()
            found = [p.country for w in (text, *words, *(w.title() for w in words)) for p in self._base.places.find(w)[:1]]
        return [country for country in found if country]

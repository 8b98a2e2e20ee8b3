"""Proper names in a sentence, and which of its meanings a name has in an article."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from detente.knowledge.base import Knowledge
from detente.knowledge.entry import Entry
from detente.knowledge.names import Match, Named
from detente.knowledge.phrases import only_backing
from detente.knowledge.references import References
from detente.language.nominals import modifiers
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_NAMED_AFTER_PLACES = frozenset(
    (
        "accord agreement armistice ceasefire communique conference convention deal declaration format framework group "
        "initiative meeting memorandum negotiation pact peace principle process protocol round summit talk treaty truce"
    ).split()
)
"""What is called after the place where it was made: "the Minsk agreements" are not the government's in Minsk."""


class Naming:
    """The proper names of one article."""

    def __init__(self, base: Knowledge, references: References, day: dt.date | None) -> None:
        self._base = base
        self._references = references
        self._day = day
        self._matches: dict[Token, Match] = {}

    def read(self, sentence: Sentence) -> None:
        """Finds the names in the next sentence of the article."""
        self._matches.update(self._find(sentence))

    def match(self, token: Token) -> Match | None:
        """The name that the token is part of."""
        return self._matches.get(token)

    def meaning(self, token: Token) -> Named | None:
        """What the name that the token is part of stands for."""
        match = self._matches.get(token)
        return self.choose(match) if match else None

    def choose(self, match: Match) -> Named | None:
        """Of several meanings of a name, one that existed at the article's date and has been spoken of before."""
        existing = [n for n in match.named if n.entry.kind != "state" or self._told_of(n)]
        standing = [n for n in existing if self._stands(n)] or existing
        for named in standing[1:]:
            if self._references.spoken_of(named.entry.country):
                return named
        return standing[0] if standing else None

    def qualifiers(self, head: Token) -> list[tuple[Named, Match]]:
        """Countries, organisations and groups that stand before a noun and say whose it is."""
        found: list[tuple[Named, Match]] = []
        seen: set[int] = set()
        for token in modifiers(head):
            match = self._matches.get(token)
            if match is None or match.start in seen or only_backing(token):
                continue
            seen.add(match.start)
            named = self.choose(match)
            if named is None or named.entry.kind not in ("state", "organisation", "group"):
                continue
            if token.dep_ != "poss" and self._only_where(named, match, head):
                continue
            found.append((named, match))
        return found

    def qualifying_actors(self, head: Token) -> list[Actor]:
        """The qualifiers of a noun as actors, each once."""
        found: list[Actor] = []
        for named, match in self.qualifiers(head):
            actor = named_actor(named.entry, match)
            if actor not in found:
                found.append(actor)
        return found

    def _only_where(self, named: Named, match: Match, noun: Token) -> bool:
        """Whether a name before a noun only says where it was made."""
        if noun.lemma_.lower() not in _NAMED_AFTER_PLACES:
            return False
        return named.form == "capital" or (
            named.form == "metonym" and any(p.kind == "city" for p in self._base.places.find(match.text))
        )

    def _told_of(self, named: Named) -> bool:
        """Whether an article of this date can speak of a state: of one that is gone, but not of one to come."""
        return self._day is None or named.start is None or named.start <= self._day

    def _stands(self, named: Named) -> bool:
        if self._day is None:
            # The first row of a group is the one to take then.
            return named.end is None or named.entry.kind == "group"
        return self._told_of(named) and (named.end is None or self._day <= named.end)

    def _find(self, sentence: Sentence) -> dict[Token, Match]:
        """Each token to the name that it is part of."""
        found: dict[Token, Match] = {}
        doc, begin = sentence.tokens.doc, sentence.tokens.start_char
        matches = list(self._base.names.find(sentence.text))
        if not matches:
            return found
        starts = {token.idx - begin: token.i for token in sentence.tokens}
        for match in matches:
            first = starts.get(match.start)
            if first is None:
                continue
            covered = []
            index = first
            while index < sentence.tokens.end and doc[index].idx - begin < match.end:
                covered.append(index)
                index += 1
            if len(covered) == 1 and covered[0] == sentence.tokens.start and doc[covered[0]].pos_ in ("NOUN", "VERB"):
                if match.named[0].entry.kind == "organisation":
                    # "Shell hits kindergarten": the first word of a sentence is written large anyway.
                    continue
            if _inside_other_name(doc[covered[0]], doc[covered[-1]], match):
                continue
            for i in covered:
                found[doc[i]] = match
        return found


def named_actor(entry: Entry, match: Match) -> Actor:
    """The actor that a proper name in the text stands for."""
    return Actor(name=entry.name, entity_text=match.text, code=entry.code, sector=entry.sector, country=entry.country)


def _inside_other_name(first: Token, last: Token, match: Match) -> bool:
    """Whether a country's name is only part of a person's ("Michael Jordan")."""
    if match.named[0].entry.kind == "person" or first.ent_type_ != "PERSON":
        return False
    before = first.i > 0 and first.nbor(-1).ent_type_ == "PERSON" and first.ent_iob_ == "I"
    after = last.i + 1 < len(last.doc) and last.nbor(1).ent_type_ == "PERSON" and last.nbor(1).ent_iob_ == "I"
    # "Sri Lanka's minister": a genitive ends a name.
    after = after and last.nbor(1).tag_ != "POS"
    if after and match.named[0].form == "demonym":
        return False
    return before or after

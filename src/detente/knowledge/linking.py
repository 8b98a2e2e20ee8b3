"""Linking: which actor a noun phrase of a report names.

The linker reads an article's sentences in order. For each it links every noun phrase to the actors that it names, by
proper names (`naming`), by persons' names (`introducing`), by agent nouns with what qualifies them (`describing`), and by
what the article has said before (`references`); then the pronouns.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.base import Knowledge
from detente.knowledge.describing import Describing
from detente.knowledge.introducing import Introducing
from detente.knowledge.link import NAMED, OF_SEVERAL, PLACED, PRONOUN, Grounds, Link
from detente.knowledge.names import Match, Named
from detente.knowledge.naming import Naming, named_actor
from detente.knowledge.people import People
from detente.knowledge.phrases import heads_phrase, left_edge
from detente.knowledge.references import FIRST_PERSON, References
from detente.knowledge.scene import Scene
from detente.knowledge.titled import Titled
from detente.language.nominals import TRANSPARENT, owners, prepositions
from detente.model import Actor, Article

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_NAMING_A_THING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT", "attr", "appos"})
_PLACING = frozenset({"in", "at", "near", "outside", "around", "inside", "across"})


class Linker:
    """Links the noun phrases of one article, of that day where it is known.

    `actors(token)` is what a head token names; empty when it names no actor.
    """

    def __init__(self, base: Knowledge, article: Article, day: dt.date | None) -> None:
        self._base = base
        self._references = References()
        self._people = People(base, day)
        self._naming = Naming(base, self._references, day)
        self._describing = Describing(base, self._naming, self._references, Scene(base, article), day)
        self._introducing = Introducing(base, self._people, self._naming, self._describing, self._references, day)
        self._describing.actors = self.actors
        self._describing.person = lambda token: _actor(self._introducing.person(token))
        self._describing.ruler = lambda token: _actor(self._introducing.ruler(token))
        self._linked: dict[Token, list[Actor]] = {}
        self._links: dict[Token, list[Link]] = {}
        self._sentence: Sentence

    def read(self, sentence: Sentence) -> None:
        """Links the noun phrases of the next sentence of the article."""
        self._sentence = self._describing.sentence = sentence
        self._naming.read(sentence)
        self._introducing.read(sentence)
        for token in sentence.tokens:
            if token in self._introducing.heads:
                self._keep(token, self._link(token))
            elif token.pos_ == "PRON":
                self._refer(token)
            elif token.pos_ in ("NOUN", "PROPN") or (token.pos_ not in ("PUNCT", "SPACE", "ADP", "DET") and heads_phrase(token)):
                if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
                    continue
                if token.dep_ == "punct" or token in self._introducing.parts:
                    continue
                self._keep(token, self._link(token))
        self._references.end_of_sentence()

    def actors(self, token: Token) -> list[Actor]:
        """The actors that the phrase headed by the token names."""
        return self._linked.get(token, [])

    def links(self, token: Token) -> list[Link]:
        """The same, each with its score and the reasons for it."""
        return self._links.get(token, [])

    @property
    def titled(self) -> list[Titled]:
        """The titles of office with a name beside them, of the article so far and in reading order."""
        return self._introducing.titled

    def owners(self, token: Token) -> list[Actor]:
        """The actors that a noun belongs to: possessor, "by" or "of" phrase, or a nationality before it."""
        found = [a for owner in owners(token) for a in self.actors(owner)]
        if found:
            return found
        found = self._naming.qualifying_actors(token)
        if found:
            return found
        phrases = prepositions(token)
        for preposition in ("of", "from", "in"):
            found = [a for head in phrases.get(preposition, []) for a in self.actors(head)]
            if found:
                return found
        return []

    def possessors(self, token: Token) -> list[Actor]:
        """The actors that a noun belongs to by possessor, "by" phrase or nationality, not by an "of" phrase."""
        found = [a for owner in owners(token) for a in self.actors(owner)]
        return found or self._naming.qualifying_actors(token)

    def qualifying(self, token: Token) -> list[Actor]:
        """The actors that nationalities before a noun name ("Russian shelling")."""
        return self._naming.qualifying_actors(token)

    def territory(self, token: Token) -> list[Actor]:
        """The country that a place belongs to, as the one acted upon when the place is ("annexed Crimea", "shelled Homs")."""
        if token.pos_ != "PROPN":
            return []
        text = token.doc[left_edge(token).i : token.i + 1].text.removeprefix("the ")
        for name in (text, token.text):
            for place in self._base.places.find(name)[:1]:
                if place.country:
                    country = self._base.country_name(place.country)
                    return [Actor(name=country, entity_text=token.text, code=place.country, country=place.country)]
        return []

    def voice(self, sentence: Sentence, start: int, end: int, speaker: list[Actor]) -> None:
        """Links "I" and "we" between two offsets of the article to the one whose words these are."""
        for token in sentence.tokens:
            if token.lower_ in FIRST_PERSON and start <= sentence.offset + token.idx < end:
                here = {"entity_text": token.text, "identifier_text": None}
                self._linked[token] = [actor.model_copy(update=here) for actor in speaker]
                self._links[token] = [Link(actor, Grounds(PRONOUN, ("speaker",))) for actor in self._linked[token]]

    def mentions(self) -> list[tuple[Token, list[Actor]]]:
        """Every linked head of the article so far, in no particular order."""
        return list(self._linked.items())

    def _keep(self, token: Token, found: list[Link]) -> None:
        if found:
            actors = [link.actor for link in found]
            self._links[token], self._linked[token] = found, actors
            self._references.mention(token, actors, self._gender(actors, token))
        elif token.pos_ == "NOUN" and token.dep_ in _NAMING_A_THING and not token.ent_type_:
            self._references.mention(token, [], "")

    def _refer(self, pronoun: Token) -> None:
        found = self._references.resolve(pronoun)
        if found:
            here = {"entity_text": pronoun.text, "identifier_text": None}
            actors = self._linked[pronoun] = [actor.model_copy(update=here) for actor in found]
            self._links[pronoun] = [Link(actor, Grounds(PRONOUN, ("pronoun",))) for actor in actors]
            self._references.mention(pronoun, actors, self._gender(found))

    # One phrase

    def _link(self, head: Token) -> list[Link]:
        match = self._naming.match(head)
        person = self._introducing.person(head)
        if person:
            return [person]
        if head.lemma_.lower() in TRANSPARENT and match is None:
            return [link for h in prepositions(head).get("of", []) for link in self._link(h)]
        if match:
            named = self._naming.choose(match)
            if named and named.form == "capital" and head.dep_ == "pobj" and head.head.lower_ in _PLACING:
                # "met in Moscow": there a capital is a place; nobody acts.
                return []
            if named:
                return [Link(named_actor(named.entry, match), _grounds(named, match))]
        if self._describing.ends_title(head):
            return []
        return self._apposed_person(head) or self._person_apposed_to(head) or self._describing.by_description(head)

    def _person_apposed_to(self, head: Token) -> list[Link]:
        """ "Yermak, an adviser to the president, who took part": the title stands for the person named before it."""
        if head.dep_ != "appos" or head.head.pos_ != "PROPN":
            return []
        return [
            link
            for link in self._links.get(head.head, [])
            if self._people.introduced(link.actor.name) and self._describing.agent(head)[0] is not None
        ]

    def _apposed_person(self, head: Token) -> list[Link]:
        """ "The Secretary of State, Antony Blinken": the person whose name follows the title."""
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and self._describing.agent(head)[0] is not None:
                person = self._introducing.person(child)
                if person:
                    words = {"identifier_text": self._sentence.span(left_edge(head), head).text}
                    return [replace(person, actor=person.actor.model_copy(update=words))]
        return []

    def _gender(self, actors: list[Actor], head: Token | None = None) -> str:
        """ "m", "f", "p" (a person of unknown gender) or "" (no person)."""
        if len(actors) != 1:
            return ""
        person = self._people.introduced(actors[0].name) or self._people.known(actors[0].name)
        if person:
            return person.gender or "p"
        named = self._naming.meaning(head) if head else None
        if named and actors[0].name == named.entry.name and named.entry.kind != "person":
            # The parser takes many a city for a person.
            return ""
        if actors[0].office:
            return "p"
        if head is None or head.tag_ not in ("NN", "NNP"):
            return ""
        agent, _, _ = self._describing.agent(head)
        return "p" if head.ent_type_ == "PERSON" or (agent and agent.name in self._base.persons) else ""


def _actor(link: Link | None) -> Actor | None:
    return link.actor if link else None


def _grounds(named: Named, match: Match) -> Grounds:
    """What a proper name rests on; one with several meanings is less sure."""
    grounds = Grounds(NAMED, ("name",)) if named.form in ("name", "demonym") else Grounds(PLACED, (named.form,))
    meanings = {n.entry.name for n in match.named}
    return grounds.also("one of several meanings", times=OF_SEVERAL) if len(meanings) > 1 else grounds

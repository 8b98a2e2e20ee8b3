"""Descriptions: agent nouns with the country or organisation that qualifies them ("the Ukrainian foreign minister")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from detente.knowledge.agents import RANKS, agent_phrase
from detente.knowledge.base import Knowledge
from detente.knowledge.entry import Entry
from detente.knowledge.link import DESCRIBED, HOLDER, IMPLIED, PRONOUN, SECTOR, Grounds, Link, in_office
from detente.knowledge.naming import Naming
from detente.knowledge.offices import Spell
from detente.knowledge.phrases import abroad, definite, indefinite, is_former, is_to_come, left_edge, names_an_act, one_of_several
from detente.knowledge.references import References
from detente.knowledge.scene import Scene
from detente.language.nominals import modifiers, owners, prepositions
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_BODIES = frozenset({"alliance", "bloc", "organisation", "organization", "union"})
_STATES = frozenset({"country", "nation", "republic", "kingdom", "state"})
_SIDES = frozenset(
    {"side", "leader", "party", "neighbour", "neighbor", "president", "minister", "government", "army", "delegation"}
)
_POWERS = frozenset({"capital", "government", "power"})
_PERSONS = frozenset(
    {"adviser", "diplomat", "envoy", "leader", "man", "minister", "negotiator", "official", "president", "statesman", "woman"}
)
_IN_OFFICES = frozenset({"minister", "president"})
_OF_TWO = frozenset({"two", "both", "each", "neither", "either"})
_OF_THE_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
_RELATIONAL = frozenset(
    (
        "ally partner counterpart neighbour neighbor member country nation state side party power bloc alliance envoy diplomat"
    ).split()
)
_QUALIFYING = ("of", "from", "in", "for", "to", "at")
_PERSONAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY", "REB"})
_RULED = frozenset({"administration", "cabinet", "government", "presidency", "regime"})
_ONE_OF_SEVERAL = ("deputy ", "assistant ", "under ", "first deputy ")
"""How titles begin of which there are several holders, so that a bare title means none in particular."""


class Describing:
    """Reads the descriptions of one article. What it needs of other linking comes as functions from a token.

    `actors` gives those that a token is linked to; `person` the person that it names; `ruler` the country of the head of
    government whom it names before "administration" and the like.
    """

    def __init__(self, base: Knowledge, naming: Naming, references: References, scene: Scene, day: dt.date | None) -> None:
        self._base = base
        self._naming = naming
        self._references = references
        self._scene = scene
        self._day = day
        self._described: dict[str, list[Entry]] = {}
        self.sentence: Sentence
        self.actors: Callable[[Token], list[Actor]]
        self.person: Callable[[Token], Actor | None]
        self.ruler: Callable[[Token], Actor | None]

    def by_description(self, head: Token) -> list[Link]:
        """The actors that a phrase without a name of its own describes or refers back to."""
        referred = self._by_reference(head)
        if referred:
            return [Link(actor, Grounds(PRONOUN, ("reference back",))) for actor in referred]
        entries = self.describe(head)
        if not entries:
            return []
        text = self.sentence.span(left_edge(head), head).text
        office = self._held_title(head)
        links = []
        for entry in entries:
            holder = self._base.offices.holder(entry.country or entry.short, office, self._day) if office else None
            named = holder.person if holder and len(entries) == 1 else entry.name
            actor = Actor(
                name=named,
                entity_text=text,
                code=entry.code,
                sector=entry.sector,
                country=entry.country,
                identifier_text=text if named != text else None,
                office=office if holder else None,
            )
            links.append(Link(actor, self._grounds(head, entry, holder)))
        return links

    def _grounds(self, head: Token, entry: Entry, holder: Spell | None) -> Grounds:
        """What a description rests on: whether its country is told, and how surely the holder of its office is known."""
        told = bool(self.describe(head, guess=False)) and any(e.country or e.short for e in self.describe(head, guess=False))
        if not (entry.country or entry.short):
            return Grounds(SECTOR, ("description",))
        country = ("country",) if told else ("country implied",)
        if holder:
            grounds = Grounds(HOLDER if told else IMPLIED, ("title", *country))
            return in_office(grounds, holder.start, holder.end, holder.checked, self._day)
        return Grounds(DESCRIBED if told else IMPLIED, ("description", *country))

    def describe(self, head: Token, *, name: list[Token] | None = None, guess: bool = True) -> list[Entry]:
        """The actors that a phrase describes: an agent noun with what qualifies it.

        `name`: the tokens of a person's name that ends at the head; the agent noun is looked for before them.
        `guess`: whether the article may tell the country where the phrase does not.
        """
        agent, agent_head, phrase = self.agent(head, name=name)
        if agent is None or agent_head is None or names_an_act(agent_head):
            return []
        qualifiers = self._qualifiers(head if name else agent_head, agent_head)
        sector = "ELI" if is_former(agent_head) and agent.sector in _PERSONAL else agent.sector
        if qualifiers:
            entries = []
            for qualifier in dict.fromkeys(qualifiers):
                if qualifier.short:
                    entries.append(Entry("agent", phrase, qualifier.country, qualifier.sector, qualifier.short))
                else:
                    entries.append(Entry("agent", phrase, qualifier.country, sector))
            self._described[agent.name] = entries
            return entries
        own = self._own_country(agent)
        if own or not guess:
            return [Entry("agent", phrase, own, sector)]
        before = self._described.get(agent.name)
        if before and not indefinite(agent_head):
            return before
        country = None
        ranked = name is not None and agent.name in RANKS
        if not ranked and agent.kind != "population" and agent_head.lemma_.lower() not in _RELATIONAL and not abroad(agent_head):
            country = self._scene.country_of(agent_head, self.sentence, of_state=agent.sector in _OF_THE_STATE)
            if country is None and agent.sector in _OF_THE_STATE and definite(agent_head):
                country = self._references.last_country()
        return [Entry("agent", phrase, country, sector)]

    def ends_title(self, head: Token) -> bool:
        """Whether a noun is the end of a title whose first word heads it: "state" of "secretary of state"."""
        if head.dep_ != "pobj" or head.head.lower_ != "of":
            return False
        agent, _, phrase = self.agent(head)
        return agent is not None and head.i - len(phrase.split()) + 1 < head.head.i

    def remember(self, head: Token, name: list[Token], country: str | None, sector: str | None) -> None:
        """From now on the title before a person's name means that person's: "the president" after "President Varga"."""
        agent, agent_head, phrase = self.agent(head, name=name)
        if agent and agent_head and country and agent.name not in RANKS and not is_former(head):
            self._described[agent.name] = [Entry("agent", phrase, country, sector)]

    def agent(self, head: Token, *, name: list[Token] | None = None) -> tuple[Entry | None, Token | None, str]:
        """The longest agent phrase that ends at the head, or, before a name, at the last word before it."""
        return agent_phrase(self._base.agents, self.sentence, head, name)

    def title(self, head: Token, *, name: list[Token] | None = None) -> str | None:
        """The title that the phrase holds, lower case, where it is one that a table of offices could have."""
        agent, _, phrase = self.agent(head, name=name)
        return phrase.lower() if agent and agent.sector in _PERSONAL | {"IGO"} and agent.kind == "agent" else None

    def _held_title(self, head: Token) -> str | None:
        """The title of a phrase that can only mean its holder.

        "a spokesman" is anyone; "the Foreign Office spokesman" speaks for the Foreign Office, not for the government, so
        a name that stands for part of the state must be part of the title.
        """
        title = self.title(head)
        if title is None or head.tag_ != "NN" or one_of_several(head) or is_former(head) or is_to_come(head):
            return None
        if title.startswith(_ONE_OF_SEVERAL):
            return None
        for named, match in self._naming.qualifiers(head):
            if named.form == "metonym" and named.entry.kind == "state" and match.text.lower() not in title:
                return f"{match.text.lower()} {title}"
        return title

    def _own_country(self, agent: Entry) -> str | None:
        """The country to which an office or body belongs where no other is named ("the House of Commons")."""
        if agent.country is None:
            return None
        if agent.name in self._base.shared and not (
            self._references.spoken_of(agent.country) or self._scene.home in (None, agent.country)
        ):
            return None
        return agent.country

    def _qualifiers(self, head: Token, agent_head: Token) -> list[Entry]:
        """Whose somebody is, as the words before the noun, those behind it, or its owner say."""
        found = [named.entry for named, _ in self._naming.qualifiers(head)]
        if not found and agent_head.lemma_.lower() in _RULED:
            # "the Clinton administration"
            rulers = [self.ruler(token) for token in modifiers(agent_head) if token.pos_ == "PROPN"]
            found = [Entry("state", r.name, r.country, r.sector) for r in rulers if r and r.country][:1]
        if not found:
            found = self._qualifiers_after(agent_head)
        if not found:
            found = [
                Entry("state", a.name, a.country, a.sector, "")
                for owner in owners(agent_head)
                for a in self.actors(owner)
                if a.country
            ]
        return found

    def _qualifiers_after(self, head: Token) -> list[Entry]:
        """Those that a phrase behind the noun names: "of Ukraine", "from the armies of Peru and Chile"."""
        found: list[Entry] = []
        phrases = prepositions(head)
        # "the allies in Riga", "diplomats in Moscow": where somebody is who is no one's own does not say whose he is.
        placed = ("in", "at") if head.lemma_.lower() in _RELATIONAL else ()
        for preposition in (p for p in _QUALIFYING if p not in placed):
            for below in phrases.get(preposition, []):
                named = self._naming.meaning(below)
                if named and named.entry.kind != "person":
                    found.append(named.entry)
                elif named is None and preposition in ("of", "from", "to", "for"):
                    person = self.person(below)
                    if person and person.country:
                        found.append(Entry("state", person.name, person.country, person.sector))
                    elif person is None:
                        found.extend(e for e in self.describe(below) if e.country or e.short)
            if found:
                return found
        return found

    def _by_reference(self, head: Token) -> list[Actor]:
        """ "the alliance", "the country", "the two leaders", "each side": those last spoken of who are of that kind."""
        word = head.lemma_.lower()
        before = {c.lower_ for c in head.lefts}
        two = head.lower_ == "two" or bool(before & _OF_TWO)
        if not (definite(head) or before & {"both", "these", "this", "each", "neither", "either"}) or prepositions(head).get(
            "of"
        ):
            return []
        if self._naming.qualifiers(head) or owners(head):
            return []
        found: list[Actor] = []
        if word in _BODIES and head.tag_ == "NN":
            found = self._references.last(1, lambda a: a.code.startswith("IGO") and not a.office)
        elif word == "ally" and head.tag_ == "NNS":
            found = self._references.last(1, _is_alliance)
        elif word in _STATES and head.tag_ == "NN" and not two:
            found = self._references.last(1, lambda a: a.country is not None and a.sector in (None, "GOV") and not a.office)
        elif two and word in _STATES | _POWERS:
            found = [self._state(a) for a in self._references.last(2, _is_power)]
        elif two and word in _PERSONS:
            found = self._references.last_persons(2, lambda a: _holds(a, word))
        elif two and word in _SIDES:
            found = [self._state(a) for a in self._references.last(2, _is_side)]
        elif head.lower_ == "two" and head.tag_ == "CD":
            found = self._references.last_persons(2, lambda a: a.office is not None)
        text = self.sentence.span(left_edge(head), head).text
        return [a.model_copy(update={"entity_text": text, "identifier_text": None}) for a in found]

    def _state(self, actor: Actor) -> Actor:
        """The state or organisation that somebody acts for."""
        if actor.country is None or not actor.office:
            return actor
        return Actor(name=self._base.country_name(actor.country), entity_text="", code=actor.country, country=actor.country)


def _holds(actor: Actor, word: str) -> bool:
    """Whether somebody's office fits the noun: ministers and presidents by name, any other noun fits all."""
    return word not in _IN_OFFICES or (actor.office is not None and word in actor.office)


def _is_alliance(actor: Actor) -> bool:
    return actor.code.startswith("IGO") and ("Treaty" in actor.name or "Alliance" in actor.name)


def _is_power(actor: Actor) -> bool:
    return actor.country is not None and actor.sector in (None, "GOV", "MIL")


def _is_side(actor: Actor) -> bool:
    return actor.country is not None or actor.code.startswith("IGO")

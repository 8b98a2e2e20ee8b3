"""Linking: which actor a noun phrase of a report names.

The linker reads an article's sentences in order. For each it links every noun phrase to the actors that it names, by
proper names, by agent nouns with the country or organisation that qualifies them, by offices, and by what the article
has said before; then the pronouns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.base import Knowledge
from detente.knowledge.entry import Entry
from detente.knowledge.names import Match, Named
from detente.knowledge.people import FORMER, People, Person
from detente.knowledge.references import FIRST_PERSON, References
from detente.knowledge.scene import Scene
from detente.language.nominals import TRANSPARENT, modifiers, owners, prepositions
from detente.model import Actor, Article

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_NOT_ALLEGIANCE = frozenset(
    {"backed", "led", "allied", "based", "supported", "sponsored", "brokered", "mediated", "funded", "made", "built"}
)
_FOREIGN = frozenset(
    (
        "western international foreign european regional other several various world global allied neighbouring "
        "neighboring african asian arab multinational overseas many both all two three four five six"
    ).split()
)
_PLACING = frozenset({"in", "at", "near", "outside", "around", "inside", "across"})
_BODIES = frozenset({"alliance", "bloc", "organisation", "organization", "union"})
_STATES = frozenset({"country", "nation", "republic", "kingdom", "state"})
_SIDES = frozenset({"side", "leader", "party", "neighbour", "neighbor", "president", "minister", "government", "army", "delegation"})
_OF_THE_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
_RELATIONAL = frozenset(
    (
        "ally partner counterpart neighbour neighbor member country nation state side party power bloc alliance envoy "
        "diplomat"
    ).split()
)
_QUALIFYING = ("of", "from", "in", "for", "to", "at")
_PERSONAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY", "REB"})
_COMPANY_ENTITY = frozenset({"PERSON"})


class Linker:
    """Links the noun phrases of one article. `actors(token)` is what a head token names; empty when it names no actor."""

    def __init__(self, base: Knowledge, article: Article) -> None:
        self._base = base
        self._day = article.date
        self._people = People(base, article.date)
        self._scene = Scene(base, article)
        self._references = References()
        self._described: dict[str, list[Entry]] = {}
        self._linked: dict[Token, list[Actor]] = {}
        self._matches: dict[Token, Match] = {}
        self._sentence: Sentence

    def read(self, sentence: Sentence) -> None:
        """Links the noun phrases of the next sentence of the article."""
        self._sentence = sentence
        self._matches.update(self._find_names(sentence))
        for token in sentence.tokens:
            if token.pos_ == "PRON":
                self._refer(token)
            elif token.pos_ in ("NOUN", "PROPN") or (token.pos_ not in ("PUNCT", "SPACE", "ADP", "DET") and _heads_phrase(token)):
                if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
                    continue
                found = self._link(token)
                if found:
                    self._linked[token] = found
                    self._references.mention(token, found, self._gender(found, token))
        self._references.end_of_sentence()

    def actors(self, token: Token) -> list[Actor]:
        """The actors that the phrase headed by the token names."""
        return self._linked.get(token, [])

    def owners(self, token: Token) -> list[Actor]:
        """The actors that a noun belongs to: possessor, "by" or "of" phrase, or a nationality before it."""
        found = [a for owner in owners(token) for a in self.actors(owner)]
        if found:
            return found
        found = self._qualifiers_as_actors(token)
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
        return found or self._qualifiers_as_actors(token)

    def territory(self, token: Token) -> list[Actor]:
        """The country that a place belongs to, as the one acted upon when the place is ("annexed Crimea", "shelled Homs")."""
        if token.pos_ != "PROPN":
            return []
        text = token.doc[_left_edge(token).i : token.i + 1].text.removeprefix("the ")
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

    def mentions(self) -> list[tuple[Token, list[Actor]]]:
        """Every linked head of the article so far, in no particular order."""
        return list(self._linked.items())

    def _refer(self, pronoun: Token) -> None:
        found = self._references.resolve(pronoun)
        if found:
            here = {"entity_text": pronoun.text, "identifier_text": None}
            self._linked[pronoun] = [actor.model_copy(update=here) for actor in found]
            self._references.mention(pronoun, self._linked[pronoun], self._gender(found))

    # One phrase

    def _link(self, head: Token) -> list[Actor]:
        match = self._matches.get(head)
        person = self._person(head, match)
        if person:
            return [person]
        if head.lemma_.lower() in TRANSPARENT and match is None:
            return [a for h in prepositions(head).get("of", []) for a in self._link(h)]
        if match:
            named = self._choose(match)
            if named and named.form == "capital" and head.dep_ == "pobj" and head.head.lower_ in _PLACING:
                # "met in Moscow": there a capital is a place; nobody acts.
                return []
            if named:
                return [self._actor_of(named.entry, match)]
        return self._apposed_person(head) or self._person_apposed_to(head) or self._by_description(head)

    def _person_apposed_to(self, head: Token) -> list[Actor]:
        """ "Yermak, an adviser to the president, who took part": the title stands for the person named before it."""
        if head.dep_ != "appos" or head.head.pos_ != "PROPN":
            return []
        return [
            a for a in self._linked.get(head.head, []) if self._people.introduced(a.name) and self._agent(head)[0] is not None
        ]

    def _apposed_person(self, head: Token) -> list[Actor]:
        """ "The Secretary of State, Antony Blinken": the person whose name follows the title."""
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and self._agent(head)[0] is not None:
                person = self._person(child, self._matches.get(child))
                if person:
                    return [person.model_copy(update={"identifier_text": self._sentence.span(_left_edge(head), head).text})]
        return []

    def _person(self, head: Token, match: Match | None) -> Actor | None:
        if match and any(named.entry.kind == "person" for named in match.named):
            name = match.text
            known = self._people.known(name)
            if known:
                return self._introduce(head, name, known)
        if head.pos_ not in ("PROPN", "NOUN", "X", "VERB", "ADJ", "ADV") or (match and not self._people.introduced(head.text)):
            return None
        name = _person_name(head)
        if " " in name:
            known = (
                self._people.introduced(name)
                or self._people.known(name)
                or self._people.misspelt(name, self._references.countries)
            )
            return self._introduce(head, name, known or self._from_title(head, name))
        if not head.text[:1].isupper() or (head.text.isupper() and len(head.text) < 5):
            return None
        known = self._people.called(head.text)
        if known is None and head.ent_type_ == "PERSON":
            described = self._from_title(head, head.text)
            known = described if described.sector else self._people.resembling(head.text, self._references.countries)
        return self._person_actor(head, known) if known else None

    def _introduce(self, head: Token, name: str, person: Person) -> Actor:
        titled = self._from_title(head, name)
        if titled.sector and titled.country and (person.country is None or person.office is None):
            person = Person(
                person.name, titled.country, titled.sector, titled.short, titled.office or person.office, person.gender
            )
        elif titled.sector and person.sector is None:
            person = titled
        self._people.introduce(name, person)
        return self._person_actor(head, person)

    def _person_actor(self, head: Token, person: Person) -> Actor:
        title = _title_text(self._sentence, head)
        return Actor(
            name=person.name,
            entity_text=_person_name(head),
            code=person.code,
            sector=person.sector,
            country=person.country,
            identifier_text=title,
            office=person.office,
        )

    def _from_title(self, head: Token, name: str) -> Person:
        """A person as the words around the name describe it: "Ukrainian Foreign Minister X", "X, an adviser to ..."."""
        places = [head, *(child for child in head.children if child.dep_ == "appos")]
        if head.dep_ == "appos":
            places.append(head.head)
        for place in places:
            entries = self._describe(place, name_of_person=place is head)
            if entries:
                entry = entries[0]
                office = self._title(place, is_name=place is head)
                return Person(name, entry.country, entry.sector, entry.short, office)
        return Person(name, None, None)

    def _by_reference(self, head: Token) -> list[Actor]:
        """ "the alliance", "the country", "the two sides": those last spoken of who are of that kind."""
        word = head.lemma_.lower()
        if not (_definite(head) or any(c.lower_ in ("both", "these", "this") for c in head.lefts)) or prepositions(head).get("of"):
            return []
        if self._qualifiers(head) or owners(head):
            return []
        found: list[Actor] = []
        if word in _BODIES and head.tag_ == "NN":
            found = self._references.last(1, lambda a: a.code.startswith("IGO"))
        elif word in _STATES and head.tag_ == "NN":
            found = self._references.last(1, lambda a: a.country is not None and a.sector in (None, "GOV") and not a.office)
        elif word in _STATES | _SIDES and (head.tag_ == "NNS" and any(c.lower_ in ("two", "both") for c in head.lefts)):
            found = self._references.last(2, lambda a: bool(a.country) or a.code.startswith("IGO"))
        text = self._sentence.span(_left_edge(head), head).text
        return [a.model_copy(update={"entity_text": text, "identifier_text": None}) for a in found]

    def _by_description(self, head: Token) -> list[Actor]:
        referred = self._by_reference(head)
        if referred:
            return referred
        entries = self._describe(head)
        if not entries:
            return []
        text = self._sentence.span(_left_edge(head), head).text
        office = self._title(head)
        actors = []
        for entry in entries:
            named = entry.name
            holder = self._base.offices.holder(entry.country or entry.short, office, self._day) if office else None
            if holder and len(entries) == 1 and not _is_former(head) and head.tag_ == "NN":
                named = holder.person
            actors.append(
                Actor(
                    name=named,
                    entity_text=text,
                    code=entry.code,
                    sector=entry.sector,
                    country=entry.country,
                    identifier_text=text if named != text else None,
                    office=office if holder else None,
                )
            )
        return actors

    def _describe(self, head: Token, *, name_of_person: bool = False) -> list[Entry]:
        """The actors that a phrase describes: an agent noun with what qualifies it.

        For the name of a person the agent noun is looked for before the name.
        """
        agent, agent_head, phrase = self._agent(head, before_name=name_of_person)
        if agent is None or agent_head is None:
            return []
        qualifiers = self._qualifiers(agent_head if not name_of_person else head)
        if not qualifiers:
            qualifiers = self._qualifiers_after(agent_head)
        if not qualifiers:
            qualifiers = [
                Entry("state", a.name, a.country, a.sector, "")
                for owner in owners(agent_head)
                for a in self.actors(owner)
                if a.country
            ]
        sector = "ELI" if _is_former(agent_head) and agent.sector in _PERSONAL else agent.sector
        if qualifiers:
            entries = []
            for qualifier in dict.fromkeys(qualifiers):
                if qualifier.short:
                    entries.append(Entry("agent", phrase, qualifier.country, qualifier.sector, qualifier.short))
                else:
                    entries.append(Entry("agent", phrase, qualifier.country, sector))
            self._described[agent.name] = entries
            return entries
        before = self._described.get(agent.name)
        if before and not _indefinite(agent_head):
            return before
        country = None
        if agent.kind != "population" and agent_head.lemma_.lower() not in _RELATIONAL and not _abroad(agent_head):
            country = self._scene.country_of(agent_head, self._sentence)
            if country is None and agent.sector in _OF_THE_STATE and _definite(agent_head):
                country = self._references.last_country()
        return [Entry("agent", phrase, country, sector)]

    def _qualifiers_after(self, head: Token) -> list[Entry]:
        """Those that a phrase behind the noun names: "of Ukraine", "from the governments of France and Germany"."""
        found: list[Entry] = []
        phrases = prepositions(head)
        for preposition in _QUALIFYING:
            for below in phrases.get(preposition, []):
                match = self._matches.get(below)
                named = self._choose(match) if match else None
                if named and named.entry.kind != "person":
                    found.append(named.entry)
                elif named is None and preposition in ("of", "from", "to", "for"):
                    person = self._person(below, match)
                    if person and person.country:
                        found.append(Entry("state", person.name, person.country, person.sector))
                    elif person is None:
                        found.extend(e for e in self._describe(below) if e.country or e.short)
            if found:
                return found
        return found

    def _agent(self, head: Token, *, before_name: bool = False) -> tuple[Entry | None, Token | None, str]:
        """The longest agent phrase that ends at the head, or, before a name, at the last word before it."""
        doc, first = head.doc, self._sentence.tokens.start
        last = head.i
        if before_name:
            name_length = len(_name_tokens(head))
            last = head.i - name_length
            if last < first:
                return None, None, ""
        for length in range(min(4, last - first + 1), 0, -1):
            words = doc[last - length + 1 : last + 1]
            lemma = words[-1].lemma_.lower()
            # "human rights groups": only the head is inflected.
            head_only = f"{words[:-1].text.lower()} {lemma}"
            for key in (" ".join(t.lemma_.lower() for t in words), words.text.lower(), head_only):
                entry = self._base.agents.get(key)
                if entry:
                    return entry, doc[last], words.text
        # "secretary of state", "chief of staff": the head comes first.
        for after in (3, 2):
            if last + after < len(doc):
                for before in (2, 1, 0):
                    if last - before < first:
                        continue
                    words = doc[last - before : last + after]
                    entry = self._base.agents.get(" ".join(t.lemma_.lower() for t in words))
                    if entry and " " in entry.name:
                        return entry, doc[last], words.text
        return None, None, ""

    def _title(self, head: Token, *, is_name: bool = False) -> str | None:
        agent, _, phrase = self._agent(head, before_name=is_name)
        return phrase.lower() if agent and agent.sector in _PERSONAL | {"IGO"} and agent.kind == "agent" else None

    # What qualifies a noun

    def _qualifiers(self, head: Token) -> list[Entry]:
        """Countries, organisations and groups that stand before a noun and say whose it is."""
        found: list[Entry] = []
        seen: set[int] = set()
        for token in modifiers(head):
            match = self._matches.get(token)
            if match is None or match.start in seen or _only_backing(token):
                continue
            seen.add(match.start)
            named = self._choose(match)
            if named and named.entry.kind in ("state", "organisation", "group"):
                found.append(named.entry)
        return found

    def _qualifiers_as_actors(self, head: Token) -> list[Actor]:
        found: list[Actor] = []
        for token in modifiers(head):
            match = self._matches.get(token)
            if match is None or _only_backing(token):
                continue
            named = self._choose(match)
            if named and named.entry.kind in ("state", "organisation", "group"):
                actor = self._actor_of(named.entry, match)
                if actor not in found:
                    found.append(actor)
        return found

    def _actor_of(self, entry: Entry, match: Match) -> Actor:
        text = match.text
        return Actor(name=entry.name, entity_text=text, code=entry.code, sector=entry.sector, country=entry.country)

    def _choose(self, match: Match) -> Named | None:
        """Of several meanings of a name, one that existed at the article's date and has been spoken of before."""
        existing = [n for n in match.named if n.entry.kind == "person" or self._told_of(n.entry)]
        standing = [n for n in existing if n.entry.kind != "state" or self._stands(n.entry)] or existing
        for named in standing[1:] and standing:
            if self._references.spoken_of(named.entry.country):
                return named
        return standing[0] if standing else None

    def _told_of(self, entry: Entry) -> bool:
        """Whether an article of this date can speak of a state: of one that is gone, but not of one to come."""
        country = self._base.countries.get(entry.country or "")
        return country is None or self._day is None or country.start is None or country.start <= self._day

    def _stands(self, entry: Entry) -> bool:
        country = self._base.countries.get(entry.country or "")
        if country is None or country.end is None:
            return True
        return self._day is not None and self._day <= country.end

    def _find_names(self, sentence: Sentence) -> dict[Token, Match]:
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
            if self._inside_other_name(doc[covered[0]], doc[covered[-1]], match):
                continue
            for i in covered:
                found[doc[i]] = match
        return found

    def _inside_other_name(self, first: Token, last: Token, match: Match) -> bool:
        """Whether a country's name is only part of a person's ("Michael Jordan")."""
        if match.named[0].entry.kind == "person" or first.ent_type_ not in _COMPANY_ENTITY:
            return False
        before = first.i > 0 and first.nbor(-1).ent_type_ == "PERSON" and first.ent_iob_ == "I"
        after = last.i + 1 < len(last.doc) and last.nbor(1).ent_type_ == "PERSON" and last.nbor(1).ent_iob_ == "I"
        if after and match.named[0].form == "demonym":
            return False
        return before or after

    def _gender(self, actors: list[Actor], head: Token | None = None) -> str:
        """ "m", "f", "p" (a person of unknown gender) or "" (no person)."""
        if len(actors) != 1:
            return ""
        person = self._people.introduced(actors[0].name) or self._people.known(actors[0].name)
        if person:
            return person.gender or "p"
        if actors[0].office:
            return "p"
        if head is None or head.tag_ not in ("NN", "NNP"):
            return ""
        agent, _, _ = self._agent(head)
        return "p" if head.ent_type_ == "PERSON" or (agent and agent.name in self._base.persons) else ""


def _heads_phrase(token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX", "ADV"):
        # Names that the tagger takes for verbs ("Trump") stand where only a noun can.
        return (
            token.text[:1].isupper()
            and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos")
            and token.tag_ != "VBG"
        )
    return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "poss", "agent", "dative", "attr", "ROOT")


def _left_edge(head: Token) -> Token:
    edge = head
    for child in head.lefts:
        if child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod", "npadvmod", "quantmod"):
            edge = child.left_edge if child.left_edge.i < edge.i else edge
    return edge


def _name_tokens(head: Token) -> list[Token]:
    """The tokens of the personal name that ends at the head: same entity, or proper nouns joined to it."""
    found = [head]
    index = head.i - 1
    while index >= 0:
        token = head.doc[index]
        if token.ent_type_ == "PERSON" and (head.ent_type_ == "PERSON" and found[0].ent_iob_ != "B"):
            found.insert(0, token)
            index -= 1
            continue
        break
    return found


def _person_name(head: Token) -> str:
    tokens = _name_tokens(head)
    return str(head.doc[tokens[0].i : head.i + 1].text)


def _title_text(sentence: Sentence, head: Token) -> str | None:
    tokens = _name_tokens(head)
    edge = _left_edge(head)
    if edge.i < tokens[0].i:
        return sentence.span(edge, head.doc[tokens[0].i - 1]).text
    return None


def _abroad(head: Token) -> bool:
    """Whether the words before a noun say that it is no country's own ("Western officials", "international observers")."""
    return any(token.lower_ in _FOREIGN for token in modifiers(head))


def _is_former(head: Token) -> bool:
    return any(token.lower_ in FORMER for token in modifiers(head))


def _definite(head: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ == "the" for c in head.lefts)


def _indefinite(head: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "some", "any", "no", "another") for c in head.lefts) or (
        head.tag_ == "NNS" and not any(c.dep_ in ("det", "poss") for c in head.lefts)
    )


def _only_backing(token: Token) -> bool:
    """Whether a nationality only says who backs or opposes somebody: "Russian-backed", "pro-Moscow", "anti-Russian"."""
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].text in "-–" and doc[token.i + 2].lower_ in _NOT_ALLEGIANCE:
        return True
    if token.i >= 1 and doc[token.i - 1].lower_ in ("former", "ex"):
        # "the former Soviet republic" is no longer Soviet.
        return True
    return token.i >= 2 and doc[token.i - 1].text in "-–" and doc[token.i - 2].lower_ in ("pro", "anti", "non", "ex")

"""Persons in the text: which words are a person's name, and what the words around it say of its bearer."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from detente.knowledge.base import Knowledge
from detente.knowledge.describing import RANKS, Describing
from detente.knowledge.entry import Entry
from detente.knowledge.naming import Naming
from detente.knowledge.offices import surnames
from detente.knowledge.people import People, Person
from detente.knowledge.phrases import honorific, is_former, left_edge
from detente.knowledge.references import References
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_NAME = 5
_NAME_TAGS = ("PROPN", "NOUN", "X", "VERB", "ADJ", "ADV")


class Introducing:
    """Links the names of persons in one article."""

    def __init__(
        self, base: Knowledge, people: People, naming: Naming, describing: Describing, references: References, day: dt.date | None
    ) -> None:
        self._day = day
        self._base = base
        self._people = people
        self._naming = naming
        self._describing = describing
        self._references = references

    def person(self, head: Token) -> Actor | None:
        """The person whose name ends at the head; None where it is no person's name or tells nothing."""
        match = self._naming.match(head)
        if match and any(named.entry.kind == "person" for named in match.named):
            known = self._people.known(match.text)
            if known:
                return self._introduce(head, [head], match.text, known)
        tokens = self.name(head)
        if head.pos_ not in _NAME_TAGS or (match and len(tokens) == 1 and not self._people.introduced(head.text)):
            return None
        name = str(head.doc[tokens[0].i : head.i + 1].text)
        if match and len(tokens) > 1 and not (self._people.introduced(name) or name in self._base.offices.by_name):
            return None
        if len(tokens) > 1:
            return self._full_name(head, tokens, name)
        if not head.text[:1].isupper() or (head.text.isupper() and len(head.text) < 5):
            return None
        known = self._by_surname(head, tokens, name)
        if known is None and head.ent_type_ == "PERSON":
            described = self._from_title(head, tokens, name)
            known = described if described.sector else self._people.resembling(name, self._references.countries)
        return self._actor(head, tokens, known) if known else None

    def ruler(self, token: Token) -> Actor | None:
        """The head of state or government named before "administration", "government" and the like."""
        if self._naming.match(token) or not token.text[:1].isupper():
            return None
        tokens = self.name(token)
        name = str(token.doc[tokens[0].i : token.i + 1].text)
        known = self._people.titled(name, "leader", None, self._references.countries) or self._people.introduced(name)
        return self._actor(token, tokens, known) if known and known.country else None

    def name(self, head: Token) -> list[Token]:
        """The tokens of the personal name that ends at the head, without titles and forms of address.

        The longest name or compound surname of the tables, else what the parser takes for one name.
        """
        doc, offices = head.doc, self._base.offices
        for length in range(min(_LONGEST_NAME, head.i - head.sent.start + 1), 1, -1):
            span = doc[head.i - length + 1 : head.i + 1]
            if (
                span[0].text[:1].isalpha()
                and span[-2].pos_ != "ADP"
                and (span.text in offices.by_name or span.text in offices.by_surname)
            ):
                return list(span)
        found = [head]
        while found[0].i > 0 and head.ent_type_ == "PERSON" and found[0].ent_iob_ != "B":
            before = doc[found[0].i - 1]
            if before.ent_type_ != "PERSON":
                break
            found.insert(0, before)
        while len(found) > 1 and (honorific(found[0]) is not None or _is_title(found, self._base)):
            del found[0]
        return found

    def _full_name(self, head: Token, tokens: list[Token], name: str) -> Actor | None:
        titled = self._from_title(head, tokens, name, guess=False)
        known = (
            self._people.introduced(name)
            or self._people.known(name, titled, self._references.countries)
            or self._by_surname(head, tokens, name)
            or self._people.misspelt(name, self._references.countries)
        )
        if known is None and titled.sector is None and self._base.places.find(name):
            # The parser takes many a town for a person.
            return None
        return self._introduce(head, tokens, name, known)

    def _by_surname(self, head: Token, tokens: list[Token], name: str) -> Person | None:
        """Whom a surname means: the title before it decides, then the article, then the tables."""
        title = self._describing.title(head, name=tokens)
        if title:
            country = self._from_title(head, tokens, name, guess=False).country
            former = is_former(head)
            found = self._people.titled(name, title, country, self._references.countries, former=former)
            if found:
                return found
        first = tokens[0].i
        gender = honorific(head.doc[first - 1]) if first > head.sent.start else None
        return self._people.called(name, gender or "")

    def _introduce(self, head: Token, tokens: list[Token], name: str, person: Person | None) -> Actor:
        """Remembers the person; what the text says fills in what is not known, and its country only where it names it."""
        if person is None or person.country is None:
            titled = self._from_title(head, tokens, name)
        else:
            titled = self._from_title(head, tokens, name, guess=False)
        if person is None:
            person = titled
        elif titled.sector and (person.country is None or person.office is None):
            country = titled.country or person.country
            office = titled.office or person.office
            person = Person(person.name, country, titled.sector, titled.short, office, person.gender)
        self._people.introduce(name, person)
        return self._actor(head, tokens, person)

    def _from_title(self, head: Token, tokens: list[Token], name: str, *, guess: bool = True) -> Person:
        """A person as the words around the name describe it: "Ukrainian Foreign Minister X", "X, an adviser to ..."."""
        places = [head, *(child for child in head.children if child.dep_ == "appos")]
        rank: Person | None = None
        if head.dep_ == "appos":
            places.append(head.head)
        for place in places:
            before = tokens if place is head else None
            entries = self._describing.describe(place, name=before, guess=guess)
            if entries:
                entry = entries[0]
                office = self._describing.title(place, name=before)
                if guess and entry.country and self._held_by_another(name, entry.country, office):
                    entry = Entry(entry.kind, entry.name, None, entry.sector, entry.short)
                described = Person(name, entry.country, entry.sector, entry.short, office)
                if not (before and entry.name in RANKS):
                    return described
                # What stands behind the name tells more than a rank does: "Gen. X, a rebel leader".
                rank = rank or described
        return rank or Person(name, None, None)

    def _held_by_another(self, name: str, country: str, office: str | None) -> bool:
        """Whether the country's holder of that office has another name, so that a president is not given to its state."""
        holder = self._base.offices.holder(country, office, self._day) if office else None
        return holder is not None and not {name, *surnames(name, country)} & {holder.person, *surnames(holder.person, country)}

    def _actor(self, head: Token, tokens: list[Token], person: Person) -> Actor:
        edge = left_edge(head)
        before = head.doc[tokens[0].i - 1] if edge.i < tokens[0].i else None
        return Actor(
            name=person.name,
            entity_text=str(head.doc[tokens[0].i : head.i + 1].text),
            code=person.code,
            sector=person.sector,
            country=person.country,
            identifier_text=self._describing.sentence.span(edge, before).text if before else None,
            office=person.office,
        )


def _is_title(tokens: list[Token], base: Knowledge) -> bool:
    """Whether what the parser takes for a name begins with a title and still has two words without it."""
    return len(tokens) > 2 and tokens[0].lower_ in base.persons

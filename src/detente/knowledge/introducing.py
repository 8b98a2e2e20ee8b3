"""Persons in the text: which words are a person's name, and what the words around it say of its bearer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.agents import RANKS
from detente.knowledge.base import Knowledge
from detente.knowledge.bearers import Bearers
from detente.knowledge.describing import Describing
from detente.knowledge.entry import Entry
from detente.knowledge.link import DESCRIBED, IMPLIED, SECTOR, Grounds, Link
from detente.knowledge.naming import Naming
from detente.knowledge.offices import forms, surnames
from detente.knowledge.people import People, Person
from detente.knowledge.phrases import honorific, is_former, left_edge
from detente.knowledge.references import References
from detente.knowledge.runs import head_of
from detente.knowledge.titled import Titled, TitleFinder

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_LONGEST_NAME = 5
_NAME_TAGS = ("PROPN", "NOUN", "X", "VERB", "ADJ", "ADV")


class Introducing:
    """Links the names of persons in one article.

    `heads` are the tokens that stand for a name with a title, `parts` the others of a name, which name nobody by themselves;
    `titled` are the titles with a name beside them, those too whose bearer no table knows.
    """

    def __init__(
        self, base: Knowledge, people: People, naming: Naming, describing: Describing, references: References, day: dt.date | None
    ) -> None:
        self._day = day
        self.heads: set[Token] = set()
        self.parts: set[Token] = set()
        self.titled: list[Titled] = []
        self._bearing: dict[Token, Link] = {}
        self._runs: dict[Token, list[Token]] = {}
        self._titles = TitleFinder(base, naming)
        self._bearers = Bearers(base, people, day)
        self._base = base
        self._people = people
        self._naming = naming
        self._describing = describing
        self._references = references

    def read(self, sentence: Sentence) -> None:
        """Finds the titles with a name beside them in the next sentence of the article."""
        for titled in self._titles.find(sentence):
            titled, person = self._borne(titled)
            self.titled.append(titled)
            head = head_of(titled.name)
            self._runs[head] = titled.name
            if person:
                self._people.introduce(_text(titled.name), person)
                link = self._titled_link(titled, person, sentence)
                self._bearing[head] = self._bearing[titled.noun] = link
                self.heads.add(head)
                self.parts.update(token for token in titled.name if token is not head)

    def _borne(self, titled: Titled) -> tuple[Titled, Person | None]:
        """Who bears a title; in a headline the name may end before a verb that is written like it ("Varga Meets King")."""
        for end in (i for i in range(1, len(titled.name)) if titled.name[i].pos_ in ("VERB", "AUX")):
            cut = replace(titled, name=titled.name[:end])
            person = self._bearers.bearer(cut, _text(cut.name), self._references.countries)
            if person and person.grounds.holder is None:
                return cut, person
        return titled, self._bearers.bearer(titled, _text(titled.name), self._references.countries)

    def person(self, head: Token) -> Link | None:
        """The person whose name ends at the head, or whose title does; None where it is no person's name or tells nothing."""
        if head in self._bearing:
            return self._bearing[head]
        match = self._naming.match(head)
        if match and any(named.entry.kind == "person" for named in match.named):
            known = self._people.known(match.text)
            if known:
                return self._introduce(head, [head], match.text, known)
        tokens = self.name(head)
        if head.pos_ not in _NAME_TAGS or (match and len(tokens) == 1 and not self._people.introduced(head.text)):
            return None
        name = _text(tokens)
        if match and len(tokens) > 1 and not (self._people.introduced(name) or name in self._base.offices.by_name):
            return None
        if len(tokens) > 1:
            return self._full_name(head, tokens, name)
        if not head.text[:1].isupper() or (head.text.isupper() and len(head.text) < 5):
            return None
        if head.i > head.sent.start and head.nbor(-1).lower_ == "the":
            # "the West", "the Hague": nobody's surname has an article.
            return None
        known = self._by_surname(head, tokens, name)
        if known is None and head.ent_type_ == "PERSON":
            described = self._from_title(head, tokens, name)
            known = described if described.sector else self._people.resembling(name, self._references.countries)
        return self._actor(head, tokens, known) if known else None

    def ruler(self, token: Token) -> Link | None:
        """The head of state or government named before "administration", "government" and the like."""
        if self._naming.match(token) or not token.text[:1].isupper():
            return None
        tokens = self.name(token)
        name = _text(tokens)
        known = self._people.titled(name, "leader", None, self._references.countries) or self._people.introduced(name)
        return self._actor(token, tokens, known) if known and known.country else None

    def name(self, head: Token) -> list[Token]:
        """The tokens of the personal name that ends at the head, without titles and forms of address.

        The longest name or compound surname of the tables, else what the parser takes for one name.
        """
        if head in self._runs:
            return self._runs[head]
        doc, offices = head.doc, self._base.offices
        hyphenated = head.i + 2 < head.sent.end and doc[head.i + 1].text == "-" and not doc[head.i + 1].whitespace_
        # The parser divides "Moon Jae-in" and gives it the head "Jae".
        for end in (head.i + 3, head.i + 1) if hyphenated else (head.i + 1,):
            for length in range(min(_LONGEST_NAME, end - head.sent.start), 1, -1):
                span = doc[end - length : end]
                if span.start > head.i or not span[0].text[:1].isalpha() or span[-2].lower_ == "of":
                    continue
                if span.text in offices.by_name or any(form in offices.by_surname for form in forms(span.text)):
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

    def _full_name(self, head: Token, tokens: list[Token], name: str) -> Link | None:
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
        found = self._people.called(name, gender or "")
        if found and title and found.office and not self._people.introduced(name) and not self._bearers.fits(found, title):
            # "Prime Minister Ivanov" is no deputy minister of that surname.
            return None
        return found

    def _introduce(self, head: Token, tokens: list[Token], name: str, person: Person | None) -> Link:
        """Remembers the person; what the text says fills in what is not known, and its country only where it names it."""
        if person is None or not (person.country or person.short):
            titled = self._from_title(head, tokens, name)
        else:
            titled = self._from_title(head, tokens, name, guess=False)
        if person is None:
            person = titled
        elif titled.sector and (person.office is None or not (person.country or person.short)):
            country = titled.country or person.country
            office = titled.office or person.office
            grounds = person.grounds.also("title", *(("country",) if titled.country else ()))
            person = Person(person.name, country, titled.sector, titled.short, office, person.gender, grounds)
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
                if guess and self._governed_by_another(place, before, name, entry):
                    entry = Entry(entry.kind, entry.name, None, entry.sector, entry.short)
                described = Person(
                    name, entry.country, entry.sector, entry.short, office, "", self._grounds(place, before, entry)
                )
                if not (before and entry.name in RANKS):
                    return described
                # What stands behind the name tells more than a rank does: "Gen. X, a rebel leader".
                rank = rank or described
        return rank or Person(name, None, None, grounds=Grounds(SECTOR, ("name",)))

    def _grounds(self, place: Token, before: list[Token] | None, entry: Entry) -> Grounds:
        """What a description of somebody whom no table knows rests on."""
        if not (entry.country or entry.short):
            return Grounds(SECTOR, ("title",))
        told = any(e.country or e.short for e in self._describing.describe(place, name=before, guess=False))
        return Grounds(DESCRIBED, ("title", "country")) if told else Grounds(IMPLIED, ("title", "country implied"))

    def _governed_by_another(self, place: Token, before: list[Token] | None, name: str, entry: Entry) -> bool:
        """Whether the country that the article suggests for a president or premier is governed by somebody else."""
        office = self._describing.title(place, name=before)
        if entry.country is None or office is None:
            return False
        holder = self._base.offices.holder(entry.country, office, self._day)
        if holder is None or not (holder.called("head of state") or holder.called("head of government")):
            return False
        if {name, *surnames(name, entry.country)} & {holder.person, *surnames(holder.person, entry.country)}:
            return False
        return not any(e.country for e in self._describing.describe(place, name=before, guess=False))

    def _actor(self, head: Token, tokens: list[Token], person: Person) -> Link:
        self._describing.remember(head, tokens, person.country, person.sector)
        self.parts.update(token for token in tokens if token.i > head.i)
        edge = left_edge(head)
        before = head.doc[tokens[0].i - 1] if edge.i < tokens[0].i else None
        words = self._describing.sentence.span(edge, before).text if before else None
        return Link(person.actor(_text(tokens), words), person.grounds)

    def _titled_link(self, titled: Titled, person: Person, sentence: Sentence) -> Link:
        if titled.words[-1].i < titled.name[0].i:
            self._describing.remember(titled.name[-1], titled.name, person.country, person.sector)
        words = sentence.span(titled.words[0], titled.words[-1]).text
        return Link(person.actor(_text(titled.name), words), person.grounds)


def _text(tokens: list[Token]) -> str:
    return str(tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text)


def _is_title(tokens: list[Token], base: Knowledge) -> bool:
    """Whether what the parser takes for a name begins with a title and still has two words without it."""
    return len(tokens) > 2 and tokens[0].lower_ in base.persons

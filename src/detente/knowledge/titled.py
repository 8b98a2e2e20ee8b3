"""Titles with a name beside them: "Ukrainian Foreign Minister X", "X, who heads the CIA", "the head of NATO, X".

They are read from the order of words alone, since a parser takes a name that it does not know for many things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.knowledge.base import Knowledge
from detente.knowledge.entry import Entry
from detente.knowledge.naming import Naming
from detente.knowledge.offices import Offices
from detente.knowledge.owning import Owner, Owning
from detente.knowledge.phrases import DETERMINERS, FORMER, TO_COME, honorific
from detente.knowledge.runs import ends_abbreviated, head_of, name_after, name_before
from detente.knowledge.titles import FORMS, HEADS, Titles, plain, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.language.parse import Sentence

Standing = Literal["holds", "former", "to come"]

_MODIFYING = frozenset(
    (
        "acting interim caretaker new newly appointed elected named current incumbent outgoing then veteran embattled "
        "longtime top"
    ).split()
)
_EXTENDING = frozenset(
    {"deputy", "vice", "assistant", "associate", "junior", "under", "regional", "local", "provincial", "municipal"}
)
_LEADS = frozenset({"heads", "leads", "runs", "chairs", "headed", "led", "ran", "chaired"})
_CLOSING = frozenset({",", ".", ")", ";", ":", "-", "–", "—", "!", "?", '"', "”"})


def titles_of(offices: Offices) -> Titles:
    """The titles of a table of offices, made once and kept with the table."""
    return offices.kept(Titles, lambda: Titles(offices.by_owner))


@dataclass(frozen=True, slots=True)
class Titled:
    """A name with a title: the tokens of both, whose title it is by the words, and whether it is said to be held now.

    `owners` are keys of the tables of offices; empty where no word tells. `title` is in one form (`titles.plain`) and,
    where a metonym owns it, one that its holder bears ("cia director"). `words` are the tokens of the title, with what
    says whose it is where that stands before it.
    """

    name: list[Token]
    words: list[Token]
    noun: Token
    title: str
    owners: tuple[str, ...]
    entry: Entry | None
    standing: Standing


class TitleFinder:
    """Finds the titles with names of the sentences of one article."""

    def __init__(self, base: Knowledge, naming: Naming) -> None:
        self._base = base
        self._naming = naming
        self._owning = Owning(naming)
        self._titles = titles_of(base.offices)

    def find(self, sentence: Sentence) -> Iterator[Titled]:
        """The titles with a name in a sentence, in order."""
        doc, end = sentence.tokens.doc, sentence.tokens.end
        at = sentence.tokens.start
        while at < end:
            after = self._title_end(doc, at, end)
            if after is None:
                found = self._leading(doc, at, sentence)
                if found:
                    yield found
                at += 1
                continue
            found = self._around(sentence, at, after)
            if found:
                yield found
            at = after

    def _title_end(self, doc: Doc, at: int, end: int) -> int | None:
        """Behind the last token of the longest title that begins at a token."""
        first = words_of(doc[at].text)
        longest = self._titles.longest.get(first[0]) if first else None
        if longest is None:
            return None
        if ends_abbreviated(doc[at:end]):
            # The parser may end a sentence behind "NATO Sec."
            end = len(doc)
        so_far: list[str] = []
        found = None
        for i in range(at, end):
            so_far.extend(words_of(doc[i].text) if i > at else first)
            if len(so_far) > longest:
                break
            if self._titles.known(tuple(so_far)):
                found = i + 1
        return found

    def _around(self, sentence: Sentence, first: int, after: int) -> Titled | None:
        doc, end = sentence.tokens.doc, sentence.tokens.end
        title = plain(" ".join(t.text for t in doc[first:after]))
        before = self._before(sentence, first)
        if before is None:
            return None
        owner, standing, start = before
        follow = after
        if doc[after - 1].lower_ in TO_COME:
            standing = "to come"
        if follow + 1 < end and doc[follow].text == "-" and doc[follow + 1].lower_ in TO_COME:
            standing, follow = "to come", follow + 2
        elif follow < end and doc[follow].lower_ in ("designate", "elect"):
            standing, follow = "to come", follow + 1
        if owner is None and follow < end and doc[follow].lower_ in ("of", "for", "at"):
            owned = self._owning.beginning(sentence, follow + 1)
            if owned is None:
                return None
            owner, follow = owned
        elif follow < end and doc[follow].lower_ in ("of", "for") and title in FORMS:
            return None
        told = owner is not None or (" " in title and len(self._titles.owners(title)) == 1)
        name = self._name(sentence, told, start, follow)
        if not name:
            return None
        key, entry, title = self._resolve(owner, title)
        return Titled(name, list(doc[start:after]), head_of(list(doc[first:after])), title, key, entry, standing)

    def _name(self, sentence: Sentence, told: bool, start: int, follow: int) -> list[Token]:
        """The name that stands behind the title, else before it; behind a comma only where it is told whose title it is."""
        doc, end = sentence.tokens.doc, sentence.tokens.end
        rank = follow
        while rank + 1 < end and (
            honorific(doc[rank]) is not None or doc[rank].lower_.rstrip(".") in ("gen", "lt", "col", "adm", "maj")
        ):
            rank += 1
        # "Turkish PM. Erdogan": the parser may end a sentence behind an abbreviated title.
        name = name_after(doc, rank, end if rank < end else len(doc), self._is_named)
        if name:
            return name
        if told and follow + 1 < end and doc[follow].text == ",":
            name = name_after(doc, follow + 1, end, self._is_named)
            if name and (name[-1].i + 1 == end or doc[name[-1].i + 1].text in _CLOSING):
                return name
        closed = follow == end or doc[follow].text in _CLOSING
        at = start - 1
        if at >= sentence.tokens.start and doc[at].lower_ in DETERMINERS:
            at -= 1
        if at > sentence.tokens.start and doc[at].lower_ in ("is", "was") and doc[at - 1].lower_ == "who":
            at -= 2
        if closed and at > sentence.tokens.start and doc[at].text == ",":
            return name_before(doc, at, sentence.tokens.start, self._is_named)
        return []

    def _leading(self, doc: Doc, at: int, sentence: Sentence) -> Titled | None:
        """ "X, who heads the CIA"."""
        tokens = doc
        if tokens[at].lower_ != "who" or at - 2 < sentence.tokens.start or tokens[at - 1].text != ",":
            return None
        verb = at + 1
        while verb < sentence.tokens.end and tokens[verb].lower_ in ("now", "currently", "also", "then", "once", "previously"):
            verb += 1
        if verb >= sentence.tokens.end or tokens[verb].lower_ not in _LEADS:
            return None
        owned = self._owning.beginning(sentence, verb + 1)
        if owned is None:
            return None
        name = name_before(tokens, at - 1, sentence.tokens.start, self._is_named)
        past = tokens[verb].tag_ == "VBD" or any(tokens[i].lower_ in ("then", "once", "previously") for i in range(at, verb))
        key, entry, title = self._resolve(owned[0], "head")
        return (
            Titled(name, list(tokens[verb : owned[1]]), tokens[verb], title, key, entry, "former" if past else "holds")
            if name
            else None
        )

    def _before(self, sentence: Sentence, first: int) -> tuple[Owner | None, Standing, int] | None:
        """Whose title it is by the words before it, how it is held, and where those words begin.

        None where they make it another title ("the deputy spokesman", "Health Minister").
        """
        doc, at = sentence.tokens.doc, first - 1
        standing: Standing = "holds"
        owner: Owner | None = None
        while at >= sentence.tokens.start:
            token, word = doc[at], doc[at].lower_
            if word in FORMER or word in TO_COME:
                standing = "former" if word in FORMER else "to come"
            elif word in _EXTENDING:
                return None
            elif (
                word in ("-", "to", "be")
                and at > sentence.tokens.start
                and doc[at - 1].lower_ in (*FORMER, "would", "-", "be", "to", "newly")
            ):
                pass
            elif word not in _MODIFYING:
                owned = self._owning.ending(sentence, at) if owner is None else None
                if owned:
                    owner, at = owned
                elif owner is None and _other_title(token, doc[first]) and not self._base.places.find(token.text):
                    return None
                elif not (token.pos_ == "ADJ" and token.text.islower() and first - at < 4):
                    break
            at -= 1
        return owner, standing, at + 1

    def _resolve(self, owner: Owner | None, title: str) -> tuple[tuple[str, ...], Entry | None, str]:
        """The key of the owner in the tables, its entry, and the title as the tables have it."""
        if owner is None:
            owners = self._titles.owners(title)
            return (tuple(owners) if len(owners) == 1 and " " in title else ()), None, title
        entries, text = owner
        written = (f"{text} {title}", f"{title} of {text}", f"{title} of the {text}") if text else ()
        for entry in entries:
            keys = tuple(key for key in (entry.short, entry.country) if key)
            for key in keys:
                for form in (*map(plain, written), title):
                    if self._titles.borne(key, form):
                        others = tuple(e.country for e in entries if e.country and e is not entry and not e.short)
                        return (key, *others), entry, form
            for key in keys:
                office = next((o for o in HEADS if title in FORMS and self._titles.borne(key, o)), None)
                if office:
                    return (key,), entry, office
        return tuple(key for key in (entries[0].short, entries[0].country) if key)[:1], entries[0], title

    def _is_named(self, token: Token) -> bool:
        """Whether a token is part of the name of a state, organisation or group."""
        named = self._naming.meaning(token)
        return named is not None and named.entry.kind != "person"


def _other_title(token: Token, title: Token) -> bool:
    """Whether a word before a title makes it another: "health minister", "Environment Minister"."""
    if not token.is_alpha or token.ent_type_ in ("DATE", "TIME", "GPE", "CARDINAL", "ORDINAL"):
        return False
    if token.text.islower():
        return bool(token.pos_ == "NOUN" and token.dep_ in ("compound", "nmod", "amod"))
    return bool(title.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ"))

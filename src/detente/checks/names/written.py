"""The names of persons as a report writes them: full names, and surnames that stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from detente.checks.report import Report
from detente.knowledge import Linker
from detente.knowledge.offices import Offices, Spell
from detente.knowledge.phrases import honorific
from detente.knowledge.soundalikes import families
from detente.knowledge.sounds import skeletons
from detente.knowledge.spelling import given_names, words
from detente.knowledge.titles import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.coding.reading import ReadSentence

Beside = dict[tuple[object, int], list["Token"]]
"""Names that stand beside a title, by the parser's document and the number of their first token."""

_PARTICLES = frozenset("al el bin ben ibn da de del den der di do dos du la le ter van von".split())
_JOINING = frozenset({"-", "‑"})


class Givens:
    """The persons of the tables by the first word of their names, in plain letters, in every form that the tables print."""

    def __init__(self, offices: Offices) -> None:
        self.by_given: dict[str, dict[str, Spell]] = {}
        usual = given_names()
        for name, spells in offices.by_name.items():
            found = words(name)
            if len(found) > 1:
                for spell in spells:
                    self.by_given.setdefault(found[0], {})[spell.person] = spell
        self._sounding: dict[str, set[str]] = {}
        for given, bearers in self.by_given.items():
            self._sounding.setdefault(_sound(given), set()).update(bearers)
        self.known = frozenset(self.by_given) | frozenset(usual)

    def bearers(self, given: str) -> Mapping[str, Spell]:
        """The persons of that given name, each with one of their spells."""
        return self.by_given.get(given, {})

    def shared_by(self, given: str) -> int:
        """How many persons have a given name that sounds like that."""
        return len(self._sounding.get(_sound(given), ()))


def _sound(word: str) -> str:
    return min(skeletons(word), default="") or word


def givens_of(offices: Offices) -> Givens:
    """The given names of a table of offices, made once and kept with the table."""
    return offices.kept(Givens, lambda: Givens(offices))


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """A name as written once: its tokens, its words in plain letters, and offsets in the article's text."""

    read: ReadSentence
    tokens: tuple[Token, ...]
    text: str
    words: tuple[str, ...]
    start: int
    end: int

    @property
    def last(self) -> str:
        return self.words[-1]

    @property
    def families(self) -> frozenset[str]:
        """The words that may be the surname: the last, with those that particles and hyphens join to it."""
        return frozenset({*families(self.text, "").split(), self.words[-1]})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a report in reading order: those of several words, and single words that may be surnames."""

    full: tuple[Written, ...]
    alone: tuple[Written, ...]

    def introduced(self) -> dict[str, Written]:
        """The first full name for every surname."""
        found: dict[str, Written] = {}
        for name in self.full:
            for family in name.families:
                found.setdefault(family, name)
        return found


_KEPT: WeakKeyDictionary[Linker, Names] = WeakKeyDictionary()


def owners_named(report: Report) -> dict[int, frozenset[str]]:
    """The states and bodies, as keys of the tables, that each sentence names, by its index; under -1 those of all sentences.

    Somebody who is only taken for a known person names none.
    """
    found: dict[int, frozenset[str]] = {}
    for named in report.named():
        if not {"near spelling", "spelling"} & set(named.link.reasons):
            actor = named.link.actor
            keys = frozenset(key for key in (actor.country, actor.code[3:], actor.code[6:]) if key)
            found[named.read.index] = found.get(named.read.index, frozenset()) | keys
    found[-1] = frozenset(key for keys in found.values() for key in keys)
    return found


def names(report: Report) -> Names:
    """The names of a report; found once for all checks that ask."""
    linker = report.reading.linker
    if linker not in _KEPT:
        titled, givens = _titled(report), givens_of(report.base.offices).known
        runs = [(read, run) for read in report.sentences for run in _runs(read, titled, givens)]
        made = [_written(read, run) for read, run in runs]
        _KEPT[linker] = Names(
            tuple(name for name in made if len(name.tokens) > 1 and len(name.words) > 1),
            tuple(name for name in made if len(name.tokens) == 1 and _may_be_surname(name)),
        )
    return _KEPT[linker]


def _written(read: ReadSentence, run: list[Token]) -> Written:
    span = read.sentence.span(run[0], run[-1])
    return Written(read, tuple(run), span.text, words(span.text), span.start, span.end)


def _runs(read: ReadSentence, titled: Beside, givens: frozenset[str]) -> Iterator[list[Token]]:
    """The longest runs of words that can be one name, without titles and the like before it."""
    tokens = read.sentence.tokens
    at = tokens.start
    while at < tokens.end:
        token = tokens.doc[at]
        if (token.doc, at) in titled:
            run = titled[token.doc, at]
            yield run
            at = run[-1].i + 1
            continue
        if not _capital(token):
            at += 1
            continue
        end = at + 1
        while end < tokens.end and (tokens.doc, end) not in titled and _goes_on(tokens.doc[end], tokens.end):
            end += 1
        yield from _named(list(tokens.doc[at:end]), givens)
        at = end


def _titled(report: Report) -> Beside:
    """The names that stand beside a title, by where they begin."""
    found: Beside = {}
    for titled in report.reading.linker.titled:
        run = [t for t in titled.name if t.text[:1].isalpha() or t.text in _JOINING]
        while len(run) > 1 and (honorific(run[0]) is not None or run[0].text.islower()):
            del run[0]
        if run and run[-1].i - run[0].i + 1 == len(run):
            found[run[0].doc, run[0].i] = run
    return found


def _named(run: list[Token], givens: frozenset[str]) -> Iterator[list[Token]]:
    """The name that a run of capital words ends with: from a known given name on, or from where the parser sees a person."""
    for first, token in enumerate(run[:-1]):
        plain = words(token.text)
        if honorific(token) is not None or words_of(token.text)[-1:] in (["minister"], ["president"], ["secretary"]):
            continue
        if (plain and plain[0] in givens) or (token.ent_type_ == "PERSON" and token.ent_iob_ == "B"):
            yield run[first:]
            return
    if len(run) == 1 or honorific(run[-2]) is not None or _acts_alone(run):
        yield run[-1:]


def _acts_alone(run: list[Token]) -> bool:
    """Whether the last word of a run is the subject of a clause without the words before it: "on Facebook X wrote"."""
    last, before = run[-1], run[-2]
    return last.dep_ == "nsubj" and last.head.i > last.i and before.head is not last and before.head.i < before.i


def _capital(token: Token) -> bool:
    text = token.text
    letters = text.replace("-", "").replace("'", "").replace("’", "")
    return (
        text[:1].isupper()
        and len(text) > 1
        and letters.isalpha()
        and not text.isupper()
        and token.pos_ in ("PROPN", "NOUN", "X", "ADJ", "VERB", "ADV")
    )


def _goes_on(token: Token, end: int) -> bool:
    if len(token.text) <= 2 and token.text[:1].isupper() and token.i + 1 < end and _capital(token.nbor(1)):
        return True  # the initial of a middle name
    if _capital(token) and (token.pos_ == "PROPN" or token.ent_type_ == "PERSON"):
        return True
    after = token.i + 1 < end and token.nbor(1).text[:1].isupper()
    if token.text in _JOINING:
        return bool(after or token.nbor(-1).text.lower() in _PARTICLES) and not token.whitespace_
    if token.lower_ in _PARTICLES:
        return bool(after) or (token.i + 2 < end and token.nbor(1).text in _JOINING and token.nbor(2).text[:1].isupper())
    return token.text.islower() and token.i > 0 and token.nbor(-1).text in _JOINING and token.ent_type_ == "PERSON"


def _may_be_surname(name: Written) -> bool:
    """Whether a single capital word stands where a person's name does."""
    token = name.tokens[0]
    if not name.words or len(token.text) < 4 or name.read.sentence.block.kind != "body":
        return False
    if token.pos_ != "PROPN" and not (
        token.pos_ in ("NOUN", "X", "ADJ") and (token.i > token.sent.start or token.dep_ == "nsubj")
    ):
        return False
    if token.tag_ in ("NNS", "NNPS") or not token.text.replace("-", "").isalpha():
        return False
    if any(child.dep_ in ("det", "amod", "nummod", "poss", "prep") for child in token.children):
        # Persons have no article: "the Charter", "a Board of".
        return False
    return token.dep_ not in ("compound", "amod", "nmod", "npadvmod")

"""Claims of office: where a report puts a title beside a name and so says that this person holds that office."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.checks.offices.behind import LEADERS, titled_behind
from detente.checks.report import Report
from detente.knowledge.offices import Spell
from detente.knowledge.phrases import DETERMINERS, honorific
from detente.knowledge.runs import name_before
from detente.knowledge.soundalikes import soundalikes_of
from detente.knowledge.titled import Standing, Titled, titles_of
from detente.knowledge.titles import FORMS, plain
from detente.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.coding.reading import ReadSentence

_RANKS = frozenset(
    "gen general lt lieutenant col colonel adm admiral maj major capt captain sgt brig brigadier marshal marine".split()
)
_VAGUE = frozenset(
    {"general", "chief", "minister", "secretary", "ambassador", "senator", "spokesperson", "commander", "candidate"}
)
"""Titles of which too many are about for another bearer to contradict."""

_LONGEST_SHORT = 4
"""Letters of the longest title that a full stop shortens ("Pres."); behind a longer word it ends the sentence."""

_LONG_AGO = re.compile(
    r"\b(?:then|at the time|at that time|back then|ago|earlier|previous(?:ly)?|former(?:ly)?|once|history|historic|late|era|"
    r"decades?|predecessors?|successors?|succeeded|replaced|last (?:year|month|summer|autumn|winter|spring|decade)|"
    r"(?:19|20)\d0s)\b",
    re.I,
)
_PRINTED_WITH = frozenset({"us", "uk", "un", "eu", "nato"})
_POSSESSIVE = re.compile(r"[‘’'`]s?$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """A name with a title that is said to be held now.

    `tokens` are those of the name without ranks; `title` in one form (`titles.plain`), `owners` whose it is by the words, keys of
    the tables (none where no word tells). `start` and `end` are offsets of the name in the article's text.
    """

    titled: Titled
    read: ReadSentence
    tokens: tuple[Token, ...]
    title: str
    owners: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.read.sentence.span(self.tokens[0], self.tokens[-1]).text

    @property
    def start(self) -> int:
        return self.read.sentence.offset + self.tokens[0].idx

    @property
    def end(self) -> int:
        return self.read.sentence.offset + self.tokens[-1].idx + len(self.tokens[-1].text)

    @property
    def full(self) -> bool:
        """Whether more than a surname is written."""
        return len(self.tokens) > 1

    def title_span(self) -> Span:
        """The words of the title alone, without whose it is and how it is held; all of them where those are one."""
        words = self.titled.words
        while len(words) > 1 and words[-1].text == "." and len(words[-2]) > _LONGEST_SHORT:
            words = words[:-1]
        for last in range(len(words) - 1, -1, -1):
            for first in range(last, -1, -1):
                span = self.read.sentence.span(words[first], words[last])
                if plain(span.text) == self.title:
                    return span
        return self.read.sentence.span(words[0], words[-1])

    def owner_span(self) -> Span | None:
        """The words of the phrase that say whose the title is ("German", "Germany's"); None where none do."""
        words, title = self.titled.words, self.title_span()
        if plain(title.text) != self.title:
            # Words that say only whose it is: "Jordan's X", "her Jordanian counterpart, X".
            named = [w for w in words if w.text[:1].isupper() or w.text in ("'s", "’s")]
            named = named or _behind(words[-1])
            return self.read.sentence.span(named[0], named[-1]) if named else None
        outside = [w for w in words if not title.start <= self.read.sentence.offset + w.idx < title.end]
        named = [w for w in outside if w.text[:1].isupper() or w.text in ("'s", "’s")] or _behind(words[-1])
        return self.read.sentence.span(named[0], named[-1]) if named else None


def _behind(title: Token) -> list[Token]:
    """The name that says behind a title whose it is: "president of the United States"."""
    doc, at = title.doc, title.i + 1
    found: list[Token] = []
    if at < len(doc) and doc[at].lower_ in ("of", "for"):
        at += 2 if at + 1 < len(doc) and doc[at + 1].lower_ in DETERMINERS else 1
        while at < len(doc) and doc[at].text[:1].isupper():
            found.append(doc[at])
            at += 1
    return found


def claims(report: Report, standing: Standing = "holds") -> Iterator[Claim]:
    """The claims of a report that a table can be asked about, in reading order of sentences.

    `standing`: whether the office is said to be held now, once or in time to come.
    """
    waiting = deque(report.reading.linker.titled)
    behind = list(titled_behind(report))
    for read in report.sentences:
        tokens = read.sentence.tokens
        said: set[int] = set()
        while waiting and waiting[0].noun.doc is tokens.doc and waiting[0].noun.i < tokens.end:
            titled = waiting.popleft()
            name = _name(_own_name(titled, tokens.start))
            if titled.standing == standing and name and not _vague(titled) and not _supposed(titled):
                if titled.owners:
                    said.add(name[0].i)
                yield Claim(titled, read, name, _title(report, titled), titled.owners)
            elif titled.standing == standing == "holds" and titled.noun.lower_ == "leader" and (led := _led(report, titled)):
                yield Claim(titled, read, name, led, titled.owners)
        for titled in (t for of, t in behind if of is read and t.name[0].i not in said):
            if titled.standing == standing and titled.title not in FORMS | _VAGUE:
                yield Claim(titled, read, tuple(titled.name), _title(report, titled), titled.owners)


def _led(report: Report, titled: Titled) -> str | None:
    """The title that "leader" stands for: that of the one so called, where he or she leads a state."""
    name, day = titled.name[0].doc[titled.name[0].i : titled.name[-1].i + 1].text, report.first
    spells = report.base.offices.by_name.get(name, ())
    return next((plain(s.office) for s in spells if s.office in LEADERS and day and s.holds(day) and titled.owners), None)


def borne(report: Report, owners: Collection[str], title: str) -> list[Spell]:
    """All spells of the owners' offices whose holders bear a title."""
    titles = titles_of(report.base.offices)
    return [spell for owner in owners for spell in titles.borne(owner, title)]


def known(report: Report, name: str) -> list[Spell]:
    """All spells of those who are written by that full name, in any transcription."""
    exact = report.base.offices.by_name.get(name)
    return list(exact) if exact else [s for _, s in soundalikes_of(report.base.offices).find(name)]


def tells_of_the_past(report: Report, claim: Claim) -> bool:
    """Whether the sentence of a claim speaks of another time than that of the report."""
    text = claim.read.sentence.text
    first = report.first.year if report.first else 0
    return bool(_LONG_AGO.search(text)) or any(int(year) < first for year in _YEAR.findall(text))


def _title(report: Report, titled: Titled) -> str:
    """The title without the state or body that the tables print with it: "US secretary of state"."""
    first, _, rest = titled.title.partition(" ")
    return rest if first in _PRINTED_WITH and borne(report, titled.owners, rest) else titled.title


def _own_name(titled: Titled, start: int) -> list[Token]:
    """The name that a title belongs to: in a list ("X, chief of staff at the Kremlin, Y"), and where a sentence ends behind the
    title, the one before it."""
    doc, first = titled.noun.doc, titled.words[0].i
    if any(t.text == "." and len(t.nbor(-1)) > _LONGEST_SHORT for t in doc[first + 1 : titled.name[0].i]):
        comma = first - 2 if doc[first - 1].lower_ in DETERMINERS else first - 1
        return name_before(doc, comma, start, lambda _: False) if comma > start and doc[comma].text == "," else []
    if doc[titled.name[0].i - 1].text == "," and first - 2 > start and doc[first - 1].text == ",":
        before = name_before(doc, first - 1, start, lambda _: False)
        if len(before) > 1:
            return before
    return titled.name


def _vague(titled: Titled) -> bool:
    """Whether the words name no office: "the head of", "who leads"."""
    if titled.noun.pos_ == "VERB" or titled.title in FORMS | _VAGUE:
        return True
    last = titled.words[-1]
    before = last.doc[max(titled.words[0].i, last.i - 2) : last.i + 1]
    forms = {plain(before[first:].text) for first in range(len(before) - 1)}
    return last.lower_ in FORMS and titled.title not in forms


def _supposed(titled: Titled) -> bool:
    """Whether the words speak of what might be: "the prospect of a President X"."""
    first = titled.words[0]
    return first.i > 0 and first.nbor(-1).lower_ in ("a", "an", "any", "another") and titled.name[0].i > first.i


def _name(tokens: list[Token]) -> tuple[Token, ...]:
    """The tokens of a name without the ranks and forms of address before it; empty for what is hardly a person's name."""
    found = list(tokens)
    if found and _POSSESSIVE.search(found[-1].text):
        return ()
    while found and (found[0].lower_.rstrip(".") in _RANKS or honorific(found[0]) is not None or found[0].text.islower()):
        del found[0]
    if not found or not all(t.text[:1].isalpha() or t.text in "-'’." for t in found):
        return ()
    if any(t.pos_ in ("VERB", "ADP", "ADV", "PRON", "NUM") and t.ent_type_ != "PERSON" for t in found):
        return ()
    return tuple(found)

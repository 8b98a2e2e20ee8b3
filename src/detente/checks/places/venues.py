"""One meeting of the same on the same day, told to have been in two towns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.checks.check import Problem
from detente.checks.places.towns import Town, town
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.language.nominals import conjuncts, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "two-venues"
SEVERITY = "warning"
SAYS = "one meeting is told to have been in two towns"

_MEET = frozenset({"meet", "gather", "convene", "confer", "talk", "speak", "negotiate", "sit"})
_MEETING = frozenset({"talk", "talks", "meeting", "summit", "negotiation", "session", "round", "encounter"})
_MARK = re.compile(
    r"\b(?:met|meet|meeting|meetings|talks|summit|negotiations|session|gathered|convened|conferred|sat down|talked|spoke)\b"
)
_ANOTHER = re.compile(
    r"\b(?:again|another|second|third|separate\w*|then|later|earlier|before|after\w*|next|previous\w*|video|phone|virtual\w*|online"
    r"|remote\w*|travel\w*|flew|fly|moved|instead|not|also|evening|morning|first|follow\w*|return\w*|both|from|continu\w+|resum\w+|hotel)\b",
    re.I,
)
"""Words of a second meeting, or of one at a distance."""
_PARTICLE = r"(?:(?:von|van|der|den|de|da|dos|al|el|bin|ben)[ -])*"
_NAME = rf"({_PARTICLE}[A-Z][\w’'-]+(?: {_PARTICLE}[A-Z][\w’'-]+)*)"
_TWO = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:of|between) {_NAME} and {_NAME}",
        rf"^{_NAME} and {_NAME} (?:met|held|talked|spoke|gathered|conferred)\b",
        rf"^{_NAME} met (?:with )?{_NAME}",
    )
)
"""Two that meet, by how it is printed."""
_APART = 0.6
"""Degrees from which on two towns are not one place."""


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Who met on which day in which town; offsets of the town's name."""

    read: ReadSentence
    parties: frozenset[str]
    day: str
    place: Town
    start: int
    end: int


def find(report: Report) -> Iterator[Problem]:
    """The same parties, all named or clear from the text, the same day, and nothing that speaks of a second meeting."""
    meetings: list[_Meeting] = []
    for read in report.sentences:
        if _MARK.search(read.sentence.text) and read.sentence.block.kind == "body":
            meetings.extend(_meetings(report, read))
    for position, later in enumerate(meetings):
        for earlier in meetings[:position]:
            if earlier.read is later.read or not _one(earlier, later):
                continue
            told = report.text[earlier.read.sentence.start : earlier.read.sentence.end]
            message = f"the report has this meeting in {earlier.place.name} too"
            yield Problem(later.start, later.end, message, f"“{_short(told)}”", earlier.place.name)
            break


def _one(earlier: _Meeting, later: _Meeting) -> bool:
    if earlier.parties != later.parties or earlier.day != later.day or earlier.place.name == later.place.name:
        return False
    here, there = earlier.place.first, later.place.first
    if abs(here.lat - there.lat) < _APART and abs(here.lon - there.lon) < _APART:
        return False
    return not any(_ANOTHER.search(meeting.read.sentence.text) for meeting in (earlier, later))


def _meetings(report: Report, read: ReadSentence) -> Iterator[_Meeting]:
    days = [
        t
        for t in report.reading.times[read.index]
        if t.type in ("DATE", "TIME") and re.match(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-\d)", t.value)
    ]
    if len({t.value[:10] for t in days}) != 1:
        return
    towns = list(_towns(report, read))
    if len({name.name for name, *_ in towns}) != 1:
        return
    parties = frozenset(_parties(report, read))
    if len(parties) < 2:
        return
    place, start, end = towns[0]
    yield _Meeting(read, parties, days[0].value[:10], place, start, end)


def _heads(read: ReadSentence) -> Iterator[Token]:
    """Whoever meets, by a verb or by a noun ("talks between ...")."""
    for clause in read.clauses.values():
        if clause.lemma in _MEET or (
            clause.lemma in ("hold", "have", "begin", "open") and any(o.lemma_.lower() in _MEETING for o in clause.objects)
        ):
            yield from clause.subjects
            if clause.lemma in _MEET:
                yield from clause.objects
            yield from clause.heads("with")
    for token in read.sentence.tokens:
        if token.lemma_.lower() in _MEETING and token.pos_ == "NOUN":
            held = prepositions(token)
            for word in ("between", "of", "with"):
                yield from held.get(word, [])
            for child in token.children:
                if child.dep_ == "poss":
                    yield from conjuncts(child)


def _parties(report: Report, read: ReadSentence) -> set[str]:
    """Each by the last word of the name, which stands for whoever no table knows too.

    Of names that it does not know the parser often makes one, so that what is printed comes first.
    """
    for pattern in _TWO:
        if match := pattern.search(read.sentence.text):
            return {re.split(r"[ -]", name)[-1] for name in match.groups()}
    found = set()
    for head in _heads(read):
        if head.pos_ == "PROPN":
            found.add(head.text)
        else:
            found.update(actor.name.split()[-1] for actor in report.reading.linker.actors(head))
    return found


def _towns(report: Report, read: ReadSentence) -> Iterator[tuple[Town, int, int]]:
    shift = read.sentence.start
    for match in re.finditer(r"\bin ([A-Z][\w’'-]+(?: [A-Z][\w-]+)?)", read.sentence.text):
        place = town(match.group(1), report.base)
        if place is not None and place.known:
            yield place, shift + match.start(1), shift + match.end(1)


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:117].rsplit(" ", 1)[0] + " ..."

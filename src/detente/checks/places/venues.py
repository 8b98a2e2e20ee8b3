"""One meeting of the same on the same day, told to have been in two towns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.checks.check import Problem
from detente.checks.places.towns import Town, country_named, town
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.language.nominals import conjuncts, prepositions
from detente.model.finding import Severity

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

_CLOSE = 0.3
"""Degrees from which on a town is not where the report has its only meeting."""
_PLUPERFECT = re.compile(r"\b[Hh]ad\b")
_LEADING = 2
_SOON = 8
"""Sentences within which a report still tells of what its lead told."""
_NOUN = (
    r"(?:meeting|talks|summit|conference|session|negotiations|gathering|congress|ceremony|encounter|negotiating|signing|dinner)"
)
_PLACE = r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w-]+)?|the [A-Z]\w+(?: [A-Z]\w+)? capital)"
_IT = rf"(?:[Tt]he|[Tt]his|[Tt]heir|[Tt]hat)(?: [a-z-]+){{0,2}} {_NOUN}"
_AT_IT = (
    re.compile(rf"\b{_IT}(?:,? [a-z-]+){{0,3}}? (?:in|at) {_PLACE}"),
    re.compile(rf"\b(?:hosts?|guests?|delegations|[Tt]he two|having come|their \w+ hours)[^,.;]{{0,40}}? (?:in|to) {_PLACE}"),
    re.compile(rf"\b[Hh]ad (?:arrived in|come to|flown (?:in)?to|gathered in|met in|assembled in|sat in|dined in) {_PLACE}"),
    re.compile(rf"\b(?:hosted|held|signed|convened|opened|closed|concluded) (?:by|in|at) {_PLACE}"),
    re.compile(rf"\b{_PLACE} (?:hosted|played host|was chosen|had been chosen|was the venue)\b"),
)
"""The meeting in Geneva, her hosts in Geneva: what can only be of the meeting that was told of."""
_CALLED = re.compile(rf"\b[Tt]he {_PLACE} {_NOUN}\b")
"""The Geneva talks: it may be those of another time."""
_MEETS = re.compile(
    rf"\b(?:met|{_NOUN}|signed|agreed|gathered|convened|sat down|struck|adopted|initialled|deal|accord|agreement|treaty|truce"
    r"|ceasefire|forum|communiqué|communique|delegations?|negotiators?|leaders|shook hands)\b"
)
_WILL = re.compile(r"\b(?:will meet|to meet|ahead of|planned|next|tomorrow|due)\b")
_AGAIN = re.compile(
    r"\b(?:again|another|second|third|first|separate\w*|earlier|phone|virtual\w*|instead|not|both|resum\w+|invit\w+)\b", re.I
)
_DATELINE = re.compile(r"\s*(?P<place>[A-Z][A-Z’' -]{2,30}?)(?:, [^\n—–-]{1,40})?(?: \([^)\n]*\))? ?[—–-] ")
_OTHER_TIME = re.compile(
    r"\b(?:last|next|ago|\d{4}|January|February|March|April|June|July|August|September|October|November|December"
    r"|will|planned|due|since|until|former|recent\w*|previous\w*|already|failed|collapsed)\b"
)


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
            return
    yield from _elsewhere(report)


def _elsewhere(report: Report) -> Iterator[Problem]:
    """The meeting of which the report's lead tells, put in another town further down."""
    lead = _lead(report)
    if lead is None:
        return
    index, venue, told = lead
    for read in report.sentences:
        text, shift = read.sentence.text, read.sentence.start
        if read.index == index or read.index > _SOON or _OTHER_TIME.search(text) or _AGAIN.search(text):
            continue
        frames = _AT_IT if _PLUPERFECT.search(text) else (*_AT_IT, _CALLED)
        for match in (match for frame in frames for match in frame.finditer(text)):
            place = _town_or_capital(report, match)
            if place is None or _near(venue, place, _CLOSE):
                continue
            if report.text.count(match["place"]) > 1 or venue.name.lower() in text.lower():
                continue
            message = f"the report has its meeting in {venue.name}"
            start, end = match.span("place")
            severity: Severity = "note" if match.re is _CALLED else "warning"
            yield Problem(shift + start, shift + end, message, f"“{_short(told)}”", venue.name, severity)
            return


def _lead(report: Report) -> tuple[int, Town, str] | None:
    """The sentence, town and words of a lead that tells of one meeting, in the dateline's town or in one that it names."""
    dateline = _DATELINE.match(report.text)
    for read in report.sentences[:_LEADING]:
        text = read.sentence.text
        if not _MEETS.search(text) or _WILL.search(text):
            continue
        towns = {name.name: name for name, *_ in _towns(report, read, small=True)}
        if dateline:
            place = town(dateline["place"].strip(), report.base)
            if place is not None and not set(towns) - {place.name}:
                return read.index, place, text
        elif len(towns) == 1:
            return read.index, next(iter(towns.values())), text
    return None


def _town_or_capital(report: Report, match: re.Match[str]) -> Town | None:
    words = match["place"]
    if words.endswith(" capital"):
        iso3 = country_named(words.removeprefix("the ").removesuffix(" capital"), report.base, "demonym")
        country = report.base.countries.get(iso3 or "")
        return town(country.capitals[0], report.base) if country and country.capitals else None
    place = town(words, report.base)
    return place if place is not None and (place.known or place.sure) else None


def _near(one: Town, other: Town, apart: float = _APART) -> bool:
    here, there = one.first, other.first
    return one.name == other.name or (abs(here.lat - there.lat) < apart and abs(here.lon - there.lon) < apart)


def _one(earlier: _Meeting, later: _Meeting) -> bool:
    if earlier.parties != later.parties or earlier.day != later.day or earlier.place.name == later.place.name:
        return False
    if _near(earlier.place, later.place):
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


def _towns(report: Report, read: ReadSentence, *, small: bool = False) -> Iterator[tuple[Town, int, int]]:
    shift = read.sentence.start
    for match in re.finditer(r"\b(?:in|at) ([A-Z][\w’'-]+(?: [A-Z][\w-]+)?)", read.sentence.text):
        place = town(match.group(1), report.base)
        if place is not None and (place.known or (small and place.sure)):
            yield place, shift + match.start(1), shift + match.end(1)


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:117].rsplit(" ", 1)[0] + " ..."

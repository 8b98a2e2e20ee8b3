"""A town in the wrong country."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.checks.check import Problem
from detente.checks.places.towns import Town, country_named, town
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.knowledge import Knowledge

NAME = "wrong-country"
SEVERITY = "error"
SAYS = "a town is put in a country in which it does not lie"

_WORD = r"[A-Z][\w’'-]*\w"
_WORDS = rf"{_WORD}(?: (?:(?:de|del|la|le|sur|am|al|el|es|of|and|the) )?{_WORD}){{0,2}}"
_WHICH = (
    r"(?:(?:second|third|fourth|fifth)[- ](?:largest |biggest )?)?(?:(?:border|port|capital|coastal|garrison|industrial|resort|"
    r"frontier|mountain|market|eastern|western|northern|southern|central|north-?eastern|north-?western|south-?eastern|south-?western|holy|"
    r"besieged|ancient|historic|largest|biggest) )*"
)
_QUALIFIED = re.compile(
    rf"(?<![\w-])(?P<country>[A-Z]\w+(?:[ -][A-Z]\w+)?) {_WHICH}"
    rf"(?:city|town|port|village|resort|suburb)(?: of)? (?P<town>{_WORDS})"
)
_NEAR = (
    r"(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]t|[Ff]rom|of|to|around|into|towards?|through|against|over"
    r"|entered|left|visited|reached|hit|struck|shelled|seized|captured)"
)
_INSIDE = re.compile(
    rf"(?<![\w-])(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]t|(?:city|town|village|port) of) (?P<town>{_WORDS}) in "
    rf"(?:(?:far )?(?:north|south|east|west|central)[\w-]* )?(?P<country>{_WORDS})"
)
_COMMA = re.compile(rf"(?<![\w-]){_NEAR} (?P<town>{_WORDS}), (?P<country>{_WORDS})")
_BRACKET = re.compile(rf"(?<![\w-])(?P<town>{_WORDS}) \((?P<country>{_WORDS})\)")
_DATELINE = re.compile(
    rf"(?P<town>[A-Z][A-Z’' -]{{2,30}}|{_WORDS}), (?P<country>{_WORDS})(?=,? ?(?:\(|[-–—]|[A-Z][a-z]+\.? \d|$))"
)

_NO_PAIR = re.compile(r"['’]|,? (?:and|or|but)\b| [A-Z(]|-|, [A-Z]")
"""What goes on after a country that is not the town's: a list, a genitive, the name of something else."""
_FEELING = re.compile(r"\b(?:trust|confidence|faith|interest|belief|hopes?|anger|disappointment)\s+$", re.I)
"""What people in one country have in another's government, named by its capital ("trust in Moscow in Germany")."""
_GOES_ON = re.compile(
    r"\s*(?:$|[.;:)—–,”\"])|,? (?:on|in|at|to|for|by|as|with|after|before|where|when|during|over|since|until|last|this|next|from"
    r"|amid|near|late|early|earlier|ahead|yesterday|today|who|which|while|because|despite|following|against|between|was|were|is|are|has|had)\b"
)
_TOWN = 20_000
"""Population from which on a town that no other is named like is known by its bare name beside a country's."""
_APART = frozenset({"nsubj", "nsubjpass", "csubj", "conj", "poss", "dobj", "amod"})
_CALENDAR = frozenset({*calendar.day_name, *calendar.month_name, *calendar.month_abbr}) - {""}


class _Pair(NamedTuple):
    """A town and a country as printed: offsets into the article's text; `plain` where the words around say that it is a town."""

    town: tuple[int, int]
    country: tuple[int, int]
    iso3: str
    plain: bool
    demonym: bool


def find(report: Report) -> Iterator[Problem]:
    """Silent wherever a place of that name with some people lies in the country, and about what states contest."""
    told: set[tuple[int, int]] = set()
    for pair in (*_datelines(report), *(pair for read in report.sentences for pair in _pairs(read, report.base))):
        problem = _judged(report, pair)
        if problem is not None and pair.town not in told:
            told.add(pair.town)
            yield problem


def _pairs(read: ReadSentence, base: Knowledge) -> Iterator[_Pair]:
    text, shift = read.sentence.text, read.sentence.start
    if not any(mark in text for mark in (", ", " in ", " (", "city", "town", "port", "village", "resort", "suburb")):
        return
    for match in _QUALIFIED.finditer(text):
        words = match["country"]
        # "In Russian city": the first word may be anything that begins a sentence.
        for start, name in ((0, words), (len(words) - len(words.split()[-1]), words.split()[-1])):
            iso3 = country_named(name, base, "demonym")
            if iso3:
                begin = shift + match.start("country") + start
                yield _Pair(_moved(match.span("town"), shift), (begin, begin + len(name)), iso3, True, True)
                break
    for pattern in (_INSIDE, _COMMA, _BRACKET):
        for match in pattern.finditer(text):
            iso3, end = _country_at(match, base)
            if iso3 and (pattern is _BRACKET or _belongs(read, match, text, end, comma=pattern is _COMMA)):
                plain = pattern is _INSIDE and match.group().split()[0] in ("city", "town", "village", "port")
                yield _Pair(_moved(match.span("town"), shift), (shift + match.start("country"), shift + end), iso3, plain, False)


def _datelines(report: Report) -> Iterator[_Pair]:
    for block in report.article.blocks:
        if block.kind == "dateline":
            match = _DATELINE.search(report.text, block.start, block.end)
            iso3, end = _country_at(match, report.base) if match else (None, 0)
            if match and iso3:
                yield _Pair(match.span("town"), (match.start("country"), end), iso3, True, False)


def _country_at(match: re.Match[str], base: Knowledge) -> tuple[str | None, int]:
    """The country that the words begin with, the longest name first, and where its name ends."""
    words = match["country"].removesuffix("'s").removesuffix("’s")
    while words:
        iso3 = country_named(words, base, "name")
        if iso3 is not None:
            return iso3, match.start("country") + len(words)
        words = words.rpartition(" ")[0]
    return None, 0


def _belongs(read: ReadSentence, match: re.Match[str], text: str, end: int, *, comma: bool) -> bool:
    """Whether the country is the town's: in "after talks in Geneva, Russia said" and in a list it is not."""
    if not _GOES_ON.match(text, end) or _NO_PAIR.match(text, end):
        return False
    start, begin = match.start("country"), read.sentence.tokens.start_char
    tokens = [t for t in read.sentence.tokens if start <= t.idx - begin < end]
    if not tokens:
        return False
    if not comma:
        return not _FEELING.search(text, 0, match.start())
    head = next((t for t in tokens if t.head not in tokens), tokens[-1])
    if head.dep_ in _APART or any(child.dep_ in ("conj", "cc") for child in head.children):
        return False
    # "in Kyiv, Russia, ..." at the head of a sentence: the subject may be the country.
    after = text[end:]
    return not (after.startswith((", which", ", who", " has", " had", " was", " were", " is", " are")))


def _judged(report: Report, pair: _Pair) -> Problem | None:
    text, base = report.text, report.base
    start, end = pair.town
    place: Town | None = None
    while place is None:
        words = text[start:end].removesuffix("'s").removesuffix("’s")
        end = start + len(words)
        place = town(words, base)
        last = words.rpartition(" ")[2]
        if place is None and last in _CALENDAR and " " in words:
            end -= len(last) + 1
        elif place is None:
            return None
    country = base.countries.get(place.first.country)
    if (
        country is None
        or place.may_lie_in(pair.iso3)
        or not (place.known or (place.sure and (pair.plain or place.first.population >= _TOWN)))
    ):
        return None
    if base.country_name(pair.iso3) == "Georgia" and any(row.province == "Georgia" for row in place.rows):
        return None
    first, last_ = min(pair.town[0], pair.country[0]), max(end, pair.country[1])
    right = country.demonyms[0] if pair.demonym and country.demonyms else country.name
    message = f"{place.name} lies in {country.name}, not in {base.country_name(pair.iso3)}"
    basis = f"places/{country.iso3}.tsv: {place.first.name}, {place.first.province or country.name}"
    suggestion = text[first : pair.country[0]] + right + text[pair.country[1] : last_]
    return Problem(first, last_, message, basis, suggestion)


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by

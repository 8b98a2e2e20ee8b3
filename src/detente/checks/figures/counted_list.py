"""A list of names that does not have as many as its heading says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from detente.checks.check import Problem
from detente.checks.figures.spelt import like, matches, quoted, told, worth
from detente.checks.report import Report

NAME = "counted-list"
SEVERITY = "error"
SAYS = "a list of names is longer or shorter than the number before it says"

_PLACES = (
    r"countries|states|nations|republics|provinces|regions|oblasts|cities|towns|villages|districts"
    r"|capitals|neighbou?rs|islands|powers|members|allies"
)
_PERSONS = (
    r"leaders|presidents|ministers|prime\sministers|envoys|diplomats|negotiators|officials|generals"
    r"|senators|ambassadors|lawmakers|politicians|chancellors|commissioners|mediators|candidates"
    r"|suspects|men|women|oligarchs|chiefs"
)
_BODIES = r"parties|banks|companies|organi[sz]ations|blocs|sides|airlines|ports|bases|agencies|groups|firms"
_CITIES = re.compile(r"cities|towns|villages|capitals|districts|ports|bases|provinces|regions|oblasts")
_COUNT = r"(?P<number>(?i:two|three|four|five|six|seven|eight|nine|ten)|[2-9]|1\d)"
_TITLE = (
    r"(?:(?:President|Chancellor|Prime\sMinister|Minister|Foreign\sMinister|King|General|Gen\."
    r"|Senator|Ambassador|Secretary|Premier)\s)?"
)
_NAMED = r"(?:[A-Z][\w’'.-]*\w|[A-Z])"
_NAME = (
    rf"(?:the\s)?(?:Bosnia\sand\sHerzegovina|Trinidad\sand\sTobago|Antigua\sand\sBarbuda"
    rf"|{_TITLE}{_NAMED}(?:\s(?:(?:of|de|al|van|von|bin|der|the|la|du)\s)*{_NAMED}){{0,3}})"
)
_LIST = re.compile(
    rf"\b{_COUNT}\s(?P<noun>(?:(?!(?:of|the|in|and|or|to|with|for|from)\b)[A-Za-z][\w-]*\s){{0,3}}?(?:{_PLACES}|{_PERSONS}|{_BODIES}))"
    rf"(?P<mark>\s?(?::|\(|—|–|\s-|,)\s?)(?P<list>{_NAME}(?:,\s{_NAME}){{0,9}},?\sand\s{_NAME})"
    rf"(?P<after>\s?(?:[.,;:)—–]|-\s|$|\s(?:are|were|have|had|will|would|said|agreed|met|signed|voted"
    rf"|warned|called|did|do|also|refused|pledged|want|abstained)\b))"
)
_BARE = re.compile(
    rf"\b(?:the|its|his|her|their|all)\s{_COUNT}\s(?P<noun>(?:[a-z-]+\s){{0,2}}?(?:{_PLACES}|{_PERSONS}|{_BODIES}))\s"
    rf"(?P<list>{_NAME}(?:,\s{_NAME}){{1,9}},?\sand\s{_NAME})(?P<after>\s?[,.;])"
)
_SUMMED_UP = re.compile(
    rf"(?P<list>{_NAME}(?:,\s{_NAME}){{0,9}},?\sand\s{_NAME})(?:,|\s—|\s–|\s-|\s(?:are|were)|\s\()\s?(?:the|all|its|their|these)\s{_COUNT}"
    rf"\s(?P<noun>(?:[A-Za-z-]+\s){{0,2}}?(?:{_PLACES}|{_PERSONS}|{_BODIES}))\b(?!\s?[:(])"
)
_TAKEN_UP = re.compile(
    rf"^(?:“|\")?(?:(?P<all>[Aa]ll|[Tt]he|[Tt]hese|[Tt]hose)\s{_COUNT}|(?P<both>Both))\s(?P<noun>(?:[a-z-]+\s){{0,1}}?(?:{_PLACES}|{_PERSONS}|{_BODIES})\s)?"
    r"(?:have|had|are|were|will|would|said|agreed|denied|signed|refused|deny|want|also|remain|remained|voted|met|fled|face|faced)\b"
)
_NAMES = re.compile(rf"{_NAME}(?:,\s{_NAME}){{0,9}},?\sand\s{_NAME}")
_CAPITAL = re.compile(r"(?<=[\w,;’'”\"] )[A-Z][\w’'-]+")
_PARTLY = re.compile(
    r"\s?[,—–)-]?\s?(?:(?:\w+\s)?(?:among|included|in particular|notably|especially|above all"
    r"|for example)|as well as|and\b|plus\b|who\b|the\s[a-z])"
)
_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|all|any|several|half|each|none|both|either)\sof\s"
    r"(?:the\s|its\s|their\s|those\s)?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",\sand\s|,\s|(?<!Bosnia)(?<!Trinidad)(?<!Antigua)\sand\s")
_CUE = re.compile(rf"(?:{_PLACES}|{_PERSONS}|{_BODIES})\s?[:(—–,-]")
_CUE_BARE = re.compile(rf"\b(?:the|its|his|her|their|all|these)\s{_COUNT.replace('?P<number>', '?:')}\s")
_NUMBERED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_GOES_ON = re.compile(r"\b(?:along with|as well as|plus|in addition|and also|together with)\b")


def find(report: Report) -> Iterator[Problem]:
    yield from _behind_number(report)
    for match in matches(report, _CUE_BARE, _BARE, _SUMMED_UP):
        number, names = int(worth(match["number"])), _SPLIT.split(match["list"])
        before = report.text[max(0, match.start() - 24) : match.start()]
        # "between France and Germany, the two powers": only the whole list can be meant.
        if number != len(names) and not re.search(r"(?:[A-Z][\w’'.-]*,?\s|\bof\s(?:the\s)?|,\s|\band\s)$", before):
            yield _miscounted(report, match, number, len(names))
    yield from _taken_up(report)


def _miscounted(report: Report, match: re.Match[str], number: int, named: int) -> Problem:
    noun = match["noun"].strip()
    return Problem(
        match.start("number"),
        match.end("noun"),
        f"{told(number)} {noun} are told, and {told(named)} named",
        quoted(report, min(match.start("number"), match.start("list")), max(match.end("noun"), match.end("list"))),
        f"{like(named, match['number'])} {noun}",
    )


def _taken_up(report: Report) -> Iterator[Problem]:
    """ "Poland and Latvia ... . All three said ...": the names of the sentence before, where it has no others."""
    for before, read in pairwise(report.sentences):
        match = _TAKEN_UP.match(read.sentence.text)
        if match is None or before.sentence.block is not read.sentence.block:
            continue
        text = before.sentence.text
        lists = list(_NAMES.finditer(text))
        number = 2 if match["both"] else int(worth(match["number"]))
        if len(lists) != 1 or any(not lists[0].start() <= m.start() < lists[0].end() for m in _CAPITAL.finditer(text)):
            continue
        named = len(_SPLIT.split(lists[0].group()))
        if named == number or re.match(r"\s?(?:,|and)\s[a-z]", text[lists[0].end() :]) or _NUMBERED.search(text):
            continue
        start, end = (match.start("both"), match.end("both")) if match["both"] else (match.start("all"), match.end("number"))
        yield Problem(
            read.sentence.start + start,
            read.sentence.start + end,
            f"{told(number)} are told, and {told(named)} named before",
            quoted(report, before.sentence.start, before.sentence.end),
            None,
            "warning",
        )


def _behind_number(report: Report) -> Iterator[Problem]:
    for match in matches(report, _CUE, _LIST):
        number, names = int(worth(match["number"])), _SPLIT.split(match["list"])
        if number == len(names) or _PARTLY.match(report.text[match.start("after") :][:60]):
            continue
        read = report.sentence_at(match.start())
        if read is not None and _GOES_ON.search(report.text[match.end("list") : read.sentence.end]):
            continue
        if (
            _OF.search(report.text[max(0, match.start() - 24) : match.start()])
            or _heads_a_clause(report, match)
            or _of_places(match["noun"], names, report)
        ):
            continue
        yield Problem(
            match.start("number"),
            match.end("list"),
            f"{told(number)} {match['noun']} are told, and {told(len(names))} named",
            quoted(report, match.start("number"), match.end("list")),
            like(len(names), match["number"]) + report.text[match.end("number") : match.end("list")],
        )


def _heads_a_clause(report: Report, match: re.Match[str]) -> bool:
    """Whether the names behind a comma may be the subject of what follows: "In two countries, Ukraine, Russia ... said"."""
    if match["mark"].strip() != ",":
        return False
    closed = match["after"].strip()[:1] in (".", ",", ";")
    before = report.text[max(0, match.start("number") - 60) : match.start("number")]
    opening = re.search(
        (
            r"(?:^|[.!?\n]\s*)(?:In|With|After|Between|Of|For|At|Among|Like|Besides|Unlike|From|Across)\s"
            r"(?:the\s|all\s)?$"
        ),
        before,
    )
    # A bare number and a comma can go on with another list: "two leaders, France and Germany".
    return not closed or opening is not None or re.search(r"\b(?:and|,)\s$", before[-5:]) is not None


def _of_places(noun: str, names: list[str], report: Report) -> bool:
    """Whether a list of towns names countries too: "two cities, Minsk, Belarus, and Odessa, Ukraine"."""
    if not _CITIES.search(noun):
        return False
    countries = sum(any(named.form != "capital" for named in (report.base.names.get(name) or ())) for name in names)
    return countries > 0

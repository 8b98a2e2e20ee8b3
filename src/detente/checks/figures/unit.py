"""A measure in a unit in which such a thing is not measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import MEASURE, matches, passages, quoted, worth
from detente.checks.figures.unit_kinds import AREA, BY, KINDS, MASS, POWER, SPEED, TIME, VOLUME
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

NAME = "impossible-unit"
SEVERITY = "error"
SAYS = "something is measured in a unit that cannot be its own"

_LONG_IN_TIME = re.compile(rf"(?:{TIME})[\s-]long", re.IGNORECASE)
_BODY = re.compile(
    rf"\b(?:fever|body\stemperature)\s(?:of|was|is|reached)\s{BY}(?P<measure>(?P<number>{MEASURE})\s?"
    rf"(?P<unit>degrees?(?:\scelsius)?|°?\s?C)\b)|"
    rf"\b(?:patients?|he|she|president|minister|envoy|soldiers?|leader|child)\b[^.;]{{0,30}}?\b"
    rf"(?:ran\sa|running\sa|has\sa|had\sa|with\sa)\stemperature\sof\s{BY}"
    rf"(?P<measure2>(?P<number2>{MEASURE})\s?(?P<unit2>degrees?(?:\scelsius)?|°?\s?C)\b)",
    re.IGNORECASE,
)
_WEATHER = re.compile(
    rf"\b(?:temperatures?|frosts?|mercury|cold)\s(?:\w+\s){{0,4}}?(?:of|at|to|below|above|reached"
    rf"|hit)\s(?:(?:as|low|high|about|around|nearly)\s)*"
    rf"(?P<measure>(?P<minus>minus\s|[-−])?(?P<number>{MEASURE})\s?(?P<unit>degrees?\scelsius|°?\s?C)\b)",
    re.IGNORECASE,
)
_AIR = re.compile(
    r"\b(?:winter|summer|weather|frost|cold|snow|heatwave|overnight|air|night|outside|forecasters?)\b", re.IGNORECASE
)
_HOT = re.compile(r"temperature|fever|frost|mercury")
_MAGNITUDE = re.compile(
    rf"\b(?:magnitude(?:\sof)?\s|measur(?:ed|ing)\s)(?P<measure>(?P<number>{MEASURE}))(?!\s?%|th)|\b(?P<measure2>(?P<number2>{MEASURE}))[\s-]magnitude\b",
    re.IGNORECASE,
)
_QUAKE = re.compile(r"\b(?:quakes?|earthquakes?|tremors?|aftershocks?|seism\w+)\b", re.IGNORECASE)
_STRONGEST = 9.9
_CUE = re.compile(
    rf"\b(?:{SPEED}|{MASS}|{AREA}|{VOLUME}|degrees?|{POWER})\b|[Ss]peeds?\s(?:of|r|e)|[Ww]eigh|\bwarhead|\bpayload"
    r"|[Tt]emperature|\blast(?:ed|ing)\b|\bwent on for|\bcontinued for|\bheight of|\baltitude|\brange (?:of|is|was)\b"
    r"|(?:cent|%) from the|\bforce of\b|\byield of\b|\bjailed\b|\bsentence|\bmoved by\b|\bshifted by\b|\bdepth of\b|\baged\b"
    r"|\bof (?:rain|snow|grain|wheat|flour|rice|coal|cocaine|heroin|opium|uranium|gold|explosives"
    r"|ammunition|food|medicine|cargo|fuel|petrol|diesel)|"
    r"\b(?:truce|ceasefire|curfew|summit|session|meeting|call)\b|\barea of\b|\bcovers?\b"
)
"""Units that are rare where they are right, or things that are measured in no others than their own."""
_COLDEST, _HOTTEST, _LIVING = -70.0, 58.0, (30.0, 44.0)
_FAHRENHEIT_FROM = 90.0


def find(report: Report) -> Iterator[Problem]:
    told: list[tuple[int, int]] = []
    for read in passages(report, _CUE):
        yield from _in_sentence(report, read, told)
    yield from _temperatures(report)
    for match in matches(report, _QUAKE, _MAGNITUDE):
        side = "" if match["measure"] else "2"
        if _STRONGEST < worth(match[f"number{side}"]) < 1000:
            yield Problem(
                *match.span(f"measure{side}"),
                f"no earthquake has had a magnitude of {match[f'measure{side}']}",
                quoted(report, match.start(), match.end()),
            )


def _in_sentence(report: Report, read: ReadSentence, told: list[tuple[int, int]]) -> Iterator[Problem]:
    for kind in KINDS:
        for match in kind.pattern.finditer(report.text, read.sentence.start, read.sentence.end):
            start, end = match.span("measure")
            if any(s < end and start < e for s, e in told):
                continue
            if kind.thing == "a length" and _LONG_IN_TIME.search(match.group()):
                continue
            told.append((start, end))
            yield Problem(
                start,
                end,
                f"{kind.thing} is not told in {match['unit']}, but in {kind.rightly}",
                quoted(report, match.start(), match.end()),
            )


def _temperatures(report: Report) -> Iterator[Problem]:
    for match in matches(report, _HOT, _BODY):
        side = "" if match["measure"] else "2"
        degrees = worth(match[f"number{side}"])
        if not _LIVING[0] <= degrees <= _LIVING[1] and not (
            degrees > _FAHRENHEIT_FROM and "c" not in match[f"unit{side}"].lower().replace("degrees celsius", "c")
        ):
            yield Problem(
                *match.span(f"measure{side}"),
                f"nobody lives at {match[f'measure{side}']}",
                quoted(report, match.start(), match.end()),
            )
    for match in matches(report, _HOT, _WEATHER):
        degrees = worth(match["number"]) * (-1 if match["minus"] else 1)
        read = report.sentence_at(match.start())
        if not _COLDEST <= degrees <= _HOTTEST and read is not None and _AIR.search(read.sentence.text):
            yield Problem(
                *match.span("measure"), f"no weather on earth has {match['measure']}", quoted(report, match.start(), match.end())
            )

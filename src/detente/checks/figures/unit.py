"""A measure in a unit in which such a thing is not measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.checks.check import Problem
from detente.checks.figures.spelt import ABOUT, MEASURE, matches, passages, quoted, worth
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

NAME = "impossible-unit"
SEVERITY = "error"
SAYS = "something is measured in a unit that cannot be its own"

_LENGTH = r"km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|yards?|feet"
_MASS = r"kilograms?|kilos?|kgs?|tonnes?|tons?|pounds|lbs"
_SPEED = r"(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)(?:/|\s(?:per|an)\s)(?:h|hr|hour|second|s)\b|kph|km/h|mph|knots"
_AREA = r"(?:square|sq\.?)\s(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)|hectares?|acres?"
_TIME = r"seconds?|minutes?|hours?|days?|weeks?|months?|years?"
_VOLUME = r"lit(?:re|er)s?|gallons?|barrels?|cubic\smet(?:re|er)s?"
_HEAT = r"degrees?(?:\s(?:celsius|fahrenheit|centigrade))?|°\s?[CF]"
_POWER = r"megawatts?|kilowatts?|volts?"
_SHARE = r"per\s?cent|%"
_NOT_LENGTH = "|".join((_SPEED, _AREA, _MASS, _VOLUME, _HEAT, _POWER, _SHARE))
_HERE = (
    r"(?:border|front\s?line|front|frontier|capital|coast|city|line\sof\scontact|contact\sline|town"
    r"|village|base|airport|port)"
)
_AT = (
    r"(?:\b(?:is|are|was|were|be|been|lies?|lay|stands?|stood|located|situated|stationed|positioned"
    r"|deployed|massed|camped|within|than|only|just"
    r"|barely|some|about|around|city|town|village|base|site)\s|,\s|\()"
)
_QUANTITY = rf"(?P<measure>(?P<number>{MEASURE})[\s-]?(?P<unit>UNITS))(?!\w)"
_BY = rf"(?:{ABOUT})*"
_COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A thing that is measured, the pattern of it in a unit that it cannot have, and in what it is measured."""

    thing: str
    pattern: re.Pattern[str]
    rightly: str


def _kind(thing: str, before: str, units: str, after: str, rightly: str) -> _Kind:
    return _Kind(thing, re.compile(rf"{before}{_QUANTITY.replace('UNITS', units)}{after}", re.IGNORECASE), rightly)


_KINDS = (
    _kind(
        "a distance",
        _AT + _BY,
        _NOT_LENGTH.replace(_HEAT, r"degrees?\s(?:celsius|fahrenheit)"),
        rf"\s(?:away\sfrom\s(?:the\s)?(?:{_HERE}|[A-Z])|{_COMPASS}\sof\s)",
        "kilometres or miles",
    ),
    _kind(
        "a distance",
        _AT + _BY,
        f"{_NOT_LENGTH}",
        rf"\s(?:away\s)?from\s(?:the|its|Ukraine['’]s|Russia['’]s)\s(?:\w+\s)?{_HERE}\b",
        "kilometres or miles",
    ),
    _kind(
        "a range",
        rf"\b(?:missiles?|rockets?|drones?|shells?|artillery|howitzers?|weapons?|jets?|aircraft|guns?"
        rf"|systems?)\b[^.;()]{{0,40}}?\b(?:range|reach)s?\s(?:of|is|was)\s{_BY}",
        f"{_NOT_LENGTH}|{_TIME}|dollars|euros",
        r"",
        "kilometres or miles",
    ),
    _kind(
        "a range",
        rf"\b(?:missiles?|rockets?|drones?|shells?)\b[^.;()]{{0,20}}?\b(?:can|could|able\sto"
        rf"|capable\sof)\s(?:fly(?:ing)?|travel(?:ling)?|reach(?:ing)?|hit(?:ting)?)\s(?:targets\s)?{_BY}",
        f"{_MASS}|{_AREA}|{_VOLUME}|{_HEAT}|{_SHARE}",
        r"",
        "kilometres or miles",
    ),
    _kind(
        "a speed",
        rf"\bspeeds?\s(?:of|reached|reaching|exceeding)\s{_BY}",
        f"{_MASS}|{_AREA}|{_VOLUME}|{_HEAT}|{_TIME}|{_LENGTH}|{_SHARE}",
        r"(?!\s?/|\s(?:per|an?|each|every|of)\b|ph)",
        "kilometres or miles an hour",
    ),
    _kind(
        "a way",
        r"\b(?:drove|walked|marched|advanced|retreated|travelled)\s(?:about\s|some\s|another\s|nearly\s)?",
        f"{_MASS}|{_AREA}|{_VOLUME}|{_HEAT}",
        "",
        "kilometres or miles",
    ),
    _kind(
        "a weight",
        rf"\b(?:weigh(?:s|ed|ing)?|weight\sof|warheads?\sof|payload\sof)\s{_BY}",
        f"{_SPEED}|{_AREA}|{_LENGTH}|{_VOLUME}|{_HEAT}|{_TIME}|{_SHARE}",
        r"",
        "kilograms or tonnes",
    ),
    _kind(
        "a temperature",
        r"\btemperatures?(?:\s\w+){0,2}?\s(?:of|at|to|below|above|reached|hit|as\slow\sas|as\shigh\sas"
        r"|around)\s(?:(?:minus|below|above|to|around|about|nearly)\s)*",
        f"{_SPEED}|{_AREA}|{_MASS}|{_LENGTH}|{_VOLUME}|{_TIME}|{_POWER}|{_SHARE}",
        r"",
        "degrees",
    ),
    _kind(
        "how long it went on",
        rf"\b(?:talks|meeting|call|session|summit|negotiations|conversation|ceasefire|truce|round|shelling"
        rf"|siege|bombardment|hearing|visit)\s(?:[\w’']+\s){{0,4}}?(?:lasted|went\son\sfor|lasting"
        rf"|continued\sfor)\s{_BY}",
        f"{_NOT_LENGTH}|{_LENGTH}",
        r"",
        "hours or days",
    ),
    _kind(
        "an area",
        rf"\b(?:area|territory|exclusion\szone|buffer\szone|patch\sof\sland|stretch\sof\sland|land)\s(?:of"
        rf"|covering|spanning|covers|spans)\s{_BY}",
        f"{_SPEED}|{_MASS}|{_VOLUME}|{_HEAT}|{_TIME}",
        r"",
        "square kilometres or hectares",
    ),
    _kind(
        "a height",
        rf"\b(?:altitudes?|height)\sof\s{_BY}",
        f"{_SPEED}|{_MASS}|{_AREA}|{_VOLUME}|{_HEAT}|{_TIME}|{_SHARE}",
        r"",
        "metres or feet",
    ),
    _kind(
        "a wall or a trench",
        r"\b(?:fence|wall|trench|pipeline|convoy|column|border|tunnel|bridge|front\sline)\b(?:\s(?:is|was"
        r"|that\sis|of|stretching|stretches|stretched|some|about|running|runs|for|nearly))+\s",
        f"{_SPEED}|{_MASS}|{_AREA}|{_VOLUME}|{_HEAT}",
        r"(?:\s(?:long|in\slength))?",
        "kilometres or miles",
    ),
    _kind(
        "a length",
        "",
        f"{_SPEED}|{_MASS}|{_AREA}|{_VOLUME}|{_HEAT}",
        r"[\s-](?:long|wide|deep|tall|high)\b",
        "metres or kilometres",
    ),
    _kind(
        "a length",
        "",
        f"{_SPEED}|{_MASS}|{_AREA}|{_VOLUME}|{_HEAT}|{_TIME}",
        r"[\s-](?:long|wide|deep|tall|high)\s(?:fence|wall|trench|ditch|pipeline|convoy|column|border"
        r"|tunnel|bridge|table|strip)",
        "metres or kilometres",
    ),
)
_LONG_IN_TIME = re.compile(rf"(?:{_TIME})[\s-]long", re.IGNORECASE)
_BODY = re.compile(
    rf"\b(?:fever|body\stemperature)\s(?:of|was|is|reached)\s{_BY}(?P<measure>(?P<number>{MEASURE})\s?"
    rf"(?P<unit>degrees?(?:\scelsius)?|°?\s?C)\b)|"
    rf"\b(?:patients?|he|she|president|minister|envoy|soldiers?|leader|child)\b[^.;]{{0,30}}?\b"
    rf"(?:ran\sa|running\sa|has\sa|had\sa|with\sa)\stemperature\sof\s{_BY}"
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
_CUE = re.compile(
    rf"\b(?:{_SPEED}|{_MASS}|{_AREA}|{_VOLUME}|degrees?|{_POWER})\b|[Ss]peeds?\s(?:of|r|e)|[Ww]eigh|\bwarhead|\bpayload"
    r"|[Tt]emperature|\blast(?:ed|ing)\b|\bwent on for|\bcontinued for|\bheight of|\baltitude|\brange (?:of|is|was)\b"
    r"|(?:cent|%) from the|\barea of\b|\bcovers?\b"
)
"""Units that are rare where they are right, or things that are measured in no others than their own."""
_COLDEST, _HOTTEST, _LIVING = -70.0, 58.0, (30.0, 44.0)
_FAHRENHEIT_FROM = 90.0


def find(report: Report) -> Iterator[Problem]:
    told: list[tuple[int, int]] = []
    for read in passages(report, _CUE):
        yield from _in_sentence(report, read, told)
    yield from _temperatures(report)


def _in_sentence(report: Report, read: ReadSentence, told: list[tuple[int, int]]) -> Iterator[Problem]:
    for kind in _KINDS:
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

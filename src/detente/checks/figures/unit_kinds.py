"""What is measured in what: the things of which a measure in another unit is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.checks.figures.spelt import ABOUT, MEASURE

_LENGTH = r"km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|yards?|feet"
MASS = r"kilograms?|kilos?|kgs?|tonnes?|tons?|pounds|lbs"
SPEED = r"(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)(?:/|\s(?:per|an)\s)(?:h|hr|hour|second|s)\b|kph|km/h|mph|knots"
AREA = r"(?:square|sq\.?)\s(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)|hectares?|acres?"
TIME = r"seconds?|minutes?|hours?|days?|weeks?|months?|years?"
VOLUME = r"lit(?:re|er)s?|gallons?|barrels?|cubic\smet(?:re|er)s?"
_HEAT = r"degrees?(?:\s(?:celsius|fahrenheit|centigrade))?|°\s?[CF]"
POWER = r"megawatts?|kilowatts?|volts?"
_SHARE = r"per\s?cent|%"
_NOT_LENGTH = "|".join((SPEED, AREA, MASS, VOLUME, _HEAT, POWER, _SHARE))
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
BY = rf"(?:{ABOUT})*"
_COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?"


@dataclass(frozen=True, slots=True)
class Kind:
    """A thing that is measured, the pattern of it in a unit that it cannot have, and in what it is measured."""

    thing: str
    pattern: re.Pattern[str]
    rightly: str


def _kind(thing: str, before: str, units: str, after: str, rightly: str) -> Kind:
    return Kind(thing, re.compile(rf"{before}{_QUANTITY.replace('UNITS', units)}{after}", re.IGNORECASE), rightly)


KINDS = (
    _kind(
        "a distance",
        _AT + BY,
        _NOT_LENGTH.replace(_HEAT, r"degrees?\s(?:celsius|fahrenheit)"),
        rf"\s(?:away\sfrom\s(?:the\s)?(?:{_HERE}|[A-Z])|{_COMPASS}\sof\s)",
        "kilometres or miles",
    ),
    _kind(
        "a distance",
        _AT + BY,
        f"{_NOT_LENGTH}",
        rf"\s(?:away\s)?from\s(?:the|its|Ukraine['’]s|Russia['’]s)\s(?:\w+\s)?{_HERE}\b",
        "kilometres or miles",
    ),
    _kind(
        "a range",
        rf"\b(?:missiles?|rockets?|drones?|shells?|artillery|howitzers?|weapons?|jets?|aircraft|guns?"
        rf"|systems?)\b[^.;()]{{0,40}}?\b(?:range|reach)s?\s(?:of|is|was)\s{BY}",
        f"{_NOT_LENGTH}|{TIME}|dollars|euros",
        r"",
        "kilometres or miles",
    ),
    _kind(
        "a range",
        rf"\b(?:missiles?|rockets?|drones?|shells?)\b[^.;()]{{0,20}}?\b(?:can|could|able\sto"
        rf"|capable\sof)\s(?:fly(?:ing)?|travel(?:ling)?|reach(?:ing)?|hit(?:ting)?)\s(?:targets\s)?{BY}",
        f"{MASS}|{AREA}|{VOLUME}|{_HEAT}|{_SHARE}",
        r"",
        "kilometres or miles",
    ),
    _kind(
        "a speed",
        rf"\bspeeds?\s(?:of|reached|reaching|exceeding)\s{BY}",
        f"{MASS}|{AREA}|{VOLUME}|{_HEAT}|{TIME}|{_LENGTH}|{_SHARE}",
        r"(?!\s?/|\s(?:per|an?|each|every|of)\b|ph)",
        "kilometres or miles an hour",
    ),
    _kind(
        "a way",
        r"\b(?:drove|walked|marched|advanced|retreated|travelled)\s(?:about\s|some\s|another\s|nearly\s)?",
        f"{MASS}|{AREA}|{VOLUME}|{_HEAT}",
        "",
        "kilometres or miles",
    ),
    _kind(
        "a weight",
        rf"\b(?:weigh(?:s|ed|ing)?|weight\sof|warheads?\sof|payload\sof)\s{BY}",
        f"{SPEED}|{AREA}|{_LENGTH}|{VOLUME}|{_HEAT}|{TIME}|{_SHARE}",
        r"",
        "kilograms or tonnes",
    ),
    _kind(
        "a temperature",
        r"\btemperatures?(?:\s\w+){0,2}?\s(?:of|at|to|below|above|reached|hit|as\slow\sas|as\shigh\sas"
        r"|around)\s(?:(?:minus|below|above|to|around|about|nearly)\s)*",
        f"{SPEED}|{AREA}|{MASS}|{_LENGTH}|{VOLUME}|{TIME}|{POWER}|{_SHARE}",
        r"",
        "degrees",
    ),
    _kind(
        "how long it went on",
        rf"\b(?:talks|meeting|call|session|summit|negotiations|conversation|ceasefire|truce|round|shelling"
        rf"|siege|bombardment|hearing|visit)\s(?:[\w’']+\s){{0,4}}?(?:lasted|went\son\sfor|lasting"
        rf"|continued\sfor)\s{BY}",
        f"{_NOT_LENGTH}|{_LENGTH}",
        r"",
        "hours or days",
    ),
    _kind(
        "an area",
        rf"\b(?:area|territory|exclusion\szone|buffer\szone|patch\sof\sland|stretch\sof\sland|land)\s(?:of"
        rf"|covering|spanning|covers|spans)\s{BY}",
        f"{SPEED}|{MASS}|{VOLUME}|{_HEAT}|{TIME}",
        r"",
        "square kilometres or hectares",
    ),
    _kind(
        "a height",
        rf"\b(?:altitudes?|height)\sof\s{BY}",
        f"{SPEED}|{MASS}|{AREA}|{VOLUME}|{_HEAT}|{TIME}|{_SHARE}",
        r"",
        "metres or feet",
    ),
    _kind(
        "a wall or a trench",
        r"\b(?:fence|wall|trench|pipeline|convoy|column|border|tunnel|bridge|front\sline)\b(?:\s(?:is|was"
        r"|that\sis|of|stretching|stretches|stretched|some|about|running|runs|for|nearly))+\s",
        f"{SPEED}|{MASS}|{AREA}|{VOLUME}|{_HEAT}",
        r"(?:\s(?:long|in\slength))?",
        "kilometres or miles",
    ),
    _kind(
        "a length",
        "",
        f"{SPEED}|{MASS}|{AREA}|{VOLUME}|{_HEAT}",
        r"[\s-](?:long|wide|deep|tall|high)\b",
        "metres or kilometres",
    ),
    _kind(
        "a length",
        "",
        f"{SPEED}|{MASS}|{AREA}|{VOLUME}|{_HEAT}|{TIME}",
        r"[\s-](?:long|wide|deep|tall|high)\s(?:fence|wall|trench|ditch|pipeline|convoy|column|border"
        r"|tunnel|bridge|table|strip)",
        "metres or kilometres",
    ),
    _kind(
        "the force of a blast",
        rf"\b(?:force|yield|strength|power)\s(?:of|equal\sto|equivalent\sto)\s{BY}",
        f"{_LENGTH}|{AREA}|{_HEAT}|{TIME}|{SPEED}",
        r"",
        "kilotons or tonnes",
    ),
    _kind(
        "a way",
        rf"\b(?:front(?:\sline)?|line|border|troops|rebels|forces|column|army)\b[^.;()]{{0,40}}?\b(?:moved|shifted|pushed|pulled)\s"
        rf"(?:back\s|forward\s|west(?:ward)?\s|east(?:ward)?\s)?by\s{BY}",
        f"{MASS}|{AREA}|{VOLUME}|{_HEAT}",
        r"",
        "kilometres or miles",
    ),
    _kind(
        "a sentence",
        rf"\b(?:(?:jailed|imprisoned)(?:\s(?:him|her|them|the\s\w+|both))?|sentenced\sto|prison\s(?:term|sentence)\sof|sentence\sof|jail\sterm\sof)\s(?:for\s)?{BY}",
        f"{SPEED}|{AREA}|{MASS}|{VOLUME}|{_HEAT}|{_LENGTH}|{_SHARE}|{POWER}",
        r"",
        "months or years",
    ),
    _kind(
        "rain or snow",
        "",
        f"{SPEED}|kilomet(?:re|er)s?|km|miles?|{AREA}|{MASS}|{_HEAT}|{POWER}",
        r"\s(?:of\s)(?:rain|snow|rainfall|snowfall)\b",
        "millimetres or inches",
    ),
    _kind(
        "a load",
        "",
        f"{SPEED}|kilomet(?:re|er)s?|km|{_HEAT}|{POWER}|{TIME}".replace(TIME, "hours?|minutes?"),
        r"\sof\s(?:grain|wheat|flour|rice|maize|sugar|coal|cocaine|heroin|opium|uranium|gold|explosives|ammunition|fertili[sz]er|humanitarian\ssupplies"
        r"|food|medicine|cement|cargo)\b",
        "kilograms or tonnes",
    ),
    _kind(
        "fuel",
        "",
        f"{SPEED}|kilomet(?:re|er)s?|km|{_HEAT}|{AREA}",
        r"\sof\s(?:fuel|petrol|diesel|crude|crude\soil|oil|kerosene|milk|drinking\swater|gasoline)\b",
        "litres, barrels or tonnes",
    ),
    _kind(
        "how long it is to go on",
        r"\b(?:an?|the|this|another)\s",
        f"{MASS}|{_LENGTH}|{AREA}|{_HEAT}|{VOLUME}",
        r"\s(?:truce|ceasefire|curfew|meeting|session|summit|strike|visit|phone\scall|telephone\scall|conversation|siege|ultimatum|deadline|speech|term"
        r"|sentence|lull|pause)\b",
        "hours or days",
    ),
    _kind(
        "a length",
        r"\b(?:an?|the|its|their|this)\s",
        f"{MASS}|{_HEAT}|{VOLUME}|{AREA}|{POWER}",
        r"\s(?:border|frontier|pipeline|fence|front\sline|convoy|coastline|river|tunnel|motorway|highway|road|march|corridor|journey|buffer\szone|wall"
        r"|bridge|trench|flight|drive)\b",
        "metres or kilometres",
    ),
    _kind(
        "electric power",
        rf"\b(?:capacity|output|generat(?:es|ed|ing))\s(?:of\s)?{BY}",
        f"{SPEED}|kilomet(?:re|er)s?|km|{_HEAT}|hectares?|acres?",
        r"",
        "megawatts, barrels or tonnes",
    ),
    _kind(
        "a depth",
        rf"\b(?:depths?|draught)\s(?:of|reaching)\s{BY}",
        f"{SPEED}|{MASS}|{AREA}|{VOLUME}|{_HEAT}|{TIME}|{_SHARE}",
        r"",
        "metres or kilometres",
    ),
    _kind(
        "an age",
        rf"\b(?:aged|at\sthe\sage\sof)\s{BY}",
        f"{MASS}|{_LENGTH}|{AREA}|{_HEAT}|{VOLUME}|{_SHARE}",
        r"",
        "years",
    ),
    _kind(
        "a height",
        rf"\b(?:flying|flew|cruising|hovering)\sat\s{BY}",
        f"{MASS}|{AREA}|{VOLUME}|{_HEAT}",
        r"",
        "metres or feet",
    ),
)
"""Kinds in which the first that matches a place is told."""

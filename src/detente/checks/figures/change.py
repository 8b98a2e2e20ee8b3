"""A rise that ends below where it began, a fall that ends above, a doubling that does not double."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import MEASURE, NUMBER, PERCENT, is_year, matches, quoted, told, worth
from detente.checks.report import Report

NAME = "change"
SEVERITY = "error"
SAYS = "a rise, a fall or a multiple does not fit the two numbers beside it"

_UP = (
    r"rose|risen|rises|rise|rising|increas(?:ed|es|ing|e)|gr(?:ew|own|ows|ow|owing)|climb(?:ed|s"
    r"|ing)?|jump(?:ed|s|ing)?|surg(?:ed|es|ing|e)"
    r"|soar(?:ed|s|ing)?|sw(?:elled|ollen|ells|elling)|expand(?:ed|s|ing)?|rais(?:ed|es|ing|e)|boost(?:ed|s|ing)?"
    r"|mounted|shot up|leapt|leaped|spiked|edged up|crept up|inched up|ticked up|ballooned"
    r"|went up|up(?=\sfrom\s[^,;]{1,20}\sto\s)|gone up"
    r"|up(?=\s(?:by\s)?\d[\d.]*(?:%|\sper))"
)
_DOWN = (
    r"fell|fallen|falls|fall|falling|dropp?(?:ed|s|ing)?|declin(?:ed|es|ing|e)|decreas(?:ed|es|ing|e)"
    r"|shr(?:ank|unk|inks|ink|inking)"
    r"|slump(?:ed|s|ing)?|plung(?:ed|es|ing|e)|tumbl(?:ed|es|ing|e)|cut|cuts|cutting|reduc(?:ed|es"
    r"|ing|e)|lower(?:ed|s|ing)?|slash(?:ed|es|ing)?"
    r"|dwindl(?:ed|es|ing|e)|trimm(?:ed|ing)|dipp?(?:ed|s|ing)?"
    r"|slipped|slips|slipping|eased|sank|sunk|dived|tapered|ebbed|edged down"
    r"|crept down|inched down|went down|down(?=\sfrom\s[^,;]{1,20}\sto\s)|gone down|scaled back"
    r"|down(?=\s(?:by\s)?\d[\d.]*(?:%|\sper))"
)
_TIMES = {"doubl": 2.0, "trebl": 3.0, "tripl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_MANY = r"(?:doubl|trebl|tripl|quadrupl|halv)(?:ed|es|ing|e)"
_SIGN = r"(?:US\$|\$|€|£)?"
_UNIT = rf"(?P<{{0}}percent>{PERCENT})?(?:\s(?!to\b|from\b|up\b|down\b|and\b|by\b|in\b)(?P<{{0}}noun>[a-z][\w'’-]*))?"
_ABOUT = (
    r"(?:(?:about|around|some|roughly|nearly|almost|over|more than|at least|just|only|just under"
    r"|just over|an estimated|fewer than|less than)\s)?"
)


def _amount(name: str) -> str:
    figure = rf"(?P<{name}>{_SIGN}{MEASURE.replace('(?<![', '(?<![')}(?:bn|mn|tn|m|k)?(?![\w]))"
    return rf"{_ABOUT}{figure}{_UNIT.format(name)}"


_BETWEEN = r"(?:\s(?!from\b|to\b|by\b)[a-zA-Z’'-]+){0,8}?"
_BY = rf"(?:\s(?:by\s)?{_ABOUT}(?P<by>(?P<by_number>{NUMBER}){PERCENT}))?"
_VERB = rf"\b(?P<degree>(?:more than|nearly|almost|roughly|about)\s)?(?P<verb>(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<many>{_MANY}))"
_FROM_TO = re.compile(rf"{_VERB}{_BETWEEN}{_BY},?\sfrom\s{_amount('old')}{_BETWEEN},?\sto\s{_amount('new')}")
_TO_FROM = re.compile(rf"{_VERB}{_BETWEEN}{_BY},?\sto\s{_amount('new')}{_BETWEEN},?\sfrom\s{_amount('old')}")
_AS_AGAINST = re.compile(
    rf"(?<!by )(?<!than ){_amount('new')}(?:\s[a-zA-Z’'-]+){{0,4}},?\s(?:\(|—\s?|–\s?)?(?P<verb>"
    rf"(?P<up>up)|(?P<down>down))\sfrom\s{_amount('old')}"
)
_SLACK = {"": (0.85, 1.2), "more than ": (0.97, 1.6), "nearly ": (0.75, 1.03), "almost ": (0.75, 1.03)}
_CUE = re.compile(rf"\bfrom\s{_ABOUT}{_SIGN}(?:\d|{NUMBER})")
_POINTS, _PART = 2.0, 0.1


def find(report: Report) -> Iterator[Problem]:
    told_of: set[int] = set()
    for match in matches(report, _CUE, _FROM_TO, _TO_FROM, _AS_AGAINST):
        old, new = _comparable(match)
        if math.isnan(old) or math.isnan(new) or match.start("new") in told_of:
            continue
        message = _contradiction(match, old, new)
        if message is not None:
            told_of.add(match.start("new"))
            start, end = min(match.start("verb"), match.start("new")), max(match.end("old"), match.end("new"))
            yield Problem(start, end, message, quoted(report, match.start(), end))


def _comparable(match: re.Match[str]) -> tuple[float, float]:
    """The old and the new value, NaN where they are of two kinds, or are years."""
    old, new = match["old"], match["new"]
    signs = [re.sub(r"[^$€£]", "", words) for words in (old, new)]
    percents = [bool(match["oldpercent"]), bool(match["newpercent"])]
    nouns = [(match[f"{name}noun"] or "") for name in ("old", "new")]
    if nouns[1] == "cents" or "cents" in match.group() or " share," in match.group():
        # A share and a sum, told by turns.
        return math.nan, math.nan
    unlike = (signs[0] != signs[1] and all(signs)) or (is_year(old) or is_year(new))
    if unlike or (percents[0] and not percents[1]) or (_measures(nouns[0]) != _measures(nouns[1]) and nouns[0] in _UNITS):
        return math.nan, math.nan
    values = [_worth(re.sub(r"[US$€£]", "", words)) for words in (old, new)]
    scaled = [re.search(r"[a-z]", words) is not None and words[-1:].isalpha() and words[:1].isdigit() for words in (old, new)]
    if scaled[1] and not scaled[0] and values[0] < 1000:
        # "from 1 to 1.5 million": the scale is that of both.
        values[0] *= values[1] / _worth(re.sub(r"[^\d.,]", "", new))
    return values[0], values[1]


_UNITS = frozenset(
    (
        "second seconds minute minutes hour hours day days week weeks month months year years km miles metres feet dollars cents"
    ).split()
)


def _measures(noun: str) -> str:
    return noun.rstrip("s") if noun in _UNITS else ""


def _worth(words: str) -> float:
    return worth(words)


def _contradiction(match: re.Match[str], old: float, new: float) -> str | None:
    groups = match.groupdict()
    verb = match["verb"]
    if groups.get("many"):
        times = next(value for stem, value in _TIMES.items() if verb.startswith(stem))
        low, high = _SLACK.get(groups["degree"] or "", (0.8, 1.25))
        low, high = (low, high) if times > 1 else (1 / high, 1 / low)
        if old and not times * low <= new / old <= times * high:
            return f"from {told(old)} to {told(new)} is {told(float(f'{new / old:.2g}'))} times as many, not {told(times)} times"
        return None
    if groups["up"] and new < old:
        return f"{told(new)} is less than {told(old)}: that is no rise"
    if (
        groups["down"]
        and new > old
        and not (verb.startswith(("fell", "fall", "drop")) and match["newnoun"] in ("metres", "meters", "feet"))
    ):
        # "Ice fell from 20 to 50 metres above the road" tells a height.
        return f"{told(new)} is more than {told(old)}: that is no fall"
    if not groups.get("by") or match["oldpercent"] or match["newpercent"] or not old:
        return None
    said, right = worth(groups["by_number"]), 100 * abs(new - old) / old
    if abs(said - right) <= max(_POINTS, _PART * right):
        return None
    return f"from {told(old)} to {told(new)} is a change of {told(float(f'{right:.2g}'))} per cent, not {told(said)}"

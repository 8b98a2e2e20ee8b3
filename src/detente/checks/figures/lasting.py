"""A length of time that does not fit the hours beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import MEASURE, matches, quoted, told, worth
from detente.checks.report import Report

NAME = "length-of-time"
SEVERITY = "error"
SAYS = "a length in hours does not fit the times of day beside it"

_CLOCK = r"(?P<{0}hour>\d{{1,2}}|noon|midday|midnight)(?:[:.](?P<{0}minute>[0-5]\d))?\s?(?P<{0}half>[ap]\.?m\b\.?)?"
_FROM_TO = (
    rf"(?:[Ff]rom|[Bb]etween|(?:began|started|opened|met)\sat)\s{_CLOCK.format('a')}\s?"
    rf"(?:to|until|till|and\s(?:ended|finished|closed|parted|broke\sup)\sat|and|[-–])\s?{_CLOCK.format('b')}"
)
_LENGTH = rf"(?P<number>{MEASURE})(?:[\s-](?P<halves>and[\s-]a[\s-]half))?[\s-](?P<unit>hours?|minutes?)"
_BEFORE = re.compile(rf"{_LENGTH}[^.;:()]{{0,60}}?,?\s{_FROM_TO}")
_AFTER = re.compile(
    rf"{_FROM_TO}[^.;:()]{{0,50}}?\b(?:for|lasted|lasting|took|taking|all|a|of|or)\s(?:a\s|about\s"
    rf"|full\s)?{_LENGTH}"
)
_DAILY = re.compile(
    (
        r"\b(?:every|each|daily|nightly|a day|days?|ago|after|before|later|within|notice|warning"
        r"|GMT\D+local|tomorrow|overnight)\b"
    ),
    re.IGNORECASE,
)
_CUE = re.compile(r"\b(?:from|From|between|Between|(?:began|started|opened|met)\sat)\s(?:\d|noon|mid)")
_HALF_A_DAY = 12.0
_LENIENT = 0.26


def find(report: Report) -> Iterator[Problem]:
    for pattern in (_BEFORE, _AFTER):
        for match in matches(report, _CUE, pattern):
            said = worth(match["number"]) + (0.5 if match["halves"] else 0.0)
            hours = said / 60 if match["unit"].startswith("minute") else said
            between = _between(match)
            if _DAILY.search(report.text[match.start() : match.end() + 14]) or between is None:
                continue
            if any(abs(hours - one) <= max(_LENIENT * one, 0.51) for one in between):
                continue
            right = f"{told(round(between[0], 2))} hours"
            yield Problem(
                match.start("number"),
                match.end("unit"),
                f"from {_clock(match, 'a')} to {_clock(match, 'b')} are {right}, not {told(said)} {match['unit'].rstrip('s')}s",
                quoted(report, match.start(), match.end()),
            )


def _between(match: re.Match[str]) -> list[float] | None:
    """How many hours can lie between the two times: one answer where the halves of the day are known."""
    first, last = _hour(match, "a"), _hour(match, "b")
    if first is None or last is None or max(first, last) > 24:
        return None
    gap = (last - first) % 24
    known = bool(match["ahalf"] and match["bhalf"]) or bool(match["aminute"] and match["bminute"] and max(first, last) > 12)
    if known:
        return [gap or 24.0]
    return [gap or 24.0, (gap + _HALF_A_DAY) % 24 or 24.0]


def _hour(match: re.Match[str], side: str) -> float | None:
    words, half = match[f"{side}hour"], (match[f"{side}half"] or "").replace(".", "")
    if not words.isdigit():
        return 0.0 if words == "midnight" else 12.0
    hour = int(words) + int(match[f"{side}minute"] or 0) / 60
    if half:
        if not 1 <= int(words) <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour


def _clock(match: re.Match[str], side: str) -> str:
    minute = f":{match[f'{side}minute']}" if match[f"{side}minute"] else ""
    half = f" {match[f'{side}half'].replace('.', '')}" if match[f"{side}half"] else ""
    return f"{match[f'{side}hour']}{minute}{half}"

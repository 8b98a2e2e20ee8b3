"""More of them than there are: a part that is larger than its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import NUMBER, is_loose, is_year, matches, quoted, told, worth
from detente.checks.report import Report

NAME = "more-than-whole"
SEVERITY = "error"
SAYS = "a part is larger than the whole that it is of"

_OF_THE = re.compile(
    rf"(?<!in\s)(?P<part>{NUMBER})\s(?:(?:out\s)?of\s(?:the|its|their|his|her|our|all|these|those)\s"
    rf"(?:(?:bloc|alliance|council|union|group)['’]s\s)?"
    rf"|out\sof\s(?:a\stotal\sof\s)?)(?:(?:estimated|roughly|some|about|around|original|remaining"
    rf"|other|total)\s)?(?P<whole>{NUMBER})"
    rf"(?!\s?(?:%|per\s?cent|percent|years|months|weeks|days|hours|minutes|times|in\s))(?=[\s.,;)])"
)
_ABOARD = re.compile(
    rf"(?P<whole>{NUMBER})\s(?:(?:other|more)\s)?(?:people|passengers|soldiers|sailors|men|crew"
    rf"|crew\smembers|migrants|troops|paratroopers|"
    rf"(?:passengers|people|soldiers)\sand\screw)\s(?:were\s|was\s|are\s)?(?:on\sboard|aboard)\b"
    rf"|\bcarrying\s(?P<whole2>{NUMBER})\s"
    rf"(?:people|passengers|soldiers|sailors|migrants|troops|men)\b|\bwith\s(?P<whole3>{NUMBER})\s"
    rf"(?:people\s|passengers\s|soldiers\s)?(?:on\sboard|aboard)\b"
)
_DEAD = re.compile(
    rf"\b(?:kill(?:ed|ing)|deaths?\sof|dead)\s(?:all\s)?(?P<part>{NUMBER})\b(?!\s(?:%|per\s?cent))"
    rf"|\ball\s(?P<part2>{NUMBER})\s(?:of\sthem\s)?(?:people\s|were\s)?(?:on\sboard|aboard"
    rf"|were\skilled|died)"
    rf"|(?P<part3>{NUMBER})\s(?:of\sthem\s|people\s|passengers\s|soldiers\s|bodies\s|sailors\s)?"
    rf"(?:were\s|had\s|have\s)?(?:been\s)?(?:killed|died|drowned|survived|survivors|rescued|found|recovered)"
)
_OF_MANY = re.compile(rf"\bof\s(?:[a-z’'-]+\s){{1,3}}?(?:\d|{NUMBER})|\bout\sof\s\S")
_CARRIED = re.compile(r"\baboard\b|\bon\sboard\b|\bcarrying\b")
_ELSEWHERE = re.compile(
    r"\b(?:on the ground|bystanders?|residents|pedestrians|in \d{4}|both|two (?:planes|helicopters"
    r"|boats|aircraft)|in all|total|years?|crew|another|others?|since)\b",
    re.I,
)


def find(report: Report) -> Iterator[Problem]:
    for match in matches(report, _OF_MANY, _OF_THE):
        part, whole = worth(match["part"]), worth(match["whole"])
        if part > whole and not is_year(match["whole"]) and not is_year(match["part"]):
            yield Problem(
                match.start(), match.end(), f"{told(part)} cannot be of {told(whole)}", quoted(report, match.start(), match.end())
            )
    yield from _aboard(report)


def _aboard(report: Report) -> Iterator[Problem]:
    """More dead, or more rescued, than were aboard: in the sentence that says so, or in the next."""
    for match in matches(report, _CARRIED, _ABOARD):
        name = next(n for n in ("whole", "whole2", "whole3") if match[n])
        read = report.sentence_at(match.start())
        if read is None or is_loose(report, match.start(name)):
            continue
        whole = worth(match[name])
        for near in report.sentences[max(0, read.index - 1) : read.index + 2]:
            text = near.sentence.text
            if _ELSEWHERE.search(text) or near.sentence.block is not read.sentence.block:
                continue
            for dead in _DEAD.finditer(text):
                group = next(n for n in ("part", "part2", "part3") if dead[n])
                start = near.sentence.start + dead.start(group)
                if (
                    worth(dead[group]) > whole
                    and not is_loose(report, start)
                    and not start <= match.start(name) < start + len(dead[group])
                ):
                    yield Problem(
                        start,
                        near.sentence.start + dead.end(group),
                        f"{told(worth(dead[group]))} are more than the {told(whole)} who were aboard",
                        quoted(report, match.start(), match.end()),
                    )

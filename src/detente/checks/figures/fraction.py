"""A part of a whole told in words and in per cent that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import NUMBER, PERCENT, PERCENTS, matches, quoted, told, worth
from detente.checks.report import Report

NAME = "fraction"
SEVERITY = "error"
SAYS = "a fraction in words and the per cent beside it do not go together"

_PARTS = {
    "half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "two thirds": 200 / 3, "a quarter": 25.0, "one quarter": 25.0,
    "three quarters": 75.0, "a fifth": 20.0, "one fifth": 20.0, "two fifths": 40.0, "three fifths": 60.0, "four fifths": 80.0,
    "a tenth": 10.0, "one tenth": 10.0, "nine tenths": 90.0, "one in two": 50.0, "one in three": 100 / 3, "one in four": 25.0,
    "one in five": 20.0, "one in ten": 10.0, "two in three": 200 / 3, "three in four": 75.0, "four in five": 80.0,
    "nine in ten": 90.0,
}  # fmt: skip
_BELOW = "nearly|almost|just under|just short of|close to|not quite|fewer than|less than|under"
_ABOVE = "more than|over|just over|well over|at least|slightly more than|a little over"
_PART = "|".join(
    part.replace(" in ", r"\s(?:in|out\sof)\s").replace(" ", r"[\s-]") for part in sorted(_PARTS, key=len, reverse=True)
)
_PERCENT = rf"(?P<percent>(?:(?:about|around|some|roughly|just|only|or)\s)?(?P<number>{NUMBER}){PERCENT})"
_FRACTION = re.compile(
    rf"\b(?:(?P<degree>{_BELOW}|{_ABOVE}|about|around|some|roughly|approximately|exactly)\s)?(?P<part>{_PART})\b"
    rf"(?:\s(?:of\s)?(?!and\b|while\b|but\b)[\w'’-]+){{0,6}}?\s?(?:\(|,\sor\s|\s[–—-]\s|,\s(?=\d[\d.]*(?:%|\sper\s?cent),))"
    rf"{_PERCENT}(?=\)|,|\.|\s[–—-]|\sof\b|\s)",
    re.IGNORECASE,
)
_MAJORITY = re.compile(
    rf"\b(?P<part>(?:small|slim|narrow|clear|large|vast|overwhelming|absolute|simple|bare|strong"
    rf"|comfortable|solid)?\s?(?:majority|minority)|most)"
    rf"(?:\s(?:of\s)?[\w'’-]+){{0,5}}?\s?(?:\(|\s[–—]\s|,\s(?=\d[\d.]*(?:%|\sper\s?cent),)|\sof\s"
    rf"(?=\d[\d.]*(?:%|\sper\s?cent)\s(?:said|backed|voted|supported|opposed|wanted|favou?red|think"
    rf"|thought|want|support|oppose)))"
    rf"{_PERCENT}(?=\)|,|\.|\s[–—-]|\s)",
    re.IGNORECASE,
)
_EXACT, _ABOUT, _NEAR, _ABOVE_MOST = 6.0, 8.0, 14.0, 25.0


def find(report: Report) -> Iterator[Problem]:
    for match in matches(report, PERCENTS, _FRACTION):
        share = _PARTS[re.sub(r"[\s-]+", " ", match["part"].lower()).replace("out of", "in")]
        low, high = _bounds(share, (match["degree"] or "").lower())
        value = worth(match["number"])
        if low <= value <= high or value > 100 or not value >= 0:
            continue
        degree = f"{match['degree'].lower()} " if match["degree"] else ""
        yield Problem(
            match.start("percent"),
            match.end("percent"),
            f"{degree}{match['part'].lower()} cannot be {told(value)} per cent: {match['part'].lower()} is {told(round(share))}",
            quoted(report, match.start(), match.end()),
        )
    for match in matches(report, PERCENTS, _MAJORITY):
        value, part = worth(match["number"]), " ".join(match["part"].lower().split())
        minority = part.endswith("minority")
        if (value < 50 if minority else value >= 49.5) or not 0 <= value <= 100:
            continue
        yield Problem(
            match.start("percent"),
            match.end("percent"),
            f"{told(value)} per cent is {'no minority' if minority else 'less than half'}, and not {part}"
            if not minority
            else f"{told(value)} per cent is no minority",
            quoted(report, match.start(), match.end()),
        )


def _bounds(share: float, degree: str) -> tuple[float, float]:
    """The least and the most per cent that a fraction with a word of degree can be."""
    if degree in ("fewer than", "less than", "under"):
        return 0.0, share + 1
    if degree and re.fullmatch(_BELOW, degree):
        return share - min(_NEAR, 0.3 * share), share + 1
    if degree and re.fullmatch(_ABOVE, degree):
        return share - 1, share + _ABOVE_MOST
    slack = _ABOUT if degree and degree != "exactly" else _EXACT
    slack = min(slack, 0.25 * share)
    return share - slack, share + slack

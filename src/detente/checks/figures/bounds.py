"""Bounds that stand the wrong way round, and an average that lies outside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import NUMBER, is_year, matches, quoted, told, worth
from detente.checks.report import Report

NAME = "bounds"
SEVERITY = "error"
SAYS = "the lower bound is above the upper, or a mean is outside its bounds"

_PERCENT = r"(?:\s?(?:%|per\s?cent|percent))?"
_BETWEEN = re.compile(
    rf"\b(?P<all>[Bb]etween\s(?P<sign>\$|€|£)?(?P<low>{NUMBER.replace('$€£-', '-')})"
    rf"(?P<percent>{_PERCENT})(?:\s(?P<noun>[a-z]+))?\sand\s"
    rf"(?P<sign2>\$|€|£)?(?P<high>{NUMBER.replace('$€£-', '-')})(?P<percent2>{_PERCENT}))(?![:.]\d|\s?"
    rf"(?:am|pm|a\.m|p\.m|o['’]clock|(?:January|February|"
    rf"March|April|May|June|July|August|September|October|November|December)\b)|-)(?:\s(?P<after>[a-z]+))?"
)
_AVERAGE = re.compile(
    rf"\b(?P<all>(?:average|mean|median)\s(?:of|was|is)\s(?P<mean>{NUMBER}){_PERCENT}[^.;:]{{0,60}}?"
    rf"(?:rang(?:ing|ed)\sfrom|(?:and|with\sa)\sranges?\sof|between)\s(?P<low>{NUMBER}){_PERCENT}\s"
    rf"(?:to|and)\s(?P<high>{NUMBER}))"
)
_AT_MOST = re.compile(
    rf"\b(?P<all>at\sleast\s(?P<low>{NUMBER})(?P<percent>{_PERCENT})\s(?:but|and)\s(?:at\smost"
    rf"|no\smore\sthan|not\smore\sthan|fewer\sthan|less\sthan|up\sto)\s(?P<high>{NUMBER}))\b"
)
_CUE = re.compile(r"\b(?:[Bb]etween|[Aa]t least|average|mean|median)\b")
_HOURS = 24
_CLOCK = re.compile(r"\b(?:open\w*|closed?|clock|daily|every|curfew|night|morning|evening|afternoon|noon|GMT|shift|hours)\b")
_LEAST_SCALE = 1000.0


def find(report: Report) -> Iterator[Problem]:
    for pattern in (_BETWEEN, _AT_MOST):
        for match in matches(report, _CUE, pattern):
            low, high = worth(match["low"]), worth(match["high"])
            scale = re.search(r"(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|k)$", match["high"])
            if scale and low < _LEAST_SCALE and not match["low"][-1:].isalpha():
                low *= worth(f"1 {scale.group()}" if len(scale.group()) > 2 else f"1{scale.group()}")
            if not low > high or is_year(match["low"]) or is_year(match["high"]) or not _alike(match):
                continue
            yield Problem(
                match.start("all"),
                match.end("all"),
                f"{told(low)} is more than {told(high)}: the bounds stand the wrong way round",
                quoted(report, match.start("all"), match.end("all")),
                match["all"]
                .replace(match["low"], "\0", 1)
                .replace(match["high"], match["low"], 1)
                .replace("\0", match["high"], 1)
                if pattern is _BETWEEN and not scale
                else None,
            )
    for match in matches(report, _CUE, _AVERAGE):
        mean, low, high = worth(match["mean"]), worth(match["low"]), worth(match["high"])
        if low < high and not low <= mean <= high:
            yield Problem(
                match.start("mean"),
                match.end("mean"),
                f"a mean of {told(mean)} does not lie between {told(low)} and {told(high)}",
                quoted(report, match.start("all"), match.end("all")),
            )


def _alike(match: re.Match[str]) -> bool:
    """Whether both bounds are of one kind: "between 30 minutes and two hours" are two."""
    groups = match.groupdict()
    noun, after = groups.get("noun"), groups.get("after")
    around = match.string[max(0, match.start() - 60) : match.end() + 30]
    if max(worth(match["low"]), worth(match["high"])) <= _HOURS and _CLOCK.search(around):
        # "open between 10 and 6"
        return False
    if noun and noun != after:
        return False
    if groups.get("percent") and "percent2" in groups and not groups["percent2"]:
        return False
    return not (groups.get("sign") and not groups.get("sign2")) and not (groups.get("sign2") and not groups.get("sign"))

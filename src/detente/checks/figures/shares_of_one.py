"""Shares that are listed as those of one whole: "55 per cent by road, 30 per cent by sea and 25 per cent by air"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.checks.check import Problem
from detente.checks.figures.plain import Plain, plain_numbers
from detente.checks.figures.spelt import quoted, told
from detente.checks.report import Report

NAME = "shares-of-one"
SEVERITY = "warning"
SAYS = "the shares listed of one whole make more than all of it"

_CUE = re.compile(r"%|\bper\s?cent\b|\b(?:half|thirds?|quarters?|fifths?)\b")
_FRACTION = re.compile(
    r"\b(?:(?P<f67>two[\s-]thirds)|(?P<f75>three[\s-]quarters)|(?P<f40>two[\s-]fifths)|(?P<f60>three[\s-]fifths)|(?P<f80>four[\s-]fifths)"
    r"|(?P<f50>(?:another\s|a\sfurther\s|the\sother\s)?half)|(?P<f33>(?:a|one|another)\sthird)|(?P<f25>(?:a|one|another)\squarter)"
    r"|(?P<f20>(?:a|one|another)\sfifth))\b(?!-|\s(?:year|day|time|round|term|month|week|man|quarter|of\s(?:the\s)?(?:year|19|20)|hour|dozen"
    r"|century|million|billion))",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:the\srest|the\sremainder|the\sothers?|the\sremaining|another|a\sfurther|the\sbalance)\b", re.IGNORECASE)
_ALIKE = re.compile(
    r"^(?:\s(?:of\s(?:the\s)?[a-z]+\s)?(?:(?:of\s[a-z]+\s)?(?:came|comes|went|goes|arrived|was|were|is|are|would|will)\s)?"
    r"(?P<to>by|from|to|in|for|against|on|at|as|via|through|said|voted|chose|backed|wanted|want|preferred))\b"
)
_OPENS = re.compile(
    r"\b(?:[Oo]f\s(?:the|those|all|its|their|these|that|every)\s|(?:income|spending|imports|exports|revenue|budget|aid|supplies|energy|electricity|votes?|money|seats"
    r"|respondents|electorate|population|land|territory|reserves|funds|gas|oil|grain|trade|those\sasked|who\svoted|vote|ballots?|poll|survey)\b)"
)
_NOT_ONE = re.compile(
    r"\b(?:compared|than|year|month|week|last|previous\w*|earlier|up\sfrom|down\sfrom|rose|fell|ris(?:e|en|ing)|fall(?:en|ing)?|increase\w*|decreas\w+|lead"
    r"|margin|threshold|women|men|Republicans|Democrats|respectively|counted|reporting|both|also|double|required|needed|each|every|whites?|blacks?"
    r"|turnout|growth|tax|rate|tariffs?|inflation|interest|points?|more|many|said\sthey|say\sthey|grew|shrank|cut|of\sthem|of\sthose(?!\swho)|between\s(?!them)|either"
    r"|multiple|any|raised?|lower|higher|down|up|discount|chance|stake|among|aged?|older|younger|leads|leading)\b",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\b(?:vot\w+|ballot\w*|referendum|elect\w+|poll\w*|majority|count|candidate|challenger)\b", re.IGNORECASE)
_JOINT = re.compile(r"(?:,|;|\band|\bwhile|\bbut|\bto|\bagainst)\s(?:[\w’'-]+\s){0,6}$")
_PAIR = re.compile(r"\b(?:by|with)\s$")
_OVER, _MOST, _NEAR = 101.5, 8, 90


def find(report: Report) -> Iterator[Problem]:
    sentences = [read for read in report.sentences if read.sentence.block.kind == "body" and _CUE.search(read.sentence.text)]
    for at, read in enumerate(sentences):
        text, offset = read.sentence.text, read.sentence.start
        problem = _one_sentence(report, text, offset)
        if problem is None and at + 1 < len(sentences) and sentences[at + 1].index == read.index + 1:
            problem = _two_sentences(
                report, read.sentence.start, text, sentences[at + 1].sentence.start, sentences[at + 1].sentence.text
            )
        if problem is not None:
            yield problem


def _shares(text: str) -> list[Plain]:
    """Per cents and fractions, in order; a bare number beside per cents ("by 51.9 percent to 58.1") is one too."""
    plain = plain_numbers(text)
    found = [n for n in plain if n.unit == "%"]
    if found:
        found += [
            n for n in plain if n.unit == "" and re.search(r"(?:per\s?cent|%)\sto\s$", text[: n.start]) and 0 < n.value < 100
        ]
    found += [Plain(m.start(), m.end(), float((m.lastgroup or "f0")[1:]), "%", False, False) for m in _FRACTION.finditer(text)]
    return sorted(found, key=lambda n: n.start)


def _one_sentence(report: Report, text: str, offset: int) -> Problem | None:
    shares = _shares(text)
    if not 2 <= len(shares) <= _MOST or any(not 0 < n.value < 100 or n.loose for n in shares):
        return None
    made = sum(n.value for n in shares)
    if made <= _OVER:
        return None
    between = [text[a.end : b.start] for a, b in pairwise(shares)]
    pair = len(shares) == 2 and bool(re.fullmatch(r"\s(?:to|against|versus)\s", between[0]))
    listed = all(_JOINT.search(gap) and len(gap) < _NEAR for gap in between)
    plainly = re.sub(r"\b(?:a further|another|the rest)\b", "", text)
    if pair and _VOTED.search(text) and _PAIR.search(text[: shares[0].start]):
        return _problem(report, offset, shares, made)
    if not listed or _NOT_ONE.search(plainly):
        return None
    to = [_ALIKE.match(text[n.end :]) for n in shares]
    same = all(m is not None for m in to)
    spent = bool(_REST.search(text[shares[0].end :])) and len(shares) >= 2
    if (
        (same and _OPENS.search(text) and len(shares) > 2)
        or (_VOTED.search(text) and len(shares) > 2)
        or (spent and _OPENS.search(text))
    ):
        return _problem(report, offset, shares, made)
    return None


_YES = re.compile(
    r"\b(?:yes|in\sfavou?r|for\b|chosen?|back(?:ed)?|support(?:ed)?|approv\w+|agreed?|said\syes|independence)\b", re.IGNORECASE
)
_NO = re.compile(
    r"^[“\"]?(?:[A-Z][\w-]+|\d[\d.]*)(?:\s?%|\sper\s?cent)\s(?:[\w’'-]+\s){0,3}?(?:said\sno|no\b|against|oppos\w+|reject\w+|disagree\w*|voted\s(?:no|against))"
)


def _two_sentences(report: Report, start: int, first: str, second_start: int, second: str) -> Problem | None:
    """ "90 per cent chose independence. Eighteen per cent said no"."""
    one, other = _shares(first), _shares(second)
    if (
        len(one) != 1
        or not other
        or not _NO.search(second)
        or not _YES.search(first)
        or _NOT_ONE.search(first)
        or one[0].loose
        or other[0].loose
    ):
        return None
    made = one[0].value + other[0].value
    if made <= _OVER or not (_VOTED.search(first) or _VOTED.search(second)):
        return None
    begin, end = second_start + other[0].start, second_start + other[0].end
    said = f"{told(one[0].value)} + {told(other[0].value)} make {told(round(made, 2))} per cent, more than the whole"
    return Problem(begin, end, said, quoted(report, start + one[0].start, end))


def _problem(report: Report, offset: int, shares: Sequence[Plain], made: float) -> Problem:
    start, end = offset + shares[0].start, offset + shares[-1].end
    said = " + ".join(told(n.value) for n in shares)
    return Problem(start, end, f"{said} make {told(round(made, 2))} per cent, more than the whole", quoted(report, start, end))

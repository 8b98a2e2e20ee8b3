"""Shares of one whole that together make more than it, or, with the rest, less."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import NUMBER, PERCENT, PERCENTS, is_loose, passages, told, worth
from detente.checks.report import Report

NAME = "shares"
SEVERITY = "error"
SAYS = "the shares of one whole do not make a hundred per cent"

_SHARE = re.compile(rf"(?P<number>{NUMBER})(?P<percent>{PERCENT})?(?P<noun>\s(?:points?|of\sthe\svote|turnout))?")
_VOTE = re.compile(
    r"\b(?:votes?\b|ballots?|elect(?:ion|ed)|runoff|run-off|referendum|beat|defeated|candidates?"
    r"|polls?\b|rivals?|challenger|won\b|ahead of|second place)",
    re.IGNORECASE,
)
_SIDES = (
    r"(?:(?:in\s)?favou?r(?:ed|s)?|support(?:ed|s)?|back(?:ed|s)?|approv(?:ed?|es|ing)|for\b|yes|agreed?)",
    r"(?:oppos(?:ed?|es|ing)|against|disapprov(?:ed?|es|ing)|no\b|reject(?:ed|s)?|disagreed?)",
)
_TWO_SIDES = re.compile(
    rf"(?P<a>{NUMBER})(?:{PERCENT})?(?P<words>[^.;\d]{{1,60}}?\b{_SIDES[0]}[^.;\d]{{0,60}}?)"
    rf"(?P<b>{NUMBER}){PERCENT}[^.;\d]{{1,40}}?\b{_SIDES[1]}"
    rf"|(?P<b2>{NUMBER})(?:{PERCENT})?(?P<words2>[^.;\d]{{1,60}}?\b{_SIDES[1]}[^.;\d]{{0,60}}?)"
    rf"(?P<a2>{NUMBER}){PERCENT}[^.;\d]{{1,40}}?\b{_SIDES[0]}",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"\b(?:remaining|(?:the\s)?other|rest\s?\(|rest,\s|remainder\s?\(|remainder,\s|last)\s?"
    rf"(?P<number>{NUMBER}){PERCENT}",
    re.IGNORECASE,
)
_NOT_ONE_WHOLE = re.compile(
    r"\b(?:rounds?|turnout|compared|year|month|week|last|previous\w*|earlier|up from|down from|rose"
    r"|fell|rise|fall|increase\w*|decrease\w*|lead|margin|threshold|"
    r"percentage|of those|among|women|men|Republicans|Democrats|black|white|Hispanic\w*|Latino\w*"
    r"|counted|reporting|districts?|regions?|provinces?|county|state|states|in (?:19|20)\d\d|"
    r"respectively|both|also|double|needed|required|either|another poll|approval|each|every|least"
    r"|than|raised?|growth|tax|those who|likely|who said)\b",
    re.IGNORECASE,
)
_BY_GROUP = re.compile(
    r"\b(?:of|among)\s(?:women|men|those\s(?:aged|under|over|who)|Republicans|Democrats|voters\s"
    r"(?:under|over|in)|\w+\svoters|[A-Z]\w+s)\b"
)
_TWICE = re.compile(r"\bcompared|\bwhile (?:in|among|of)\b|\bin (?:19|20)\d\d|last|earlier|year|turnout|from\b")
_LONG = 250
_OVER, _UNDER, _ROUGHLY = 101.5, 98.0, 6.0


def find(report: Report) -> Iterator[Problem]:
    for read in passages(report, PERCENTS):
        text = read.sentence.text
        problem = _rest(text) or _sides(text) or _candidates(text)
        if problem is not None:
            start, end, values, what = problem
            offset = read.sentence.start
            made = sum(value for _, value in values)
            if abs(made - 100) < _ROUGHLY and any(is_loose(report, offset + at) for at, _ in values):
                continue
            said = " + ".join(told(value) for _, value in values)
            words = "more" if made > 100 else "less"
            yield Problem(
                offset + start, offset + end, f"{said} make {told(round(made, 2))} per cent, {words} than the whole", what
            )


_Found = tuple[int, int, list[tuple[int, float]], str]


def _rest(text: str) -> _Found | None:
    """ "60 per cent were for it, 20 against, and the remaining 30 per cent ..."."""
    rest = _REST.search(text)
    if rest is None or re.search(r"\b(?:of (?:those|these|them)|from|rose|fell|points?)\b", text[: rest.end()]):
        return None
    values = _values(text[: rest.end()])
    made = sum(value for _, value in values)
    if (
        len(values) < 2
        or len(values) > 6
        or rest.end() - values[0][0] > _LONG
        or _UNDER <= made <= _OVER
        or rest.group().lower().startswith("last")
    ):
        return None
    if not all(0 < value < 100 for _, value in values):
        return None
    return values[0][0], rest.end(), values, f"“{' '.join(rest.group().split())}” is said to be the rest"


def _values(text: str) -> list[tuple[int, float]]:
    """The per cents of a text; a bare number between them is one too ("60 per cent for, 20 against")."""
    found: list[tuple[int, float]] = []
    for match in _SHARE.finditer(text):
        if (match["noun"] or "").strip().startswith("point"):
            return []
        bare = bool(found) and re.fullmatch(r"\d+(?:\.\d+)?", match["number"]) and worth(match["number"]) < 100
        if match["percent"] or (bare and _bare(text, match)):
            found.append((match.start(), worth(match["number"])))
    return found


def _bare(text: str, match: re.Match[str]) -> bool:
    return bool(
        re.match(r"\s(?:against|for|oppos\w+|abstain\w+|undecided|in favou?r|were against|[,.;])", text[match.end() :])
    ) or bool(re.search(r"\b(?:and|to|with|on|at)\s$", text[: match.start()]) and re.match(r"[,.;]|$", text[match.end() :]))


def _sides(text: str) -> _Found | None:
    """Those for and those against, as of one question."""
    for match in _TWO_SIDES.finditer(text):
        side = "" if match["a"] else "2"
        if len(_BY_GROUP.findall(match.group())) > 1 or _TWICE.search(match.group()):
            continue
        values = sorted((match.start(f"{name}{side}"), worth(match[f"{name}{side}"])) for name in ("a", "b"))
        if sum(value for _, value in values) > _OVER and all(0 < value <= 100 for _, value in values):
            return values[0][0], match.end(), values, "nobody is both for and against"
    return None


_WON = re.compile(
    rf"(?P<who>[A-Z][\w'’.-]+(?:\s(?:[A-Z][\w'’.-]+|of|the|party|party['’]s))*),?\s(?:\w+\s){{0,3}}?"
    rf"(?:with|on|at|won|got|received|took|polled|secured|gained|had|has|by|garnered|scored|obtained"
    rf"|finished|came|second)\s"
    rf"(?:(?:about|only|just|some|with|second|third|on|got|the other|won|a mere)\s)*"
    rf"(?P<number>{NUMBER})(?P<percent>{PERCENT})?(?P<of>\sof\s(?:the\s)?(?:\w+\s)?votes?\b)?"
    rf"|(?P<who2>[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+)*)(?:['’]s|,)?\s\(?(?P<number2>{NUMBER})(?P<percent2>{PERCENT})?"
    rf"|\b(?:by|to|against|over)\s(?P<number3>{NUMBER})(?P<percent3>{PERCENT})?(?:\sto\s(?P<number4>{NUMBER}){PERCENT})?"
    rf"|(?P<number5>{NUMBER})(?P<percent5>{PERCENT})\s(?:of\sthe\svote\s)?(?:for|to)\s(?:the\s)?[A-Z]"
)


def _candidates(text: str) -> _Found | None:
    """Candidates of one vote, each with a share."""
    if not _VOTE.search(text) or _NOT_ONE_WHOLE.search(text):
        return None
    values: list[tuple[int, float]] = []
    percents = 0
    for match in _WON.finditer(text):
        for name in ("number", "number2", "number3", "number4", "number5"):
            if match[name]:
                values.append((match.start(name), worth(match[name])))
                percents += bool(match.groupdict().get(name.replace("number", "percent"))) or name == "number4"
    given = sum(1 for match in _SHARE.finditer(text) if match["percent"])
    values = [(at, value) for at, value in values if _is_share(text, at)]
    if given < 1 or len(values) < 2 or not all(0 < value < 100 for _, value in values) or percents < given:
        return None
    if sum(value for _, value in values) <= _OVER:
        return None
    end = max(match.end() for match in _SHARE.finditer(text) if match.start() == values[-1][0])
    return values[0][0], end, values, "shares of one vote"


def _is_share(text: str, at: int) -> bool:
    match = _SHARE.match(text, at)
    return match is not None and (
        bool(match["percent"]) or bool(re.match(r"(?:\sto\s|[,.;)]|\sand\s|$)", text[match.end("number") :]))
    )

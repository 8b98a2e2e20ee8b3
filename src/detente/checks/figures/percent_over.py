"""More than a hundred per cent of what can have no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import NUMBER, PERCENT, matches, quoted, worth
from detente.checks.report import Report

NAME = "percent-over-100"
SEVERITY = "error"
SAYS = "more than 100 per cent of something that has no more"

_PERCENT = rf"(?P<percent>(?P<number>{NUMBER}){PERCENT})"
_WHOLE = (
    r"(?:votes?|voters|ballots?|electorate|population|people|residents|inhabitants|citizens"
    r"|respondents|households|children|schools"
    r"|(?:country|nation|region|city|world)['’]s\s(?:population|territory|land|people|voters|homes"
    r"|schools)|territory|seats|deputies|lawmakers"
    r"|members|delegates|soldiers|troops|forces?|those\s\w+|homes|houses|buildings|land|refugees"
    r"|prisoners|hostages|[A-Z][a-z]+(?:ans|ians|ers|ese|is))"
)
_OF = re.compile(
    rf"{_PERCENT}\s(?:of\s(?:(?:all|the|its|their|his|her|those|eligible|registered|adult|local|\w+['’]s)\s)*"
    rf"(?:(?:valid|popular|total|national|civilian|rural|urban|local|registered|eligible|electoral"
    rf"|adult|ground|entire|occupied|party[- ]list|[A-Z][a-z]+(?:n|sh|ch|ese))\s)?"
    rf"{_WHOLE}\b|turnout\b|majority\b|(?:approval|disapproval)\srating)"
)
_TURNOUT = re.compile(
    rf"\b(?:[Tt]urnout|approval rating|approval ratings|share of the vote|vote share|literacy)\s(?:[\w’']+\s){{0,8}}?"
    rf"(?:was|is|were|stood|stands|reached|hit|fell|rose|dropped|climbed|slipped|remained|put)\s(?:"
    rf"(?:at|to|by|just|about|around|over|only|officially)\s)*{_PERCENT}"
    rf"|\b(?:[Tt]urnout|approval rating|share of the vote|vote share)\s(?:of|at)\s(?:(?:about|around"
    rf"|over|just|only|some)\s)*(?P<percent2>(?P<number2>{NUMBER}){PERCENT})"
)
_LOSS = re.compile(
    rf"\b(?:fell|fallen|falls?|falling|dropp?(?:ed|s|ing)?|declin(?:ed|es|ing|e)|decreas(?:ed|es|ing"
    rf"|e)|shr[aiu]nk|shrinking|plunged?|plunging"
    rf"|slumped|tumbled|cut|cutting|cuts|reduc(?:ed|es|ing|e)|slash(?:ed|es|ing)?|down|contracted|lost|collapsed|halv(?:ed|ing)"
    rf"|(?:drop|fall|decline|decrease|cut|reduction|slump|plunge)\sof)\s(?:[\w'’-]+\s){{0,5}}?"
    rf"(?:(?:by|about|around|over|almost|nearly|some|more\sthan|another|up\sto"
    rf"|at\sleast)\s)*{_PERCENT}(?!\s(?:of(?!\s(?:its|their|his)\b)|points?|tariffs?|dut(?:y|ies)|tax|interest|higher|above"
    rf"|more|over))"
)
_GOES_BELOW = re.compile(
    r"\b(?:profits?|income|earnings|balance|surplus|result|cash|margins?|tariffs?|rates?|inflation"
    r"|interest|yields?|ratio|debt|taxe?s?|from)\b",
    re.I,
)
_PROPORTION = re.compile(
    rf"\b(?:[Pp]roportion|[Pp]ercentage|[Ss]hare|literacy|attendance|vaccination\srate|unemployment(?:\srate)?|employment\srate|jobless\srate"
    rf"|poverty(?:\srate)?|occupancy)\s(?:[\w’'-]+\s){{0,12}}?(?:from|to|at|is|was|of|reached|by)\s(?:about\s|around\s|over\s|nearly\s|just\s)?{_PERCENT}"
)
_SPENT = re.compile(
    rf"\b(?:spent|lost|used(?:\sup)?|drawn\sdown|sold|burn(?:ed|t)\sthrough|destroyed|controls?|held|holds|occup(?:y|ies|ied)|seized|covers?|burnt"
    rf"|captured|won|took|secured|polled|disbursed|supplied|met|evacuated|vaccinated|counted|owns?|owned|cleared|completed|harvested)\s"
    rf"(?:(?:about|around|some|over|nearly|almost|more\sthan)\s)*{_PERCENT}\sof\s(?:the|its|their|his|her|all|[A-Z][\w’'-]+)"
)
_COUNTED = re.compile(
    rf"{_PERCENT}\s(?:of\s(?:[\w’'-]+\s){{1,4}}?)?(?:said|say|told|voted|backed|back|support(?:ed)?|oppos(?:e|ed)|favou?r(?:ed)?|want(?:ed)?"
    rf"|believe[ds]?|think|had\sbeen\s(?:counted|destroyed|vaccinated|damaged|completed|cleared|tallied)|(?:were|was)\s(?:counted|destroyed|damaged"
    rf"|against|in\sfavou?r|women|men|children))\b"
    rf"|\bwith\s(?P<percent2>(?P<number2>{NUMBER}){PERCENT})\sof\s(?:the\s)?(?:votes?|ballots?|polling\sstations|precincts|districts|returns|results)"
)
_GROWING = re.compile(
    r"\b(?:budget|target|plan|quota|capacity|gdp|output|price|tariff|level|value|income|revenue|debt|worth|increase|growth)", re.I
)
_SPOKEN_OF = re.compile(
    r"\b(?:fraud\w*|rigg\w+|impossib\w+|implausib\w+|irregular\w*|absurd\w*|inflated|ballot[- ]stuffing|stuffed|falsif\w+|"
    r"(?:than|as|equal|equivalent|compared|exceed\w*|size|times|mock\w*|jok\w+|error|wrong\w*"
    r"|mistaken\w*|capacity|more people))\b",
    re.I,
)
_HUNDRED, _BEHIND = 100, 40
_HIGH = re.compile(r"(?<!\d)\d{3,9}(?:\.\d+)?\s?(?:%|per\s?cent)|hundred\b[^.]{0,20}per\s?cent")


def find(report: Report) -> Iterator[Problem]:
    """Silent where the sentence itself speaks of a fraud or an error, or compares."""
    told: set[int] = set()
    for match in matches(report, _HIGH, _OF, _TURNOUT, _LOSS, _PROPORTION, _SPENT, _COUNTED):
        side = "2" if "percent2" in match.groupdict() and match["percent2"] else ""
        start, end, value = match.start(f"percent{side}"), match.end(f"percent{side}"), worth(match[f"number{side}"])
        read = report.sentence_at(start)
        if not value > _HUNDRED or start in told or read is None:
            continue
        before = report.text[read.sentence.start : start]
        if _SPOKEN_OF.search(re.sub("more than", "", read.sentence.text, flags=re.IGNORECASE)) or (
            match.re is _LOSS and _GOES_BELOW.search(before)
        ):
            continue
        if match.re in (_PROPORTION, _SPENT, _COUNTED) and _GROWING.search(report.text[match.start() : end + _BEHIND]):
            continue
        told.add(start)
        what = "a fall by" if match.re is _LOSS else "a share of"
        yield Problem(
            start,
            end,
            f"{what} {match[f'percent{side}']} cannot be: there is no more than 100",
            quoted(report, match.start(), match.end()),
        )

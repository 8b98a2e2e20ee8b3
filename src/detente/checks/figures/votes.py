"""A vote with more votes than the chamber has, or, in one where all must vote, fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import NUMBER, SUM, passages, quoted, told, worth
from detente.checks.report import Report

NAME = "votes"
SEVERITY = "error"
SAYS = "the votes counted are more than there are, or do not make the total given"

_CHAMBERS = {
    r"Security Council": 15,
    r"General Assembly": 193,
    r"(?:US|U\.S\.|American)?\s?Senate(?! committee)": 100,
    r"(?:US |U\.S\. )?House of Representatives": 435,
    r"State Duma|Duma": 450,
    r"Verkhovna Rada|Rada": 450,
    r"Human Rights Council": 47,
    r"European Parliament": 785,
    r"House of Commons": 659,
    r"Knesset": 120,
}
"""Chamber to the most votes that can be cast in it, of all that it has had since 2000."""
_AMERICAN = re.compile(r"\b(?:US|U\.S\.|American|Congress|Washington|Republicans?|Democrats?)\b")
_CHAMBER = re.compile(
    "|".join(rf"(?P<chamber{n}>\b(?:{pattern})\b)" for n, pattern in enumerate(_CHAMBERS))
    + rf"|(?P<seats>{NUMBER})[\s-](?:seat|member|strong)\s(?:[A-Za-z]+\s){{0,2}}?(?:parliament|council"
    rf"|assembly|chamber|senate|house|board|committee|Parliament|Council|Assembly|Senate|House|Rada"
    rf"|Duma|body|Knesset)"
    rf"|(?P<cast>{NUMBER})\svotes?\s?(?:were\s)?(?:cast)?\s?[:,(—–-]\s?"
    rf"|(?:has|with|of\sthe)\s(?P<has>{NUMBER})\s(?:seats|members|deputies|lawmakers)\b"
    rf"|\b[Oo]f\s(?:the\s)?(?P<of>{NUMBER})\s(?:votes(?:\scast)?|deputies|lawmakers|members|delegates"
    rf"|senators|MPs|ballots|states)\b"
)
_FOR = r"(?:in\sfavou?r|for|yes|ayes?|backed|supported|(?:voted|votes)\s(?:in\sfavou?r|for|yes))"
_TALLY = re.compile(
    rf"(?:(?:voted?|votes|voting|by|vote\sof|passed|approved|adopted|rejected|carried|ratified|confirmed|backed)"
    rf"(?:\s(?!for\b|in\b)[\w’'-]+){{0,4}}?\s)(?P<for>{NUMBER})(?:\svotes)?\s?(?:[-–—]|to\s"
    rf"|for,?\sand\s)\s?(?P<against>{SUM})(?=[.,;)]|$|\s(?:in|for|to|on|with|against|after|and"
    rf"|that)\b)"
    rf"|(?P<for2>{NUMBER})\s(?:\w+\s)?(?:votes?\s)?(?:(?:were|was)\s)?{_FOR}\b,?\s?"
    rf"(?:[A-Za-z]+\s){{0,5}}?(?P<against2>{NUMBER})\s(?:(?:were|was|voted)\s)?(?:votes?\s)?(?:against"
    rf"|opposed|no)\b"
)
_ABSTAINED = re.compile(
    rf"(?P<number>{NUMBER})\s(?:[a-z]+\s){{0,2}}?(?:abstentions?|abstain(?:ed|ing)|did\snot\svote|"
    rf"(?:were\s)?absent|spoiled|spoilt|blank)|(?P<no>no)\sabstentions"
)
_VOTING = re.compile(r"\bvot|against|abst|\b(?:passed|approved|adopted|rejected|carried|ratified|confirmed|backed)\b")
_ALL_VOTE = 15


def find(report: Report) -> Iterator[Problem]:
    for read in passages(report, _VOTING):
        text = read.sentence.text
        for tally in list(_TALLY.finditer(text))[:1]:
            problem = _tallied(report, read.sentence.start, text, tally)
            if problem is not None:
                yield problem


def _tallied(report: Report, offset: int, text: str, tally: re.Match[str]) -> Problem | None:
    which = "for" if tally["for"] else "for2"
    ayes, noes = worth(tally[which]), worth(tally[which.replace("for", "against")])
    abstained = _ABSTAINED.search(text, tally.end() - 1)
    others = worth(abstained["number"]) if abstained and abstained["number"] else 0.0
    chambers = [m for m in _CHAMBER.finditer(text) if not tally.start() < m.start() < tally.end()]
    chamber = chambers[0] if len({m.lastgroup for m in chambers}) == 1 else None
    if chamber is None or chamber.lastgroup is None:
        return None
    given = chamber.lastgroup in ("seats", "cast", "of", "has")
    most = (
        worth(chamber[chamber.lastgroup]) if given else list(_CHAMBERS.values())[int(chamber.lastgroup.removeprefix("chamber"))]
    )
    name = chamber.group().strip()
    if name.endswith("Senate") and not given and not (_AMERICAN.search(text) or _AMERICAN.search(report.text)):
        return None
    cast = ayes + noes + others
    start, end = offset + tally.start(which), offset + (abstained.end() if abstained else tally.end())
    basis = quoted(report, offset + chamber.start(), offset + chamber.end()) if given else f"the {name} has {told(most)} votes"
    if cast > most:
        return Problem(start, end, f"{_sum(ayes, noes, others)} votes are more than {told(most)}", basis)
    whole = (most == _ALL_VOTE and abstained is not None and not given) or (chamber.lastgroup == "cast" and abstained is not None)
    if whole and cast < most:
        return Problem(start, end, f"{_sum(ayes, noes, others)} votes are fewer than {told(most)}", basis)
    return None


def _sum(*parts: float) -> str:
    """ "9 + 3 = 12", without what is nought."""
    given = [part for part in parts if part]
    return f"{' + '.join(told(part) for part in given)} = {told(sum(given))}"

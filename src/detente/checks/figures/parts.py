"""Numbers that are told as the parts of another, or as what is left of it, and do not make it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.checks.check import Problem
from detente.checks.figures.plain import Plain, has_two, plain_numbers
from detente.checks.figures.spelt import quoted, told
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

NAME = "parts"
SEVERITY = "error"
SAYS = "numbers told as the parts of another do not make it"

_WORD = r"(?:\s(?!and\b|or\b)[A-Za-z’'“”-]+)"
_MARK = re.compile(
    r":|—|–|\s-\s|\b(?:made\sup\sof|consist(?:s|ing|ed)\sof|compris(?:es|ing|ed)|composed\sof|divided\sinto|split\s(?:into|between)|that\sis|namely"
    r"|with|the\s(?:dead|victims|wounded|injured|hostages|others)\s(?:were|are))(?=\s)"
)
_SUMMED = re.compile(
    r"\b(?:(?:for|making|or|is|,|a|the|and|to)\s(?:a\s|the\s)?(?:combined|joint|grand)?\s?(?:total\s(?:of|to)|combined)|making|which\smakes|which\smade"
    r"|(?:bring|tak|rais|push|lift)ing\s(?:the|its|their)\s(?:[a-z]+\s){0,3}?to)\s$"
)
_ALTOGETHER = re.compile(
    r"^(?:\s[a-z'’-]+){0,3},?\s(?:in\sall|in\stotal|altogether|all\stold|combined|between\sthem|put\stogether|together)\b(?!\swith)"
)
_TO = re.compile(rf"^(?:{_WORD}){{0,2}}?\s(?P<to>to|in|from|at|by|on|for|against|near|into|towards)\b")
_JOINT = re.compile(
    r"(?:,|;)?\s(?:and|or|while)\s(?:the\s(?:other|remaining|last)\s)?(?:another\s|a\sfurther\s)?$|(?:,|;)\s(?:another\s)?$|\($"
)
_AT = re.compile(r"\s(?:to|in|from|at|by|on|for|against|near|into|towards)\b")
_JOINED = re.compile(r"(?:,|;|\band)\s(?:and\s)?(?:[A-Za-z’'-]+\s){0,4}$")
_LAST = re.compile(r"\sand\s(?:the\s(?:other|remaining|last)\s)?(?:another\s|a\sfurther\s)?$|;\s$")
_REST = re.compile(r"\b(?:(?:the|its|their)\s(?:remaining|other|rest,?|last)|(?:the\s)?remainder,?)\s$", re.IGNORECASE)
_LEAVING = re.compile(r",?\s(?:leaving|which\s(?:leaves|left))\s(?:only\s|just\s|the\s(?:other|remaining)\s|another\s)?$")
_OF_ALL = re.compile(r"^(?:(?:\s[a-z]+){0,2}\s(?:of|out\sof)\s(?:the|its|their|his|all|those)|\s(?:out\s)?of)\s(?:[a-z]+\s)?$")
_OF_THEM = re.compile(r"^(?:\s[a-z-]+){0,2}\sof\s(?:them|whom|these|those|which)\b")
_OF_THESE = re.compile(r"^[“\"]?(?:Of|Among)\s(?:these|them|those|whom|that\snumber|the\s(?:dead|wounded|total))\b")
_OTHERS = re.compile(r"^(?:The\s(?:others|rest|remainder)|Others)\b")
_MAKES = re.compile(r"^[“\"]?\b(?:That|This|It|which)\s(?:makes|made|brings\sit\sto|comes\sto)\s(?:a\stotal\sof\s)?$")
_CHAMBER = re.compile(
    r"^[\s-](?:member|seat|strong)\s(?:[A-Za-z]+\s){0,2}?(?:chamber|parliament|assembly|house|council|senate|legislature|congress|board"
    r"|committee|bench)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:includ\w+|among|amongst|such as|mostly|mainly|most of|some of|notably|especially|plus|as well as|since"
    r"|between|compared|than|also|both|or more|more than half|up from|down from|per|each|every|respectively|initially|later)\b",
    re.IGNORECASE,
)
_MAKES_CUE = re.compile(r"\b(?:makes|made|comes\sto|brings)\b")
_MOST, _NEXT, _TAIL = 8, 14, 60


@dataclass(frozen=True, slots=True)
class _Tally:
    """A whole and the numbers that should make it, with the offsets in the article of all of them."""

    whole: Plain
    parts: Sequence[Plain]
    start: int
    end: int


def find(report: Report) -> Iterator[Problem]:
    sentences = [read for read in report.sentences if read.sentence.block.kind == "body"]
    previous: ReadSentence | None = None
    for read in sentences:
        if has_two(read.sentence.text) or _MAKES_CUE.search(read.sentence.text):
            near = previous if previous is not None and previous.sentence.block is read.sentence.block else None
            for tally in (*_within(read), *(_across(near, read) if near is not None else ())):
                problem = _problem(report, tally)
                if problem is not None:
                    yield problem
                    break
        previous = read


def _within(read: ReadSentence) -> Iterator[_Tally]:
    text, offset = read.sentence.text, read.sentence.start
    every = plain_numbers(text)
    for unit in {n.unit for n in every}:
        found = [n for n in every if n.unit == unit]
        if len(found) > 2:
            yield from _of_one_unit(text, offset, found)


def _of_one_unit(text: str, offset: int, found: list[Plain]) -> Iterator[_Tally]:
    yield from _behind_colon(text, offset, found)
    for at in range(len(found) - 2):
        yield from _behind_comma(text, offset, found, at)
    yield from _summed_up(text, offset, found)
    first, second, third = found[0], found[1], found[-1]
    if len(found) == 3:
        if _OF_ALL.match(text[first.end : second.start]) and (
            _LEAVING.search(text[: third.start]) or _REST.search(text[: third.start])
        ):
            yield _Tally(second, (first, third), offset + first.start, offset + third.end)
        left = _REST.search(text[: third.start]) or _LEAVING.search(text[: third.start])
        if left and first.value > max(second.value, third.value) and not re.search(r"[;:]\s", text[first.end : third.start]):
            yield _Tally(first, (second, third), offset + first.start, offset + third.end)
    chamber = [n for n in found if _CHAMBER.match(text[n.end :])]
    seats = [n for n in found if n not in chamber]
    if len(chamber) != 1 or len(seats) < 2 or _SOME.search(text):
        return
    if re.match(r"\s(?:of\sthe\s)?seats\b", text[seats[0].end :]) and sum(n.value for n in seats) > chamber[0].value:
        yield _Tally(chamber[0], seats, offset + found[0].start, offset + found[-1].end)


def _behind_colon(text: str, offset: int, found: list[Plain]) -> Iterator[_Tally]:
    """ "46 people were killed, they said: 21 in Cairo, 14 in Suez and 11 elsewhere"."""
    for mark in _MARK.finditer(text):
        parts = [n for n in found if n.start >= mark.end()]
        wholes = [n for n in found if n.end <= mark.start()]
        if not parts or not wholes or parts[0].start - mark.end() > _NEXT or not _is_list(text, parts):
            continue
        made = sum(part.value for part in parts)
        larger = [n for n in wholes if n.value > max(part.value for part in parts)]
        if len(larger) == 1 and all(n.value != made for n in wholes) and not _SOME.search(text[larger[0].end :]):
            yield _Tally(larger[0], parts, offset + larger[0].start, offset + parts[-1].end)


def _summed_up(text: str, offset: int, found: list[Plain]) -> Iterator[_Tally]:
    """ "300 from Poland and 200 from Latvia, 600 in all"; "three more died, bringing the toll to 12"."""
    whole, parts = found[-1], found[:-1]
    named = _ALTOGETHER.match(text[whole.end :]) or _SUMMED.search(text[: whole.start])
    if not named or not 2 <= len(parts) <= _MOST or _SOME.search(text):
        return
    if re.search(r"\b(?:toll|number|count)\b", text[parts[-1].end : whole.start]) or re.search(
        r"[.:]\s", text[parts[0].end : whole.start]
    ):
        return
    if whole.value > max(part.value for part in parts) and all(_JOINED.search(text[a.end : b.start]) for a, b in pairwise(parts)):
        yield _Tally(whole, parts, offset + parts[0].start, offset + whole.end)


def _behind_comma(text: str, offset: int, found: list[Plain], at: int) -> Iterator[_Tally]:
    """ "Ten flights, seven to Tashkent and four straight to Berlin": all parts go on alike."""
    total, parts = found[at], found[at + 1 :]
    gap = text[total.end : parts[0].start]
    to = [_TO.match(text[part.end :]) for part in parts]
    if not gap.endswith(", ") or gap.count(" ") > 5 or _AT.match(gap) or to[0] is None or _SOME.search(text[total.start :]):
        return
    if len({m["to"] if m else None for m in to}) == 1 and _is_list(text, parts):
        yield _Tally(total, parts, offset + total.start, offset + parts[-1].end)


def _is_list(text: str, parts: Sequence[Plain]) -> bool:
    """Whether numbers stand in one list that ends with "and" and goes on no more."""
    if not 2 <= len(parts) <= _MOST:
        return False
    between = [text[one.end : other.start] for one, other in pairwise(parts)]
    if not all(_JOINT.search(gap) for gap in between) or any(re.search(r"[.:]\s", gap) for gap in between):
        return False
    return bool(_LAST.search(between[-1])) and not re.search(r",\s|;|\band\b", text[parts[-1].end :][:_TAIL])


def _across(before: ReadSentence, read: ReadSentence) -> Iterator[_Tally]:
    """What "of these" and "the others" tell of the number in the sentence before."""
    text, offset = read.sentence.text, read.sentence.start
    earlier, parts = plain_numbers(before.sentence.text), plain_numbers(text)
    if not earlier or len(parts) > _MOST or _SOME.search(text.removeprefix("Among")):
        return
    if len(parts) >= 2 and (_OF_THESE.match(text) or parts[0].start < _NEXT) and _REST.search(text[: parts[-1].start]):
        yield _whole_of(earlier, parts, read)
    if len(parts) >= 2 and _OTHERS.match(text) and len(earlier) == 2 and earlier[0].value > earlier[1].value:
        if all(re.search(r"\($", text[: part.start]) and text[part.end : part.end + 1] == ")" for part in parts):
            yield _Tally(earlier[0], (earlier[1], *parts), offset + parts[0].start, offset + parts[-1].end)
    if len(parts) >= 1 and len(earlier) >= 2 and _MAKES.search(text[: parts[0].start]):
        yield _Tally(parts[0], earlier, offset + parts[0].start, offset + parts[0].end)


def _whole_of(earlier: list[Plain], parts: list[Plain], read: ReadSentence) -> _Tally:
    made = sum(part.value for part in parts)
    larger = [n for n in earlier if n.value > max(part.value for part in parts)]
    whole = next((n for n in larger if n.value == made), larger[0] if len(larger) == 1 else None) or parts[0]
    return _Tally(
        whole, parts if whole is not parts[0] else (), read.sentence.start + parts[0].start, read.sentence.start + parts[-1].end
    )


def _problem(report: Report, tally: _Tally) -> Problem | None:
    every = (tally.whole, *tally.parts)
    if len(tally.parts) < 2 or any(n.loose for n in every) or any(n.least for n in tally.parts):
        return None
    made, whole = sum(n.value for n in tally.parts), tally.whole.value
    if made == whole or whole < 2 or (made > whole and tally.whole.least):
        return None
    spoken = " + ".join(told(n.value) for n in tally.parts)
    return Problem(
        tally.start, tally.end, f"{spoken} make {told(made)}, not {told(whole)}", quoted(report, tally.start, tally.end)
    )

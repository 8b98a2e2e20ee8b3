"""A total that the parts told beside it do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.checks.check import Problem
from detente.checks.figures.spelt import is_loose, quoted, told, with_figures
from detente.checks.report import Report
from detente.coding.figures import counts
from detente.coding.figures.amounts import LIKELY
from detente.coding.figures.counting import Count, names_persons
from detente.coding.reading import ReadSentence
from detente.coding.wordlist import wordlist

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "total"
SEVERITY = "error"
SAYS = "the parts do not make the total given with them"

_GENERAL = wordlist(
    "people person dead death victim casualty fatality hostage prisoner detainee captive body passenger member wounded injured "
    "killed patient inmate suspect defendant protester demonstrator personnel arrest national citizen foreigner evacuee migrant "
    "refugee missing life injury survivor participant delegate vote ballot seat vehicle aircraft weapon ship vessel target "
    "building attack violation diplomat observer lawmaker deputy"
)
"""Words for those or for that of which there are many kinds: only they can be the total of a list behind a mere comma."""
_KINDS_OF: dict[str, frozenset[str]] = {
    "vehicle": wordlist("tank truck car lorry carrier jeep bus van ambulance howitzer"),
    "aircraft": wordlist("jet helicopter plane drone fighter bomber transport"),
    "weapon": wordlist("rifle pistol howitzer missile launcher mortar gun rocket"),
    "ship": wordlist("frigate destroyer corvette boat submarine tanker cruiser ferry"),
    "vessel": wordlist("frigate destroyer corvette boat submarine tanker cruiser ferry tug ship"),
    "building": wordlist("house school hospital flat home shop church warehouse block kindergarten"),
    "target": wordlist("depot base bridge factory airfield post position bunker command warehouse"),
}
_PERSONS = (
    "fighter",
    "worker",
    "guard",
    "man",
    "woman",
    "medic",
    "ian",
    "ist",
    "paramedic",
    "monk",
    "nun",
    "miner",
    "driver",
    "cadet",
)
_SEXES = wordlist("man woman child boy girl adult teenager baby infant minor youngster toddler pensioner")
_PARTLY = re.compile(
    r"\b(?:includ\w+|among|amongst|such as|with|mostly|mainly|most of|some of|notably|especially"
    r"|follow\w+|plus|as well as|besides"
    r"|compared|than|after|before|from|since|against|while|but|although|when|if|per|every|each|of which|some|other|others|versus"
    r"|more|up|down|in addition|earlier|previous\w*|last|at least|later|further|additional|another|or|between)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:includ\w+|among|amongst|such as|mostly|mainly|most of|some of|notably|especially|plus"
    r"|as well as|in \d{4}|between|from|since)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s(?:in|from|at|near|around)\s[A-Z][\w'’-]+")
_OPENS = re.compile(r"\s*(?:[:—–(]|\s-\s|,)\s*$")
_SURE_OPENING = re.compile(r"\s*(?:[:—–(]|\s-\s)\s*$")
_OF_THEM = re.compile(r"^\s(?:of (?:them|whom|these|those)\b)")
_JOINT = re.compile(r"^(?P<words>(?:\s[\w'’-]+)*?)\s?(?P<mark>,\sand|,|;\sand|;|\sand)\s$")
_IN_ALL = re.compile(r"^(?:\s[\w'’-]+){0,3}\s(?:in all|in total|altogether|all told)\b")
_OF = re.compile(r"\bof\s(?:the\s|its\s|their\s|all\s|those\s)?(?:estimated\s|\w+\s)?$", re.IGNORECASE)
_REST = re.compile(r"\b(?:the\s(?:remaining|other|rest,?|last)|(?:the\s)?remainder,?)\s$", re.IGNORECASE)
_MOST_PARTS = 6


@dataclass(frozen=True, slots=True)
class _Tally:
    """A total and its parts; `full` where the parts are said to be all of it."""

    total: Count
    parts: Sequence[Count]
    full: bool
    end: int


def find(report: Report) -> Iterator[Problem]:
    for read in with_figures(report):
        if sum(1 for _ in LIKELY.finditer(re.sub(r"\d[\d.,]*", "1", read.sentence.text))) < 3:
            continue
        found = counts(read.sentence)
        if len(found) < 3:
            continue
        for tally in (*_listed(read, found), *_in_all(read, found), *_rest(read, found)):
            problem = _problem(report, read, tally)
            if problem is not None:
                yield problem
                break


def _listed(read: ReadSentence, found: list[Count]) -> Iterator[_Tally]:
    """ "14 people, nine soldiers and five civilians", "14 of them: nine men, five women"."""
    text = read.sentence.text
    for at, total in enumerate(found):
        gap = text[total.number.end : found[at + 1].number.begin] if at + 1 < len(found) else ""
        sure = bool(_SURE_OPENING.search(gap)) or bool(_OF_THEM.match(gap))
        if not _OPENS.search(gap) or (_SOME if sure else _PARTLY).search(gap) or not (sure or _is_general(total)):
            continue
        parts, end = _parts(text, found[at + 1 :])
        if len(parts) < 2 or not all(_goes_under(part, total, bare=sure) for part in parts):
            continue
        yield _Tally(total, parts, True, end)


def _parts(text: str, after: list[Count]) -> tuple[list[Count], int]:
    """The counts of a list that ends with "and", and where it ends; none where it is no list of nouns."""
    parts: list[Count] = []
    for at, part in enumerate(after[:_MOST_PARTS]):
        parts.append(part)
        following = after[at + 1].number.begin if at + 1 < len(after) else None
        place = _PLACE.match(text, part.number.end)
        if part.noun is None and place is None:
            return [], 0
        last = at > 0 and bool(re.search(r"\band\s(?:the\s)?$", text[after[at - 1].number.end : part.number.begin]))
        noun = part.noun
        end = (
            place.end() if noun is None and place else noun.idx - noun.sent.start_char + len(noun.text) if noun is not None else 0
        )
        if last:
            return (parts, max(end, part.number.end)) if _closed(text, max(end, part.number.end)) else ([], 0)
        joint = _JOINT.match(text[part.number.end : following]) if following is not None else None
        if joint is None or _PARTLY.search(joint.group()) or _has_verb(part, after[at + 1]):
            return [], 0
    return [], 0


def _has_verb(one: Count, other: Count) -> bool:
    between = one.last.doc[one.last.i + 1 : other.first.i]
    return any(t.tag_ in ("VBD", "VBP", "VBZ", "MD") and t.dep_ not in ("amod", "compound") for t in between)


def _closed(text: str, end: int) -> bool:
    """Whether nothing behind the list says that it is not the whole, or that its parts overlap."""
    return not re.match(
        r"[^.;]{0,40}\b(?:of them|of whom|among|includ\w+|another|others|or more|years?)\b|-|\s(?:dozen"
        r"|hundred)",
        text[end:],
    )


def _in_all(read: ReadSentence, found: list[Count]) -> Iterator[_Tally]:
    """ "nine soldiers and five civilians were killed, 14 in all", "a total of 14 people"."""
    text = read.sentence.text
    for at in range(2, len(found)):
        total, gap = found[at], text[found[at - 1].number.end : found[at].number.begin]
        before, after = text[max(0, total.number.begin - 14) : total.number.begin], text[total.number.end :]
        named = bool(_IN_ALL.match(after)) or bool(
            re.search(r"(?:,|—|–|\()\s(?:or\s)?(?:a|making a|for a)\stotal\sof\s$", before)
        )
        if not named or _PARTLY.search(gap.replace(" or ", " ").replace("a total of", "")):
            continue
        start = at - 1
        while start > 0 and _JOINT.match(text[found[start - 1].number.end : found[start].number.begin]):
            start -= 1
        parts = found[start:at]
        if len(parts) >= 2 and all(p.noun is not None for p in parts) and all(_goes_under(p, parts[0]) for p in parts):
            yield _Tally(total, parts, True, total.number.end)


def _rest(read: ReadSentence, found: list[Count]) -> Iterator[_Tally]:
    """ "Of the 14 dead, nine were soldiers and the other five civilians"; without "the other", parts may be left out."""
    text = read.sentence.text
    total = found[0]
    if not _OF.search(text[: total.number.begin]) or text[: total.number.begin].strip().count(" ") > 3:
        return
    parts = found[1:]
    between = [text[a.number.end : b.number.begin] for a, b in zip(found, parts, strict=False)]
    if any(
        _PARTLY.search(re.sub(r"\b(?:other|others|last|but|while|with|from|of (?:them|whom))\b", "", gap)) or ";" in gap
        for gap in between
    ):
        return
    if "," not in between[0] or any(p.number.unit != total.number.unit for p in parts):
        return
    if len(parts) > _MOST_PARTS:
        return
    rest = [bool(_REST.search(text[: part.number.begin])) for part in parts]
    if any(rest[:-1]) or not all(_goes_under(part, total, bare=True) for part in parts):
        return
    yield _Tally(total, parts, rest[-1], parts[-1].number.end)


def _is_general(count: Count) -> bool:
    if count.noun is None and count.last.i + 1 < count.last.sent.end and count.last.nbor(1).lower_ in _GENERAL:
        return True
    if count.noun is None:
        return count.last.dep_ in ("dobj", "nsubjpass", "pobj", "nsubj") and count.number.unit is None
    return count.noun.lemma_.lower() in _GENERAL or count.noun.lower_ in _GENERAL


def _goes_under(part: Count, total: Count, bare: bool = False) -> bool:
    """Whether a part can be of the total: persons of persons, things of their kind or of the same name."""
    if part.noun is None or part.noun.pos_ == "PRON":
        return bare or part.noun is not None
    if part.number.unit != total.number.unit and (part.number.unit or total.number.unit) != "votes":
        return False
    if total.noun is None or total.noun.pos_ == "PRON":
        return _persons(part.noun)
    if total.noun.lemma_.lower() == part.noun.lemma_.lower():
        return True
    if part.noun.lemma_.lower() in _KINDS_OF.get(total.noun.lemma_.lower(), ()):
        return True
    persons = names_persons(total.noun) or total.noun.lemma_.lower() in (
        "dead",
        "wounded",
        "injured",
        "death",
        "arrest",
        "life",
        "injury",
    )
    return persons and _persons(part.noun)


def _persons(noun: Token) -> bool:
    return (
        names_persons(noun)
        or noun.lemma_.lower().endswith(_PERSONS)
        or (noun.ent_type_ == "NORP" and noun.tag_ in ("NNS", "NNPS"))
    )


def _overlap(parts: Sequence[Count]) -> bool:
    """Whether one may be in two parts: a woman can be a soldier, a soldier no civilian."""
    sexes = {part.noun.lemma_.lower() in _SEXES for part in parts if part.noun is not None}
    peoples = {part.noun.ent_type_ == "NORP" for part in parts if part.noun is not None}
    return len(sexes) > 1 or len(peoples) > 1


def _problem(report: Report, read: ReadSentence, tally: _Tally) -> Problem | None:
    numbers = [tally.total.number, *(part.number for part in tally.parts)]
    offset = read.sentence.start
    if any(n.approximate or n.high is not None or n.unit not in (None, "votes") for n in numbers):
        return None
    if any(is_loose(report, offset + n.start) or n.value != int(n.value) for n in numbers):
        return None
    whole, made = numbers[0].value, sum(n.value for n in numbers[1:])
    if made == whole or (made < whole and not tally.full) or (made > whole and _overlap(tally.parts)) or whole < 2:
        return None
    if any(n.low is not None for n in numbers[1:]):
        return None
    start = min(n.start for n in numbers)
    spoken = " + ".join(told(n.value) for n in numbers[1:])
    return Problem(
        offset + start,
        offset + max(tally.end, max(n.end for n in numbers)),
        f"{spoken} make {told(made)}, not {told(whole)}",
        quoted(report, offset + start, offset + tally.end),
    )

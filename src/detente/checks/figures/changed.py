"""A number that is another when the same thing is spoken of again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import NUMBER, like, quoted, told, worth
from detente.checks.figures.spoken_again import Numbered, is_turned, numbered, same_before
from detente.checks.figures.subjects import Told, can_make, figures_of
from detente.checks.report import Report
from detente.coding.figures.counting import names_persons
from detente.coding.wordlist import wordlist

NAME = "changed-figure"
SEVERITY = "warning"
SAYS = "the same thing has another number than before in the report"

_GENERAL = wordlist("person day hour year week month minute side way time point other thing")
_EVENT = re.compile(
    r"\b(?P<article>[Aa]n?|[Tt]he)\s(?P<words>(?:[\w'’-]+\s){0,2}?)(?P<event>explosion|blast|attack"
    r"|strike|air\sstrike|shelling|bombing|crash|raid|shooting|ambush|fire|bombardment|avalanche"
    r"|collision)\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|previous|earlier|since|so far|toll|rose|raised|revised|initial\w*"
    r"|first|later|now|total|another|more|further|similar)\b"
)
_DEFINITE = re.compile(rf"\b(?i:the|these|those|his|her|its|their|all|present)\s(?!one\b|two\b)(?:[$€£]|{NUMBER})")
_NEVER = wordlist(
    "year month week day hour minute january february march april may june july august september october november december"
)
_SO_LONG = re.compile(
    rf"\b(?P<article>(?i:an?|the|this|that|its|his|their))\s(?P<number>{NUMBER.replace('-])', '])')})[\s-]"
    r"(?P<unit>hour|day|week|month|year|minute|point"
    r"|member|nation|seat|man|page|mile|kilometre|kilometer|km|metre|foot|ton|tonne|strong|judge|country|party|step|vehicle|ship)"
    r"[\s-](?P<thing>(?!old\b|long\b|high\b|period\b|low\b)[a-z]{3,})\b"
)
_NEVER_AGAIN = frozenset({"hours", "days", "weeks", "months", "years", "minutes", "seconds", "degrees"})
_PERSONS = wordlist("man woman people soldier suspect victim")
_TIMES = wordlist("time day way side point place")
_JUST, _FEW_ENOUGH = 2, 40
_LEAST, _FEW, _OUT_OF_ALL = 3, 8, 3.0
_FAR, _NEAR = 8, 4
_ROUGHLY = 0.2


def find(report: Report) -> Iterator[Problem]:
    yield from _spoken_of_again(report)
    yield from _so_long(report)
    yield from _told_again(report)


def _spoken_of_again(report: Report) -> Iterator[Problem]:
    """ "1,200 troops ... The 2,100 troops": what is spoken of as known must have been told before, with that number."""
    if not _DEFINITE.search(report.text):
        return
    found = numbered(report)
    said = {value for one in found if not one.definite for value in (one.value, one.count.number.low, one.count.number.high)}
    for at, one in enumerate(found):
        if not one.definite or not one.exact or one.value < _LEAST or one.value in said or one.noun in _NEVER:
            continue
        before = found[:at]
        if any(o.value == one.value for o in before):
            continue
        old = (
            _known_before(one, before)
            or _turned_before(one, before)
            or _measured_before(one, before)
            or _just_before(one, before)
        )
        if old is not None:
            what = one.count.noun.text if one.count.noun is not None else ""
            yield Problem(
                one.start,
                one.end,
                f"the {' '.join((told(one.value), what)).strip()} were {told(old.value)} before",
                quoted(report, old.read.sentence.start, old.read.sentence.end),
                like(old.value, report.text[one.start : one.end]) if one.count.number.unit is None else None,
            )


def _known_before(one: Numbered, before: list[Numbered]) -> Numbered | None:
    """The same thing under its own word or another for it, with one number each time."""
    if not one.known or one.noun in _GENERAL or one.count.number.unit is not None or one.count.noun is None:
        return None
    if one.count.noun.tag_ not in ("NNS", "NNPS"):
        return None
    same = same_before(one, before)
    values = [o.value for o in same]
    if len(set(values)) != 1 or one.read.index - same[-1].read.index > _FAR or values[0] < _LEAST:
        return None
    if same[-1].read.index == one.read.index or can_make(one.value, [o.value for o in before if o.value > 1][-_FEW:]):
        return None
    if all(o.exact for o in same):
        return same[0]
    bounded = any(o.count.number.low is not None or o.count.number.high is not None for o in same)
    near = abs(one.value - values[0]) <= _ROUGHLY * max(one.value, values[0])
    return None if bounded or near or one.value > _OUT_OF_ALL * values[0] or values[0] > _OUT_OF_ALL * one.value else same[0]


def _turned_before(one: Numbered, before: list[Numbered]) -> Numbered | None:
    """A number told shortly before, with the figures in another order."""
    turned = [o for o in before if is_turned(one.value, o.value) and one.read.index - o.read.index <= _NEAR]
    turned = [o for o in turned if o.count.number.unit == one.count.number.unit and o.noun not in _NEVER]
    return turned[-1] if len({o.value for o in turned}) == 1 else None


def _measured_before(one: Numbered, before: list[Numbered]) -> Numbered | None:
    """ "A $40 million loan ... the $60 million loan": the same measure of the same thing, told once before."""
    unit = one.count.number.unit
    if unit is None or unit in _NEVER_AGAIN:
        return None
    same = [o for o in before if o.count.number.unit == unit]
    alike = {o.value for o in same if o.noun == one.noun}
    if len({o.value for o in same}) != 1 or not alike or not one.noun or not same[0].exact:
        return None
    return same[-1] if one.read.index - same[-1].read.index <= _NEAR else None


def _just_before(one: Numbered, before: list[Numbered]) -> Numbered | None:
    """ "Four men were held. All five ...": no other number of things or persons stands in the two sentences before."""
    noun = one.count.noun
    bare = noun is None or one.noun in _PERSONS
    if not bare or not one.known or one.count.number.unit is not None or one.value > _FEW_ENOUGH:
        return None
    near = [o for o in before if one.read.index - o.read.index <= _JUST and o.count.number.unit is None and o.value > 1]
    if len(near) != 1 or near[0].read.index == one.read.index or not near[0].exact or not _LEAST <= near[0].value <= _FEW_ENOUGH:
        return None
    counted = near[0].count.noun
    if counted is None or counted.tag_ not in ("NNS", "NNPS") or near[0].noun in _NEVER or near[0].noun in _TIMES:
        return None
    return near[0] if noun is None or names_persons(counted) else None


def _so_long(report: Report) -> Iterator[Problem]:
    """ "A 72-hour truce ... the 48-hour truce": one measure, as part of the name of the thing."""
    first: dict[tuple[str, str], re.Match[str]] = {}
    seen: dict[tuple[str, str], set[float]] = {}
    for match in _SO_LONG.finditer(report.text):
        key, value = (match["unit"].lower(), match["thing"].lower()), worth(match["number"])
        known = first.get(key)
        values = seen.setdefault(key, set())
        if known is None:
            if match["article"].lower() in ("a", "an"):
                first[key] = match
        elif match["article"].lower() not in ("a", "an") and value not in values and len(values) == 1:
            yield Problem(
                match.start("number"),
                match.end("thing"),
                f"the {match['thing']} of {told(value)} {match['unit']}s was one of {told(worth(known['number']))} before",
                quoted(report, known.start(), known.end()),
                like(worth(known["number"]), match["number"]) + report.text[match.end("number") : match.end("thing")],
            )
        values.add(value)


def _told_again(report: Report) -> Iterator[Problem]:
    """ "A blast killed 12 people ... The blast, which killed 21": one event, one number of dead."""
    first: dict[tuple[str, str], Told] = {}
    for one in figures_of(report):
        if one.subject not in ("dead", "injured") or one.read.sentence.block.kind != "body":
            continue
        text = one.read.sentence.text
        events = list(_EVENT.finditer(text))
        if len(events) != 1 or one.approximate or one.low is not None or one.high is not None:
            continue
        event = events[0]
        known = first.get((event["event"], one.subject))
        if known is None:
            if event["article"].lower() != "the" and not _OTHER_TIME.search(text):
                first[event["event"], one.subject] = one
            continue
        definite = event["article"].lower() == "the" and not event["words"]
        if not definite or _OTHER_TIME.search(text) or known.value == one.value or _sources(known) != _sources(one) != "":
            continue
        values = [o.value for o in figures_of(report) if o.subject == one.subject and o.start < one.start]
        if one.value in values or can_make(one.value, values):
            continue
        yield Problem(
            one.start,
            one.end,
            f"the {event['event']} had {told(known.value)} {one.subject} before, and has {told(one.value)} here",
            quoted(report, known.read.sentence.start, known.read.sentence.end),
            told(known.value),
        )


def _sources(one: Told) -> str:
    """On whose word the sentence stands."""
    return " ".join(sorted(actor.name for said in one.read.said for actor in said.speaker))

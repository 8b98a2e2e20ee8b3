"""A number that is another when the same thing is spoken of again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.checks.check import Problem
from detente.checks.figures.spelt import NUMBER, quoted, told, with_figures
from detente.checks.figures.subjects import Told, can_make, figures_of
from detente.checks.report import Report
from detente.coding.figures import counts
from detente.coding.figures.counting import Count
from detente.coding.reading import ReadSentence
from detente.coding.wordlist import wordlist

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "changed-figure"
SEVERITY = "warning"
SAYS = "the same thing has another number than before in the report"

_GENERAL = wordlist(
    "member country state nation people person day hour year week month minute party side way time "
    "point province region other thing"
)
_EVENT = re.compile(
    r"\b(?P<article>[Aa]n?|[Tt]he)\s(?P<words>(?:[\w'’-]+\s){0,2}?)(?P<event>explosion|blast|attack"
    r"|strike|air\sstrike|shelling|bombing|crash|raid|shooting|ambush|fire|bombardment|avalanche"
    r"|collision)\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|previous|earlier|since|so far|toll|rose|raised|revised|initial\w*"
    r"|first|later|now|total|another|more|further|similar)\b"
)
_DEFINITE = re.compile(rf"\b(?:[Tt]he|[Tt]hese|[Tt]hose)\s(?!one\b|two\b)(?:{NUMBER})\s[a-z-]+s\b")
_LEAST = 3
_FAR = 8


def find(report: Report) -> Iterator[Problem]:
    yield from _spoken_of_again(report)
    yield from _told_again(report)


def _spoken_of_again(report: Report) -> Iterator[Problem]:
    """ "1,200 troops ... The 2,100 troops": what is spoken of as known must have been told before, with that number."""
    before: list[tuple[ReadSentence, Count]] = []
    if not _DEFINITE.search(report.text):
        return
    for read in with_figures(report):
        for count in counts(read.sentence):
            noun = count.noun
            if noun is None or count.number.unit is not None or noun.tag_ not in ("NNS", "NNPS"):
                continue
            lemma = noun.lemma_.lower()
            if _is_definite(count, noun) and lemma not in _GENERAL and count.number.value >= _LEAST:
                same = [(r, c) for r, c in before if c.noun is not None and c.noun.lemma_.lower() == lemma]
                told_before = [c.number for _, c in same]
                values = [n.value for n in told_before]
                if len(set(values)) == 1 and read.index - same[-1][0].index <= _FAR and values[0] >= _LEAST:
                    old, first = told_before[0], same[0][0]
                    exact = not any(
                        n.approximate or n.low is not None or n.high is not None for n in (*told_before, count.number)
                    )
                    said = any(c.number.value == count.number.value for _, c in before)
                    if exact and old.value != count.number.value and not said and not can_make(count.number.value, values):
                        start = read.sentence.start + count.number.start
                        yield Problem(
                            start,
                            read.sentence.start + count.number.end,
                            f"the {told(count.number.value)} {noun.text} were {told(old.value)} before",
                            quoted(report, first.sentence.start, first.sentence.end),
                            told(old.value),
                        )
            before.append((read, count))


def _is_definite(count: Count, noun: Token) -> bool:
    """Whether the phrase is only "the 2,100 troops", with nothing that tells them from others."""
    number, sentence = count.number, noun.sent
    article = count.first.nbor(-1).lower_ if count.first.i > sentence.start else ""
    if count.first.i - 1 > sentence.start and count.first.nbor(-2).lower_ == "of":
        return False
    if article not in ("the", "these", "those") or number.begin != number.start or noun.i != count.last.i + 1:
        return False
    following = noun.nbor(1) if noun.i + 1 < sentence.end else None
    if following is None or following.text in (".", ";"):
        return True
    return following.tag_ in ("VBD", "VBZ", "VBP", "MD") and following.dep_ not in ("acl", "relcl")


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

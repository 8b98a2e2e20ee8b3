"""Days in an order that cannot be: a stretch that ends before it begins, a release before the arrest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.checks.check import Problem
from detente.checks.dates.comparing import backward, days_between
from detente.checks.dates.written import Written, hold, written
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "order-of-dates"
SEVERITY = "error"
SAYS = "what comes later is dated earlier"

_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.I)
_TO = re.compile(r"\s*(?:,\s*)?(?:to|until|till|through|[-–—])\s*(?:the\s+)?$")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
_AND = re.compile(r"\s+and\s+(?:the\s+)?$")
_YEARS = re.compile(
    r"(?:\(|\b(?:in|of|during|the|period|years|for)\s)(?P<first>(?:18|19|20)\d\d)\s?[-–—]\s?"
    r"(?P<second>(?:18|19|20)\d\d)(?![\d-])"
)
_OPENS = re.compile(r"(?P<word>After|Following|Before) [^,;.]*(?:[A-Z][a-z]{2}\.[^,;.]*)?(?=,)")
_CHRIST = re.compile(r"\s*(?:BC|BCE)\b")


def _verbs(*pairs: tuple[str, str]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(earlier.split()), frozenset(later.split())) for earlier, later in pairs)


_SEQUENCES = _verbs(
    (
        "arrest detain abduct kidnap capture jail imprison seize",
        "release free charge try convict sentence acquit deport extradite pardon",
    ),
    ("charge indict", "convict sentence acquit"),
    ("bear", "die kill assassinate execute marry elect appoint murder graduate join"),
    ("elect appoint nominate inaugurate install", "dismiss sack fire resign oust depose impeach"),
    ("begin start open launch convene", "end conclude finish close adjourn"),
    ("sign initial", "ratify enter"),
    ("invade occupy enter deploy", "withdraw retreat leave"),
    ("wound injure poison shoot stab", "die"),
    ("found establish create form", "dissolve disband abolish"),
    ("arrive", "leave depart"),
    ("leave depart", "arrive return"),
    ("suspend", "resume reinstate"),
    ("impose introduce", "lift remove"),
    ("propose table submit", "adopt approve pass reject"),
)
"""Verbs of which what the first tell comes before what the second tell of the same one."""
_ASIDE = frozenset("again re once twice also".split())
_SPEAKS = frozenset(
    (
        "say announce warn tell add declare agree promise vow plan schedule postpone expect predict state set delay call urge "
        "ask want propose decide write note report confirm be threaten pledge demand"
    ).split()
)
"""Verbs whose own day says nothing of what hangs on them."""


def find(report: Report) -> Iterator[Problem]:
    for match in _YEARS.finditer(report.text):
        if int(match["second"]) < int(match["first"]) and not _CHRIST.match(report.text, match.end()):
            yield _problem(report, match.start("first"), match.end("second"), f"{match['second']} comes before {match['first']}")
    for read in report.sentences:
        dates = written(report, read)
        if len(dates) < 2:
            continue
        ranges = set()
        for first, second in pairwise(dates):
            if _is_range(report.text, first, second):
                ranges |= {first, second}
                if backward(first, second, report.text[second.end : second.end + 24]):
                    yield _problem(report, first.start, second.end, f"{_whole(second)} comes before {_whole(first)}")
        yield from _of_acts(report, read, [date for date in dates if date not in ranges])


def _is_range(text: str, first: Written, second: Written) -> bool:
    before, middle = text[max(first.start - 14, 0) : first.start], text[first.end : second.start]
    return bool((_FROM.search(before) and _TO.fullmatch(middle)) or (_BETWEEN.search(before) and _AND.fullmatch(middle)))


def _of_acts(report: Report, read: ReadSentence, dates: list[Written]) -> Iterator[Problem]:
    dated: list[tuple[Clause, Written]] = []
    below: list[tuple[Clause, str, Written]] = []
    for date in dates:
        held = hold(read, date.start, date.end)
        if held is None:
            continue
        if held.clause is not None and held.preposition in ("", "on", "in"):
            dated.append((held.clause, date))
        if found := _side(read, held.preposition, held.above) or _led(read, date):
            below.append((*found, date))
    for position, (clause, date) in enumerate(dated):
        for other, later in dated[position + 1 :]:
            if _in_sequence(clause, other) and _runs_back(date, later):
                verbs = f"{clause.predicate.text} … {other.predicate.text}"
                yield _problem(report, date.start, later.end, f"{_whole(later)} comes before {_whole(date)} ({verbs})")
    for clause, word, date in below:
        for main, own in dated:
            if main is not clause or own is date or main.lemma in _SPEAKS or main.modal or main.infinitive:
                continue
            first, second = (date, own) if word in ("after", "following") else (own, date)
            if _runs_back(first, second):
                told = f"{_whole(own)} is not {'after' if first is date else 'before'} {_whole(date)}"
                yield _problem(report, min(own.start, date.start), max(own.end, date.end), told)


def _side(read: ReadSentence, preposition: str, above: Token) -> tuple[Clause, str] | None:
    """The clause that a date stands after or before, and which of the two: "after the talks of 14 January"."""
    if preposition in ("after", "following", "before"):
        clause = read.clauses.get(above.i)
        return (clause, preposition) if clause else None
    token = above
    inner = read.clauses.get(token.i)
    if inner is not None and inner.marker in ("after", "before") and inner.parent is not None:
        return inner.parent, inner.marker
    # The noun or the participle that the date belongs to, then its preposition.
    for _ in range(3):
        if token.head.i == token.i:
            return None
        if token.dep_ in ("pobj", "pcomp") and token.head.lower_ in ("after", "following", "before"):
            clause = read.clauses.get(token.head.head.i)
            return (clause, token.head.lower_) if clause else None
        if token.pos_ == "VERB" and token.dep_ != "pcomp" and token is not above:
            return None
        token = token.head
    return None


def _led(read: ReadSentence, date: Written) -> tuple[Clause, str] | None:
    """The same for what opens the sentence, up to a comma and without a verb, wherever the parser hangs it."""
    match = _OPENS.match(read.sentence.text)
    if match is None or not match.end() - 3 <= date.end - read.sentence.start <= match.end():
        return None
    end = read.sentence.start + match.end()
    if any(t.pos_ in ("VERB", "AUX") for t in read.sentence.tokens if read.sentence.offset + t.idx < end):
        return None
    root = next((clause for clause in read.clauses.values() if clause.relation == "root"), None)
    return (root, match["word"].lower()) if root else None


def _in_sequence(first: Clause, second: Clause) -> bool:
    if not any(first.lemma in earlier and second.lemma in later for earlier, later in _SEQUENCES):
        return False
    if any(clause.modal or clause.negated for clause in (first, second)) or first.marker or second.marker:
        return False
    if _ASIDE & {t.lower_ for t in second.predicate.children}:
        return False
    shared = {t.i for t in (*first.objects, *first.surface)} & {t.i for t in (*second.objects, *second.surface)}
    return bool(shared) and (second.relation in ("conj", "root") or first.relation in ("relcl", "acl"))


def _runs_back(first: Written, second: Written) -> bool:
    days = days_between(first, second)
    return days is not None and days < 0


def _whole(date: Written) -> str:
    """The date with the month that its words may leave to the next one."""
    return f"{date.first.day} {date.first:%B}" if date.words.isdigit() and len(date.words) < 3 else date.words


def _problem(report: Report, start: int, end: int, message: str) -> Problem:
    return Problem(start, end, message, f"“{report.text[start:end]}”")

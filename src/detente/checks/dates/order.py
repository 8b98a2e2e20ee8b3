"""Days in an order that cannot be: a stretch that ends before it begins, a release before the arrest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.checks.check import Problem
from detente.checks.dates.comparing import backward, days_between
from detente.checks.dates.sequel import sequels
from detente.checks.dates.written import Hold, Written, hold, written
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
_RECENT = 150
_CHRIST = re.compile(r"\s*(?:BC|BCE)\b")


def _verbs(*pairs: tuple[str, str]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(earlier.split()), frozenset(later.split())) for earlier, later in pairs)


_SEQUENCES = _verbs(
    (
        "arrest detain abduct kidnap capture jail imprison seize",
        "release free charge try convict sentence acquit deport extradite pardon",
    ),
    ("charge indict", "convict sentence acquit"),
    ("bear", "die kill assassinate execute marry elect appoint murder graduate join become flee"),
    (
        "elect appoint nominate inaugurate install",
        "dismiss sack fire resign oust depose impeach remove topple overthrow unseat kill assassinate",
    ),
    ("agree sign broker negotiate reach conclude", "come enter take collapse expire break lapse"),
    ("announce declare impose", "lift revoke rescind"),
    ("launch fire", "land hit strike crash"),
    ("kidnap abduct seize capture hijack", "rescue ransom swap exchange"),
    ("disappear vanish", "reappear resurface"),
    ("begin start open launch convene", "end conclude finish close adjourn"),
    ("sign initial", "ratify enter"),
    ("invade occupy enter deploy", "withdraw retreat leave"),
    ("wound injure poison shoot stab", "die fly evacuate hospitalise hospitalize recover"),
    ("found establish create form set", "dissolve disband abolish wind"),
    ("arrive", "leave depart"),
    ("leave depart", "arrive return"),
    ("suspend close shut block", "resume reinstate reopen unblock"),
    ("begin start", "lift suspend"),
    ("elect appoint nominate", "swear inaugurate"),
    ("hold win", "annul overturn"),
    ("impose introduce", "lift remove"),
    ("propose table submit", "adopt approve pass reject"),
)
"""Verbs of which what the first tell comes before what the second tell of the same one."""
_ONCE = frozenset(
    "begin start open launch convene bear found establish create form charge indict wound injure poison sign".split()
)
"""What happens to one but once, so that its order holds however the sentence tells it."""
_ENDS = frozenset("resign leave die quit fall dismiss sack oust remove topple overthrow depose assassinate flee retire".split())
"""What ends a time in office."""
_RUNS = re.compile(
    r"[^,;.]{0,20}(?:,? (?:and|which|that))? (?:ran|runs?|running|lasted|lasts?|lasting|continued"
    r"|went on|stayed)(?: \w+)? (?:until|till|to|through)(?: the)? "
)
_BARE = re.compile(r"(?:[,(]|\b(?:of|for|during|on|period|dates))\s(?:the )?$|\($")
_DASH = re.compile(r"\s?[-–—]\s?|\sto\s")
_CLOSES = re.compile(r"\s?[,);.]")
_LATER = re.compile(
    r"\b(?:later|afterwards?|after that|subsequently),? (?:on|in) (?:the )?$"
    r"|\b(?:then|later|subsequently) \w+(?: \w+)? (?:on|in) $"
)
_CHAINED = re.compile(
    r",? (?:just |shortly |soon |immediately |only )?(?P<way>after|following|before|ahead of) (?:the |a |an |its |their )?"
    r"[\w'’ -]{1,50}? (?:of|on|in) (?:the )?(?:early |late |mid-)?"
)
_FOLLOWED = re.compile(
    r"(?P<passive> (?:was|were|has been|had been))? followed (?(passive)(?:\w+ ){0,3}by )"
    r"(?:the |a |an |its |their )?[\w'’ -]{1,50}? (?:of|on|in) (?:the )?"
)
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
    for date, other, after in sequels(report):
        told = f"{_whole(date)} is not {'after' if after else 'before'} {_whole(other)}, which the sentence before tells"
        basis = f"“{report.text[other.start : other.end]}”"
        yield Problem(date.start, date.end, told, basis, severity="warning")
    for read in report.sentences:
        dates = written(report, read)
        if len(dates) < 2:
            continue
        ranges = set()
        for first, second in pairwise(dates):
            if _is_range(report.text, first, second):
                ranges |= {first, second}
                behind = report.text[second.end : second.end + 24]
                if backward(first, second, behind) or _just_past(report, first, second):
                    yield _problem(report, first.start, second.end, f"{_whole(second)} comes before {_whole(first)}")
        yield from _of_acts(report, read, [date for date in dates if date not in ranges])


def _is_range(text: str, first: Written, second: Written) -> bool:
    before, middle = text[max(first.start - 14, 0) : first.start], text[first.end : second.start]
    if (_FROM.search(before) and _TO.fullmatch(middle)) or (_BETWEEN.search(before) and _AND.fullmatch(middle)):
        return True
    if _RUNS.fullmatch(middle):
        return True
    alone = _BARE.search(before) and _CLOSES.match(text, second.end)
    return bool(alone and _DASH.fullmatch(middle) and not first.words.isdigit())


def _just_past(report: Report, first: Written, second: Written) -> bool:
    """Whether two days of a stretch without years both lie shortly before the report, the second the earlier."""
    if first.year or second.year or report.first is None or first.precision != "day" or second.precision != "day":
        return False
    return second.last < first.first <= report.first and (report.first - second.first).days < _RECENT


def _of_acts(report: Report, read: ReadSentence, dates: list[Written]) -> Iterator[Problem]:
    dated: list[tuple[Clause, Written]] = []
    below: list[tuple[Clause, str, Written]] = []
    since: list[tuple[Hold, Written]] = []
    for date in dates:
        held = hold(read, date.start, date.end)
        if held is None:
            continue
        if held.clause is not None and held.preposition in ("", "on", "in"):
            dated.append((held.clause, date))
        if held.preposition == "since":
            since.append((held, date))
        if found := _side(read, held.preposition, held.above) or _led(read, date):
            below.append((*found, date))
    for position, (clause, date) in enumerate(dated):
        for other, later in dated[position + 1 :]:
            verbs = f"{clause.predicate.text} … {other.predicate.text}"
            if _in_sequence(clause, other) and _runs_back(date, later):
                yield _problem(report, date.start, later.end, f"{_whole(later)} comes before {_whole(date)} ({verbs})")
            elif _told_first(clause, other) and _runs_back(later, date):
                yield _problem(report, date.start, later.end, f"{_whole(date)} comes before {_whole(later)} ({verbs})")
    for held, date in since:
        for main, own in dated:
            if main.lemma in _ENDS and not main.modal and not main.negated and _of_same(held, main) and _runs_back(date, own):
                told = f"{_whole(own)} comes before {_whole(date)} (since … {main.predicate.text})"
                yield _problem(report, min(date.start, own.start), max(date.end, own.end), told)
    yield from _as_printed(report, read, dates, dated)
    for clause, word, date in below:
        for main, own in dated:
            if not _same_act(main, clause) or own is date or main.lemma in _SPEAKS or main.modal or main.infinitive:
                continue
            first, second = (date, own) if word in ("after", "following", "once") else (own, date)
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
    if inner is not None and inner.marker in ("after", "before", "once") and inner.parent is not None:
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


def _as_printed(
    report: Report, read: ReadSentence, dates: list[Written], dated: list[tuple[Clause, Written]]
) -> Iterator[Problem]:
    """Two dates with nothing between but how they follow: "in late July, after the war of August", "… and later, on 9 May"."""
    for first, second in pairwise(dates):
        middle = report.text[first.end : second.start]
        clause = next((clause for clause, date in dated if date is first), None)
        plain = clause is not None and clause.lemma not in _SPEAKS and not clause.modal and not clause.infinitive
        if plain and (match := _CHAINED.fullmatch(middle)) and not _has_verb(read, first.end, second.start):
            after = match["way"] in ("after", "following", "once")
            if _runs_back(*((second, first) if after else (first, second))):
                told = f"{_whole(first)} is not {'after' if after else 'before'} {_whole(second)}"
                yield _problem(report, first.start, second.end, told)
        elif match := _FOLLOWED.fullmatch(middle):
            one, other = (first, second) if match["passive"] else (second, first)
            if _runs_back(one, other):
                yield _problem(report, first.start, second.end, f"{_whole(other)} comes before {_whole(one)}")
        elif plain and len(dates) == 2 and len(middle) < 90 and _LATER.search(middle) and _runs_back(first, second):
            yield _problem(report, first.start, second.end, f"{_whole(second)} comes before {_whole(first)}")


def _has_verb(read: ReadSentence, start: int, end: int) -> bool:
    shift = read.sentence.offset
    return any(t.pos_ in ("VERB", "AUX") and t.dep_ != "prep" for t in read.sentence.tokens if start <= shift + t.idx < end)


def _same_act(main: Clause, clause: Clause) -> bool:
    """Whether two verbs tell one act: "started returning"."""
    return main is clause or (main.relation == "xcomp" and main.parent is clause and clause.lemma not in _SPEAKS)


def _of_same(held: Hold, main: Clause) -> bool:
    """Whether what lasts since a day is told of the one that a clause is of: "the president since 2006, ... resigned"."""
    ones = {t.i for t in (*main.surface, *main.objects)}
    if held.clause is not None:
        inner = {t.i for t in held.clause.surface}
        return held.clause is not main and held.clause.relation in ("relcl", "acl") and bool(ones & inner)
    above = held.above
    return above.pos_ in ("NOUN", "PROPN") and (above.i in ones or (above.dep_ == "appos" and above.head.i in ones))


def _told_first(clause: Clause, other: Clause) -> bool:
    """Whether the later of two acts is told first, and the other as what went before it."""
    if not any(other.lemma in earlier and clause.lemma in later for earlier, later in _SEQUENCES):
        return False
    if any(one.modal or one.negated or one.marker for one in (clause, other)) or _ASIDE & {
        t.lower_ for t in other.predicate.children
    }:
        return False
    having = "having" in other.auxiliaries and other.parent is clause
    if having:
        return True
    before = "had" in other.auxiliaries or (other.lemma in _ONCE and "had" not in clause.auxiliaries)
    shared = {t.i for t in (*clause.objects, *clause.surface)} & {t.i for t in (*other.objects, *other.surface)}
    return bool(shared) and before and (clause.relation in ("relcl", "acl") or other.relation in ("relcl", "acl", "conj"))


def _in_sequence(first: Clause, second: Clause) -> bool:
    if not any(first.lemma in earlier and second.lemma in later for earlier, later in _SEQUENCES):
        return False
    if any(clause.modal or clause.negated for clause in (first, second)) or first.marker or second.marker:
        return False
    if _ASIDE & {t.lower_ for t in second.predicate.children}:
        return False
    shared = {t.i for t in (*first.objects, *first.surface)} & {t.i for t in (*second.objects, *second.surface)}
    # A participle behind its noun is read at times as the verb of the sentence: "the truce agreed in May had collapsed in June".
    misread = second.relation == "ccomp" and not second.marker and second.parent is first
    return bool(shared) and (misread or second.relation in ("conj", "root") or first.relation in ("relcl", "acl"))


def _runs_back(first: Written, second: Written) -> bool:
    days = days_between(first, second)
    return days is not None and days < 0


def _whole(date: Written) -> str:
    """The date with the month that its words may leave to the next one."""
    return f"{date.first.day} {date.first:%B}" if date.words.isdigit() and len(date.words) < 3 else date.words


def _problem(report: Report, start: int, end: int, message: str) -> Problem:
    return Problem(start, end, message, f"“{report.text[start:end]}”")

"""What is past told as to come, and what is to come told as past."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.checks.check import Problem
from detente.checks.dates.foretold import beside_weekdays, by_words, planned, to_be_done, upcoming
from detente.checks.dates.nearby import JUST_NOW, LOOKS_BACK, after, before, in_quotation, shown, words_before
from detente.checks.dates.verbs import (
    BOUNDS,
    DATED_NOUNS,
    OCCURS,
    ahead,
    awaits,
    in_view,
    its_own,
    opening,
    through_noun,
)
from detente.checks.dates.written import Hold, Written, date_basis, hold, said_around, written, years_in
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.language.clauses import Clause
from detente.model.finding import Severity

NAME = "date-and-tense"
SEVERITY = "error"
SAYS = "what lies in the past is told as to come, or the reverse"

_PLANNED = frozenset(
    (
        "schedule plan set expect due slate intend book delay postpone extend promise agree call demand propose forecast predict "
        "project want need have hope move bring push put aim target start begin end expire run leave be open close"
    ).split()
)
"""What is told in the past of days to come too: "the vote was moved to 4 March", "he said that the lease ran out in 2040"."""
_CORRECTED = frozenset({"amend", "update", "correct", "modify", "revise", "edit", "republish"})
"""What desks do to a report after its day, and tell at its end."""
_AT = frozenset({"", "on", "in", "at", "during"})
_UNTIL = frozenset({"by", "until", "till", "before"})
_OUTCOMES = frozenset({"win", "lose", "end", "hold", "collapse", "kill", "bring", "topple", "oust", "return", "attend", "give"})
"""What is told of a vote or a meeting once it has been."""
_MEETINGS = frozenset(
    {"summit", "meeting", "election", "vote", "referendum", "conference", "session", "talk", "ballot", "ceremony"}
)
_SETTINGS = frozenset({"be", "bring", "hold", "take", "decide", "gather", "open", "attend", "discuss", "focus", "see"})
"""What is told of a vote or a meeting that is still to come."""
_LASTS = frozenset({"last", "rule", "continue", "remain", "stay", "govern", "serve"})
"""What has been told to its end: "the curfew lasted until 4 March"."""
_LONG_PAST = dt.timedelta(days=45)
"""How long ago a day must lie before "would" is taken to be wrong: a promise of last week may have been kept by now."""
_NEAR = dt.timedelta(days=30)
_SOON = dt.timedelta(days=75)
"""How near to the report a day without year is taken to be the one nearby, not that of a year before or after."""


class _Told(NamedTuple):
    message: str
    severity: Severity


def find(report: Report) -> Iterator[Problem]:
    """Days without year count only where the one nearby is meant for sure."""
    if report.first is not None and report.last is not None:
        yield from beside_weekdays(report)
    for read in report.sentences:
        yield from by_words(report, read)
        if report.first is None or report.last is None:
            continue
        for date in written(report, read):
            held = hold(read, date.start, date.end)
            if held is None:
                continue
            if _since(report, date, held):
                message = f"{date.words} is still to come"
                yield Problem(date.start, date.end, message, date_basis(report))
                continue
            if wrong := planned(report, read, date, held) or to_be_done(report, read, date):
                yield wrong
                continue
            clause = held.clause or through_noun(read, held.above)
            if clause is None:
                yield from upcoming(report, read, date, held)
                yield from _of_subject(report, read, date, held)
                continue
            until = held.preposition in _UNTIL and (
                ahead(clause) or clause.lemma in _LASTS or _until_now(clause) or "had" in clause.auxiliaries
            )
            if not (held.preposition in _AT or until) or not its_own(read, clause, date.start, held.preposition):
                continue
            found = _past_to_come(report, read, date, clause) or _future_past(report, read, date, clause)
            if found:
                start = min(date.start, read.sentence.offset + opening(clause).idx)
                end = max(date.end, read.sentence.offset + clause.predicate.idx + len(clause.predicate))
                yield Problem(start, end, found.message, date_basis(report), severity=found.severity)


def _past_to_come(report: Report, read: ReadSentence, date: Written, clause: Clause) -> _Told | None:
    assert report.first is not None
    day = before(date, report.first)
    if day is None or day >= report.first:
        return None
    form = ahead(clause) or ("present" if awaits(clause) or in_view(clause) or _up_to(report, clause, date) else "")
    if not form or in_quotation(report, date):
        return None
    message = f"{shown(date, day)} was past when the report was made"
    if not date.year:
        if form != "would" and report.first - day <= JUST_NOW and "next year" not in read.sentence.text:
            return _Told(message, "warning")
        return None
    others = years_in(read.sentence.text.replace(date.words, "", 1)) - {report.first.year}
    if form == "present":
        set_day = (
            date.precision == "day" and clause.lemma in {"expire", "end", "take", "come", "enter"} and clause.relation == "root"
        )
        return _Told(message, "warning") if set_day and not others else None
    if form == "will":
        return None if any(year <= day.year for year in others) else _Told(message, "error")
    if report.first - day < _LONG_PAST or others or LOOKS_BACK.search(words_before(report, read, date)):
        return None
    return _Told(message, "warning")


def _future_past(report: Report, read: ReadSentence, date: Written, clause: Clause) -> _Told | None:
    assert report.last is not None
    verb = clause.predicate
    if clause.modal or clause.infinitive or clause.negated or clause.marker in ("if", "unless", "whether"):
        return None
    perfect = any(word in ("has", "have", "'ve", "’ve") for word in clause.auxiliaries)
    passive = clause.passive and any(word in ("was", "were", "been") for word in clause.auxiliaries)
    held = clause.relation == "acl" and verb.tag_ == "VBN" and not clause.auxiliaries and clause.lemma in OCCURS
    done = "had" in clause.auxiliaries and _by(report, date)
    if (
        not (verb.tag_ == "VBD" or perfect or passive or held or done)
        or "being" in clause.auxiliaries
        or clause.lemma in _PLANNED - BOUNDS | _CORRECTED
    ):
        return None
    if clause.lemma in BOUNDS and clause.relation not in ("root", "conj"):
        return None
    if any(word in ("is", "are", "be") for word in clause.auxiliaries) or in_quotation(report, date):
        return None
    told_by_another = clause.relation in ("ccomp", "advcl", "relcl", "acl")
    if date.year:
        sure = (
            date.precision in ("day", "month")
            if clause.lemma in OCCURS | BOUNDS
            else not told_by_another and date.precision == "day"
        )
        if date.first <= report.last + dt.timedelta(days=1) or not sure:
            return None
        return _Told(f"{shown(date, date.first)} was still to come when the report was made", "error")
    day = after(date, report.last)
    if (
        day is None
        or not _earliest(report) <= day - report.last <= _SOON
        or clause.lemma not in OCCURS | BOUNDS | _LASTS | _OUTCOMES
    ):
        return None
    around = said_around(report, read, 1)
    if re.search(r"\b(?:last|previous|earlier|that|same) (?:year|winter|spring|summer|autumn|month)|\bago\b|anniversary", around):
        return None
    if years_in(around) - {report.last.year}:
        return None
    return _Told(f"{shown(date, day)} was still to come when the report was made", "warning")


def _earliest(report: Report) -> dt.timedelta:
    """How far a day told as past must be off: two days, as a report may be dated a day early, unless it tells of its own day."""
    assert report.last is not None
    sure = report.first == report.last and re.search(rf"\bon {report.last:%A}\b", report.text)
    return dt.timedelta(days=1 if sure else 2)


def _until_now(clause: Clause) -> bool:
    """Whether a clause tells in the present of what lasts: "has until 12 January", "is in force until 12 January"."""
    return clause.predicate.tag_ in ("VBZ", "VBP") and not clause.auxiliaries and clause.lemma in _LASTS | {"have", "be", "run"}


def _up_to(report: Report, clause: Clause, date: Written) -> bool:
    return _until_now(clause) and re.search(r"\b(?:until|till) $", report.text[: date.start]) is not None


def _by(report: Report, date: Written) -> bool:
    return re.search(r"\b[Bb]y $", report.text[: date.start]) is not None


def _of_subject(report: Report, read: ReadSentence, date: Written, held: Hold) -> Iterator[Problem]:
    """ "The election on 10 April was won by ..." before that day."""
    noun = held.above
    if held.preposition not in ("on", "in") or noun.lemma_.lower() not in DATED_NOUNS or noun.dep_ not in ("nsubj", "nsubjpass"):
        return
    clause = read.clauses.get(noun.head.i)
    if clause is None or clause.relation != "root":
        return
    found = _future_past(report, read, date, clause) if clause.lemma in _OUTCOMES else None
    if clause.lemma in _SETTINGS and noun.lemma_.lower() in _MEETINGS and ahead(clause) == "will":
        found = _past_to_come(report, read, date, clause)
    if found:
        end = read.sentence.offset + clause.predicate.idx + len(clause.predicate)
        yield Problem(date.start, max(date.end, end), found.message, date_basis(report), severity=found.severity)


def _since(report: Report, date: Written, held: Hold) -> bool:
    """Whether something is said to last since a day that is still to come."""
    assert report.last is not None
    future = date.year and date.first > report.last + dt.timedelta(days=1)
    if not date.year and held.preposition == "since" and (day := after(date, report.last)):
        future = dt.timedelta(days=1) < day - report.last <= _NEAR
    return future and held.preposition == "since" and not in_quotation(report, date)

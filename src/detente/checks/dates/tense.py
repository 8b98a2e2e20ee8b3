"""What is past told as to come, and what is to come told as past."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from detente.checks.check import Problem
from detente.checks.dates.verbs import AHEAD, OCCURS, ahead, its_own, opening, through_noun
from detente.checks.dates.written import Hold, Written, date_basis, hold, said_around, told, written, years_in
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.language.clauses import Clause
from detente.model.finding import Severity

if TYPE_CHECKING:
    pass

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
_EARLIER = re.compile(
    r"\b(?:ago|earlier|then|at the time|originally|initially|previous(?:ly)?|once|formerly|later|last (?:year|month|week)"
    r"|history|historic\w*|decades?|centur\w+|would have|was to|were to|supposed|meant to|anniversary|since|until|when)\b"
)
"""Words by which a sentence looks back, from where what is past by now was still to come."""
_BACK = re.compile(
    r"(?:yesterday|last (?:week|month|year|night)|the day before yesterday|\w+ (?:days?|weeks?|months?|years?) ago)\Z", re.I
)
_ON = re.compile(r"(?:tomorrow|next (?:week|month|year)|the day after tomorrow)\Z", re.I)
_COMING = frozenset({"upcoming", "forthcoming", "impending", "imminent", "coming"})
_LONG_PAST = dt.timedelta(days=45)
"""How long ago a day must lie before "would" is taken to be wrong: a promise of last week may have been kept by now."""
_JUST_NOW = dt.timedelta(days=60)
_SOON = dt.timedelta(days=75)
"""How near to the report a day without year is taken to be the one nearby, not that of a year before or after."""


class _Told(NamedTuple):
    message: str
    severity: Severity


def find(report: Report) -> Iterator[Problem]:
    """Days without year count only where the one nearby is meant for sure."""
    for read in report.sentences:
        yield from _by_words(report, read)
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
            clause = held.clause or through_noun(read, held.above)
            if clause is None:
                yield from _upcoming(report, read, date, held)
                continue
            until = held.preposition in _UNTIL and ahead(clause)
            if not (held.preposition in _AT or until) or not its_own(read, clause, date.start):
                continue
            found = _past_to_come(report, read, date, clause) or _future_past(report, read, date, clause)
            if found:
                start = min(date.start, read.sentence.offset + opening(clause).idx)
                end = max(date.end, read.sentence.offset + clause.predicate.idx + len(clause.predicate))
                yield Problem(start, end, found.message, date_basis(report), severity=found.severity)


def _past_to_come(report: Report, read: ReadSentence, date: Written, clause: Clause) -> _Told | None:
    assert report.first is not None
    day = _before(date, report.first)
    if day is None or day >= report.first:
        return None
    form = ahead(clause)
    if not form or _in_quotation(report, date):
        return None
    message = f"{_shown(date, day)} was past when the report was made"
    if not date.year:
        if form == "will" and report.first - day <= _JUST_NOW and "next year" not in read.sentence.text:
            return _Told(message, "warning")
        return None
    others = years_in(read.sentence.text.replace(date.words, "", 1)) - {report.first.year}
    if form == "will":
        return None if any(year <= day.year for year in others) else _Told(message, "error")
    if report.first - day < _LONG_PAST or others or _EARLIER.search(_before_words(report, read, date)):
        return None
    return _Told(message, "warning")


def _future_past(report: Report, read: ReadSentence, date: Written, clause: Clause) -> _Told | None:
    assert report.last is not None
    verb = clause.predicate
    if clause.modal or clause.infinitive or clause.negated or clause.marker in ("if", "unless", "whether"):
        return None
    perfect = any(word in ("has", "have", "'ve", "’ve") for word in clause.auxiliaries)
    passive = clause.passive and any(word in ("was", "were", "been") for word in clause.auxiliaries)
    if not (verb.tag_ == "VBD" or perfect or passive) or "being" in clause.auxiliaries or clause.lemma in _PLANNED | _CORRECTED:
        return None
    if any(word in ("is", "are", "be") for word in clause.auxiliaries) or _in_quotation(report, date):
        return None
    told_by_another = clause.relation in ("ccomp", "advcl", "relcl", "acl")
    if date.year:
        sure = date.precision in ("day", "month") if clause.lemma in OCCURS else not told_by_another and date.precision == "day"
        if date.first <= report.last + dt.timedelta(days=1) or not sure:
            return None
        return _Told(f"{_shown(date, date.first)} was still to come when the report was made", "error")
    day = _after(date, report.last)
    if day is None or not dt.timedelta(days=1) < day - report.last <= _SOON or clause.lemma not in OCCURS:
        return None
    around = said_around(report, read, 1)
    if re.search(r"\b(?:last|previous|earlier|that|same) (?:year|winter|spring|summer|autumn|month)|\bago\b|anniversary", around):
        return None
    if years_in(around) - {report.last.year}:
        return None
    return _Told(f"{_shown(date, day)} was still to come when the report was made", "warning")


def _by_words(report: Report, read: ReadSentence) -> Iterator[Problem]:
    """ "will meet yesterday", "met tomorrow": wrong on every day."""
    for timex in report.reading.times[read.index]:
        words = read.sentence.text[timex.start : timex.end]
        back, on = _BACK.match(words), _ON.match(words)
        if not back and not on:
            continue
        start, end = read.sentence.start + timex.start, read.sentence.start + timex.end
        held = hold(read, start, end)
        clause = held.clause if held and not held.preposition else None
        if clause is None or not its_own(read, clause, start):
            continue
        verb = clause.predicate
        if back and start > read.sentence.offset + verb.idx and clause.modal in AHEAD and "have" not in clause.auxiliaries:
            wrong = f"{words} is past, “{clause.modal}” tells of what is to come"
        elif (
            on
            and clause.lemma in OCCURS
            and not clause.modal
            and not clause.infinitive
            and clause.relation in ("root", "conj", "ccomp")
            and (verb.tag_ == "VBD" or (clause.passive and {"was", "were"} & set(clause.auxiliaries)))
            and clause.lemma not in ("declare", "announce", "reject", "approve", "discuss", "speak", "talk")
        ):
            wrong = f"{words} is to come, “{verb.text}” tells of what is past"
        else:
            continue
        first = read.sentence.offset + opening(clause).idx
        yield Problem(
            min(first, start), max(end, read.sentence.offset + verb.idx + len(verb)), wrong, f"“{words}” beside “{verb.text}”"
        )


def _upcoming(report: Report, read: ReadSentence, date: Written, held: Hold) -> Iterator[Problem]:
    """ "ahead of the upcoming vote in May 2020", long after it."""
    assert report.first is not None
    noun = held.above
    if noun.pos_ not in ("NOUN", "PROPN") or not date.year or held.preposition not in ("in", "on", "of", ""):
        return
    coming = next((t for t in noun.children if t.lower_ in _COMING and t.i < noun.i), None)
    if coming is None or report.first - date.last < _LONG_PAST or _in_quotation(report, date):
        return
    if years_in(said_around(report, read).replace(date.words, "", 1)) or _EARLIER.search(_before_words(report, read, date)):
        return
    start = read.sentence.offset + coming.idx
    message = f"{date.words} was past when the report was made"
    yield Problem(start, date.end, message, date_basis(report), severity="warning")


def _since(report: Report, date: Written, held: Hold) -> bool:
    """Whether something is said to last since a day that is still to come."""
    assert report.last is not None
    future = date.year and date.first > report.last + dt.timedelta(days=1)
    return future and held.preposition == "since" and not _in_quotation(report, date)


def _before(date: Written, day: dt.date) -> dt.date | None:
    """The last day of a date; of one without year, of the nearest that is before a day."""
    if date.year:
        return date.last
    return _in_a_year(date, (day.year, day.year - 1), lambda found: found < day)


def _after(date: Written, day: dt.date) -> dt.date | None:
    return _in_a_year(date, (day.year, day.year + 1), lambda found: found > day)


def _in_a_year(date: Written, years: tuple[int, ...], fits: Callable[[dt.date], bool]) -> dt.date | None:
    if date.precision != "day" or date.first != date.last:
        return None
    for year in years:
        try:
            found = date.first.replace(year=year)
        except ValueError:
            continue
        if fits(found):
            return found
    return None


def _shown(date: Written, day: dt.date) -> str:
    return date.words if date.year else told(day)


def _before_words(report: Report, read: ReadSentence, date: Written) -> str:
    """The words of the sentence before a date."""
    return report.text[read.sentence.start : date.start]


def _in_quotation(report: Report, date: Written) -> bool:
    """Whether the words are somebody's: when they were said may not be told."""
    return bool(report.reading.quotations.between(date.start, date.end))

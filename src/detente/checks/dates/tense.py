"""What is past told as to come, and what is to come told as past."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from detente.checks.check import Problem
from detente.checks.dates.verbs import (
    AHEAD,
    BOUNDS,
    DATED_NOUNS,
    OCCURS,
    ahead,
    awaits,
    in_view,
    its_own,
    opening,
    planned_for,
    through_noun,
)
from detente.checks.dates.written import MONTH, Hold, Written, date_basis, hold, said_around, told, written, years_in
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.coding.times.lexicon import MONTHS
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
_OUTCOMES = frozenset({"win", "lose", "end", "hold", "collapse", "kill", "bring", "topple", "oust", "return", "attend", "give"})
"""What is told of a vote or a meeting once it has been."""
_MEETINGS = frozenset(
    {"summit", "meeting", "election", "vote", "referendum", "conference", "session", "talk", "ballot", "ceremony"}
)
_SETTINGS = frozenset({"be", "bring", "hold", "take", "decide", "gather", "open", "attend", "discuss", "focus", "see"})
"""What is told of a vote or a meeting that is still to come."""
_LASTS = frozenset({"last", "rule", "continue", "remain", "stay", "govern", "serve"})
"""What has been told to its end: "the curfew lasted until 4 March"."""
_BY_SIDE = re.compile(
    rf"\b(?P<way>next|coming|last)[ \xa0](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,? (?:on )?(?:the )?| \()"
    rf"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\b|(?P<month_>{MONTH})\.? (?P<day_>\d\d?)(?:st|nd|rd|th)?\b)"
    r"(?!,? (?:19|20)\d\d)"
)
_IN_VIEW = re.compile(r", to be \w+(?: \w+){0,3},? (?:on|in) $")
_STILL = re.compile(r",? (?:would|will|is|are|has|have|could|may)\b")
_EARLIER = re.compile(
    r"\b(?:ago|earlier|then|at the time|originally|initially|previous(?:ly)?|once|formerly|later|last (?:year|month|week)"
    r"|history|historic\w*|decades?|centur\w+|would have|was to|were to|supposed|meant to|anniversary|since|until|when)\b"
)
"""Words by which a sentence looks back, from where what is past by now was still to come."""
_BACK = re.compile(
    r"(?:yesterday|last (?:week|month|year|night|\w+day)|the day before yesterday|\w+ (?:days?|weeks?|months?|years?) ago)\Z",
    re.I,
)
_ON = re.compile(r"(?:tomorrow|next (?:week|month|year|\w+day)|the day after tomorrow)\Z", re.I)
_COMING = frozenset({"upcoming", "forthcoming", "impending", "imminent", "coming"})
_LONG_PAST = dt.timedelta(days=45)
"""How long ago a day must lie before "would" is taken to be wrong: a promise of last week may have been kept by now."""
_JUST_NOW = dt.timedelta(days=60)
_NEAR = dt.timedelta(days=30)
_SOON = dt.timedelta(days=75)
"""How near to the report a day without year is taken to be the one nearby, not that of a year before or after."""


class _Told(NamedTuple):
    message: str
    severity: Severity


def find(report: Report) -> Iterator[Problem]:
    """Days without year count only where the one nearby is meant for sure."""
    if report.first is not None and report.last is not None:
        yield from _by_side(report)
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
            if wrong := _planned(report, read, date, held) or _to_be_done(report, read, date):
                yield wrong
                continue
            clause = held.clause or through_noun(read, held.above)
            if clause is None:
                yield from _upcoming(report, read, date, held)
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
    day = _before(date, report.first)
    if day is None or day >= report.first:
        return None
    form = ahead(clause) or ("present" if awaits(clause) or in_view(clause) or _up_to(report, clause, date) else "")
    if not form or _in_quotation(report, date):
        return None
    message = f"{_shown(date, day)} was past when the report was made"
    if not date.year:
        if form != "would" and report.first - day <= _JUST_NOW and "next year" not in read.sentence.text:
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
    if any(word in ("is", "are", "be") for word in clause.auxiliaries) or _in_quotation(report, date):
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
        return _Told(f"{_shown(date, date.first)} was still to come when the report was made", "error")
    day = _after(date, report.last)
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
    return _Told(f"{_shown(date, day)} was still to come when the report was made", "warning")


def _earliest(report: Report) -> dt.timedelta:
    """How far a day told as past must be off: two days, as a report may be dated a day early, unless it tells of its own day."""
    assert report.last is not None
    sure = report.first == report.last and re.search(rf"\bon {report.last:%A}\b", report.text)
    return dt.timedelta(days=1 if sure else 2)


def _by_side(report: Report) -> Iterator[Problem]:
    """ "next Wednesday, 23 September" when that is past, "last Wednesday" when it is to come."""
    assert report.first is not None
    assert report.last is not None
    for match in _BY_SIDE.finditer(report.text):
        month, number = MONTHS[(match["month"] or match["month_"]).lower()], int(match["day"] or match["day_"])
        years = range(report.first.year - 1, report.last.year + 2)
        days = [dt.date(year, month, number) for year in years if 0 < number <= calendar.monthrange(year, month)[1]]
        if not days or report.reading.quotations.between(match.start(), match.end()):
            continue
        day = min(days, key=lambda one: abs((one - report.last).days))  # type: ignore[operator]
        to_come = match["way"] != "last"
        if abs(day - report.first) <= _JUST_NOW and (day < report.first if to_come else day > report.last):
            message = f"{told(day)} was {'past' if to_come else 'still to come'} when the report was made"
            yield Problem(match.start(), match.end(), message, date_basis(report), severity="warning")


def _until_now(clause: Clause) -> bool:
    """Whether a clause tells in the present of what lasts: "has until 12 January", "is in force until 12 January"."""
    return clause.predicate.tag_ in ("VBZ", "VBP") and not clause.auxiliaries and clause.lemma in _LASTS | {"have", "be", "run"}


def _up_to(report: Report, clause: Clause, date: Written) -> bool:
    return _until_now(clause) and re.search(r"\b(?:until|till) $", report.text[: date.start]) is not None


def _by(report: Report, date: Written) -> bool:
    return re.search(r"\b[Bb]y $", report.text[: date.start]) is not None


def _planned(report: Report, read: ReadSentence, date: Written, held: Hold) -> Problem | None:
    """ "is scheduled for 4 March", "the rally that they plan for it", after that day."""
    assert report.first is not None
    due = held.preposition == "on" and held.above.lower_ == "due"
    if not (held.preposition == "for" or due) or not planned_for(held.above) or _in_quotation(report, date):
        return None
    day = _before(date, report.first)
    if day is None or day >= report.first or (not date.year and report.first - day > _JUST_NOW):
        return None
    if not date.year and "next year" in read.sentence.text:
        return None
    start = min(date.start, read.sentence.offset + held.above.idx)
    message = f"{_shown(date, day)} was past when the report was made"
    return Problem(start, date.end, message, date_basis(report), severity="warning")


def _to_be_done(report: Report, read: ReadSentence, date: Written) -> Problem | None:
    """ "The draft, to be circulated on 7 July, would bar trade" after that day."""
    assert report.first is not None
    lead = _IN_VIEW.search(report.text, read.sentence.start, date.start)
    if lead is None or not _STILL.match(report.text, date.end) or _in_quotation(report, date):
        return None
    day = _before(date, report.first)
    if day is None or day >= report.first or (not date.year and report.first - day > _JUST_NOW):
        return None
    message = f"{_shown(date, day)} was past when the report was made"
    return Problem(lead.start() + 2, date.end, message, date_basis(report), severity="warning")


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
        leads = start == read.sentence.start and clause.relation == "root"
        if (
            back
            and (leads or start > read.sentence.offset + verb.idx)
            and clause.modal in AHEAD
            and "have" not in clause.auxiliaries
        ):
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
    if noun.pos_ not in ("NOUN", "PROPN") or held.preposition not in ("in", "on", "of", ""):
        return
    coming = next((t for t in noun.children if t.lower_ in _COMING and t.i < noun.i), None)
    if coming is None or _in_quotation(report, date):
        return
    if not date.year:
        day = _before(date, report.first)
        if day is None or report.first - day > _JUST_NOW:
            return
    elif date.last >= report.first:
        return
    if years_in(said_around(report, read).replace(date.words, "", 1)) or _EARLIER.search(_before_words(report, read, date)):
        return
    start = read.sentence.offset + coming.idx
    message = f"{date.words} was past when the report was made"
    yield Problem(start, date.end, message, date_basis(report), severity="warning")


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
    if not date.year and held.preposition == "since" and (day := _after(date, report.last)):
        future = dt.timedelta(days=1) < day - report.last <= _NEAR
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

"""Past days told as to come, and the reverse, by a word beside the date: "next", "upcoming", "is planned for", "tomorrow"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.dates.nearby import JUST_NOW, LOOKS_BACK, before, in_quotation, shown, words_before
from detente.checks.dates.verbs import AHEAD, OCCURS, its_own, opening, planned_for
from detente.checks.dates.written import MONTH, Hold, Written, date_basis, hold, said_around, told, years_in
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.coding.times.lexicon import MONTHS

_BY_SIDE = re.compile(
    rf"\b(?P<way>next|coming|last)[ \xa0](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,? (?:on )?(?:the )?| \()"
    rf"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\b|(?P<month_>{MONTH})\.? (?P<day_>\d\d?)(?:st|nd|rd|th)?\b)"
    r"(?!,? (?:19|20)\d\d)"
)
_IN_VIEW = re.compile(r", to be \w+(?: \w+){0,3},? (?:on|in) $")
_STILL = re.compile(r",? (?:would|will|is|are|has|have|could|may)\b")
_BACK = re.compile(
    r"(?:yesterday|last (?:week|month|year|night|\w+day)|the day before yesterday|\w+ (?:days?|weeks?|months?|years?) ago)\Z",
    re.I,
)
_ON = re.compile(r"(?:tomorrow|next (?:week|month|year|\w+day)|the day after tomorrow)\Z", re.I)
_COMING = frozenset({"upcoming", "forthcoming", "impending", "imminent", "coming"})


def beside_weekdays(report: Report) -> Iterator[Problem]:
    """ "next Wednesday, 23 September" when that is past, "last Wednesday" when it is to come."""
    assert report.first is not None
    assert report.last is not None
    last = report.last
    for match in _BY_SIDE.finditer(report.text):
        month, number = MONTHS[(match["month"] or match["month_"]).lower()], int(match["day"] or match["day_"])
        years = range(report.first.year - 1, last.year + 2)
        days = [dt.date(year, month, number) for year in years if 0 < number <= calendar.monthrange(year, month)[1]]
        if not days or report.reading.quotations.between(match.start(), match.end()):
            continue
        day = min(days, key=lambda one: abs((one - last).days))
        to_come = match["way"] != "last"
        if abs(day - report.first) <= JUST_NOW and (day < report.first if to_come else day > last):
            message = f"{told(day)} was {'past' if to_come else 'still to come'} when the report was made"
            yield Problem(match.start(), match.end(), message, date_basis(report), severity="warning")


def planned(report: Report, read: ReadSentence, date: Written, held: Hold) -> Problem | None:
    """ "is scheduled for 4 March", "the rally that they plan for it", after that day."""
    assert report.first is not None
    due = held.preposition == "on" and held.above.lower_ == "due"
    if not (held.preposition == "for" or due) or not planned_for(held.above) or in_quotation(report, date):
        return None
    day = before(date, report.first)
    if day is None or day >= report.first or (not date.year and report.first - day > JUST_NOW):
        return None
    if not date.year and "next year" in read.sentence.text:
        return None
    start = min(date.start, read.sentence.offset + held.above.idx)
    message = f"{shown(date, day)} was past when the report was made"
    return Problem(start, date.end, message, date_basis(report), severity="warning")


def to_be_done(report: Report, read: ReadSentence, date: Written) -> Problem | None:
    """ "The draft, to be circulated on 7 July, would bar trade" after that day."""
    assert report.first is not None
    lead = _IN_VIEW.search(report.text, read.sentence.start, date.start)
    if lead is None or not _STILL.match(report.text, date.end) or in_quotation(report, date):
        return None
    day = before(date, report.first)
    if day is None or day >= report.first or (not date.year and report.first - day > JUST_NOW):
        return None
    message = f"{shown(date, day)} was past when the report was made"
    return Problem(lead.start() + 2, date.end, message, date_basis(report), severity="warning")


def by_words(report: Report, read: ReadSentence) -> Iterator[Problem]:
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


def upcoming(report: Report, read: ReadSentence, date: Written, held: Hold) -> Iterator[Problem]:
    """ "ahead of the upcoming vote in May 2020", long after it."""
    assert report.first is not None
    noun = held.above
    if noun.pos_ not in ("NOUN", "PROPN") or held.preposition not in ("in", "on", "of", ""):
        return
    coming = next((t for t in noun.children if t.lower_ in _COMING and t.i < noun.i), None)
    if coming is None or in_quotation(report, date):
        return
    if not date.year:
        day = before(date, report.first)
        if day is None or report.first - day > JUST_NOW:
            return
    elif date.last >= report.first:
        return
    if years_in(said_around(report, read).replace(date.words, "", 1)) or LOOKS_BACK.search(words_before(report, read, date)):
        return
    start = read.sentence.offset + coming.idx
    message = f"{date.words} was past when the report was made"
    yield Problem(start, date.end, message, date_basis(report), severity="warning")

"""A body that acts before there was one, or after its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.checks.check import Problem
from detente.checks.dates.written import YEAR, Written, hold, told, written
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.knowledge.founded import Lifetime, independence, lifetimes, named_in
from detente.knowledge.names import Match
from detente.language.clauses import Clause
from detente.model.finding import Severity

NAME = "before-its-time"
SEVERITY = "error"
SAYS = "a body or state is dated to a time at which there was none"

_LEEWAY = 2
"""Years before its founding and after its end in which a body is spoken of: it was planned, it is being wound up."""
_SPEAKS_OF = frozenset(
    (
        "found create establish form precede become begin start emerge grow succeed replace exist collapse dissolve disband "
        "end cease predate originate evolve commemorate remember compare envisage propose foresee imagine conceive plan "
        "inherit rename disintegrate unite unravel"
    ).split()
)
"""Verbs by which one speaks of a body as of history."""
_ASIDE = re.compile(r"(?:\b(?:former|ex|post|pre|old|late|then|future|today's|modern|ancient|biblical|anti)[- ])$", re.I)
_AFTER = re.compile(r"(?:-|['’]s? (?:founding|creation|establishment|predecessor|forerunner|collapse|fall|dissolution|break))")
_IN_YEAR = re.compile(r" (?:in|of) (?:early |late |mid-)?(?P<year>1[6-9]\d\d|20\d\d)(?![\d-])")


_SPREAD = 3
"""Years about a founding or an independence that are told for it too: of the treaty, the proclamation, the first session."""
_SOON = 180
"""Days before its founding in which a body may be spoken of as if it were there."""
_ACRONYM = 4
"""Letters from which on an acronym is hardly another's."""
_MODERN = 1940
_NEAR = 40
"""Days about the report's own in which it tells of what happens."""
_DATE = r"(?:in|since|on) (?:[A-Za-z]+ |\d{1,2}(?:st|nd|rd|th)?,? ){0,3}(?P<year>1[6-9]\d\d|20\d\d)(?![\d-])"
_FOUNDING = re.compile(r"\b(?:founded|set up|created|established|formed|inaugurated)\b")
_FOUNDED = re.compile(
    rf",? (?:which )?(?:was |were )?(?:first )?(?:founded|set up|created|established|formed|inaugurated) (?:\w+ ){{0,4}}?{_DATE}"
)
_INDEPENDENT = re.compile(
    r",? (?:which )?(?:(?:has been |is |was |became )?(?:an |a )?(?:\w+ )?independent(?: state| country| nation| republic)?"
    rf"|(?:declared|gained|won|proclaimed|got|achieved) (?:its |full )?independence(?: from [\w ]+?)?),? (?:again )?{_DATE}"
)
_AT_THE_TIME = re.compile(r"\b(?:at the time|at that time|that year|the same year|in those days|back then|then(?=[,;.]))", re.I)
_PLANNED = re.compile(
    r"\b(?:propos\w+|plan\w*|future|create|creation|set up|found\w*|establish\w*|would|call\w* for|idea|dream\w*|form\w*)\b"
)
_HISTORY = re.compile(
    r"\b(?:former\w*|then|once|histor\w+|era|old|past|collapse\w*|fall|fell|dissol\w+|legacy|veteran\w*|anniversar\w+|museum|memor\w+"
    r"|decades?|century|during|under|ago|film|book|exhibition|song|anthem|flag|restor\w*|reviv\w*|rebuil\w*|like|as if|born)\b",
    re.I,
)
"""Words of history, or of what is shown of it."""


class _Wrong(NamedTuple):
    message: str
    severity: Severity


def find(report: Report) -> Iterator[Problem]:
    """By a year with the name or with what the body does, by the year of its founding, and by the day of the report."""
    for read in report.sentences:
        text = read.sentence.text
        bodies = [(match, life) for match, life in named_in(text) if not _told_aside(text, match)]
        problem = None
        if YEAR.search(text):
            problem = next(_dated(report, read, bodies), None) or next(_claimed(read), None)
        if problem is None and bodies:
            problem = next(_by_year_before(report, read, bodies), None) or next(_by_report(report, read, bodies), None)
        if problem is not None:
            yield problem


def _told_aside(text: str, match: Match) -> bool:
    before, after = text[max(match.start - 10, 0) : match.start], text[match.end : match.end + 20]
    return bool(_ASIDE.search(before) or _AFTER.match(after))


def _dated(report: Report, read: ReadSentence, bodies: list[tuple[Match, Lifetime]]) -> Iterator[Problem]:
    dates = [date for date in written(report, read) if date.year] if bodies else []
    for match, life in bodies:
        for date in dates:
            since = read.sentence.text[: date.start - read.sentence.start].endswith(("from ", "since "))
            wrong = _wrong(life, match.text, date, _LEEWAY - since)
            if wrong is not None and _of(
                read, match.start, match.end, date, early=date.last.year < (life.start or date.last).year
            ):
                shift = read.sentence.start
                start, end = min(shift + match.start, date.start), max(shift + match.end, date.end)
                yield Problem(start, end, wrong.message, _basis(life), severity=wrong.severity)


def _claimed(read: ReadSentence) -> Iterator[Problem]:
    """A founding or an independence of another year than that of the tables."""
    text, shift = read.sentence.text, read.sentence.start
    claims = [(_FOUNDED, *lifetimes())] if _FOUNDING.search(text) else []
    claims += [(_INDEPENDENT, *independence())] if "independen" in text else []
    for pattern, names, found in claims:
        for match in names.find(text):
            claim = pattern.match(text, match.end)
            life = found[match.named[0].entry.short] if len(match.named) == 1 else None
            if not (claim and life and life.start) or _ASIDE.search(text[max(match.start - 10, 0) : match.start]):
                continue
            year, first = int(claim["year"]), (life.forerunner or life.start.year) - _SPREAD
            if not first <= year <= life.start.year + _SPREAD and year >= _MODERN:
                did = "became independent on" if pattern is _INDEPENDENT else "has been there since"
                end = shift + claim.end()
                yield Problem(shift + match.start, end, f"{life.name} {did} {_day(life)}", _basis(life), severity="warning")


def _by_year_before(report: Report, read: ReadSentence, bodies: list[tuple[Match, Lifetime]]) -> Iterator[Problem]:
    """ "In 1988 ... The court did nothing at the time": the year is that of the sentence before."""
    if not read.index or not (then := _AT_THE_TIME.search(read.sentence.text)) or YEAR.search(read.sentence.text):
        return
    before = report.sentences[read.index - 1].sentence
    years = {int(year) for year in YEAR.findall(before.text)}
    if len(years) != 1 or before.block is not read.sentence.block:
        return
    year = min(years)
    for match, life in bodies:
        begun = life.forerunner or (life.start.year if life.start else None)
        clause = _acting(read, match)
        if (
            begun is not None
            and year < begun - _LEEWAY
            and clause is not None
            and not (clause.modal or clause.marker == "if" or clause.lemma in _SPEAKS_OF)
        ):
            shift = read.sentence.start
            start, end = min(shift + match.start, shift + then.start()), max(shift + match.end, shift + then.end())
            yield Problem(start, end, f"{match.text} has been there only since {_day(life)}", _basis(life), severity="warning")


def _by_report(report: Report, read: ReadSentence, bodies: list[tuple[Match, Lifetime]]) -> Iterator[Problem]:
    """A body that a report names in full before there was one, or that acts about its day after the body's end."""
    if report.first is None or report.last is None:
        return
    shift = read.sentence.start
    for match, life in bodies:
        start, end = shift + match.start, shift + match.end
        early = life.start is not None and (life.start - report.last).days > _SOON
        if early and life.start and (report.last.year < life.start.year - _LEEWAY or _acts(read, match)):
            if _in_full(match.text, life) and not _PLANNED.search(read.sentence.text):
                yield Problem(
                    start, end, f"{match.text} has been there only since {_day(life)}", _basis(life), severity="warning"
                )
        elif life.end and report.first.year > life.end.year + _LEEWAY and _present(report, read, match):
            yield Problem(start, end, f"{match.text} came to an end on {told(life.end)}", _basis(life), severity="warning")


def _acts(read: ReadSentence, match: Match) -> bool:
    """Whether a body does, or did, something by its full name."""
    clause = _acting(read, match)
    return clause is not None and not _history(clause) and " " in match.text


def _in_full(words: str, life: Lifetime) -> bool:
    """Whether a name is so long that it is no other's; a short one may be anybody's."""
    return (words == life.name and words.count(" ") > 0) or words == "euro" or (words.isupper() and len(words) >= _ACRONYM)


def _present(report: Report, read: ReadSentence, match: Match) -> bool:
    """Whether a body, or someone from it, does something in days about the report's own, with nothing said of history."""
    if YEAR.search(read.sentence.text) or _HISTORY.search(read.sentence.text) or report.first is None:
        return False
    clause = _acting(read, match)
    near = [
        t
        for t in report.reading.times[read.index]
        if t.first and t.last and t.precision in ("day", "week", "month") and abs((t.first - report.first).days) < _NEAR
    ]
    return clause is not None and not _history(clause) and bool(near)


def _acting(read: ReadSentence, match: Match) -> Clause | None:
    """The clause whose subject a body is, or whose subject is from it ("guests from ...")."""
    tokens = [t for t in read.sentence.tokens if match.start <= t.idx - read.sentence.tokens.start_char < match.end]
    if not tokens:
        return None
    head = next((t for t in tokens if t.head not in tokens), tokens[-1])
    if head.dep_ == "pobj" and head.head.lower_ in ("from", "of") and head.head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head.head
    return next((c for c in read.clauses.values() if head in c.subjects or head in c.surface), None)


def _wrong(life: Lifetime, name: str, date: Written, leeway: int) -> _Wrong | None:
    if life.start is not None and date.last.year < life.start.year - leeway:
        message = f"{name} has been there only since {_day(life)}"
        if life.forerunner is not None and date.last.year >= life.forerunner - _LEEWAY:
            return _Wrong(message, "note")
        return _Wrong(message, "error")
    if life.end is not None and date.first.year > life.end.year + _LEEWAY:
        return _Wrong(f"{name} came to an end on {told(life.end)}", "error")
    return None


def _day(life: Lifetime) -> str:
    assert life.start is not None
    return f"{life.start.year}" if (life.start.month, life.start.day) == (1, 1) else told(life.start)


def _basis(life: Lifetime) -> str:
    ends = f"from {life.start or '?'}" + (f" to {life.end}" if life.end else "")
    return f"{life.line}: {life.name}, {ends}"


def _of(read: ReadSentence, start: int, end: int, date: Written, *, early: bool) -> bool:
    """Whether a date is that of what the body does or takes part in, or stands right behind its name.

    `early`: the date is before the body's beginning, so that it cannot have done anything since then either.
    """
    tokens = [t for t in read.sentence.tokens if start <= t.idx - read.sentence.tokens.start_char < end]
    held = hold(read, date.start, date.end)
    if held is None or not tokens:
        return False
    head = next((t for t in tokens if t.head not in tokens), tokens[-1])
    clause = held.clause
    if held.above in tokens and held.preposition in ("in", "of"):
        governing = next((read.clauses[t.i] for t in head.ancestors if t.i in read.clauses), None)
        return head.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj") and (governing is None or not _history(governing))
    between = read.sentence.text[
        tokens[-1].idx + len(tokens[-1]) - read.sentence.tokens.start_char : date.start - read.sentence.start
    ]
    if between == " in " and head.dep_ == "pobj" and head.head.lower_ in ("in", "by"):
        governing = next((read.clauses[t.i] for t in head.ancestors if t.i in read.clauses), None)
        return governing is None or not _unsure(governing)
    prepositions = ("in", "on", "during", "", "from", "since") if early else ("in", "on", "during", "")
    if clause is None or _unsure(clause) or held.preposition not in prepositions:
        return False
    # "by the Poles and NATO", "in the army of NATO": what takes part is the first of a row, or what belongs to the body.
    while head.dep_ == "conj" or (head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ == "NOUN" and early):
        head = head.head if head.dep_ == "conj" else head.head.head
    if head in (*clause.subjects, *clause.surface, *clause.objects):
        return clause.lemma not in _SPEAKS_OF
    return head.dep_ == "pobj" and head.head.lower_ in ("by", "in", "to", "with") and head.head.head.i == clause.predicate.i


def _history(clause: Clause) -> bool:
    return _unsure(clause) or clause.lemma in _SPEAKS_OF


def _unsure(clause: Clause) -> bool:
    return bool(clause.modal or clause.negated or clause.marker in ("if", "before", "until"))

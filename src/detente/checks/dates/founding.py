"""A body that acts before there was one, or after its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.checks.check import Problem
from detente.checks.dates.written import YEAR, Written, hold, told, written
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.knowledge.founded import Lifetime, named_in
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


class _Wrong(NamedTuple):
    message: str
    severity: Severity


def find(report: Report) -> Iterator[Problem]:
    for read in report.sentences:
        text = read.sentence.text
        if not YEAR.search(text):
            continue
        bodies = list(named_in(text))
        dates = [date for date in written(report, read) if date.year] if bodies else []
        for match, life in bodies:
            before, after = text[max(match.start - 10, 0) : match.start], text[match.end : match.end + 20]
            if _ASIDE.search(before) or _AFTER.match(after):
                continue
            for date in dates:
                wrong = _wrong(life, match.text, date)
                if wrong is None or not _of(read, match.start, match.end, date):
                    continue
                shift = read.sentence.start
                start, end = min(shift + match.start, date.start), max(shift + match.end, date.end)
                yield Problem(start, end, wrong.message, _basis(life), severity=wrong.severity)
                break


def _wrong(life: Lifetime, name: str, date: Written) -> _Wrong | None:
    if life.start is not None and date.last.year < life.start.year - _LEEWAY:
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


def _of(read: ReadSentence, start: int, end: int, date: Written) -> bool:
    """Whether a date is that of what the body does or takes part in, or stands right behind its name."""
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
    if clause is None or _unsure(clause) or held.preposition not in ("in", "on", "during", ""):
        return False
    if head in (*clause.subjects, *clause.surface, *clause.objects):
        return clause.lemma not in _SPEAKS_OF
    return head.dep_ == "pobj" and head.head.lower_ in ("by", "in", "to", "with") and head.head.head.i == clause.predicate.i


def _history(clause: Clause) -> bool:
    return _unsure(clause) or clause.lemma in _SPEAKS_OF


def _unsure(clause: Clause) -> bool:
    return bool(clause.modal or clause.negated or clause.marker in ("if", "before", "until"))

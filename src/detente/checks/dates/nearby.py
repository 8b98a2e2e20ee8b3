"""The day that a date means beside a report, and the words around it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from detente.checks.dates.written import Written, told
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

JUST_NOW = dt.timedelta(days=60)
"""How near to a report a day without year lies, to be taken for the one nearby."""

LOOKS_BACK = re.compile(
    r"\b(?:ago|earlier|then|at the time|originally|initially|previous(?:ly)?|once|formerly|later|last (?:year|month|week)"
    r"|history|historic\w*|decades?|centur\w+|would have|was to|were to|supposed|meant to|anniversary|since|until|when)\b"
)
"""Words by which a sentence looks back, from where what is past by now was still to come."""


def before(date: Written, day: dt.date) -> dt.date | None:
    """The last day of a date; of one without year, of the nearest that is before a day."""
    if date.year:
        return date.last
    return _in_a_year(date, (day.year, day.year - 1), lambda found: found < day)


def after(date: Written, day: dt.date) -> dt.date | None:
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


def shown(date: Written, day: dt.date) -> str:
    return date.words if date.year else told(day)


def words_before(report: Report, read: ReadSentence, date: Written) -> str:
    """The words of the sentence before a date."""
    return report.text[read.sentence.start : date.start]


def in_quotation(report: Report, date: Written) -> bool:
    """Whether the words are somebody's: when they were said may not be told."""
    return bool(report.reading.quotations.between(date.start, date.end))

"""The dates of a sentence that name a month or a year, and how each hangs in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

MONTH = (
    r"(?:Jan(?:uary|\b)|Feb(?:ruary|\b)|March|Mar\b|April|Apr\b|May|June?|July?|Aug(?:ust|\b)|Sept(?:ember|\b)|Sep\b"
    r"|Oct(?:ober|\b)|Nov(?:ember|\b)|Dec(?:ember|\b))"
)
YEAR = re.compile(r"(?<![\d.,£$€-])(?:1[6-9]\d\d|20\d\d)(?![\d%]|[.,]\d)")
_MONTH = re.compile(rf"\b{MONTH}")
_INHERITS = 14
"""Characters within which a day may stand before the date that tells its month or year ("from 10 to 14 January 2022")."""
_PRECISIONS = frozenset({"day", "week", "month", "season", "year"})


@dataclass(frozen=True, slots=True)
class Written:
    """A date as printed: offsets into the article's text, the first and last day that it stands for, and how fine it is.

    `year`: whether its year is written; without it, the days are those of the likeliest year.
    """

    start: int
    end: int
    words: str
    first: dt.date
    last: dt.date
    precision: str
    year: bool


@dataclass(frozen=True, slots=True)
class Hold:
    """What a date hangs on: the preposition before it ("" for none), the word above, and the clause that this word heads."""

    preposition: str
    above: Token
    clause: Clause | None


def written(report: Report, read: ReadSentence) -> list[Written]:
    """The dates of a sentence that name a month or year, in reading order; years are those of our era's last centuries."""
    base, found = read.sentence.start, []
    timexes = report.reading.times[read.index]
    for place, timex in enumerate(timexes):
        if timex.type not in ("DATE", "TIME") or timex.first is None or timex.last is None or timex.precision not in _PRECISIONS:
            continue
        words = read.sentence.text[timex.start : timex.end]
        rest = ""
        if words.isdigit() and len(words) < 3 and place + 1 < len(timexes) and timexes[place + 1].start - timex.end < _INHERITS:
            rest = read.sentence.text[timex.end : timexes[place + 1].end]
        year = bool(YEAR.search(words + rest))
        if year or _MONTH.search(words + rest):
            start, end = base + timex.start, base + timex.end
            found.append(Written(start, end, words, timex.first, timex.last, timex.precision, year))
    return found


def hold(read: ReadSentence, start: int, end: int) -> Hold | None:
    """What the words between two offsets of the article's text hang on; None where they are the sentence's own head."""
    shift = read.sentence.offset
    inside = [t for t in read.sentence.tokens if start <= shift + t.idx < end]
    outers = [t for t in inside if t.head.i != t.i and not start <= shift + t.head.idx < end]
    if not outers:
        return None
    # In "11 and 12 July" the second number hangs on the first.
    outer = next((t for t in outers if t.head.pos_ != "NUM"), outers[0])
    preposition, above = "", outer.head
    # "in early March", "in the summer of 2020" hang together; "late on Monday" has two prepositions.
    while above.pos_ in ("ADP", "SCONJ") and above.i not in read.clauses and above.head.i != above.i:
        preposition, above = preposition or above.lower_, above.head
    return Hold(preposition, above, read.clauses.get(above.i))


def said_around(report: Report, read: ReadSentence, before: int = 2) -> str:
    """The sentence with so many before it, which tell of what time it speaks."""
    first = report.sentences[max(read.index - before, 0)]
    return report.text[first.sentence.start : read.sentence.end]


def years_in(text: str) -> set[int]:
    """The years named in a text."""
    return {int(match.group()) for match in YEAR.finditer(text)}


def told(day: dt.date) -> str:
    """A day as our messages print it."""
    return f"{day.day} {day:%B %Y}"


def date_basis(report: Report) -> str:
    """The day of the report as what a finding rests on."""
    if report.first == report.last:
        return f"the report is of {report.first}"
    return f"the report was published between {report.first} and {report.last}"


def words_before(read: ReadSentence, token: Token, start: int) -> Iterator[Token]:
    """The words of a sentence after a token and before an offset of the article's text."""
    shift = read.sentence.offset
    return (t for t in read.sentence.tokens if t.i > token.i and shift + t.idx < start)

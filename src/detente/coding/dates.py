"""The date of an act: the expression of time that stands nearest to it in its clause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.coding.attribution import cue_token
from detente.coding.dating.published import Published
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.times import Timex, timexes
from detente.model import Dated, DateInfo

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset({"will", "shall", "would", "may", "might", "could"})


@dataclass(frozen=True, slots=True)
class When:
    """The first and last day of an act (`end` None for a single day), and how they are known."""

    day: dt.date | None
    end: dt.date | None
    info: DateInfo | None


def times_of(read: ReadSentence, day: dt.date | None, told: Sequence[Timex] = ()) -> list[Timex]:
    """The expressions of time of a sentence; offsets into the sentence's text. `told` are those of the sentences before it."""
    return timexes(read.sentence.text, day, tense=lambda offset: tense_at(read, offset), told=told)


def times_in(sentences: Sequence[ReadSentence], published: Published) -> list[list[Timex]]:
    """The expressions of time of each sentence of a report.

    Where it was published on one of several days, what means another day by each of them has no day.
    """
    found = _by_day(sentences, published.last)
    if published.first == published.last:
        return found
    earliest, unknown = _by_day(sentences, published.first), _by_day(sentences, None)
    return [list(_agreeing(*of_one)) for of_one in zip(found, earliest, unknown, strict=True)]


def _by_day(sentences: Sequence[ReadSentence], day: dt.date | None) -> list[list[Timex]]:
    told: list[Timex] = []
    found: list[list[Timex]] = []
    for read in sentences:
        found.append(times_of(read, day, told))
        told += found[-1]
    return found


def _agreeing(found: list[Timex], earliest: list[Timex], unknown: list[Timex]) -> Iterator[Timex]:
    """What is found for the last day where it means the same for the first, else what it means without a day."""
    same = {(t.start, t.end, t.first, t.last) for t in earliest}
    vague = {(t.start, t.end): t for t in unknown}
    for timex in found:
        if (timex.start, timex.end, timex.first, timex.last) in same:
            yield timex
        else:
            yield vague.get((timex.start, timex.end), replace(timex, first=None, last=None, precision=None))


def tense_at(read: ReadSentence, offset: int) -> str:
    """ "past", "present" or "future": the tense of the clause in which the word at an offset of the sentence's text stands."""
    begin = read.sentence.tokens.start_char
    token = next((t for t in read.sentence.tokens if t.idx - begin == offset), None)
    while token is not None and token.i not in read.clauses and token.head.i != token.i:
        token = token.head
    clause = read.clauses.get(token.i) if token is not None else None
    # A participle or bare infinitive has the tense of the clause that it belongs to.
    while clause is not None and clause.parent is not None and not clause.modal and clause.predicate.tag_ in ("VBG", "VB", "VBN"):
        if clause.infinitive or clause.auxiliaries:
            break
        if clause.relation == "pcomp" and clause.predicate.head.lower_ in ("after", "since", "following"):
            # "will speak again after meeting him on Friday"
            return "past"
        clause = clause.parent
    if clause is None:
        return "past"
    if clause.modal in _FUTURE or clause.infinitive:
        return "future"
    return "past" if clause.predicate.tag_ in ("VBD", "VBN") else "present"


def date_of(token: Token, read: ReadSentence, reading: Reading, *, outside: tuple[int, int] = (0, 0)) -> When:
    """When the act that the token tells of took or takes place.

    The expression whose clause is the act's own counts, nearest first; then one of a clause below it. Where the sentence
    gives none the act has the report's date as the best guess: basis "report date". Expressions between the offsets `outside`, in
    the article's text, are of something else.
    """
    best: tuple[int, int, Timex] | None = None
    begin = read.sentence.tokens.start_char
    at = {t.idx - begin: t for t in read.sentence.tokens}
    for timex in reading.times[read.index]:
        if timex.first is None or outside[0] <= read.sentence.start + timex.start < outside[1]:
            continue
        anchor = at.get(timex.start)
        if anchor is None:
            continue
        distance = _distance(anchor, token, read)
        if distance is None:
            continue
        key = (distance, abs(anchor.i - token.i))
        if best is None or key < best[:2]:
            best = (*key, timex)
    if best is not None:
        timex = best[2]
        words = read.sentence.text[timex.start : timex.end]
        basis = f"{words} ({timex.basis})" if timex.basis else words
        end = timex.last if timex.last != timex.first else None
        return When(timex.first, end, DateInfo(precision=timex.precision or "day", basis=basis))
    if reading.day is None:
        return When(None, None, None)
    return When(reading.day, None, DateInfo(precision="day", basis="report date"))


def when_said(said: Said, reading: Reading) -> Dated | None:
    """When something was said: by the words around its cue, else on the day of the report."""
    read = reading.sentences[said.sentence.index]
    token = cue_token(said)
    when = date_of(token, read, reading, outside=(said.start, said.end)) if token is not None else When(None, None, None)
    if when.day is None or when.info is None:
        return None
    return Dated(date=when.day, enddate=when.end, precision=when.info.precision, basis=when.info.basis)


def first_said(within: list[Said], reading: Reading) -> Dated | None:
    """When the outermost of the statements that cover something was made; None where the paper itself says it."""
    outermost = max(within, key=lambda s: s.end - s.start, default=None)
    return when_said(outermost, reading) if outermost is not None else None


def _distance(anchor: Token, act: Token, read: ReadSentence) -> int | None:
    """Clause borders between an expression of time and an act; None where it belongs to another act."""
    above = _clause_head(anchor, read)
    mine = act if act.i in read.clauses else _clause_head(act, read)
    if above is None or mine is None:
        return 3
    if anchor in act.subtree and (above.i == act.i or act.i not in read.clauses):
        return 0
    if above.i == mine.i:
        return 0 if act.i in read.clauses else 1
    # A time said of the reporting verb, or of the clause that governs the act, is not the act's own.
    if mine in above.subtree:
        return 2 if read.clauses[mine.i].relation in ("xcomp", "conj", "pcomp") else None
    return None


def _clause_head(token: Token, read: ReadSentence) -> Token | None:
    while token.i not in read.clauses:
        if token.head.i == token.i:
            return None
        token = token.head
    return token

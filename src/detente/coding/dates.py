"""The date of an act: the expression of time that stands nearest to it in its clause."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.reading import Reading, ReadSentence
from detente.coding.times import Timex, timexes
from detente.model import DateInfo

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset({"will", "shall", "would", "may", "might", "could"})


@dataclass(frozen=True, slots=True)
class When:
    """The first and last day of an act (`end` None for a single day), and how they are known."""

    day: dt.date | None
    end: dt.date | None
    info: DateInfo | None


def times_of(read: ReadSentence, day: dt.date | None) -> list[Timex]:
    """The expressions of time of a sentence; offsets into the sentence's text."""
    begin = read.sentence.tokens.start_char
    at = {token.idx - begin: token for token in read.sentence.tokens}

    def tense(offset: int) -> str:
        token = at.get(offset)
        while token is not None and token.i not in read.clauses and token.head.i != token.i:
            token = token.head
        clause = read.clauses.get(token.i) if token is not None else None
        # A participle or bare infinitive has the tense of the clause that it belongs to.
        while (
            clause is not None
            and clause.parent is not None
            and not clause.modal
            and clause.predicate.tag_ in ("VBG", "VB", "VBN")
        ):
            if clause.infinitive or clause.auxiliaries:
                break
            if clause.relation == "pcomp" and clause.predicate.head.lower_ in ("after", "since", "following"):
                # "will speak again after meeting him on Friday"
                return "past"
            clause = clause.parent
        if clause is None:
            return "past"
        if clause.modal in _FUTURE:
            return "future"
        if clause.infinitive:
            return "future"
        return "past" if clause.predicate.tag_ in ("VBD", "VBN") else "present"

    return timexes(read.sentence.text, day, tense=tense)


def date_of(token: Token, read: ReadSentence, reading: Reading) -> When:
    """When the act that the token tells of took or takes place.

    The expression whose clause is the act's own counts, nearest first; then one of a clause below it. Where the sentence
    gives none the act has the report's date as the best guess: basis "report date".
    """
    best: tuple[int, int, Timex] | None = None
    begin = read.sentence.tokens.start_char
    at = {t.idx - begin: t for t in read.sentence.tokens}
    for timex in reading.times[read.index]:
        if timex.first is None:
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
        end = timex.last if timex.last != timex.first else None
        return When(timex.first, end, DateInfo(precision=timex.precision or "day", basis=words))
    if reading.day is None:
        return When(None, None, None)
    return When(reading.day, None, DateInfo(precision="day", basis="report date"))


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

"""Figures: the numbers that a report gives, with what they count and on whose word."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from detente.coding.attribution import chain
from detente.coding.dates import date_of, first_said
from detente.coding.figures.counted import Memory, votes, what_of
from detente.coding.figures.counting import Count, counts
from detente.coding.figures.noise import is_conversion, is_date, only_points
from detente.coding.reading import Reading, ReadSentence
from detente.model import Figure, Span, item_id

_SINCE_YEAR = re.compile(r"\bsince\s+(?:\w+\s+)?((?:18|19|20)\d\d)\b")


def find_figures(reading: Reading, coder: str) -> Iterator[Figure]:
    """The figures of an article in its order.

    A bare number ("put it at about 149,000") counts what its clause speaks of, else what the figure before it did.
    """
    memory = Memory()
    for read in reading.sentences:
        found = counts(read.sentence)
        for position, count in enumerate(found):
            memory.read(read, before=count.first.i)
            made = _figure(reading, read, count, found[:position], memory, coder)
            if made is not None:
                yield made
        memory.read(read)


def _figure(reading: Reading, read: ReadSentence, count: Count, before: list[Count], memory: Memory, coder: str) -> Figure | None:
    last = before[-1] if before else None
    if only_points(count, read) or is_date(reading, read, count) or is_conversion(count, last, read.sentence.text):
        return None
    named = votes(count, before) or what_of(read, count, memory)
    if named is None:
        return None
    what, unit, heads = named
    memory.counted(read, what, unit)
    sentence, number = read.sentence, count.number
    span = Span.of(sentence.article_text, sentence.start + number.begin, sentence.start + number.end)
    evidence = {"number": [span]}
    if heads:
        evidence["what"] = [sentence.span(head) for head in heads]
    within = [s for s in read.said if s.covers(span.start, span.end)]
    return Figure(
        id=item_id("figure", reading.article.id, span.start, span.end),
        article=reading.article.id,
        date=date_of(count.last, read, reading).day,
        text=sentence.text,
        text_info=sentence.info,
        confidence=0.8 if count.noun is not None or number.unit else 0.6,
        evidence=evidence,
        coder=coder,
        what=what,
        value=number.value,
        low=number.low,
        high=number.high,
        unit=unit,
        approximate=number.approximate,
        since=_since(reading, read),
        attribution=chain(within),
        said=first_said(within, reading),
    )


def _since(reading: Reading, read: ReadSentence) -> dt.date | None:
    text = read.sentence.text
    at = re.search(r"\bsince\s+", text)
    if at is None:
        return None
    for timex in reading.times[read.index] if reading.times else []:
        if timex.start <= at.end() <= timex.end and timex.first is not None:
            return timex.first
    year = _SINCE_YEAR.search(text)
    return dt.date(int(year.group(1)), 1, 1) if year else None

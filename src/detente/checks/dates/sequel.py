"""What a sentence tells to have come after, or before, what the one before it told, with a date that says the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from detente.checks.dates.comparing import days_between
from detente.checks.dates.written import Written, hold, written
from detente.checks.report import Report

_AFTER = re.compile(
    r"\b(?:in (?:answer|response|retaliation|reply|reprisal|return)(?! (?:to|for)\b)"
    r"|(?:days?|weeks?|months?|years?|hours?) (?:later|afterwards?)"
    r"|\A(?:Later|Afterwards?|Then|Subsequently|After that|Since then|Thereupon),?|subsequently|thereafter)",
    re.I,
)
_BEFORE = re.compile(r"\b(?:(?:days?|weeks?|months?|years?) (?:earlier|before(?=[,.;]))|\A(?:Earlier|Before that|Previously),?)")


class Sequel(NamedTuple):
    """A date, one of the sentence before, and whether the words put it after that."""

    date: Written
    earlier: Written
    after: bool


def sequels(report: Report) -> Iterator[Sequel]:
    """Only where each of two sentences of one paragraph has but one date, and tells it of a verb of its own."""
    for previous, read in pairwise(report.sentences):
        text = read.sentence.text
        after, before = _AFTER.search(text), _BEFORE.search(text)
        if bool(after) == bool(before) or previous.sentence.block != read.sentence.block:
            continue
        one, other = written(report, previous), written(report, read)
        if len(one) != 1 or len(other) != 1 or len(report.reading.times[previous.index]) > 1:
            continue
        helds = [hold(r, d.start, d.end) for r, d in ((previous, one[0]), (read, other[0]))]
        if any(held is None or held.clause is None or held.preposition not in ("", "on", "in") for held in helds):
            continue
        days = days_between(one[0], other[0])
        if days and (days < 0) == bool(after):
            yield Sequel(other[0], one[0], bool(after))

"""What the figures of a report count, so that two of them can be held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

from detente.checks.report import Report
from detente.coding.figures import numbers
from detente.coding.reading import ReadSentence
from detente.coding.wordlist import wordlist
from detente.model import Figure

FATES = wordlist("dead injured arrested captured displaced evacuated abducted missing")
_MONEY = frozenset({"USD", "EUR", "GBP", "RUB", "UAH"})
_LASTING = frozenset({"hours", "minutes"})
_HEADLINES = (
    (re.compile(r"\b(?:kill(?:s|ed|ing)?|claims?)\s(?:at\sleast\s|about\s|some\s|nearly\s|over\s|more\sthan\s)?"
r"(?P<number>\d[\d,]*|[a-z]+(?:-[a-z]+)?)\b"), "dead"),
    (re.compile(r"(?P<number>\b\d[\d,]*|\b[A-Za-z]+(?:-[a-z]+)?)\s(?:(?:people|soldiers|civilians|troops|men"
r"|policemen|miners|children)\s)?(?:dead|killed|die)\b"), "dead"),
    (re.compile(r"\b(?:injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurts?)\s(?P<number>\d[\d,]*)\b"), "injured"),
    (re.compile(r"(?P<number>\b\d[\d,]*)\s(?:(?:people|soldiers|civilians)\s)?(?:injured|wounded|hurt)\b"), "injured"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in its sentence: what it counts, offsets of its number in the article, its value and bounds."""

    subject: str
    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    approximate: bool
    read: ReadSentence

    def holds(self, value: float) -> bool:
        """Whether the figure may stand for a value, as worded."""
        if self.low is not None and self.high is None:
            return value >= self.value
        if self.high is not None and self.low is None:
            return value <= self.value
        return abs(value - self.value) <= 0.2 * self.value if self.approximate else value == self.value


def subject_of(figure: Figure) -> str | None:
    """What it counts, in one word that is the same wherever the same is counted; None where that cannot be told."""
    fate = figure.what.rpartition(" ")[2]
    if fate in FATES:
        return fate
    if figure.unit in _MONEY or figure.unit in _LASTING:
        return figure.unit
    if figure.unit not in ("persons",) and figure.unit.islower() is False:
        return None
    heads = figure.evidence.get("what")
    word = heads[0].text.lower() if heads else ""
    return word.removesuffix("s") if len(word) > 3 and word.isalpha() else None


def figures_of(report: Report) -> list[Told]:
    """The figures of a report that count things, in reading order."""
    found: list[Told] = []
    for figure in report.of(Figure):
        number = figure.evidence["number"][0]
        read, subject = report.sentence_at(number.start), subject_of(figure)
        if read is not None and subject is not None:
            found.append(Told(subject, number.start, number.end, figure.value, figure.low, figure.high, figure.approximate, read))
    return found


def in_headline(read: ReadSentence) -> list[Told]:
    """What a headline says of dead and injured, in the clipped words that headlines have."""
    found: list[Told] = []
    for pattern, subject in _HEADLINES:
        for match in pattern.finditer(read.sentence.text):
            for number in numbers(match.group()):
                at = read.sentence.start + match.start() + number.start
                if number.unit is None:
                    found.append(
                        Told(
                            subject,
                            at,
                            at + number.end - number.start,
                            number.value,
                            number.low,
                            number.high,
                            number.approximate,
                            read,
                        )
                    )
    return found


def can_make(value: float, others: list[float]) -> bool:
    """Whether some of the other values add up to a value, or it is what is left of one."""
    few = sorted(set(others))[:8]
    sums = {sum(chosen) for size in (1, 2, 3) for chosen in combinations(few, size)}
    return value in sums or any(abs(a - b) == value for a, b in combinations(few, 2))

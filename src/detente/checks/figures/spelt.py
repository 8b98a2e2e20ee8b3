"""Numbers as they are spelt in running text: the pattern that finds them, what they are worth, how they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.report import Report
from detente.coding.figures import read_number
from detente.coding.reading import ReadSentence
from detente.model import Figure

_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_IN_WORDS = rf"(?i:(?:{_WORD}|an?)\s(?:hundred|thousand|million|billion)(?:\s(?:and\s)?(?:{_WORD}))?|(?:{_WORD})\b)"
_SCALED = r"(?:\s?[\s-](?:hundred|thousand|million|billion|trillion)\b|(?:bn|mn|tn|m|k)\b)?"
_FIGURES = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WHOLE = r"(?![\d,.]*\d)"
NUMBER = rf"(?<![\w.,$€£-])(?:{_FIGURES}{_SCALED}|{_IN_WORDS}){_WHOLE}"
"""A number in figures or words, with its scale; nothing that is part of another word or number."""
SUM = rf"(?:{_FIGURES}{_SCALED}|{_IN_WORDS}){_WHOLE}"
"""The same behind a sign of currency."""
MEASURE = rf"(?:{_FIGURES}(?:[\s-](?:hundred|thousand|million|billion)\b)?|half\san?|{_IN_WORDS}){_WHOLE}"
"""The same before a unit: "60m" are metres, not millions."""
PERCENT = r"\s?(?:%|per\s?cent\b|percent\b)(?!\w|age)"
PERCENTS = re.compile(r"%|\bper\s?cent\b")
"""The cue of a share."""
ABOUT = (
    r"(?:about|around|some|roughly|approximately|an estimated|nearly|almost|just under|just over|over|more than|at least|up to|"
    r"as many as|fewer than|less than|under|only|just|close to|a total of|a mere|all|another)\s"
)
"""Words before a number that say how exact it is."""
_DIGITS = re.compile(rf"(?P<figures>{_FIGURES})\s?[\s-]?(?P<scale>[a-z]*)$", re.IGNORECASE)
_LOOSE = re.compile(
    r"(?:about|around|some|roughly|approximately|estimated|nearly|almost|under|over|than|up to|as many as|close to|between|"
    r"well above|perhaps|maybe|some of|reportedly|another|further|additional)\s*$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\b(?:at least|no fewer than|no less than)\s*$", re.IGNORECASE)
_SHORT_ENOUGH = 90


def worth(words: str) -> float:
    """The value of a number that `NUMBER` has matched, NaN for one that cannot be read."""
    if words.lower().startswith("half"):
        return 0.5
    match = _DIGITS.fullmatch(words.strip())
    if match:
        scale = match["scale"].lower()
        return float(match["figures"].replace(",", "")) * (_SCALES.get(scale) or _SHORT.get(scale) or 1.0)
    number = read_number(words.strip().lower())
    return number.value if number else float("nan")


def told(value: float) -> str:
    """A value in figures: "1,200", "12.5", "3 million"."""
    for word, scale in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
        if abs(value) >= scale:
            return f"{value / scale:,.4g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


def like(value: float, model: str) -> str:
    """A value spelt as another number is: in words where that is, and small."""
    if not model[:1].isdigit() and value == int(value) and 0 < value < len(_NAMES):
        return _NAMES[int(value)]
    return told(value)


_NAMES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()


def is_year(words: str) -> bool:
    """Whether a number can be a year: four figures without a comma."""
    return len(words) == 4 and words.isdigit() and 1500 <= int(words) <= 2150


def is_loose(report: Report, start: int) -> bool:
    """Whether words before the number at an offset say that it is not exact; "at least" alone does not."""
    before = report.text[max(0, start - 24) : start]
    return bool(_LOOSE.search(before)) and not _AT_LEAST.search(before)


def quoted(report: Report, start: int, end: int) -> str:
    """The words of the report from one offset to another, short enough to be a basis."""
    words = " ".join(report.text[start:end].split())
    return f"“{words if len(words) <= _SHORT_ENOUGH else words[: _SHORT_ENOUGH - 1] + '…'}”"


def passages(report: Report, cue: re.Pattern[str]) -> Iterator[ReadSentence]:
    """The sentences in which a cue stands: a pattern that is cheap to look for, before those that are not."""
    found = [match.start() for match in cue.finditer(report.text)]
    if not found:
        return
    position = 0
    for read in report.sentences:
        while position < len(found) and found[position] < read.sentence.start:
            position += 1
        if position < len(found) and found[position] < read.sentence.end:
            yield read


def with_figures(report: Report) -> list[ReadSentence]:
    """The sentences that a figure was read from."""
    starts = {figure.text_info.start for figure in report.of(Figure)}
    return [read for read in report.sentences if read.sentence.start in starts]


def matches(report: Report, cue: re.Pattern[str], *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where patterns match within a sentence that has the cue; offsets are those of the article's text."""
    for read in passages(report, cue):
        for pattern in patterns:
            yield from pattern.finditer(report.text, read.sentence.start, read.sentence.end)

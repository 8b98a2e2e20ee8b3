"""A quotation mark on the wrong side of a blank, or turned the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.quotations.marks import Misset, missets, pairs
from detente.checks.report import Report
from detente.model.finding import Severity

NAME = "misplaced-quotation-mark"
SEVERITY = "error"
SAYS = "a quotation mark stands on the wrong side or is turned the wrong way"

_WORDS_BEFORE = 4
_FAR = 60
_ENDS_OPEN = re.compile(
    r"\w[,;]?\s(?P<last>the|an?|its|their|our|my|his|and|or|(?<!can\s)(?<!will\s)(?<!could\s)(?<!is\s)(?<!was\s)(?<!has\s)(?:and|or)\s(?:would|will|could|has|had|was|were|is|are)"
    r"|(?P<weak>of|about|between|against|than|because|which|whose|from))$"
)
_GOES_ON = re.compile(r"\s[A-Za-z]")
_CRY_OUTSIDE = re.compile(r"\s[a-z][^.!?“”\":;]{0,40}(?P<cry>!)\s[a-z]")
_NAME = r"(?:the\s[a-z]+(?:\s[a-z]+)?|[A-Z]\w+(?:\s[A-Z]\w+)?)"
_TELLS_INSIDE = re.compile(rf"(?<=\w),\s(?:(?:he|she|they|{_NAME})\ssaid|said\s{_NAME})\.?$")


def find(report: Report) -> Iterator[Problem]:
    """A mark turned wrong is an error, a blank inside the marks a warning."""
    for misset in missets(report.article):
        if misset.fault in ("reversed", "spaced"):
            spaced = misset.fault == "spaced"
            message = "a blank stands inside the quotation marks" if spaced else _turned(report, misset)
            yield Problem(
                misset.start, misset.end, message, _basis(report, misset), misset.right, severity="warning" if spaced else None
            )
    yield from _by_words(report)


def _by_words(report: Report) -> Iterator[Problem]:
    """Marks set well that take in a word too many, or leave out one: the words at their edge tell."""
    text = report.text
    for pair in pairs(report.article):
        inside = text[pair.opening.end : pair.closing.start]
        after = text[pair.closing.end : pair.closing.end + _FAR]
        start = pair.opening.end + inside.rfind(" ") + 1
        last, cry, told = _ENDS_OPEN.search(inside), _CRY_OUTSIDE.match(after), _TELLS_INSIDE.search(inside)
        if last and _GOES_ON.match(after):
            message = f"the quotation ends with “{last['last']}”, and what belongs to it stands outside"
            severity: Severity = "note" if last["weak"] else "warning"
            yield Problem(start, pair.closing.end, message, _edge(inside, after), severity=severity)
        elif cry:
            message = "the closing mark stands before the end of what is cried"
            yield Problem(start, pair.closing.end + cry.end("cry"), message, _edge(inside, cry.group()), severity="warning")
        elif told:
            message = "the words that tell who spoke stand inside the marks"
            at = pair.opening.end + told.start() + 2
            yield Problem(at, pair.closing.end, message, _edge(inside, ""), severity="warning")


def _edge(inside: str, after: str) -> str:
    return f"it reads: {' '.join(inside.split()[-_WORDS_BEFORE:])}” {' '.join(after.split()[:_WORDS_BEFORE])}".rstrip()


def _turned(report: Report, misset: Misset) -> str:
    before = report.text[misset.start : misset.mark.start]
    return f"an {'opening' if before else 'closing'} mark stands where {'a closing' if before else 'an opening'} one belongs"


def _basis(report: Report, misset: Misset) -> str:
    first = report.text[: misset.start].split()[-_WORDS_BEFORE:] if misset.start < 60 else _words_before(report, misset.start)
    return f"the mark stands so: {' '.join([*first, report.text[misset.start : misset.end]])}"


def _words_before(report: Report, start: int) -> list[str]:
    return report.text[start - 60 : start].split()[1:][-_WORDS_BEFORE:]

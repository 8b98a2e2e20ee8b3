"""A surname nearly the same as one that the report has introduced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.names.slips import printed_otherwise, slipped
from detente.checks.names.written import Written, givens_of, names
from detente.checks.report import Report
from detente.knowledge.offices import forms
from detente.knowledge.spelling import alike

NAME = "surname-slip"
SEVERITY = "error"
SAYS = "the surname is written otherwise than where the report introduces it"


def find(report: Report) -> Iterator[Problem]:
    """Only where nobody of the surname as written is introduced, and one person alone has a surname nearly like it."""
    written = names(report)
    introduced = written.introduced()
    counted = Counter(name.last for name in (*written.alone, *written.full))
    for name in written.alone:
        right = slip_of(report, name, introduced)
        if right and counted[right] >= counted[name.last]:
            first = introduced[right]
            yield Problem(
                name.start, name.end, f"nobody called {name.text} is introduced; {first.text} is",
                f"the report: “{first.text}”", first.tokens[-1].text,
            )  # fmt: skip


def slip_of(report: Report, name: Written, introduced: dict[str, Written]) -> str | None:
    """The surname introduced in the report of which a single word is a misspelling; None where it may be another word."""
    if (
        name.last in introduced
        or name.last in givens_of(report.base.offices).known
        or report.base.names.get(name.text)
        or report.base.places.find(name.text)
    ):
        return None
    sounding = {introduced[s].text: s for s in introduced if alike(name.last, s)}
    if sounding:
        (full, surname), *others = sounding.items()
        known = full in report.base.offices.by_name and printed_otherwise(name.text, full, report.base.offices)
        return surname if known and not others else None
    near = {introduced[s].text: s for s in introduced if slipped(name.last, s) and not _plural(name.last, s)}
    if len(near) != 1:
        return None
    ((full, surname),) = near.items()
    offices = report.base.offices
    if full not in offices.by_name and any(form in offices.by_surname for form in forms(name.text)):
        # The full name is the wrong one.
        return None
    return surname


def _plural(word: str, other: str) -> bool:
    """Whether one word is the plural of the other: "the Clintons"."""
    shorter, longer = sorted((word, other), key=len)
    return longer in (f"{shorter}s", f"{shorter}es")

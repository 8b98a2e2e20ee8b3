"""One person's surname in two transcriptions in one report."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.names.slip import slip_of
from detente.checks.names.written import Written, names
from detente.checks.report import Report
from detente.knowledge.sounds import meet
from detente.knowledge.spelling import alike

NAME = "name-spellings"
SEVERITY = "note"
SAYS = "the report writes one person's name in two ways"

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def find(report: Report) -> Iterator[Problem]:
    """A surname that can be another transcription of one introduced before; told once for every way of writing it."""
    written = names(report)
    first: dict[str, Written] = {}
    introduced = written.introduced()
    for name in sorted((*written.full, *written.alone), key=lambda n: n.start):
        if name.last in first or name.last in _DAYS or (len(name.tokens) == 1 and slip_of(report, name, introduced)):
            continue
        other = next((n for surname, n in first.items() if meet(surname, name.last) and _one_person(n, name)), None)
        if other is not None and name.tokens[0].dep_ == "pobj" and name.tokens[0].head.lower_ == "of":
            continue  # "the church of Christ"
        if other is not None and len(name.last) > 3 and not report.base.names.get(name.tokens[-1].text):
            surname = name.tokens[-1]
            start, first[name.last] = name.end - len(surname.text), name
            yield Problem(
                start, name.end, f"written {other.tokens[-1].text} before", f"the report: “{other.text}”", other.tokens[-1].text
            )
        elif len(name.tokens) > 1:
            first[name.last] = name


def _one_person(one: Written, other: Written) -> bool:
    return len(other.words) == 1 or len(one.words) == 1 or alike(one.words[0], other.words[0])

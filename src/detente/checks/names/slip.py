"""A surname nearly the same as one that the report has introduced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.names.slips import printed_otherwise, scrambled, slipped
from detente.checks.names.written import Written, givens_of, names
from detente.checks.report import Report
from detente.knowledge.offices import forms
from detente.knowledge.spelling import alike, words

NAME = "surname-slip"
SEVERITY = "error"
SAYS = "the surname is written otherwise than where the report introduces it"

_BY_GIVEN = frozenset({"THA", "ISL", "ETH", "ERI", "IDN"})
"""States whose people are called by their given names."""


def find(report: Report) -> Iterator[Problem]:
    """Only where nobody of the surname as written is introduced, and one person alone has a surname nearly like it."""
    written = names(report)
    introduced = written.introduced()
    counted = Counter(name.last for name in (*written.alone, *written.full))
    for given, name in _called_by_given(report, written.full).items():
        introduced.setdefault(given, name)
        counted[given] += 1
    for name in written.alone:
        right = slip_of(report, name, introduced)
        if right and counted[right] >= counted[name.last]:
            first = introduced[right]
            word = next((t.text for t in first.tokens if words(t.text) == (right,)), first.tokens[-1].text)
            yield Problem(
                name.start, name.end, f"nobody called {name.text} is introduced; {first.text} is",
                f"the report: “{first.text}”", word,
            )  # fmt: skip


def _called_by_given(report: Report, full: tuple[Written, ...]) -> dict[str, Written]:
    """The given names of known persons whom news calls by them."""
    spells = report.base.offices.by_name
    return {name.words[0]: name for name in full if any(s.owner in _BY_GIVEN for s in spells.get(name.text, ()))}


def slip_of(report: Report, name: Written, introduced: dict[str, Written]) -> str | None:
    """The surname introduced in the report of which a single word is a misspelling; None where it may be another word."""
    if name.last in introduced or name.last in givens_of(report.base.offices).known or report.base.names.get(name.text):
        return None
    placed = bool(report.base.places.find(name.text))
    sounding = {introduced[s].text: s for s in introduced if alike(name.last, s)}
    if sounding:
        if placed:
            return None
        (full, surname), *others = sounding.items()
        known = full in report.base.offices.by_name and printed_otherwise(name.text, full, report.base.offices)
        known = known or scrambled(name.last, surname)
        return surname if known and not others else None
    near = {introduced[s].text: s for s in introduced if slipped(name.last, s) and not _plural(name.last, s)}
    if len(near) != 1:
        return None
    ((full, surname),) = near.items()
    if placed and not _taken_for(report, name, full):
        return None
    offices = report.base.offices
    if full not in offices.by_name and any(form in offices.by_surname for form in forms(name.text)):
        # The full name is the wrong one.
        return None
    return surname


def _taken_for(report: Report, name: Written, full: str) -> bool:
    """Whether a word that is also a place's name does or suffers what persons do, and the linker takes it for that person."""
    token = name.tokens[0]
    if token.dep_ not in ("nsubj", "nsubjpass") or token.head.pos_ != "VERB":
        return False
    return any(actor.name == full for actor in report.reading.linker.actors(token))


def _plural(word: str, other: str) -> bool:
    """Whether one word is the plural of the other: "the Clintons"."""
    shorter, longer = sorted((word, other), key=len)
    return longer in (f"{shorter}s", f"{shorter}es")

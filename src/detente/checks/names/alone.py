"""Somebody who speaks and whom the report never introduces."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.names.slip import slip_of
from detente.checks.names.written import Written, names
from detente.checks.report import Report
from detente.knowledge.offices import forms
from detente.knowledge.spelling import alike

NAME = "surname-alone"
SEVERITY = "note"
SAYS = "the report names somebody by the surname alone and never says who that is"

_PRONOUNS = frozenset({"he", "him", "his", "she", "her"})
_SPEAKING = frozenset("say tell add warn stress insist argue explain note reply respond remark".split())


def find(report: Report) -> Iterator[Problem]:
    """Only a speaker of whom neither the report nor any table knows the surname."""
    written = names(report)
    introduced = written.introduced()
    seen: set[str] = set()
    for name in written.alone:
        if name.last not in seen and _speaks(name) and _unknown(report, name, introduced):
            seen.add(name.last)
            yield Problem(name.start, name.end, f"{name.text} is not introduced", "the report names no one else so", None)


def _speaks(name: Written) -> bool:
    token = name.tokens[0]
    if any(child.dep_ in ("appos", "relcl") for child in token.children):
        return False
    if token.dep_ != "nsubj" or token.head.lemma_.lower() not in _SPEAKING:
        return False
    # What the parser takes for a firm or a place is somebody where a pronoun says so.
    return token.ent_type_ in ("PERSON", "") or any(t.lower_ in _PRONOUNS for t in token.head.subtree if t.i > token.i)


def _unknown(report: Report, name: Written, introduced: dict[str, Written]) -> bool:
    if name.last in introduced or any(alike(name.last, s) for s in introduced) or slip_of(report, name, introduced):
        return False
    base = report.base
    if base.names.get(name.text) or base.places.find(name.text) or any(f in base.offices.by_surname for f in forms(name.text)):
        return False
    # A table that prints it in a longer name ("Crown Prince X") knows it too.
    return all(name.text not in text.text for text in names(report).full)

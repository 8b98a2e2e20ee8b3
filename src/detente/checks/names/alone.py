"""Somebody who speaks and whom the report never introduces."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.names.strangers import unknown
from detente.checks.names.written import Written, names
from detente.checks.report import Report

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
        if name.last not in seen and _speaks(name) and _stranger(report, name, introduced):
            seen.add(name.last)
            yield Problem(name.start, name.end, f"{name.text} is not introduced", "the report names no one else so", None)


def _speaks(name: Written) -> bool:
    token = name.tokens[0]
    if any(child.dep_ in ("appos", "relcl") for child in token.children):
        return False
    if token.pos_ != "PROPN" or token.dep_ != "nsubj" or token.head.lemma_.lower() not in _SPEAKING:
        return False
    # What the parser takes for a firm or a place is somebody where a pronoun says so.
    return token.ent_type_ in ("PERSON", "") or any(t.lower_ in _PRONOUNS for t in token.head.subtree if t.i > token.i)


def _stranger(report: Report, name: Written, introduced: dict[str, Written]) -> bool:
    """Whether nobody in the report bears the word in a name, nor any table."""
    return unknown(report, name, introduced) and all(name.text not in other.text for other in names(report).full)

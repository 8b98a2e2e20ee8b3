"""A name that the other reports write otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from detente.checks.across.told import Person, Told
from detente.checks.check import Problem
from detente.model.finding import Severity

NAME = "name-across"
SEVERITY: Severity = "warning"
SAYS = "the other reports write the name otherwise"

_LIKE = 80
_REPORTS = 2


def find_across(report: Told, others: list[Told]) -> Iterator[Problem]:
    """Only names that the tables do not know: two reports or more agree on another spelling, and none has this one."""
    spellings: dict[str, dict[str, str]] = defaultdict(dict)
    for other in others:
        for person in other.persons:
            spellings[person.words].setdefault(other.article, other.where)
    offices = {person.words: person for other in others for person in other.persons}
    done: set[str] = set()
    for person in report.persons:
        if person.known or person.words in spellings or person.words in done:
            continue
        done.add(person.words)
        likely = [
            words
            for words, where in spellings.items()
            if len(where) >= _REPORTS
            and _one_person(person, offices[words])
            and not any(p.words == words for p in report.persons)
        ]
        if len(likely) == 1:
            where = list(spellings[likely[0]].values())
            yield Problem(
                person.start,
                person.end,
                f"{len(where)} other reports write {likely[0]}",
                ", ".join(where[:3]),
                likely[0],
            )


def _one_person(one: Person, other: Person) -> bool:
    """Whether two names nearly alike are of one person: of one office, or of one country where no office differs."""
    if one.words[0] != other.words[0] or fuzz.ratio(one.words, other.words) < _LIKE:
        return False
    return one.country == other.country and one.office == other.office

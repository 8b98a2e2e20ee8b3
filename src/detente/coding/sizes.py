"""Sizes: what an event's sentence counts (dead, injured, arrested, troops, ...)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.candidates import Candidate
from detente.coding.figures.counting import counts, number_of
from detente.coding.figures.units import is_person
from detente.language.nominals import core, prepositions
from detente.ontology import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


def sizes(candidate: Candidate, frame: Trigger) -> dict[str, int]:
    """The number that the frame's counted argument carries: `{"dead": 12}`; empty where it carries none."""
    if not frame.size:
        return {}
    found = counts(candidate.read.sentence)
    if not found:
        return {}
    heads: list[Token] = []
    if candidate.clause is not None:
        heads = [*candidate.clause.objects, *([] if candidate.clause.objects else candidate.clause.subjects)]
    else:
        heads = [candidate.token, *prepositions(candidate.token).get("of", [])]
    total = 0
    for head in heads:
        number = number_of(head, found)
        noun = core(head)
        counted = noun.like_num or is_person(noun.lemma_.lower(), noun.lower_) or head is candidate.token
        if number is not None and number.unit is None and counted and number.value >= 1:
            total += int(number.value)
    return {frame.size: total} if total else {}

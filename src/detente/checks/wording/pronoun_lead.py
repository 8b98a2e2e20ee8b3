"""A report that begins with a pronoun for somebody whom nothing has named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.dateline_in_sentence import DATELINE

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "pronoun-lead"
SEVERITY = "note"
SAYS = "the report begins with a pronoun, and nothing before it tells who is meant"

_PRONOUNS = frozenset({"it", "he", "she", "they"})
_VAGUE = frozenset({"come", "go", "have", "start", "begin", "end", "use", "last", "get", "turn", "look"})
"""Verbs with an "it" that may stand for the whole matter: "It came as a shock"."""


def find(report: Report) -> Iterator[Problem]:
    """Probably wrong where the pronoun says or does what only a named party can, in a report told as news; else to be looked at.

    Features begin so on purpose; there the name follows in the same sentence, or the first sentences stay with "she" and "he".
    """
    first = next((r for r in report.sentences if r.sentence.block.kind == "body"), None)
    if first is None:
        return
    start = first.sentence.start
    dateline = DATELINE.match(report.text, start)
    start = dateline.end() if dateline else start
    tokens = [t for t in first.sentence.tokens if first.sentence.offset + t.idx >= start and not t.is_space and not t.is_punct]
    if not tokens and dateline:
        following = report.sentences[first.index + 1 :][:1]
        if not following:
            return
        first = following[0]
        tokens = [t for t in first.sentence.tokens if not t.is_space and not t.is_punct]
    if not tokens or tokens[0].lower_ not in _PRONOUNS or tokens[0].dep_ not in ("nsubj", "nsubjpass"):
        return
    pronoun = tokens[0]
    if pronoun.lower_ == "it" and _expletive(pronoun):
        return
    acts = pronoun.lower_ == "it" and pronoun.head.lemma_ not in _VAGUE
    at = first.sentence.offset + pronoun.idx
    yield Problem(
        at,
        at + len(pronoun.text),
        f"nothing before “{pronoun.text}” tells who is meant",
        f"the report begins: {' '.join(t.text for t in tokens[:6])}",
        severity="warning" if dateline or acts else None,
    )


def _expletive(pronoun: Token) -> bool:
    """ "It is the third time that", "It took two days to", "It was raining", "It may be too late"."""
    following = pronoun.nbor(1) if pronoun.i + 1 < len(pronoun.doc) else pronoun
    verb = pronoun.head
    return following.lower_ in ("'s", "’s", "’", "is", "was", "will", "may", "would") or verb.lemma_ in (
        "be",
        "take",
        "seem",
        "appear",
        "rain",
        "snow",
        "happen",
        "feel",
        "read",
        "sound",
        "emerge",
        "remain",
        "become",
        "cost",
    )

"""Which way from the report a day lies that it names: back, ahead, or either."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from detente.coding.dates import tense_at

if TYPE_CHECKING:
    from detente.coding.reading import ReadSentence

Direction = Literal["past", "future", "open"]

_PLANNING = frozenset(
    {
        *(
            "due",
            "plan",
            "schedule",
            "slate",
            "set",
            "expect",
            "invite",
            "agree",
            "propose",
            "announce",
            "prepare",
            "ahead",
            "await",
        ),
        *("upcoming", "next", "coming", "forthcoming", "invitation", "agenda", "calendar", "deadline", "until", "before", "by"),
        *("will", "would", "shall", "may", "might", "could", "should", "'ll"),
    }
)
"""Lemmas with which news speaks of what is yet to be, in whatever tense."""


def direction(read: ReadSentence, offset: int) -> Direction:
    """The way that the expression at an offset of the sentence's text lies; "open" where the sentence speaks of plans, too."""
    tense = tense_at(read, offset)
    if tense == "future":
        return "future"
    if tense == "present" or any(token.lemma_.lower() in _PLANNING for token in read.sentence.tokens):
        return "open"
    return "past"

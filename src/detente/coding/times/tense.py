"""The tense that governs an expression of time, told from the words near it: for texts that are not parsed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from detente.coding.times.words import Words

_FUTURE = frozenset({
    "will", "shall", "would", "may", "might", "could", "ll", "won", "expected", "expects", "expect", "scheduled", "due", "slated",
    "planned", "plans", "plan", "hopes", "hoped", "hope", "poised", "intends", "intend", "until", "till", "upcoming", "must",
})  # fmt: skip
_LOOKS_AHEAD = frozenset({
    "is", "are", "'s", "s", "re", "be", "was", "were", "going", "set", "about", "ready", "agreed", "has", "have", "had", "plan",
    "promised", "vowed", "threatened", "decided", "invited", "urged", "asked", "called", "wants", "want", "trying",
})  # fmt: skip
"""Words after which "to" and a verb tell of what is yet to be: "is to close", "agreed to meet"."""
_CARRIED = frozenset(
    {"be", "been", "being", "have", "has", "had", "to", "not", "also", "only", "then", "and", "is", "are", "was", "were"}
)
"""Words that may stand between an auxiliary and its participle."""
_PAST = frozenset({
    "was", "were", "had", "did", "said", "told", "went", "took", "came", "met", "held", "made", "began", "fell", "left", "won",
    "lost", "rose", "broke", "gave", "saw", "found", "shot", "hit", "cut", "sold", "bought", "led", "sent", "spoke", "struck",
    "paid", "put", "kept", "became", "ran", "wrote", "brought", "thought", "built", "caught", "drew", "grew", "flew", "fought",
})  # fmt: skip
_BEFORE_NOUN = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "these", "those", "of", "with", "for", "in"})
_PRESENT = frozenset({"can", "is", "are", "has", "have", "does", "do", "says", "am"})
_NO_PARTICIPLE = frozenset(
    {"need", "feed", "speed", "seed", "breed", "indeed", "red", "united", "hundred", "deed", "aged", "bed"}
)
_BORDERS = frozenset(
    {"that", "which", "who", "whose", "when", "where", "because", "while", "but", "if", "although", "though", "“", '"', "”"}
)
_REACH = 14
"""Words that are looked at on each side."""


def worded_tense(words: Words) -> Callable[[int], str]:
    """Tells "past", "present" or "future" of the verb at hand for the expression that starts at an offset of the text."""

    def tense(offset: int) -> str:
        index = bisect_left(words.starts, offset)
        before = range(index - 1, max(index - 1 - _REACH, -1), -1)
        after = range(index + 1, min(index + 1 + _REACH, len(words.lower)))
        return _nearest(words, before) or _nearest(words, after) or "past"

    return tense


def _nearest(words: Words, steps: range) -> str:
    """What the first word that tells the tense tells, up to the border of the clause; empty where none does."""
    for step in steps:
        if words.classes[step] == "B" or words.lower[step] in _BORDERS:
            break
        found = _tense_at(words.lower, step)
        if found:
            return found
    return ""


def _tense_at(lower: list[str], index: int) -> str:
    """What a word tells of the tense; empty where it tells nothing."""
    word = lower[index]
    before = lower[index - 1] if index else ""
    if word in _FUTURE:
        return "future"
    if word == "to" and before in _LOOKS_AHEAD:
        return "future"
    if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NO_PARTICIPLE):
        step = index - 1
        if step >= 0 and (
            lower[step] in _BEFORE_NOUN or (lower[step] in ("still", "most", "newly") and lower[step - 1] in _BEFORE_NOUN)
        ):
            # "an unnamed city" is no verb.
            return ""
        # "will be paid", "is to be signed"
        while step >= 0 and index - step < 5 and (lower[step] in _CARRIED or lower[step].endswith("ly")):
            if lower[step] == "to" and step and lower[step - 1] in _LOOKS_AHEAD:
                return "future"
            step -= 1
        return "future" if step >= 0 and lower[step] in _FUTURE else "past"
    return "present" if word in _PRESENT else ""

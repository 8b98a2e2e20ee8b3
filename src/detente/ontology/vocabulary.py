"""The words that an entry of the trigger lexicon may use: its keys, and the values of closed lists."""

from __future__ import annotations

KEYS = frozenset(
    {
        "actor",
        "cameo",
        "complement",
        "content",
        "context",
        "lemma",
        "modal",
        "mode",
        "not_object",
        "note",
        "object",
        "of",
        "prep",
        "recipient",
        "reciprocal",
        "requires",
        "size",
        "subject",
    }
)

CONTENTS = frozenset(
    {
        "demanded",
        "denied",
        "expected",
        "failed",
        "happened",
        "hypothetical",
        "planned",
        "promised",
        "proposed",
        "threatened",
    }
)
"""The status that an entry may give to the acts in its complement."""

COMPLEMENTS = frozenset({"other", "any", "none"})
"""The clause that a verb's entry asks for: one about another's act ("told Kyiv to withdraw"), any, or none at all."""

REQUIREMENTS = frozenset({"actor", "recipient", "both"})

SIZES = frozenset({"arrested", "dead", "displaced", "expelled", "hostages", "injured", "protesters", "released", "troops"})
"""What a number on the counted argument may count."""

PREPOSITIONS = frozenset(
    {
        "about",
        "above",
        "across",
        "after",
        "against",
        "along",
        "alongside",
        "amid",
        "among",
        "amongst",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "besides",
        "between",
        "beyond",
        "by",
        "concerning",
        "despite",
        "down",
        "during",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "opposite",
        "out",
        "outside",
        "over",
        "past",
        "regarding",
        "round",
        "through",
        "throughout",
        "to",
        "toward",
        "towards",
        "under",
        "underneath",
        "until",
        "up",
        "upon",
        "via",
        "with",
        "within",
        "without",
    }
)

_ARGUMENTS = {
    "verb": frozenset({"subject", "object", "dative", "speaker"}),
    "noun": frozenset({"owner", "subject", "speaker"}),
}


def is_role(pos: str, role: object) -> bool:
    """Whether the word names a role of a verb's or noun's frame: argument, preposition, or the owner of either.

    "out of" and its kind, two prepositions in a row, count as one.
    """
    if not isinstance(role, str):
        return False
    if role in ("complement.subject", "complement.object"):
        return pos == "verb"
    name, dot, rest = role.partition(".")
    if dot and rest != "owner":
        return False
    return name in _ARGUMENTS[pos] or all(word in PREPOSITIONS for word in name.split(" "))

"""The words that an entry of the trigger lexicon may use: its keys, and the values of those with a closed list."""

from __future__ import annotations

KEYS = frozenset(
    (
        "lemma object not_object subject of prep actor recipient reciprocal mode cameo context content requires size "
        "note"
    ).split()
)

CONTENTS = frozenset(
    "demanded promised threatened proposed planned expected denied hypothetical failed happened".split()
)
"""The status that an entry may give to the acts in its complement."""

REQUIREMENTS = frozenset({"actor", "recipient", "both"})

SIZES = frozenset("dead injured arrested troops protesters displaced hostages released expelled".split())
"""What a number on the counted argument may count."""

PREPOSITIONS = frozenset(
    (
        "about above across after against along alongside amid among amongst around as at before behind below beneath "
        "beside besides between beyond by concerning despite down during for from in inside into near of off on onto "
        "opposite out outside over past regarding round through throughout to toward towards under underneath until "
        "up upon via with within without"
    ).split()
)

_ARGUMENTS = {"verb": frozenset({"subject", "object", "dative"}), "noun": frozenset({"owner", "subject"})}


def is_role(pos: str, role: object) -> bool:
    """Whether the word names a role of a verb's or noun's frame: an argument, or a preposition, or the owner of either.

    "out of" and its kind, two prepositions in a row, count as one.
    """
    if not isinstance(role, str):
        return False
    if role == "complement.subject":
        return pos == "verb"
    name, dot, rest = role.partition(".")
    if dot and rest != "owner":
        return False
    return name in _ARGUMENTS[pos] or bool(name) and all(word in PREPOSITIONS for word in name.split(" "))

"""Which kinds of item are given out when none are named."""

from __future__ import annotations

from detente.errors import DetenteError

MEASURING = ("place", "time", "mention")
"""Kinds that hold every place, time and mention that was resolved: for measuring how well that is done."""


def default_kinds() -> list[str]:
    """The kinds that say something about the crisis: all but those for measuring, in the order of `ITEM_TYPES`."""
    from detente.model import ITEM_TYPES

    return [kind for kind in ITEM_TYPES if kind not in MEASURING]


def chosen_kinds(names: str) -> list[str]:
    """The kinds that a list with commas names, in the order of `ITEM_TYPES`; `all` is every kind.

    Raises `DetenteError` for a kind that there is not, and for an empty list.
    """
    from detente.model import ITEM_TYPES

    named = {name.strip() for name in names.split(",")} - {""}
    if not named:
        raise DetenteError(f"no kind is named (there are {', '.join(ITEM_TYPES)}, all)")
    if "all" in named:
        named = named - {"all"} | set(ITEM_TYPES)
    unknown = sorted(named - set(ITEM_TYPES))
    if unknown:
        raise DetenteError(f"{', '.join(unknown)}: no such kind of item (there are {', '.join(ITEM_TYPES)}, all)")
    return [kind for kind in ITEM_TYPES if kind in named]

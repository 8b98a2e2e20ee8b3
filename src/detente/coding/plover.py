"""PLOVER's reading of an act that was not done: what is promised is AGREE, what is threatened is THREATEN.

The coder keeps the type of the act and its status apart ("threatened to invade": ASSAULT, threatened), so that neither is lost.
PLOVER and CAMEO have one label for both, which gold data bears.
"""

from __future__ import annotations

from detente.model import Status

_WORDS = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_WILLING: frozenset[Status] = frozenset({"planned", "promised", "proposed"})
_MENACING: frozenset[Status] = frozenset({"planned", "promised", "threatened"})
COOPERATION = (1, 2)
MATERIAL_CONFLICT = 4


def plover_type(event: str, quad: int, status: Status, *, negated: bool) -> str:
    """The one type that PLOVER gives to an act of this type, quad class and status.

    Words are events by themselves, whatever they are about: REQUEST, REJECT and their like are never changed.
    """
    if event in _WORDS:
        return event
    if status == "demanded":
        return "REQUEST"
    if quad in COOPERATION:
        if status == "denied" or negated:
            return "REJECT"
        return "AGREE" if status in _WILLING else event
    return "THREATEN" if quad == MATERIAL_CONFLICT and status in _MENACING else event

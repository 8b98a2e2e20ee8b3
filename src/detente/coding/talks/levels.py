"""The level of talks: leaders, ministers, envoys, officials, military."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.talks.mention import Mention
from detente.coding.wordlist import wordlist
from detente.model import Actor

_LEVELS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "officials",
        wordlist(
            "deputy deputies undersecretary official officials representative representatives delegation delegations "
            "delegate delegates adviser advisers advisor advisors aide aides spokesman expert experts"
        ),
    ),
    ("ministers", wordlist("minister ministers secretary secretaries diplomat")),
    ("leaders", wordlist("leader leaders president presidents chancellor king queen emir premier premiers")),
    ("envoys", wordlist("envoy envoys ambassador ambassadors negotiator negotiators emissary emissaries")),
    ("military", wordlist("general generals commander commanders admiral military")),
)
_TOPMOST = ("prime minister", "head of state", "head of government", "secretary general", "secretary-general", "crown prince")


def level_of(mentions: Sequence[Mention], parties: list[Actor]) -> str | None:
    """By whose rank most of the parties are named; else by the words of the mentions."""
    found: list[str] = []
    for actor in parties:
        level = _rank(" ".join(filter(None, (actor.office, actor.identifier_text, actor.entity_text))).lower())
        if level:
            found.append(level)
    if not found:
        words = {w for m in mentions for w in m.words}
        words |= {t.lower_ for m in mentions for h in m.party_heads for t in (h, *h.lefts)}
        if m := _rank(" ".join(sorted(words))):
            found.append(m)
    if not found:
        return None
    order = [name for name, _ in _LEVELS]
    return max(set(found), key=lambda level: (found.count(level), -order.index(level)))


def _rank(words: str) -> str | None:
    if any(title in words for title in _TOPMOST) and "deputy" not in words:
        return "leaders"
    alone = set(words.replace("-", " ").split())
    if {"adviser", "advisor", "aide", "spokesman"} & alone:
        return "officials"
    for level, names in _LEVELS:
        if names & alone:
            return level
    return None

"""Titles and countries in words, as they stand in messages and suggestions."""

from __future__ import annotations

import re

from detente.knowledge import Knowledge
from detente.knowledge.offices import Spell

_SMALL = frozenset({"of", "for", "the", "to", "in", "and", "at"})
_WITH_ARTICLE = re.compile(
    r"^(?:United|European|North Atlantic|Czech|Dominican|Central|Organi[sz]ation|Netherlands|Philippines)\b"
    r"|^(?:Maldives|Bahamas|Gambia|Vatican)\b"
    r"|\b(?:Union|Republic|Nations|Emirates|Agency|Fund|Bank|Court|Council|Commission|Islands|Authority|Force|Front|Army)$"
)
_HEADS = frozenset({"president", "vice president", "prime minister", "chancellor", "monarch"})
_CAPITALS = frozenset({"cia", "fbi", "un", "eu", "nato", "us", "uk", "g7", "osce", "iaea", "imf", "opcw"})


def printed(spell: Spell, like: str) -> str:
    """The title of a spell as the press prints it, in capitals where the words that it takes the place of have them."""
    words = _title(spell)
    if not like.split()[-1][:1].isupper():
        return " ".join(words)
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def whose(spell: Spell, base: Knowledge) -> str:
    """The country or body that an office belongs to, with its article where it has one."""
    name = base.owner_entry(spell.owner).name
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def office_of(spell: Spell, base: Knowledge) -> str:
    """An office with whose it is: "foreign minister of Ukraine"."""
    return f"{' '.join(_title(spell))} of {whose(spell, base)}"


def _title(spell: Spell) -> list[str]:
    """The words of the most telling title, for heads of state and of government that of the office ("president")."""
    title = spell.office if spell.office in _HEADS or not spell.titles else spell.titles[0]
    return [word.upper() if word in _CAPITALS else word for word in title.split()]

"""Titles of office: their words brought to one form, and whose they are."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping

from detente.knowledge.offices import Spell

_ONE_FORM = {
    "defense": "defence",
    "advisor": "adviser",
    "adviser": "adviser",
    "organization": "organisation",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "spokesmen": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "premier": "prime minister",
    "pm": "prime minister",
    "fm": "foreign minister",
    "vp": "vice president",
    "sg": "secretary general",
    "secgen": "secretary general",
    "secdef": "secretary of defence",
    "nsa": "national security adviser",
    "saceur": "supreme allied commander europe",
    "gen": "general",
    "sec": "secretary",
    "min": "minister",
    "dep": "deputy",
    "amb": "ambassador",
    "pres": "president",
    "def": "defence",
    "col": "colonel",
    "lt": "lieutenant",
    "adm": "admiral",
    "u.n": "un",
    "u.s": "us",
    "u.k": "uk",
    "gov": "governor",
}
_OF_OFFICE = re.compile(r"^(?:minister|secretary) (?:of|for) (?:the )?(foreign|defence|interior|finance|justice)(?: affairs)?$")
_AFFAIRS = re.compile(r"^(foreign|interior|external) affairs minister$")
_SAME = {
    "minister of internal affairs": "interior minister",
    "internal affairs minister": "interior minister",
    "minister of external affairs": "foreign minister",
    "external affairs minister": "foreign minister",
    "chief diplomat": "foreign minister",
    "top diplomat": "foreign minister",
    "defence chief": "defence minister",
    "head of state": "head of state",
    "vice prime minister": "deputy prime minister",
    "deputy premier": "deputy prime minister",
    "foreign policy chief": "high representative",
    "chief of general staff": "chief of the general staff",
    "speaker of parliament": "speaker of the parliament",
    "parliament speaker": "speaker of the parliament",
    "parliamentary speaker": "speaker of the parliament",
    "national security council secretary": "secretary of the security council",
    "security council secretary": "secretary of the security council",
    "secretary of the national security council": "secretary of the security council",
    "head of the security council": "secretary of the security council",
    "foreign ministry spokesperson": "spokesperson of the foreign ministry",
    "spokesperson for the foreign ministry": "spokesperson of the foreign ministry",
    "defence ministry spokesperson": "spokesperson of the defence ministry",
    "spokesperson for the defence ministry": "spokesperson of the defence ministry",
    "interior ministry spokesperson": "spokesperson of the interior ministry",
    "spokesperson for the interior ministry": "spokesperson of the interior ministry",
    "government spokesperson": "spokesperson of the government",
    "spokesperson for the government": "spokesperson of the government",
    "presidential spokesperson": "spokesperson of the president",
    "spokesperson for the president": "spokesperson of the president",
    "spy chief": "head of intelligence",
    "intelligence chief": "head of intelligence",
    "director of intelligence": "head of intelligence",
    "un ambassador": "ambassador to the un",
    "envoy to the un": "ambassador to the un",
    "envoy to the united nations": "ambassador to the un",
    "ambassador to the united nations": "ambassador to the un",
    "ambassador at the united nations": "ambassador to the un",
    "permanent representative to the united nations": "ambassador to the un",
    "permanent representative to the un": "ambassador to the un",
    "leader of the opposition": "opposition leader",
    "opposition chief": "opposition leader",
    "chief of army staff": "army chief",
    "chief of the army staff": "army chief",
    "army chief of staff": "army chief",
    "army commander": "army chief",
    "secretary of state for foreign affairs": "foreign secretary",
}
GENERAL = frozenset(
    (
        "admiral|adviser|ambassador|aide|captain|chief|colonel|commander|commissioner|coordinator|deputy|diplomat|director|envoy|"
        "founder|general|governor|head|leader|lieutenant|mediator|minister|negotiator|officer|official|politician|prosecutor|"
        "rebel leader|rebel commander|representative|secretary|senator|senior adviser|senior aide|senior commander|"
        "senior leader|senior official|special envoy|special representative|spokesperson|warlord|member of presidency|"
        "opposition figure|opposition politician|deputy foreign minister|deputy defence minister|deputy leader|deputy chief|"
        "deputy prime minister|assistant secretary|assistant secretary of state|military spokesperson|militant leader|"
        "military leader|peace envoy|top aide|political leader|editor|lawmaker|member|speaker|chair|negotiator|top commander"
    ).split("|")
)
"""Titles that several may bear at a time, so that another name beside one is no contradiction."""

FORMS = frozenset({"leader", "chief", "head", "boss", "leader of group"})
"""Words for whoever leads a body, whatever the office is called."""


HEADS = (
    *("secretary general", "director general", "leader of group", "president of commission", "executive director"),
    *(
        "managing director",
        "head of state",
        "head of government",
        "president",
        "prime minister",
        "chair",
        "director",
        "head of republic",
    ),
    *("high representative", "chair of commission", "general secretary", "leader"),
)
"""Titles of those who lead a state or body, in the order in which "its chief" means them."""


@functools.lru_cache(maxsize=20_000)
def words_of(text: str) -> list[str]:
    """The words of a title in lower case and in one form; hyphens and full stops divide nothing and are left out."""
    return [
        one
        for word in text.lower().replace("-", " ").split()
        for one in _ONE_FORM.get(word.rstrip("."), word.rstrip(".")).split()
    ]


@functools.lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A title in one form: "Minister for Foreign Affairs" and "FM" are "foreign minister", "spokeswoman" is "spokesperson"."""
    title = " ".join(words_of(text))
    title = _SAME.get(title, title)
    title = _OF_OFFICE.sub(r"\1 minister", title)
    return _AFFAIRS.sub(r"\1 minister", title)


class Titles:
    """The titles of a table of offices: who bears one, and which words can be one."""

    def __init__(self, by_owner: Mapping[str, list[Spell]]) -> None:
        self._by_owner = by_owner
        self._borne: dict[str, dict[str, list[Spell]]] = {}
        self._owners: dict[str, set[str]] = defaultdict(set)
        self._known: set[tuple[str, ...]] = set()
        self.longest: dict[str, int] = {}
        cells: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for owner, spells in by_owner.items():
            for spell in spells:
                cells[spell.titles].add(owner)
                cells[(spell.office,)].add(owner)
        for cell, owners in cells.items():
            for title in cell:
                words = tuple(words_of(title))
                if words not in self._known and words:
                    self._known.add(words)
                    self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))
                self._owners[plain(title)] |= owners

    def known(self, words: tuple[str, ...]) -> bool:
        """Whether the words (`words_of`) are a title of any office."""
        return words in self._known

    def borne(self, owner: str, title: str) -> list[Spell]:
        """The spells of an owner whose holders bear the title (`plain`)."""
        if owner not in self._borne:
            found = self._borne[owner] = defaultdict(list)
            for spell in self._by_owner.get(owner, ()):
                for one in {plain(spell.office), *map(plain, spell.titles)}:
                    found[one].append(spell)
        return self._borne[owner].get(title, [])

    def owners(self, title: str) -> set[str]:
        """The owners of whose offices the title is one."""
        return self._owners.get(title, set())

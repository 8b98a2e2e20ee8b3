"""How near a written name is to a known one: whether it can be that name with a slip in it."""

from __future__ import annotations

import functools
import re

from rapidfuzz.distance import DamerauLevenshtein

from detente.knowledge.offices import Offices, Spell
from detente.knowledge.spelling import alike, given_names, words

_LATIN = frozenset(
    (
        "ALB AND ARG AUS AUT BEL BOL BRA CAN CHE CHL COL CRI CUB CZE DEU DNK DOM ECU ESP EST FIN FRA GBR GTM HND HRV HTI HUN IRL "
        "ISL ITA LIE LTU LUX LVA MCO MEX MLT NIC NLD NOR NZL PAN PER PHL POL PRT PRY ROU SLV SMR SVK SVN SWE TUR URY USA VEN "
        "AGO BDI BEN BFA BWA CAF CIV CMR COD COG GAB GHA KEN LBR LSO MDG MOZ MWI NAM NGA RWA SLE SWZ TGO UGA ZAF ZMB ZWE"
    ).split()
)
"""States whose people write their own names in Latin letters: there is one way of writing them."""

_LEAST_SCRAMBLED = 5
"""Letters from which a word has the letters of another only by a slip."""

_UMLAUTS = re.compile(r"(?<=[aou])e|(?<=a)a")
MOJIBAKE = re.compile(r"[ÃÂ�]|A[\u0302\u0303]|[‘’'`]s?$")
"""Letters of another encoding, and a genitive that the parser has left on a name."""


def in_latin(person: str, offices: Offices) -> bool:
    """Whether a known person's own country writes his name in Latin letters, as far as his offices tell."""
    states = {s.owner for s in offices.by_name.get(person, []) if len(s.owner) == 3 and s.owner.isalpha()}
    return bool(states) and states <= _LATIN


def printed_otherwise(name: str, person: str, offices: Offices) -> bool:
    """Whether a name that sounds like that of a known person is no form in which his own country's letters write it.

    Where other letters are written there, only an order of letters that no transcription gives is none.
    """
    spells = offices.by_name.get(person, [])
    right = {form for s in spells for form in _forms(s)}
    if not in_latin(person, offices):
        return any(word not in right and any(scrambled(word, form) for form in right) for word in words(name))
    given = {usual for word in right for usual in given_names().get(word, ())}
    return not all(
        len(word) == 1 or _folded(word) in right or (given_names().get(word, frozenset()) & given) for word in words(name)
    )


def _forms(spell: Spell) -> set[str]:
    return {form for name in (spell.person, *spell.aliases) for word in words(name) for form in (word, _folded(word))}


def _folded(word: str) -> str:
    """A word with "ae", "oe" and "ue" as "a", "o" and "u", as those write it who leave umlauts out."""
    return _UMLAUTS.sub("", word)


@functools.lru_cache(maxsize=50_000)
def scrambled(written: str, right: str) -> bool:
    """Whether a word has just the letters of another in an order that a typist's fingers give it."""
    if written == right or len(right) < _LEAST_SCRAMBLED or sorted(written) != sorted(right):
        return False
    return written[0] == right[0] and DamerauLevenshtein.distance(written, right) <= 2


@functools.lru_cache(maxsize=50_000)
def slipped(written: str, right: str, *, one_way: bool = False) -> bool:
    """Whether one word, in plain letters, is likely another with a slip: not a transcription of it, but a letter or two away.

    Short words must begin alike; the longer the word, the more may differ. `one_way`: the name has no transcriptions.
    """
    if scrambled(written, right):
        return True
    if min(len(written), len(right)) < 4 or (_folded(written) == _folded(right) if one_way else alike(written, right)):
        return False
    distance = DamerauLevenshtein.distance(written, right)
    if distance == 1:
        return len(right) > 4 or written[0] == right[0]
    return distance == 2 and len(right) >= 6 and written[0] == right[0]


def surname_of(name: str) -> str:
    """The last word of a name in plain letters; "" where it has none."""
    found = words(name)
    return found[-1] if found else ""

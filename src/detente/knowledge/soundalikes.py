"""Known persons whose names can be spellings of a written one, found without comparing it to every name."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import fuzz

from detente.knowledge.korean import chinese, is_korean, korean
from detente.knowledge.offices import Offices, Spell, surnames
from detente.knowledge.sounds import skeletons
from detente.knowledge.spelling import Agreement, agreement, alike, syllables, words

_KEPT = 5_000
_NEAR = 84
_SYLLABIC = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN", "VNM"})
_UNSTABLE = re.compile(r"d(?=[jzs])|t(?=[sz]|ch)|p(?=h)|[^bdlmnprt]")
_DOUBLE = re.compile(r"(.)\1+")

RANK: dict[Agreement | None, int] = {"name": 3, "spelling": 2, "near": 1, None: 0}
"""Agreements by how much they count."""


class Soundalikes:
    """The surnames of a table of offices by the consonants that no transcription changes."""

    def __init__(self, by_surname: Mapping[str, list[Spell]]) -> None:
        self._by_surname = by_surname
        self._forms: dict[str, dict[str, list[str]]] = {}
        for form, spells in by_surname.items():
            word = _last(form)
            self._forms.setdefault(_stable(word), {}).setdefault(word, []).append(form)
            if any(spell.owner in ("KOR", "PRK") for spell in spells):
                self._forms.setdefault(f"korean {korean((word,))}", {}).setdefault(word, []).append(form)
        self._readings: dict[str, dict[str, set[str]]] = {}
        self._found: dict[str, list[tuple[Agreement, Spell]]] = {}

    def find(self, name: str) -> list[tuple[Agreement, Spell]]:
        """The spells of those whose name agrees with the written one, a misspelling excepted.

        A given name of which only an initial is written or known does not tell enough.
        """
        if name not in self._found:
            if len(self._found) > _KEPT:
                self._found.clear()
            self._found[name] = list(self._search(name))
        return self._found[name]

    def _search(self, name: str) -> Iterator[tuple[Agreement, Spell]]:
        written = words(name)
        tried: dict[tuple[str, str], Agreement | None] = {}
        for word in dict.fromkeys((*written[-1:], *written[:1])):
            for forms in (*self._sounding(word), *self._forms.get(f"korean {korean((word,))}", {}).values()):
                for spell in {id(s): s for form in forms for s in self._by_surname[form]}.values():
                    key = spell.owner, spell.person
                    if key not in tried:
                        tried[key] = agrees(name, spell)
                    how = tried[key]
                    if how == "name" or (how == "spelling" and len(written[0]) > 1 and spell.person[1:2] != "."):
                        yield how, spell

    def _sounding(self, word: str) -> Iterator[list[str]]:
        """The surnames, each with its printed forms, that the word can be a spelling of."""
        stable = _stable(word)
        if stable not in self._forms:
            return
        if stable not in self._readings:
            found = self._readings[stable] = defaultdict(set)
            for other in self._forms[stable]:
                for skeleton in skeletons(other):
                    found[skeleton].add(other)
        shared = {other for skeleton in skeletons(word) for other in self._readings[stable].get(skeleton, ())}
        yield from (self._forms[stable][other] for other in sorted(shared) if alike(word, other))


def soundalikes_of(offices: Offices) -> Soundalikes:
    """The names of a table of offices by their sound, made once and kept with the table."""
    return offices.kept(Soundalikes, lambda: Soundalikes(offices.by_surname))


def agrees(name: str, spell: Spell) -> Agreement | None:
    """How a written name agrees with the holder's of a spell, by the best of the forms in the tables."""
    forms = (spell.person, *spell.aliases)
    if name in forms:
        return "name"
    if spell.owner in _SYLLABIC or is_korean(spell.person, spell.owner):
        found = max((_agrees_by_syllables(name, form, spell.owner) for form in forms), key=RANK.__getitem__)
        if found or "-" in spell.person:
            return found
    return max((agreement(name, form, families(form, spell.owner)) for form in forms), key=RANK.__getitem__)


def _agrees_by_syllables(name: str, known: str, owner: str) -> Agreement | None:
    """The same for names of short syllables, whose consonants alone tell little.

    They agree where they sound alike by the rules of Korean or, apart from hyphens and blanks, are written alike; the
    family name may stand first or last.
    """
    written, theirs = syllables(name), syllables(known)
    if written == theirs:
        return "name"
    ours, other = "".join(written), "".join(theirs)
    if ours == other or "".join((*written[-1:], *written[:-1])) == other:
        return "spelling"
    if is_korean(known, owner):
        if len(written) == 1:
            return "spelling" if korean(written) == korean(theirs[:1]) else None
        if korean(written[:1]) == korean(theirs[:1]) and korean(("".join(written[1:]),)) == korean(("".join(theirs[1:]),)):
            return "spelling"
    elif len(written) > 1 and chinese(written[0]) == chinese(theirs[0]):
        if chinese("".join(written[1:])) == chinese("".join(theirs[1:])):
            return "spelling"
    if len(written) == 1:
        return "name" if written[0] in families(known, owner).split() else None
    return "near" if written[0] == theirs[0] and fuzz.ratio(ours, other) >= _NEAR else None


def best(name: str, spells: Iterable[Spell]) -> tuple[Agreement | None, list[Spell]]:
    """The spells whose holders' names agree best with the written one, and how they agree."""
    ranked: dict[Agreement | None, list[Spell]] = defaultdict(list)
    for spell in spells:
        ranked[agrees(name, spell)].append(spell)
    how = max((how for how in ranked if how), key=RANK.__getitem__, default=None)
    return how, ranked[how] if how else []


def closeness(name: str, spell: Spell) -> float:
    """How many letters, in per cent, the surname of a written name shares with the holder's of a spell."""
    return max((fuzz.ratio(words(name)[-1], family) for family in families(spell.person, spell.owner).split()), default=0.0)


@functools.lru_cache(maxsize=20_000)
def families(name: str, owner: str) -> str:
    """The words that a surname of that name can consist of, in one string."""
    return " ".join(dict.fromkeys(word for form in surnames(name, owner) for word in words(form)))


def _last(form: str) -> str:
    found = words(form)
    return found[-1] if found else ""


def _stable(word: str) -> str:
    return _DOUBLE.sub(r"\1", _UNSTABLE.sub("", word))

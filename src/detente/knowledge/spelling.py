"""Spelling by rule: whether a name as written can be that of a known person.

Words agree by their sounds (`sounds`). Given names that have another form in another language ("Volodymyr", "Vladimir") or
for friends ("Bill") meet by a small table, names of syllables by rules of their own (`korean`).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Literal

from rapidfuzz import fuzz

from detente.knowledge.sounds import meet
from detente.knowledge.tables import DATA, rows, several

Agreement = Literal["name", "spelling", "near"]
"""How a written name is a known one: letter for letter, by the rules of spelling, or only nearly."""

COLUMNS = ("name", "variants")

_NEAR = 66
"""Least share of letters in common, in per cent, for one word to be taken for another misspelt; a title or country must
speak too."""

_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "dj", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ў": "u"}
    | dict.fromkeys("'’‘ʼʻʿʾ`´ʹʺ.")
)
_ARTICLE = re.compile(r"\b(?:al|el|ul|il|as|ash|ad|an|ar|at|az|es|er|ed)-(?=\w)")
_ARTICLES = frozenset({"al", "el", "ul"})
_PARTICLES = frozenset(
    {"bin", "ben", "ibn", "bint", "de", "da", "di", "do", "dos", "du", "del", "der", "den", "von", "van", "la", "le"}
)
_COMMON = frozenset("mohammed mohammad mohamed muhammad ahmed ahmad sayed syed seyed haji maria jose jean".split())
_ADDRESSES = frozenset(
    "sheikh sheik shaikh prince princess king queen emir sultan sir lord lady dame baroness mullah maulana ayatollah imam".split()
)
_SERVANT = re.compile(r"\babd(?:[aeu]?[lrnsdzt])?(?:[\s-]+(?:[aeu][lrnsdzt]{1,2}[\s-]+)?|(?=[a-z]{4}))(?=[a-z]{3})")


def words(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower-case letters, without articles, particles, initials' dots and forms of address.

    "Abd al-Malik", "Abdel Malek" and "Abdulmalik" are one word each.
    """
    return _words(_plain(name))


def alike(one: str, other: str) -> bool:
    """Whether two words can be spellings of one name."""
    return one == other or _same_given(one, other) or meet(one, other)


def nearly(one: str, other: str, *, strict: bool = True) -> bool:
    """Whether one of two words is likely a misspelling of the other; `strict`: the more so where they begin differently."""
    if len(one) < 4 or len(other) < 4 or abs(len(one) - len(other)) > 3:
        return False
    least = _NEAR if one[0] == other[0] or not strict else _NEAR + 10
    return fuzz.ratio(one, other) >= least


def syllables(name: str) -> tuple[str, ...]:
    """All the words of a name in plain letters, none left out: in "Wu Da-wei" the second is no particle."""
    return tuple(_plain(name).replace("-", " ").split())


@functools.lru_cache(maxsize=20_000)
def agreement(written: str, known: str, family: str) -> Agreement | None:
    """How a name as written agrees with one of a known person; None where it does not.

    `family`: the words of the known name that a surname alone may consist of, plain and in one string ("jong"). A surname
    alone agrees by itself. Of full names all words of the shorter must stand in the longer, in that order, the first with
    the first and the last with a surname.
    """
    ours, theirs = words(written), words(known)
    if not ours or not theirs:
        return None
    if _without_initials(ours) == _without_initials(theirs):
        return "name"
    families = family.split()
    if len(ours) == 1:
        return _surname_agrees(ours[0], families)
    if len(theirs) == 1:
        return "near" if theirs[0] in (ours[0], ours[-1]) else None
    together, apart = "".join(ours), "".join(theirs)
    if len(ours) != len(theirs) and abs(len(ours) - len(theirs)) == 1 and ours[0][0] == theirs[0][0] and meet(together, apart):
        # "Abdul Latif" and "Abdullatif".
        return "spelling"
    return _full_names_agree(ours, theirs, families)


def _full_names_agree(ours: tuple[str, ...], theirs: tuple[str, ...], families: list[str]) -> Agreement | None:
    shorter, longer = sorted((_without_initials(ours), _without_initials(theirs)), key=len)
    first = _given_agrees(shorter[0], longer[0])
    if not first and longer[0] in _COMMON and len(longer) > 2:
        # "Haneef Atmar" and "Mohammad Haneef Atmar".
        longer = longer[1:]
        first = _given_agrees(shorter[0], longer[0])
    if theirs[-1].startswith("abd"):
        families = [*families, theirs[-1]]
    family = any(alike(ours[-1], f) for f in families)
    if first and family:
        at = 0
        for word in shorter:
            at = next((i + 1 for i in range(at, len(longer)) if _given_agrees(word, longer[i])), -1)
            if at < 0:
                break
        if at >= 0:
            return "name" if all(word in theirs for word in ours if len(word) > 1) else "spelling"
        # "Annegret Krmp-Karrenbauer": half of a surname is misspelt.
        return "near"
    if family and nearly(shorter[0], longer[0]):
        return "near"
    return "near" if first and any(nearly(ours[-1], f, strict=False) for f in families) else None


def _without_initials(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the initials of middle names."""
    kept = (name[0], *(word for word in name[1:] if len(word) > 1))
    return kept if len(kept) > 1 else name


def _surname_agrees(word: str, families: list[str]) -> Agreement | None:
    if word in families:
        return "name"
    if any(meet(word, f) for f in families):
        return "spelling"
    return "near" if any(nearly(word, f) for f in families) else None


def _given_agrees(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return alike(word, other)


def _same_given(one: str, other: str) -> bool:
    sets = given_names()
    return not sets.get(one, frozenset()).isdisjoint(sets.get(other, ()))


@functools.cache
def given_names() -> dict[str, frozenset[str]]:
    """Each form of a given name to the usual names that it can stand for."""
    found: dict[str, set[str]] = {}
    for row in rows(DATA / "given_names.tsv", COLUMNS):
        for variant in (row["name"], *several(row["variants"])):
            found.setdefault(variant, set()).add(row["name"])
    return {name: frozenset(usual) for name, usual in found.items()}


@functools.lru_cache(maxsize=50_000)
def _plain(name: str) -> str:
    lower = name.lower()
    if lower.isascii():
        return lower.replace("'", "").replace(".", " ").replace("`", "")
    lower = lower.replace(".", " ").translate(_PLAIN)
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))


@functools.lru_cache(maxsize=50_000)
def _words(plain: str) -> tuple[str, ...]:
    if "abd" in plain:
        plain = _SERVANT.sub("abd", plain)
    found = _ARTICLE.sub("", plain).replace("-", " ").split()
    if len(found) > 1 and found[0] in _ADDRESSES:
        del found[0]
    # "Jiang Bin": what a name ends with is no particle.
    return (*(word for word in found[:-1] if word not in _ARTICLES and word not in _PARTICLES), *found[-1:])

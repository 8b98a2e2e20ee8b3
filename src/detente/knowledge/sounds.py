"""The sounds of a word of a name, as any transcription may write them.

A word is read as its consonants, each by the class of its sound, and the vowels between them. Letters that languages and
transcriptions read in several ways ("j" in Jazenjuk and in Jalili, "ch" in Churkin and in Chatami) give several readings.
Two words are one name where a reading of each has the same consonants with vowels between them that transcriptions take for
one another ("Qasim", "Kassem").
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Set

_READINGS = 16
"""At most so many readings a word."""

_SOUND = re.compile(
    r"schtsch|chtch|shch|stch|tsch|dsch|tch|sch|dzh|dsh|dj|gj|sh|zh|cz|sz|ts|tz|dz|ch|kh|gh|ck|qu|ph|th|dh|bh|"
    r"[bcdfghjklmnpqrstvwxz]|[aeiouy]+"
)
_DIGRAPHS = (
    ("eau", "o"),
    ("aou", "au"),
    ("aoo", "au"),
    ("aw", "au"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("oe", "o"),
    ("ue", "u"),
    ("ae", "a"),
    ("aa", "a"),
    ("ii", "i"),
    ("uu", "u"),
    ("yo", "o"),
    ("io", "o"),
)
_NEIGHBOURS = frozenset({"ae", "ea", "ei", "ie", "ou", "uo", "ao", "oa"})
_SOFT = re.compile(r"c(?=[eiy])")
_READ: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("b", "bh"), ("B",)),
    **dict.fromkeys(("d", "dh"), ("D",)),
    **dict.fromkeys(("f", "v", "ph"), ("V",)),
    **dict.fromkeys(("g", "k", "q", "kh", "gh", "ck", "qu"), ("K",)),
    **dict.fromkeys(("t", "th"), ("T",)),
    **{letter: (letter.upper(),) for letter in "lmnpr"},
    "c": ("K", "S"),
    "ch": ("S", "K"),
    "dj": ("S", "D"),
    "gj": ("S", "K"),
    "h": ("K", ""),
    "j": ("i", "S"),
    "w": ("V", "u"),
    "x": ("KS", "S"),
}


def skeletons(word: str) -> Set[str]:
    """The consonants of a word in plain letters (`spelling.words`), as the classes of their sounds, for each of its readings."""
    return _readings(word).keys()


@functools.lru_cache(maxsize=50_000)
def meet(one: str, other: str) -> bool:
    """Whether two words in plain letters can be transcriptions of one."""
    if one == other:
        return True
    ours, theirs = _readings(one), _readings(other)
    for skeleton, vowels in ours.items():
        for mine in vowels:
            for yours in theirs.get(skeleton, ()):
                if mine == yours:
                    return True
                if len(skeleton) < 2 or (len(skeleton) == 2 and not all(map(_close, mine, yours))):
                    # Too short a name to be told by its consonants: "Khan" and "Kuhn", "Hamad" and "Hamid".
                    continue
                if all(map(_vowels_meet, mine[:-1], yours[:-1], f" {skeleton}")) and _ends_meet(mine[-1], yours[-1]):
                    return True
    return False


def _close(one: str, other: str) -> bool:
    return one == other or {one, other} in ({"e", "i"}, {"o", "u"}, {"", "e"})


def _vowels_meet(one: str, other: str, after: str = "") -> bool:
    """Whether the vowels behind a consonant can be transcriptions of the same ones."""
    if one == other:
        return True
    if not one or not other:
        return False
    if after == "S" and {one, other} == {"e", "o"}:
        return True  # "Gorbachev", "Gorbatschow"
    return _sounds_meet(one[0], other[0]) and _sounds_meet(one[-1], other[-1])


def _ends_meet(one: str, other: str) -> bool:
    """Whether the vowels at the end of two words can be the same; a last "e" is often silent ("Poutine")."""
    return _vowels_meet(one, other) or {one, other} == {"", "e"}


def _sounds_meet(one: str, other: str) -> bool:
    return one == other or one + other in _NEIGHBOURS


@functools.lru_cache(maxsize=50_000)
def _readings(word: str) -> dict[str, list[tuple[str, ...]]]:
    """The readings of a word: its consonants by class, to the vowels before, between and behind them."""
    found_in = _SOUND.findall(_SOFT.sub("s", word))
    sounds = [_READ.get(found, ("S",)) if found[0] not in "aeiouy" else (found,) for found in found_in]
    readings: dict[str, list[tuple[str, ...]]] = {}
    if word[:1] == "h":
        sounds[0] = ("K",)
    for reading in itertools.islice(itertools.product(*sounds), _READINGS):
        skeleton, vowels = "", [""]
        for sound in reading:
            if not sound[:1].isupper():
                vowels[-1] += sound
            else:
                for letter in sound:
                    if vowels[-1] or letter != skeleton[-1:]:
                        skeleton += letter
                        vowels.append("")
        shortened = tuple(_vowel(group) for group in vowels)
        readings.setdefault(skeleton, []).append(shortened)
    return readings


@functools.cache
def _vowel(group: str) -> str:
    """A group of vowels by its sound: "ou" and "oo" are "u", "yu" is "u", "y" is "i"."""
    group = group.replace("y", "i")
    for letters, sound in _DIGRAPHS:
        group = group.replace(letters, sound)
    return group[1:] if len(group) > 1 and group[0] == "i" else group

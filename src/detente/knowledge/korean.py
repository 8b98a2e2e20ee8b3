"""Names of syllables: Korean, which North, South and habit spell most differently (Park and Pak, Roh and No), and Chinese.

The two romanisations of Chinese meet where both are of one name: Geng and Keng, Xi and Hsi.
"""

from __future__ import annotations

import functools
import re

_SYLLABLES = {
    "park": "bak",
    "lee": "i",
    "rhee": "i",
    "yi": "i",
    "ri": "i",
    "li": "i",
    "roh": "no",
    "ro": "no",
    "noh": "no",
    "rho": "no",
    "choi": "joe",
    "choe": "joe",
    "yoo": "yu",
    "ryu": "yu",
    "ryoo": "yu",
    "lim": "im",
    "rim": "im",
    "woo": "u",
    "wu": "u",
    "hui": "hi",
    "heui": "hi",
    "sin": "shin",
    "si": "shi",
}
_SOUNDS = (
    ("eo", "o"), ("eu", "o"), ("oo", "o"), ("ou", "o"), ("u", "o"), ("ae", "e"), ("ee", "i"), ("oi", "oe"),
    ("ch", "j"), ("kh", "k"), ("p", "b"), ("k", "g"), ("t", "d"),
    ("r", "l"), ("sh", "s"), ("ah", "a"), ("oh", "o"), ("w", ""), ("y", "i"),
)  # fmt: skip
_CHINESE = (
    ("hs", "s"), ("sh", "s"), ("x", "s"), ("tz", "j"), ("ts", "j"), ("zh", "j"), ("ch", "j"), ("q", "j"), ("z", "j"), ("c", "j"),
    ("k", "g"), ("p", "b"), ("t", "d"), ("ung", "ong"), ("ien", "ian"), ("ueh", "ue"), ("ieh", "ie"), ("uei", "ui"), ("y", "i"),
)  # fmt: skip
_SHAPE = re.compile(r"\w+ \w+-[a-z]+")


def is_korean(name: str, owner: str) -> bool:
    """Whether a name of the tables is Korean: by the country of the office, abroad by its shape ("Ban Ki-moon")."""
    return owner in ("KOR", "PRK") or ((not owner.isalpha() or len(owner) != 3) and _SHAPE.fullmatch(name) is not None)


@functools.lru_cache(maxsize=5_000)
def korean(words: tuple[str, ...]) -> str:
    """The sounds of a Korean name in plain lower-case words, the family name first, in one string."""
    return "".join(_syllable(word) for word in words)


@functools.lru_cache(maxsize=5_000)
def chinese(word: str) -> str:
    """The sounds of a word of a Chinese name in plain letters, whichever way it is romanised."""
    for letters, one in _CHINESE:
        word = word.replace(letters, one)
    return word


def _syllable(word: str) -> str:
    sound = _SYLLABLES.get(word, word)
    for letters, one in _SOUNDS:
        sound = sound.replace(letters, one)
    return re.sub(r"(.)\1+", r"\1", sound)

"""The words of an office, brought to one form: "Minister of Foreign Affairs" and "foreign minister" are the same set of words."""

from __future__ import annotations

import functools
import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"})
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_WORD = re.compile(r"@\S+|\w+")

_STOP = frozenset(
    "a an the of to for in at on and with its from by as who was is were group organisation body country countrys".split()
)

_PHRASES = [
    (re.compile(rf"\b(?:{words})\b"), one)
    for words, one in (
        (r"permanent rep(?:resentative)?|perm ?rep", "ambassador"),
        (r"deputy premier|vice premier|deputy pm", "deputy primeminister"),
        (r"prime minister|premier|pm", "primeminister"),
        (r"(?:foreign|external) (?:affairs|relations)", "foreign"),
        (r"(?:internal|home|interior) affairs", "interior"),
        (r"(?:national )?defen[cs]e", "defence"),
        (r"secretary of state for (?=foreign|defence|the home|home|the interior|interior)", "minister "),
        (r"secretary of defence", "defence secretary"),
        (r"fm|foreign min", "foreign minister"),
        (r"sec(?:retary)?[ -]?gen(?:eral)?|sg", "secretarygeneral"),
        (r"director general|general director|dg", "directorgeneral"),
        (r"attorney general", "attorneygeneral"),
        (r"nsa", "national security adviser"),
        (r"cos", "chief of staff"),
        (r"(?:the )?joint chiefs of staff|joint chiefs", "jointchiefs"),
        (r"heads? of the army|army head", "army chief"),
    )
]

_SAME = {
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesmen", "spokespeople", "spokespersons", "spox"), "spokesperson"),
    **dict.fromkeys(("chairman", "chairwoman", "chairperson", "chairmanship", "chairs"), "chair"),
    **dict.fromkeys(("chief", "director", "boss", "heads", "chiefs", "directors"), "head"),
    **dict.fromkeys(("advisor", "advisers", "advisors"), "adviser"),
    **dict.fromkeys(("home", "internal"), "interior"),
    **dict.fromkeys(("vice", "dep"), "deputy"),
    **dict.fromkeys(("min", "ministers"), "minister"),
    **dict.fromkeys(("labor",), "labour"),
    **dict.fromkeys(("organization",), "organisation"),
    **dict.fromkeys(("centre",), "center"),
    **dict.fromkeys(("ambassadors",), "ambassador"),
    **dict.fromkeys(("envoys", "emissary"), "envoy"),
    **dict.fromkeys(("leaders", "leadership"), "leader"),
    **dict.fromkeys(("presidents", "pres"), "president"),
    **dict.fromkeys(("counselor", "councillor", "councilor"), "counsellor"),
    **dict.fromkeys(("ombudswoman",), "ombudsman"),
}

_LOOSE = {
    **dict.fromkeys(("representative", "mediator", "coordinator", "ambassadorial"), "envoy"),
    **dict.fromkeys(("leader", "president", "chair", "commander", "executive"), "head"),
    **dict.fromkeys(("agency", "service", "services", "spy", "espionage"), "intelligence"),
    **dict.fromkeys(("general", "army", "forces", "armed", "jointchiefs", "defencestaff"), "military"),
    "ministry": "minister",
    "department": "minister",
    "presidential": "president",
    "presidency": "president",
}
_SLIGHT = frozenset(
    (
        "special personal permanent national acting interim caretaker de facto transitional current top senior lead chief "
        "federal state republic government royal joint supreme islamic union affairs de_facto commander-in-chief"
    ).split()
)
STANDS_FOR = {
    **dict.fromkeys(
        ("kremlin", "elysee", "blue house", "bankova", "white house", "presidential office", "presidency"), "president"
    ),
    **dict.fromkeys(("presidential",), "president"),
    **dict.fromkeys(("downing street", "no 10", "number 10"), "primeminister"),
    **dict.fromkeys(
        ("state department", "foreign office", "mfa", "department state", "quai dorsay", "fcdo", "fco"), "foreign ministry"
    ),
    **dict.fromkeys(("pentagon", "mod", "department defence", "defence department"), "defence ministry"),
    "idf": "military",
    **dict.fromkeys(("cia", "mi6", "svr", "mossad", "dgse", "bnd", "isi", "mss", "raw", "sis"), "intelligence"),
    **dict.fromkeys(("fsb", "shin bet", "shabak", "mi5", "dgsi", "sbu", "bfv"), "security service"),
    **dict.fromkeys(("gru", "hur", "aman"), "military intelligence"),
}
"""Seats and services, and the part of an office's name that they stand for."""

_CHIEF_OF_STAFF = (
    r"chair\w* of (?:the )?joint chiefs(?: of staff)?|joint chiefs(?: of staff)? chair\w*"
    r"|(?:chief|head) of (?:the )?(?:general|defen[cs]e|army general|armed forces|joint|supreme) staff|general staff chief"
    r"|chief of staff of (?:the )?(?:armed forces|military|army|idf)"
    r"|(?:military|army|armed forces|idf) chief of (?:general )?staff"
    r"|(?:armed forces|military) (?:chief|head|commander)"
    r"|(?:chief|head|commander) of (?:the )?(?:armed forces|military|defen[cs]e forces?)"
    r"|commander in chief(?: of (?:the )?armed forces)?|top general|top military officer|military commander in chief"
)
_STANDS = [(re.compile(rf"\b(?:{words})\b"), one) for words, one in STANDS_FOR.items()]
_STANDS.append((re.compile(r"\bpress (?:secretary|officer|spokes\w+)\b"), "spokesperson"))
_STANDS.insert(0, (re.compile(rf"\b(?:{_CHIEF_OF_STAFF})\b"), "chiefofgeneralstaff"))


@functools.cache
def folded(text: str) -> str:
    """Lower case, without accents, dots of abbreviations, possessives and punctuation."""
    text = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = text.replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    text = re.sub(r"'s\b", "", text)
    return " ".join(_WORD.findall(text.replace("'", "")))


@functools.cache
def strict(text: str) -> frozenset[str]:
    """The words of an office in folded text (names already replaced by `@CODE`), each spelt in one way."""
    for pattern, one in _PHRASES:
        text = pattern.sub(one, text)
    return frozenset(_SAME.get(word, word) for word in _WORD.findall(text) if word not in _STOP)


@functools.cache
def loose(text: str) -> frozenset[str]:
    """The same, with seats and services by what they stand for and without words that tell no office from another."""
    for pattern, one in _STANDS:
        text = pattern.sub(one, text)
    words = strict(text)
    return frozenset(_LOOSE.get(word, word) for word in words if word not in _SLIGHT) or words

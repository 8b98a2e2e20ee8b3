"""Who is given as the source of something said, by the words that stand right before or right after it.

Read from the words and not from the parse: what is wrong with these sentences is what a parser stumbles over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.checks.quotations.marks import Pair

_CUE = (
    r"(?:said|says|told\s(?:reporters|journalists|parliament|lawmakers|[A-Z]\w+)|wrote|added|tweeted|stated|noted"
    r"|explained|claimed|argued|insisted"
    r"|warned|declared|admitted|acknowledged|announced|remarked|observed|reported|replied|stressed|speculated|suggested"
    r"|complained|concluded|posted)"
)
_TITLE = r"(?:[a-z][a-z’'-]+\s){0,4}"
_NAME_WORD = r"(?:(?:Mr|Ms|Mrs|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|Prof|[A-Z])\.|[A-Z][\w’'-]*)"
_NAME = rf"{_NAME_WORD}(?:\s(?:(?:de|van|von|der|al|bin|of|the|for|and)\s)?{_NAME_WORD}){{0,7}}"
_OFFICES = (
    r"(?:[Tt]he|[Aa]n?|[Oo]fficial|[Ll]ocal|[Gg]overnment|[Ss]tate|[Ss]enior|[Ww]estern)\s"
    r"[a-z][a-z’'-]+(?:\s[a-z][a-z’'-]+){0,3}?"
)


def _named(group: str) -> str:
    """The words that name a source, as a group of that name."""
    of = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s"
    return rf"(?P<{group}>(?:{of})?{_TITLE}{_NAME}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|him|her|them|{_OFFICES})(?![\w’'-])"


_APPOSITION = r"(?:,\s[^,“”\".;]{3,90},?)?"
_REST = (
    r"(?:\s(?:on|in|at|to|after|during|late|early|last|this|by|via|through|from)\s[^,“”\".;]{2,60}"
    r"|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
)

ACCORDING_BEFORE = re.compile(rf"(?P<cue>[Aa]ccording\sto)\s{_named('source')}{_APPOSITION}[,:]?\s*$")
SAID_BEFORE = re.compile(
    rf"(?:^|(?<=[.!?”\"\n]\s)|(?<=\n)){_named('source')}{_APPOSITION}\s(?P<cue>{_CUE}){_REST}(?:[,:]|\sthat)?\s*$"
)
_AFTER = re.compile(
    rf"(?P<stop>,?)\s*(?:(?P<according>according\sto)\s{_named('source')}|(?P<cue>{_CUE})\s{_named('inverted')}"
    rf"|(?:as\s)?{_named('straight')}{_APPOSITION}\s(?P<verb>{_CUE}))"
)
TRAILING = re.compile(
    rf"(?P<stop>,[”\"]?|[”\"],?)\s+(?:(?P<according>according\sto)\s{_named('source')}|(?P<cue>{_CUE})\s{_named('inverted')}"
    rf"|(?P<as>as\s)?{_named('straight')}\s(?P<verb>{_CUE}))(?P<rest>{_REST})\s*[.;]?[”\"]?\s*$"
)
"""A source at the very end of a sentence: ", according to her.", ", as he said on Twitter.", ", said Blinken"."""
LEADING = re.compile(
    rf"(?:(?:On|In|At|Late|Early|After|However|Meanwhile|Still|But|And|Yet|Earlier|Later)\b[^,“”\".]{{0,60}},?\s)?"
    rf"(?:(?P<according>[Aa]ccording\sto)\s{_named('source')}{_APPOSITION}(?:,\s|\s?(?=[“\"]))"
    rf"|{_named('straight')}{_APPOSITION}\s"
    rf"(?:also\s|then\s|later\s)?(?P<cue>{_CUE}|believes|believed|thinks|predicted){_REST}(?:[,:]|\sthat)?\s)"
)
"""A source at the very beginning of a sentence: "According to Blinken, ", "Sherman speculated that "."""
_PRONOUNS = {"he": "he", "him": "he", "she": "she", "her": "she", "they": "they", "them": "they", "it": "it"}
_NOT_IN_NAMES = frozenset(
    {
        *(
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "mr",
            "ms",
            "mrs",
            "dr",
            "sir",
            "and",
            "of",
            "for",
            "on",
            "in",
            "president",
            "minister",
        ),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    }
)
_PLURALS_AND_BODIES = ("s", "police", "people")


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: the offsets of cue and name together, and the words that name them."""

    start: int
    end: int
    words: str

    @property
    def pronoun(self) -> str | None:
        """The subject form of the pronoun, where it is one."""
        return _PRONOUNS.get(self.words.lower())

    @property
    def key(self) -> str:
        """What the phrase is known by: its last word, the surname of a person."""
        return _last_word(self.words)

    @property
    def named(self) -> bool:
        """Whether the words end with a name: "Russian Foreign Minister Sergei Lavrov", not "the Russian foreign ministry"."""
        last = self.words.split()[-1]
        return last[:1].isupper() and self.pronoun is None

    @property
    def person(self) -> bool:
        """Whether it is a name as people have: two capitalised words or more with nothing linking them, or one alone."""
        words = self.words.split()
        return self.named and not {"of", "for", "and", "the"} & set(words) and not any(w.isupper() and len(w) > 1 for w in words)


def before(text: str, start: int, first: int) -> Source | None:
    """The source given right before an offset, not before `first`: "According to Blinken, “...", "Blinken said: “..."."""
    stretch = text[first:start]
    match = ACCORDING_BEFORE.search(stretch) or SAID_BEFORE.search(stretch)
    return Source(first + match.start(), first + match.end(), match["source"]) if match else None


def after(text: str, pair: Pair, last: int) -> Source | None:
    """The source given right after a quotation that is no sentence of its own: "...,” said Blinken", "...”, Blinken said"."""
    inside = text[pair.closing.start - 1]
    match = _AFTER.match(text, pair.closing.end, last)
    if match is None or not (inside in ",?!" or match["stop"]):
        return None
    if inside in "?!" and not match["stop"] and match["cue"] is None and (match["straight"] or "X")[0].isupper():
        return None
    return source_in(match)


def next_after(text: str, start: int, last: int) -> Source | None:
    """A second source right after the first, at the end of the sentence: "said Blinken, said Lavrov."."""
    told = re.compile(_REST).match(text, start, last)
    match = _AFTER.match(text, told.end() if told else start, last)
    if match is None or not match["stop"] or match["according"]:
        return None
    rest = re.compile(rf"{_REST}\s*(?:[.;]|$)").match(text, match.end(), last)
    return source_in(match) if rest else None


def same(one: Source, other: Source) -> bool:
    """Whether both are surely one: the same phrase, the same surname, or a pronoun that fits what stands before it."""
    if other.pronoun:
        return _fits(one, other.pronoun)
    if one.pronoun or not one.key or not (one.key == other.key or one.key.endswith("-" + other.key)):
        return False
    if other.words.lower() == other.key:
        return True
    first, second = _content(one.words), _content(other.words)
    return first <= second or second <= first


def different(one: Source, other: Source) -> bool:
    """Whether both are surely two persons."""
    return (
        one.person
        and other.person
        and one.key != other.key
        and not {one.key, other.key} & (_content(one.words) & _content(other.words))
    )


def _fits(one: Source, pronoun: str) -> bool:
    if one.pronoun:
        return one.pronoun == pronoun
    definite = one.named or one.words.lower().startswith("the ")
    plural = one.key.endswith(_PLURALS_AND_BODIES) and not one.named
    if pronoun == "they":
        return plural
    return (
        definite
        and not plural
        and (pronoun == "it") == (one.words.lower().startswith("the ") and not one.person and _is_body(one))
    )


def _is_body(source: Source) -> bool:
    return source.key in {
        "ministry",
        "government",
        "kremlin",
        "house",
        "office",
        "agency",
        "army",
        "embassy",
        "commission",
        "council",
        "department",
    }


def _content(words: str) -> set[str]:
    return {w for w in re.findall(r"[\w’'-]+", words.lower().replace("’s", "").replace("'s", "")) if w not in _NOT_IN_NAMES}


def _last_word(words: str) -> str:
    found = [w for w in re.findall(r"[\w’'-]+", words.lower()) if w not in _NOT_IN_NAMES]
    return found[-1] if found else ""


def source_in(match: re.Match[str]) -> Source:
    """The source that a match of one of the patterns names."""
    groups = match.groupdict()
    words = groups.get("source") or groups.get("inverted") or groups.get("straight") or ""
    start = match.start()
    while match.string[start] in ',”" \n\u00a0':
        start += 1
    return Source(start, match.end(), words)

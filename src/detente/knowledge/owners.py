"""Whose office a phrase speaks of: the countries, organisations and groups that its words name."""

from __future__ import annotations

import functools
import re
from typing import Literal, NamedTuple

from detente.knowledge import overlay
from detente.knowledge.base import COUNTRY_COLUMNS, GROUP_COLUMNS, ORGANISATION_COLUMNS
from detente.knowledge.tables import DATA, several
from detente.knowledge.wording import folded

Form = Literal["name", "metonym"]

_CODE = re.compile(r"(?<![\w@])[A-Z][A-Z0-9]{1,15}(?!\w)")
_HEAD = re.compile(r"\b(?:heads?|chief) of (?:the )?(state|government)\b", re.I)
_ORDINARY = frozenset("who labour labor solidarity arena reform male".split())
"""Names that are also words of offices or questions: in small letters they are taken for the words."""


class Mention(NamedTuple):
    """A name in a phrase: what it may stand for, likeliest first, and the words (by position) that it takes.

    A metonym keeps its words, since a spokesman of the Kremlin is not one of the State Duma; `whom` says whom an ambassador or
    envoy is sent to, who is not the owner of the office; `printed` are its words as the phrase has them.
    """

    codes: tuple[str, ...]
    form: Form
    whom: bool
    start: int
    end: int
    printed: tuple[str, ...]


class Named(NamedTuple):
    """A phrase whose names are found: the folded words, each name as one `@code`, and the names."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]

    def without(self, mention: Mention) -> str:
        """The words but for those of one name, and but for all further names of the same owner."""
        same = [m for m in self.mentions if m.form == "name" and m.codes == mention.codes and m.whom == mention.whom]
        gone = {position for m in ({mention} | set(same)) for position in range(m.start, m.end)}
        return " ".join(word for position, word in enumerate(self.words) if position not in gone)

    @property
    def text(self) -> str:
        return " ".join(self.words)


class Owners:
    """The names of all owners of offices, in small letters."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, ...], list[tuple[str, Form]]] = {}
        self._longest: dict[str, int] = {}
        self._ids: set[str] = set()
        over = overlay.folder_in_force()
        lines = overlay.corrected("countries.tsv", COUNTRY_COLUMNS, DATA, over)
        countries = [dict(zip(COUNTRY_COLUMNS, line.cells, strict=True)) for line in lines]
        # The state that is there today comes before the one that it followed.
        for row in sorted(countries, key=lambda row: bool(row["end"])):
            names = [row["name"], *several(row["aliases"]), *several(row["demonyms"]), *several(row["capital"])]
            self._add(row["iso3"], names, several(row["metonyms"]))
        for file, columns in (("organisations.tsv", ORGANISATION_COLUMNS), ("groups.tsv", GROUP_COLUMNS)):
            for line in overlay.corrected(file, columns, DATA, over):
                row = dict(zip(columns, line.cells, strict=True))
                if row["kind"] not in ("company", "region"):
                    self._add(row["id"], [row["name"], *several(row["aliases"])], several(row.get("metonyms", "")))

    def _add(self, code: str, names: list[str], metonyms: list[str]) -> None:
        self._ids.add(code)
        for form, given in (("name", names), ("metonym", [metonym.partition(":")[0] for metonym in metonyms])):
            for name in given:
                words = tuple(folded(name).removeprefix("the ").split())
                if not words or (len(words) == 1 and words[0] in _ORDINARY):
                    continue
                codes = self._codes.setdefault(words, [])
                if code not in (known for known, _ in codes):
                    codes.append((code, "name" if form == "name" else "metonym"))
                self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def named(self, phrase: str, *, short: bool = False) -> Named:
        """The phrase with its names found; codes count where they are in capitals ("UKR", "NATO").

        `short`: of a name that holds another ("Communist Party of Cuba") only the inner one is taken.
        """
        # Before names are looked for: "State of Israel" is one.
        phrase = _HEAD.sub(lambda head: f"{'headofgovernment' if head[1][0] in 'gG' else 'headofstate'}", phrase)
        phrase = _CODE.sub(lambda code: f"@{code[0]}" if code[0] in self._ids and not self._is_name(code[0]) else code[0], phrase)
        words = [f"@{word[1:]}" if word.startswith("@") else folded(word) for word in re.sub(r"[,;:/()]+", " ", phrase).split()]
        return self._found([part for word in words for part in word.split()], short)

    def _is_name(self, code: str) -> bool:
        return (code.lower(),) in self._codes

    def _found(self, words: list[str], short: bool) -> Named:
        out: list[str] = []
        mentions: list[Mention] = []
        position = 0
        while position < len(words):
            length, codes, form = self._at(words, position)
            inner = self._inner(words[position : position + length]) if codes and length > 1 else None
            before = next((word for word in reversed(out) if word != "the"), "")
            start = len(out)
            if codes and not (short and inner):
                out += [f"@{codes[0].lower()}"] if form == "name" else (inner or (words[position : position + length],))[0]
                mentions.append(Mention(codes, form, before in _TO, start, len(out), tuple(words[position : position + length])))
            else:
                out += inner[0] if inner else words[position : position + length]
            if inner and (short or form == "metonym"):
                mentions += [m._replace(start=m.start + start, end=m.end + start) for m in inner[1]]
            position += length
        return Named(tuple(out), tuple(mentions))

    def _inner(self, words: list[str]) -> tuple[list[str], list[Mention]] | None:
        """The words of a name with the shorter names in them found; None where there are none."""
        out: list[str] = []
        mentions: list[Mention] = []
        position = 0
        while position < len(words):
            length, codes, form = self._at(words, position, longest=len(words) - 1)
            if codes and form == "name":
                mentions.append(Mention(codes, form, False, len(out), len(out) + 1, tuple(words[position : position + length])))
                out.append(f"@{codes[0].lower()}")
            else:
                out += words[position : position + length]
            position += length
        return (out, mentions) if mentions else None

    def _at(self, words: list[str], position: int, longest: int = 99) -> tuple[int, tuple[str, ...], Form]:
        """Length, codes and form of the longest name that begins there; without codes where none does."""
        first = words[position]
        if first.startswith("@"):
            return 1, (first[1:].upper(),), "name"
        for length in range(min(self._longest.get(first, 0), len(words) - position, longest), 0, -1):
            if found := self._codes.get(tuple(words[position : position + length])):
                names = tuple(code for code, form in found if form == "name")
                return length, names or tuple(code for code, _ in found), "name" if names else "metonym"
        return 1, (), "name"


_TO = frozenset({"to", "for", "in", "on", "with", "at", "against", "towards", "toward", "over"})


@functools.cache
def owners() -> Owners:
    """The names of the base in force."""
    return Owners()


def forget() -> None:
    """Lets go of the names, so that other corrections come into force."""
    owners.cache_clear()

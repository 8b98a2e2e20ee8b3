"""What happened on which day: the known events of politics by which a report without a date can be dated."""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from detente.errors import DataError
from detente.knowledge.tables import DATA, records

FILE = "happenings.tsv"
COLUMNS = ("first", "last", "name", "words", "kind", "source")
KINDS = frozenset(
    (
        "attack body coup court death disaster election hostages meeting office protest "
        "recognition sanctions sport statement test treaty vote war"
    ).split()
)
"""`body`: founded, enlarged or left. `office`: taken or given up. `vote`: of a parliament or council. `test`: of an arm."""

_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r"[a-z0-9]+( [a-z0-9]+)*\*?")
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss"})
"""Letters that do not come apart into a plain one and its accent."""

_LEAST_STEM = 4
_PARTICULAR = 8
"""Letters from which one word alone may be enough to tell a happening."""


class Happening(NamedTuple):
    """Something that happened, by the calendar of the place, from its first day to its last.

    `words`: groups of which each must have a term in the sentence that tells of it. A term is a word, or several in a row, in
    lower case without accents; one that ends in "*" is the beginning of a word. `line`: "happenings.tsv:12".
    """

    first: dt.date
    last: dt.date
    name: str
    words: tuple[tuple[str, ...], ...]
    kind: str
    line: str


def load(folder: Path = DATA) -> tuple[Happening, ...]:
    """The table of a folder, in its order. Raises `DataError`, naming file and line, for a row that cannot be read."""
    found = []
    for number, (first, last, name, words, kind, _) in enumerate(records(folder / FILE, COLUMNS), start=2):
        line = f"{FILE}:{number}"
        groups = tuple(tuple(group.split("|")) for group in words.split(" & "))
        found.append(Happening(_day(first, line), _day(last or first, line), name, groups, kind, line))
    return tuple(found)


@functools.cache
def happenings() -> tuple[Happening, ...]:
    """What is known to have happened, by first day. Raises `DataError` when the table breaks its rules."""
    return load()


def told_in(text: str) -> list[Happening]:
    """The happenings of which all words stand in a sentence, by first day.

    Two of the same people in the same place are both given. A sentence may tell of a happening long after it, or before.
    """
    return _known().told_in(text)


def faults(folder: Path = DATA) -> list[str]:
    """What breaks the rules of the table, one line each that begins with file and line; empty where all is well."""
    try:
        rows = load(folder)
    except (DataError, FileNotFoundError) as error:
        return [str(error)]
    found = [f"{row.line}: {fault}" for row in rows for fault in _faults(row)]
    for before, row in pairwise(rows):
        if row[:3] < before[:3]:
            found.append(f"{row.line}: {row.name!r} stands after {before.name!r}")
    seen: dict[tuple[object, ...], str] = {}
    for row in rows:
        keys = ((row.first, row.name), (row.first, frozenset(map(frozenset, row.words))))
        if earlier := {seen[key] for key in keys if key in seen}:
            found.append(f"{row.line}: stands already in {min(earlier)}")
        seen |= dict.fromkeys(keys, row.line)
    return found


class _Known:
    """The happenings, found by a word that few of them have."""

    def __init__(self, rows: Sequence[Happening]) -> None:
        self.rows = rows
        self.needles: list[list[list[str]]] = []
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        by_stem: defaultdict[str, list[int]] = defaultdict(list)
        used = Counter(_longest(term) for row in rows for group in row.words for term in group)
        for position, row in enumerate(rows):
            # A term is found by its longest word; a group is as common as its terms together are in the table.
            rarest, *others = sorted(row.words, key=lambda group: sum(used[_longest(term)] for term in group))
            for word in map(_longest, rarest):
                (by_stem if word.endswith("*") else by_word)[word.rstrip("*")].append(position)
            # What led to the row mostly stands; the next rarest is what most often does not.
            self.needles.append([[_needle(term) for term in group] for group in (*others, rarest)])
        lengths = sorted({len(stem) for stem in by_stem})

        # Words come again and again; what begins them is worked out once for each.
        @functools.lru_cache(maxsize=1 << 16)
        def positions(word: str) -> tuple[int, ...]:
            stems = (position for length in lengths for position in by_stem.get(word[:length], ()) if length <= len(word))
            return (*by_word.get(word, ()), *stems)

        self.positions = positions

    def told_in(self, text: str) -> list[Happening]:
        words = plain(text)
        found = {position for word in words for position in self.positions(word)}
        if not found:
            return []
        line = _line(words)
        return [self.rows[position] for position in sorted(found) if _all_stand(self.needles[position], line)]


@functools.cache
def _known() -> _Known:
    return _Known(happenings())


def plain(text: str) -> list[str]:
    """The words of a text in lower case, without accents; a hyphen or apostrophe divides."""
    if text.isascii():
        return _WORD.findall(text.lower())
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return [word if word.isascii() else _without_accents(word) for word in words]


@functools.lru_cache(maxsize=1 << 12)
def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word.translate(_PLAIN)) if not unicodedata.combining(c))


def _longest(term: str) -> str:
    return max(term.split(), key=len)


def _line(words: list[str]) -> str:
    return f" {' '.join(words)} "


def _needle(term: str) -> str:
    """A term as it stands in a line of words with a blank around each."""
    return f" {term[:-1]}" if term.endswith("*") else f" {term} "


def _all_stand(needles: list[list[str]], line: str) -> bool:
    for group in needles:
        for needle in group:
            if needle in line:
                break
        else:
            return False
    return True


def _day(text: str, line: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise DataError(f"{line}: {text!r} is no date") from None


def _faults(row: Happening) -> Iterator[str]:
    if row.last < row.first:
        yield f"ends {row.last} before it begins"
    if row.kind not in KINDS:
        yield f"unknown kind {row.kind!r}"
    if row.name != row.name.strip() or not row.name or '"' in row.name:
        yield f"stray blanks or quotes in {row.name!r}"
    wrong = [fault for group in row.words for term in group for fault in _term_faults(term, alone=len(row.words) == 1)]
    yield from wrong
    if not wrong and not _all_stand([[_needle(term) for term in group] for group in row.words], _line(plain(row.name))):
        yield f"the words do not all stand in its own name {row.name!r}"


def _term_faults(term: str, *, alone: bool) -> Iterator[str]:
    if not _TERM.fullmatch(term):
        yield f"{term!r} is no term: words in lower case without accents, one blank between, perhaps a * behind"
    elif term.endswith("*") and len(term.split()[-1].rstrip("*")) < _LEAST_STEM:
        yield f"{term!r} is too short for the beginning of a word"
    elif alone and " " not in term and len(term.rstrip("*")) < _PARTICULAR:
        yield f"{term!r} alone is not particular enough"

"""Set phrases, and what machines that put one word for another make of them: `checks/data/set_phrases.tsv`.

A row tells the spun forms (`traces`, `|` between, in small letters and British spelling), the words that stand in news
(`usual`), what they are (`kind`) and how sure it is that no writer would put them (`weight`, 0.2 to 1).

Two kinds of row are no traces by themselves. `part`: words that machines put for one word of a set phrase; the phrase with
some of its words replaced so is a trace, though no row holds it whole. `plain` (weight 0): such replacements that are good
English.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.errors import DataError

TABLE = Path(__file__).parent.parent / "data" / "set_phrases.tsv"
HEADER = ["traces", "usual", "kind", "weight"]
SET = frozenset({"diplomacy", "institution", "name", "title", "war"})
"""Kinds whose usual words are set phrases, which may also be spun word by word."""

KINDS = SET | {"calque", "cue", "long-winded", "part", "plain", "register"}

ONE_PART = 0.2
"""What a set phrase weighs of which one word was replaced by a part: others may have put these two words together."""

MORE_PARTS = 0.6
"""The same where two words or more were replaced: that does not come about by chance."""

_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9]+")
_JOINED = re.compile(r"[ \t\u00a0]+|[ \t]*\n[ \t]*|[-‐'’]")
"""What may stand between two words of one phrase: no comma, no stop, no blank line."""

_SMALL = frozenset("a an as at by for from in no of off on so the to under up with".split())
"""Words that make no set phrase with one other: it must hold two besides them."""

_AMERICAN = re.compile(r"([a-z]{3,})iz(e|es|ed|ing|er|ers|ation|ations)")
_SPELT = dict(
    pair.split(":")
    for pair in (
        "advisor:adviser advisors:advisers armor:armour behavior:behaviour center:centre color:colour counselor:counsellor "
        "counselors:counsellors defense:defence endeavor:endeavour endeavored:endeavoured endeavoring:endeavouring "
        "endeavors:endeavours favorable:favourable labor:labour maneuver:manoeuvre maneuvers:manoeuvres "
        "neighborhood:neighbourhood offense:offence program:programme programs:programmes rumor:rumour"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of the table, and the line that it stands on."""

    traces: tuple[str, ...]
    usual: str
    kind: str
    weight: float
    line: int


@dataclass(frozen=True, slots=True)
class Trace:
    """A spun form in a text: its offsets, the usual words, what tells so, and what it weighs."""

    start: int
    end: int
    form: str
    usual: str
    basis: str
    weight: float


def traces(text: str) -> tuple[list[Trace], int]:
    """The spun forms in a text, in reading order and none within another, and how many words the text has."""
    found: list[Trace] = []
    words, position = list(_words(text)), 0
    while position < len(words):
        length, phrase, weight = _whole(words, position) or _by_parts(words, position) or (1, None, 0.0)
        if phrase and weight:
            here = words[position : position + length]
            form, basis = " ".join(word for word, *_ in here), f"{TABLE.name}:{phrase.line}"
            found.append(Trace(here[0][1], here[-1][2], form, phrase.usual, basis, weight))
        position += length
    return found, len(words)


def folded(text: str) -> tuple[str, ...]:
    """The words of a phrase in small letters and British spelling: two that are folded alike count as the same."""
    return tuple(word for word, *_ in _words(text))


def problems(phrases: Iterable[Phrase] | None = None) -> Iterator[str]:
    """What is wrong in the table, a line each; nothing where it is in order."""
    rows = list(load() if phrases is None else phrases)
    seen: dict[tuple[str, ...], int] = {}
    keys = [(row.usual, row.kind, row.weight) for row in rows]
    if keys != sorted(set(keys)):
        yield f"{TABLE.name}: not sorted by usual, kind and weight, or not unique"
    for row in rows:
        place = f"{TABLE.name}:{row.line}"
        if row.kind not in KINDS:
            yield f"{place}: {row.kind}: no such kind"
        if row.weight != 0 if row.kind == "plain" else not 0.2 <= row.weight <= 1:
            yield f"{place}: a weight is 0.2 to 1, and 0 for what is plain, not {row.weight}"
        if not row.usual or not row.traces or list(row.traces) != sorted(row.traces):
            yield f"{place}: the forms are to be sorted, and neither column may be empty"
        for form in row.traces:
            words = folded(form)
            if not words or form != form.lower() or re.search(r"[,.;:]", form):
                yield f"{place}: {form}: a form is words in small letters, without stops"
            elif row.kind == "part":
                if len(words) > 1 or len(folded(row.usual)) > 1:
                    yield f"{place}: {form}: a part is one word for one"
                continue
            elif words in seen:
                yield f"{place}: {form}: stands in line {seen[words]} too"
            elif row.kind != "plain" and _within(folded(row.usual), words):
                yield f"{place}: {form}: holds the usual words"
            seen.setdefault(words, row.line)


@functools.cache
def load(path: Path = TABLE) -> tuple[Phrase, ...]:
    """The rows of the table. Raises `DataError` for a file of another shape."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].split("\t") != HEADER:
        raise DataError(f"{path}: the first line must be {' '.join(HEADER)}, with tabs between")
    return tuple(_row(line, number, path) for number, line in enumerate(lines[1:], 2))


def _row(line: str, number: int, path: Path) -> Phrase:
    try:
        forms, usual, kind, weight = line.split("\t")
        return Phrase(tuple(forms.split("|")), usual, kind, float(weight), number)
    except ValueError as error:
        raise DataError(f"{path}:{number}: {error}") from error


_Word = tuple[str, int, int, bool]
"""A word, folded, its offsets, and whether it goes on with the one before it."""

_Found = tuple[int, Phrase, float]
"""The words that a trace has, its row, and what it weighs."""


def _whole(words: list[_Word], position: int) -> _Found | None:
    """The longest form of the table that stands here; a plain one too, with weight 0."""
    forms = _forms()
    for length in _lengths().get(words[position][0], ()):
        here = words[position : position + length]
        form = tuple(word for word, *_ in here)
        if form in forms and all(joined for *_, joined in here[1:]):
            return length, forms[form], forms[form].weight
    return None


def _by_parts(words: list[_Word], position: int) -> _Found | None:
    """The longest set phrase of which some words stand here, and machine's words for the others."""
    parts, phrases = _parts(), _set_phrases()
    if position + 1 >= len(words) or not words[position + 1][3]:
        return None
    first, second = words[position][0], words[position + 1][0]
    best: _Found | None = None
    for one in (first, *parts.get(first, ())):
        for other in (second, *parts.get(second, ())):
            for usual, phrase in phrases.get((one, other), ()):
                replaced = _replaced(usual, words[position : position + len(usual)])
                if replaced and (best is None or len(usual) > best[0]):
                    best = len(usual), phrase, ONE_PART if replaced == 1 else MORE_PARTS
    return best


def _replaced(usual: tuple[str, ...], here: list[_Word]) -> int:
    """How many words of a set phrase a machine's words stand for; none where it is another phrase, or the right one."""
    if len(here) < len(usual) or not all(joined for *_, joined in here[1:]):
        return 0
    parts, number = _parts(), 0
    for word, (there, *_) in zip(usual, here, strict=True):
        if there != word:
            if word not in parts.get(there, ()):
                return 0
            number += 1
    return 0 if tuple(word for word, *_ in here) in _usual() else number


@functools.cache
def _forms() -> dict[tuple[str, ...], Phrase]:
    """The rows by their forms, those of parts apart."""
    return {folded(form): row for row in load() if row.kind != "part" for form in row.traces}


@functools.cache
def _lengths() -> dict[str, list[int]]:
    """How many words the forms have that begin with a word, the longest first."""
    found: dict[str, set[int]] = {}
    for form in _forms():
        found.setdefault(form[0], set()).add(len(form))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


@functools.cache
def _parts() -> dict[str, tuple[str, ...]]:
    """Machines' words, and the words of set phrases that each is put for."""
    found: dict[str, list[str]] = {}
    for row in load():
        for form in row.traces if row.kind == "part" else ():
            found.setdefault(folded(form)[0], []).append(folded(row.usual)[0])
    return {form: tuple(usual) for form, usual in found.items()}


@functools.cache
def _set_phrases() -> dict[tuple[str, str], list[tuple[tuple[str, ...], Phrase]]]:
    """The set phrases of two words or more, by their first two."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], Phrase]]] = {}
    for row in load():
        words = folded(row.usual)
        if row.kind in SET and len([word for word in words if word not in _SMALL]) > 1:
            found.setdefault((words[0], words[1]), []).append((words, row))
    return found


@functools.cache
def _usual() -> frozenset[tuple[str, ...]]:
    return frozenset(folded(row.usual) for row in load() if row.kind in SET)


def _words(text: str) -> Iterator[_Word]:
    before = -1
    for match in _WORD.finditer(text):
        joined = before >= 0 and _JOINED.fullmatch(text, before, match.start()) is not None
        before = match.end()
        yield _fold(match.group()), match.start(), before, joined


@functools.lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    small = word.lower()
    american = _AMERICAN.fullmatch(small)
    return _SPELT.get(small) or (f"{american[1]}is{american[2]}" if american else small)


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return any(many[at : at + len(few)] == few for at in range(len(many) - len(few) + 1))

"""Set phrases, and what machines that put one word for another make of them: `checks/data/set_phrases.tsv`.

A row tells the spun forms (`traces`, `|` between, in small letters and British spelling), the words that stand in news
(`usual`), what they are (`kind`) and how sure it is that no writer would put them (`weight`, 0.2 to 1).
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
KINDS = frozenset({"calque", "cue", "diplomacy", "institution", "long-winded", "name", "register", "title", "war"})

_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9]+")
_JOINED = re.compile(r"[ \t\u00a0]+|[ \t]*\n[ \t]*|[-‐'’]")
"""What may stand between two words of one phrase: no comma, no stop, no blank line."""

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
    """A spun form in a text: its offsets, and the row that has it."""

    start: int
    end: int
    form: str
    phrase: Phrase


def traces(text: str) -> tuple[list[Trace], int]:
    """The spun forms in a text, in reading order and none within another, and how many words the text has."""
    found: list[Trace] = []
    words, forms = list(_words(text)), _forms()
    position = 0
    while position < len(words):
        length = 1
        for form in forms.get(words[position][0], ()):
            if _stands(form, words, position):
                start, end = words[position][1], words[position + len(form) - 1][2]
                found.append(Trace(start, end, " ".join(form), forms[form[0]][form]))
                length = len(form)
                break
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
        if not 0.2 <= row.weight <= 1:
            yield f"{place}: a weight is 0.2 to 1, not {row.weight}"
        if not row.usual or not row.traces or list(row.traces) != sorted(row.traces):
            yield f"{place}: the forms are to be sorted, and neither column may be empty"
        for form in row.traces:
            words = folded(form)
            if not words or form != form.lower() or re.search(r"[,.;:]", form):
                yield f"{place}: {form}: a form is words in small letters, without stops"
            elif words in seen:
                yield f"{place}: {form}: stands in line {seen[words]} too"
            elif _within(folded(row.usual), words):
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


@functools.cache
def _forms() -> dict[str, dict[tuple[str, ...], Phrase]]:
    """The rows by their forms, and these by their first word, the longest first."""
    pairs = sorted(((folded(form), row) for row in load() for form in row.traces), key=lambda pair: (-len(pair[0]), pair[0]))
    found: dict[str, dict[tuple[str, ...], Phrase]] = {}
    for form, row in pairs:
        found.setdefault(form[0], {})[form] = row
    return found


def _words(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """Each word, folded, its offsets, and whether it goes on with the one before it."""
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


def _stands(form: tuple[str, ...], words: list[tuple[str, int, int, bool]], position: int) -> bool:
    here = words[position + 1 : position + len(form)]
    return len(here) == len(form) - 1 and all(there[3] and there[0] == word for word, there in zip(form[1:], here, strict=True))


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return any(many[at : at + len(few)] == few for at in range(len(many) - len(few) + 1))

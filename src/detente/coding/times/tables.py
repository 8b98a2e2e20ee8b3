"""Reading the tables of named days and events: tab-separated, comment lines before the header, sorted, "|" between values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.errors import DataError

DATA = Path(__file__).parent.parent / "data"

Groups = tuple[tuple[str, ...], ...]
"""Groups of terms; of each group one must stand in a text."""


def rows(path: Path, columns: Sequence[str]) -> list[list[str]]:
    """The cells of each row.

    Raises `DataError`, naming file and line, where the header, a row's number of cells or the order is not as it should be.
    """
    found: list[list[str]] = []
    header = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            if cells != list(columns):
                raise DataError(f"{path.name}: columns are {cells}, they should be {list(columns)}")
            header = True
            continue
        if len(cells) != len(columns):
            raise DataError(f"{path.name}:{number}: {len(cells)} cells, {len(columns)} expected")
        if found and cells <= found[-1]:
            raise DataError(f"{path.name}:{number}: not in order")
        found.append(cells)
    return found


def groups(cell: str) -> Groups:
    """The groups of terms of a cell: "g7|group of seven & summit"."""
    return tuple(tuple(group.split("|")) for group in cell.split(" & ")) if cell else ()


def end_of_term(term: str, words: Sequence[str]) -> int:
    """Behind which word of a text (in lower case) a term ends where it first stands; 0 where it does not.

    A term is a word or several in a row; one that ends in "*" is the beginning of a word.
    """
    parts = term.rstrip("*").split()
    last = len(parts) - 1
    for start in range(len(words) - last):
        if words[start : start + last] == parts[:-1]:
            word = words[start + last]
            if word == parts[-1] or (term[-1] == "*" and word.startswith(parts[-1])):
                return start + last + 1
    return 0


def end_of_group(group: tuple[str, ...], words: Sequence[str]) -> int:
    """Behind which word the first term of a group that stands in a text ends; 0 where none does."""
    return min((end for term in group if (end := end_of_term(term, words))), default=0)

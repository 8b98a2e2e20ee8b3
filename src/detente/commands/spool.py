"""Coded articles kept aside until all are there, and given out by article."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from types import TracebackType
from typing import TYPE_CHECKING, Self

from detente.commands.output import writing

if TYPE_CHECKING:
    from detente.model import Item

IN_MEMORY = 64 * 1024 * 1024
"""Bytes kept in memory; more go to a temporary file, so that memory stays flat on any number of articles."""


class Spool:
    """JSON lines of articles, sorted by article id whatever the order in which they come.

    In memory is only where each article's lines stand. Two reports of one id are told apart by their lines, so that
    their order, too, depends on nothing but what they are; the same lines twice are given out once.
    """

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=in_memory, prefix="detente-")  # noqa: SIM115  # closed in __exit__
        self._index: list[tuple[str, bytes, int, int]] = []
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        # On a full disk closing fails as writing did, and that has been told.
        try:
            self._file.close()
        except OSError:
            if error is None:
                raise

    def keep(self, article: str, items: Iterable[Item]) -> None:
        """Keeps the items of the article with this id. Raises `StorageFull` when the temporary folder is full."""
        from detente.model.derived import to_json

        lines = "".join(to_json(item) + "\n" for item in items).encode()
        with writing(tempfile.gettempdir()):
            self._file.write(lines)
        self._index.append((article, hashlib.sha256(lines).digest()[:16], self._end, len(lines)))
        self._end += len(lines)

    def chunks(self, met: Callable[[str, int], None]) -> Iterator[bytes]:
        """The lines of one article after another, by id.

        `met` is called for each id that came more than once, with how many different reports that were.
        """
        self._index.sort()
        for article, entries in groupby(self._index, key=lambda entry: entry[0]):
            came = list(entries)
            different = {digest: (start, length) for _, digest, start, length in came}
            if len(came) > 1:
                met(article, len(different))
            for start, length in different.values():
                with writing(tempfile.gettempdir()):
                    self._file.seek(start)
                    chunk = self._file.read(length)
                yield chunk

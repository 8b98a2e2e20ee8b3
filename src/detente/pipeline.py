"""Coding and checking many articles, on every core that there is.

Articles go to worker processes in small batches and come back in the order in which they were given. What an article is
coded into depends on nothing but itself, so the number of workers never changes the result.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from detente.errors import CodingFailed, DetenteError, InputError
from detente.language.parse import pipeline
from detente.model import Article, Item
from detente.settings import settings

if TYPE_CHECKING:
    from detente.checks import Checker

BATCH = 4
"""Articles handed to a worker at once."""

WORTH_SHARING = 60_000
"""Characters below which one process is done before others have loaded their language model."""

Coded = tuple[Article, list[Item]]


def code_articles(
    articles: Iterable[Article | InputError],
    *,
    kinds: Collection[str] | None = None,
    codebook: Path | None = None,
    only: Collection[str] = (),
    without: Collection[str] = (),
    workers: int | None = None,
) -> Iterator[Coded | InputError]:
    """Codes articles in the order given; what could not be read is passed on.

    `only` and `without` choose the checks that are made, where findings are among the kinds (`detente.checks.registry`).
    `workers` are the processes used: the setting `workers` when None, as many as there are cores when 0. A short input is coded
    in this process.
    """
    workers = settings().workers if workers is None else workers
    workers = workers or os.cpu_count() or 1
    choice = _Choice(kinds, codebook, tuple(only), tuple(without))
    stream = iter(articles)
    first: list[Article | InputError] = []
    length = 0
    for entry in stream:
        first.append(entry)
        length += len(entry.text) if isinstance(entry, Article) else 0
        if length >= WORTH_SHARING:
            break
    alone = len(first) == 1 and _is_last(stream, first)
    whole = itertools.chain(first, stream)
    if workers == 1 or length < WORTH_SHARING or alone:
        with _loading():
            checker = _checker(choice)
            if any(isinstance(entry, Article) for entry in first):
                pipeline()
        for entry in whole:
            yield _coded(checker, entry)
        return
    yield from _shared(whole, workers, choice)


def _coded(checker: Checker, entry: Article | InputError) -> Coded | InputError:
    """One article coded. What the coder fails on is told with its id: an archive is not lost for one article of it."""
    if isinstance(entry, InputError):
        return entry
    try:
        return entry, checker.code(entry)
    except DetenteError:
        # What is wrong with the set-up (no language model) is wrong for every article.
        raise
    except Exception as error:
        if settings().debug:
            raise
        return CodingFailed(entry.id, f"a fault of détente, please report it: {type(error).__name__}: {error}")


def _is_last(stream: Iterator[Article | InputError], first: list[Article | InputError]) -> bool:
    """Whether nothing follows; what does is put back."""
    for entry in stream:
        first.append(entry)
        return False
    return True


@contextlib.contextmanager
def _loading() -> Iterator[None]:
    """Keeps the collector from going through what is being loaded, then and ever after: it stays as long as the process."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


class _Choice(NamedTuple):
    """What is to be given out, and by what: it goes to each worker process."""

    kinds: Collection[str] | None
    codebook: Path | None
    only: tuple[str, ...]
    without: tuple[str, ...]


def _checker(choice: _Choice) -> Checker:
    from detente.checks import Checker, checks
    from detente.coding import Coder
    from detente.ontology import load

    coder = Coder(codebook=load(choice.codebook) if choice.codebook else None)
    return Checker(coder, kinds=choice.kinds, checks=checks(choice.only, choice.without))


_worker: Checker | None = None


def _start(choice: _Choice) -> None:
    global _worker
    # Ctrl-C is for the parent, which ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = _checker(choice)


def _work(batch: list[Article | InputError]) -> list[Coded | InputError]:
    assert _worker is not None
    return [_coded(_worker, entry) for entry in batch]


def _shared(entries: Iterable[Article | InputError], workers: int, choice: _Choice) -> Iterator[Coded | InputError]:
    """Batches are handed out only so far ahead that memory stays flat however long the input is."""
    # A child is started afresh: a forked one would inherit open record files and threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(choice,)) as pool:
        waiting: deque[Future[list[Coded | InputError]]] = deque()
        stream = iter(entries)
        while True:
            while len(waiting) < 2 * workers and (batch := list(itertools.islice(stream, BATCH))):
                waiting.append(pool.submit(_work, batch))
            if not waiting:
                return
            yield from waiting.popleft().result()

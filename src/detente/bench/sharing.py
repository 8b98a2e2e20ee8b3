"""Doing the records of a long gold file on every core, in the order in which they stand."""

from __future__ import annotations

import functools
import multiprocessing
import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

from detente.bench.gold import told
from detente.coding import Coder
from detente.settings import settings

T = TypeVar("T")

WORTH_SHARING = 300_000
"""Characters below which one process is done before others have loaded their language model."""
_BATCH = 8


def each(
    work: Callable[[Coder, dict[str, Any]], T],
    records: list[dict[str, Any]],
    name: str,
    kinds: Collection[str],
    coder: Coder | None = None,
) -> Iterator[T]:
    """What `work` makes of each record with a coder of these kinds; with a coder that is given, in this process.

    `work` is a function of a module, so that other processes can find it.
    """
    length = sum(len(record["text"]) for record in records)
    workers = settings().workers or os.cpu_count() or 1
    if coder is not None or workers == 1 or length < WORTH_SHARING:
        coder = coder or Coder(kinds=kinds)
        yield from (work(coder, record) for record in told(records, name))
        return
    # A child is started afresh: a forked one would inherit threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from told(pool.map(functools.partial(_one, work, tuple(kinds)), records, chunksize=_BATCH), name)


@functools.cache
def _coder(kinds: tuple[str, ...]) -> Coder:
    return Coder(kinds=kinds)


def _one(work: Callable[[Coder, dict[str, Any]], T], kinds: tuple[str, ...], record: dict[str, Any]) -> T:
    return work(_coder(kinds), record)

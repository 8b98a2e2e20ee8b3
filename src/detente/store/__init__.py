"""Where a record is kept: one contract, and DuckDB behind it."""

from __future__ import annotations

from os import PathLike

from detente.store.contract import Filters, Outcome, Store, Unstorable

__all__ = ["Filters", "Outcome", "Store", "Unstorable", "open_store"]


def open_store(path: str | PathLike[str], *, read_only: bool = False) -> Store:
    """The store in the file at `path`; made if there is none, unless it is opened for reading only.

    Raises `NotARecord`, `NewerRecord`, `StorageFull`, or `RecordError` when another process holds the file.
    """
    # DuckDB takes a while to load, and whoever only codes has no need of it.
    from detente.store.duckdb import DuckDBStore

    return DuckDBStore.open(path, read_only=read_only)

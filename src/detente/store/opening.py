"""Opening a record's file, and DuckDB's errors in our words."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb

from detente.errors import NewerRecord, NotARecord, RecordError, StorageFull
from detente.store.tables import TABLES, create, renew

FORMAT = 2
"""Version of the layout of a record's file. A change that an older détente could not read counts it up."""

# A record is read on machines without a network, and nothing is to be fetched behind the reader's back.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_HELD = re.compile(r"Could not set lock on file|being used by another process", re.I)
_HOLDER = re.compile(r"\(PID (\d+)\)")
_NO_DATABASE = re.compile(r"not a valid DuckDB database|Corrupt database|not read enough bytes|read from file|deseriali", re.I)
_NEWER_FILE = re.compile(r"database file with version number|newer version of DuckDB", re.I)


@contextlib.contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """Turns an error of DuckDB or of the system into the `RecordError` that says what it means for the record."""
    try:
        yield
    except duckdb.Error as error:
        raise _told(path, str(error)) from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StorageFull(f"{path}: no room left on the disk") from error
        raise RecordError(f"{path}: {error.strerror or error}") from error


def _told(path: Path, message: str) -> RecordError:
    if os.strerror(errno.ENOSPC) in message or os.strerror(errno.EDQUOT) in message or "errno 28" in message:
        return StorageFull(f"{path}: no room left on the disk")
    if _HELD.search(message):
        holder = _HOLDER.search(message)
        return RecordError(f"{path}: in use by another process" + (f" (number {holder[1]})" if holder else ""))
    if "different configuration" in message:
        return RecordError(f"{path}: already open in this process, for reading only or for writing")
    if _NEWER_FILE.search(message):
        return NewerRecord(f"{path}: made with a newer DuckDB than {duckdb.__version__}")
    if _NO_DATABASE.search(message):
        return NotARecord(f"{path}: no record of détente, or a damaged one")
    return RecordError(f"{path}: {message.strip().splitlines()[0]}")


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the record in the file; one is made where there is none and it may be written.

    Raises `NotARecord`, `NewerRecord`, `StorageFull`, or another `RecordError`.
    """
    if path.is_dir():
        raise NotARecord(f"{path}: a folder")
    if read_only and not path.exists():
        raise NotARecord(f"{path}: no such file")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: there is no folder {path.parent}")
    with in_our_words(path):
        connection = duckdb.connect(str(path), read_only=read_only, config=_CONFIG)
    try:
        with in_our_words(path):
            _check(connection, path, read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: duckdb.DuckDBPyConnection, path: Path, read_only: bool) -> None:
    found = dict(
        connection.execute("select table_name, table_type from information_schema.tables where table_schema = 'main'").fetchall()
    )
    # A process that died right after it made the file leaves an empty database: it is filled now.
    if not found and not read_only:
        create(connection, FORMAT)
        return
    if found.get("meta") != "BASE TABLE":
        raise NotARecord(f"{path}: a DuckDB file, but no record of détente")
    try:
        meta = dict(connection.execute("select key, value from meta").fetchall())
        version = int(meta["format"])
    except (duckdb.Error, KeyError, ValueError, TypeError):
        raise NotARecord(f"{path}: a DuckDB file, but no record of détente") from None
    if version > FORMAT:
        raise NewerRecord(f"{path}: made by {meta.get('created_by')}, format {version}; this détente reads up to {FORMAT}")
    # A view in a table's place could make whoever opens the file read other files.
    if any(found.get(table) != "BASE TABLE" for table in TABLES):
        raise NotARecord(f"{path}: a record with tables missing")
    if version < FORMAT:
        if read_only:
            raise RecordError(f"{path}: made by an older détente (format {version}); `detente read` brings it up to date")
        renew(connection, FORMAT)

"""Where a command's result goes: standard output, or a file that is replaced when the new one is whole."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from detente.errors import DetenteError, StorageFull


@contextlib.contextmanager
def writing(name: str) -> Iterator[None]:
    """Turns what can go wrong in writing to `name` into `StorageFull`, or another `DetenteError`.

    A `BrokenPipeError` passes: a reader that has had enough is no failure.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StorageFull(f"{name}: no room left on the disk") from error
        raise DetenteError(f"{name}: {error.strerror or error}") from error


def ready(path: Path | None) -> None:
    """Makes sure, before long work, that its result can be written to a file in that place; folders are made if need be.

    Raises `DetenteError` where it cannot.
    """
    if path is None or (path.exists() and not path.is_file() and not path.is_dir()):
        return
    with writing(str(path)):
        if path.is_dir():
            raise DetenteError(f"{path}: a folder, where a file is to be written")
        folder = path.resolve().parent
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise DetenteError(f"{path}: {os.strerror(errno.EACCES)}")


@contextlib.contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """A stream for the bytes of a result: standard output for None.

    A file is written beside the one that it replaces, which stays as it was when anything goes wrong; folders are made
    if need be. A device or pipe is written to as it is. Raises `DetenteError` when it cannot be written.
    """
    if path is None:
        with writing("standard output"):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    ready(path)
    with writing(str(path)):
        if path.exists() and not path.is_file():
            with path.open("wb") as out:
                yield out
            return
        target = path.resolve()
        handle, beside = tempfile.mkstemp(prefix=f".{target.name[:80]}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                yield out
            Path(beside).chmod(_mode(target))
            Path(beside).replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
            raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those that any new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

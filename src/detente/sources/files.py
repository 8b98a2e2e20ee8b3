"""Files and folders: which are read, in which order, and how they are opened."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from detente.errors import InputError, NotFound, NotText

REPORT_LIMIT = 64_000_000
"""Bytes of one report at most, uncompressed; archives of many reports belong into JSON lines, which are streamed."""

ENDINGS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""What a file is, by the ending of its name; `.gz` may follow."""

_GZIP = b"\x1f\x8b"


def ending_kind(name: str) -> str | None:
    """What a file is by its name, or None where the name does not tell."""
    path = Path(name.lower())
    if path.suffix == ".gz":
        path = path.with_suffix("")
    return ENDINGS.get(path.suffix)


def reports_in(folder: Path) -> Iterator[Path | InputError]:
    """The files of a folder and its subfolders whose endings are known, sorted by path. Hidden ones are left out."""
    errors: list[InputError] = []

    def failed(error: OSError) -> None:
        errors.append(InputError(str(error.filename or folder), error.strerror or "the folder cannot be read"))

    paths: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=failed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths.extend(Path(parent, name) for name in names if not name.startswith(".") and ending_kind(name))
    yield from sorted(errors, key=str)
    # Pipes and devices in a folder would block; named on their own they are read.
    yield from sorted((path for path in paths if path.is_file()), key=lambda path: path.parts)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The file's bytes as a stream, uncompressed where they are gzip.

    What goes wrong in opening it or in reading from it is raised as `NotFound`, `NotText` or `InputError`.
    """
    with reading(str(path)), path.open("rb") as stream:
        yield uncompressed(stream)


@contextlib.contextmanager
def reading(name: str) -> Iterator[None]:
    """Turns what can go wrong while a stream is read into an `InputError` that names it."""
    try:
        yield
    except FileNotFoundError:
        raise NotFound(name, "there is no such file or folder") from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise NotText(name, "the gzip data is damaged or breaks off") from None
    except OSError as error:
        raise InputError(name, error.strerror or "it cannot be read") from None


def uncompressed(stream: IO[bytes]) -> IO[bytes]:
    """The stream, or what it holds where that is gzip: the content counts and not the name."""
    head = stream.read(2)
    restored = prefixed(head, stream)
    return cast(IO[bytes], gzip.GzipFile(fileobj=restored)) if head == _GZIP else restored


def prefixed(head: bytes, stream: IO[bytes]) -> IO[bytes]:
    """The stream with bytes put back before it."""
    return io.BufferedReader(_Prefixed(head, stream))


def whole(stream: IO[bytes], name: str) -> bytes:
    """All bytes of one report. Raises `InputError` when there are more than `REPORT_LIMIT`."""
    data = stream.read(REPORT_LIMIT + 1)
    if len(data) > REPORT_LIMIT:
        raise InputError(name, f"it is larger than {REPORT_LIMIT:,} bytes")
    return data


class _Prefixed(io.RawIOBase):
    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # io hands in a writable buffer
        if self._head:
            data, self._head = self._head[: len(view)], self._head[len(view) :]
        else:
            # read1 gives what is there, so that a live pipe is not waited for until the buffer is full.
            read = getattr(self._stream, "read1", self._stream.read)
            data = read(len(view))
        view[: len(data)] = data
        return len(data)

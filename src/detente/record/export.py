"""Writing a record to files."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from detente.errors import DetenteError, RecordError, StorageFull
from detente.formats import Format, format_named
from detente.model import ITEM_TYPES, Item
from detente.store import Filters, Store
from detente.store.contract import check_filters


def export(store: Store, format: str, path: Path, kinds: list[str] | None, filters: Filters) -> list[Path]:
    """See `detente.record.Record.export`."""
    form = format_named(format)
    if kinds is None:
        wanted = [kind for kind in ITEM_TYPES if _knows(kind, filters)]
    else:
        for kind in kinds:
            check_filters(kind, filters)
        wanted = [kind for kind in ITEM_TYPES if kind in kinds]
    if not form.ONE_KIND:
        _write(form, (item for kind in wanted for item in store.items(kind, **filters)), path, None)
        return [path]
    if kinds is not None and len(wanted) == 1 and not path.is_dir():
        _write(form, store.items(wanted[0], **filters), path, wanted[0])
        return [path]
    if path.suffix == form.ENDING and not path.is_dir():
        raise DetenteError(f"{path}: a file in this format holds one kind of item; give a folder, or choose one kind")
    written = []
    for kind in wanted:
        _write(form, store.items(kind, **filters), path / f"{kind}{form.ENDING}", kind)
        written.append(path / f"{kind}{form.ENDING}")
    return written


def _knows(kind: str, filters: Filters) -> bool:
    try:
        check_filters(kind, filters)
    except DetenteError:
        return False
    return True


def _write(form: Format, items: Iterable[Item], path: Path, kind: str | None) -> None:
    """Writes a file beside the one that it replaces, so that whoever reads that one never sees half of the new."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                form.write(items, out, kind=kind)
            # mkstemp keeps the file to its owner; an export is a file as any other.
            mask = os.umask(0)
            os.umask(mask)
            Path(beside).chmod(0o666 & ~mask)
            Path(beside).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
            raise
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StorageFull(f"{path}: no room left on the disk") from error
        raise RecordError(f"{path}: {error.strerror or error}") from error

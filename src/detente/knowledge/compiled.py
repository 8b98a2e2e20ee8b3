"""The knowledge base as it is kept between two starts.

Reading the tables and working out who sounds like whom takes some half a second, which the coding of one short report would
feel. What was read is kept in the user's cache as Python's own pickle, readable and writable by the user alone, under a name
that tells the tables, the corrections in force and the code that read them: a changed one is read anew.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import hashlib
import os
import pickle
import sys
from pathlib import Path

from detente.datafiles import cache_folder
from detente.knowledge import overlay
from detente.knowledge.base import Knowledge, read_tables
from detente.knowledge.places import load as load_places
from detente.knowledge.soundalikes import soundalikes_of
from detente.knowledge.tables import DATA
from detente.knowledge.titled import titles_of

_CODE = Path(__file__).parent


@functools.cache
def knowledge() -> Knowledge:
    """The knowledge base that ships with détente, under the corrections of the setting `knowledge`.

    Raises `DataError` when a table or a correction breaks its rules.
    """
    over = overlay.folder_in_force()
    path = cache_folder() / f"knowledge-{_state(over)}.pickle"
    base = _kept(path)
    if base is None:
        base = read_tables(over)
        soundalikes_of(base.offices)
        titles_of(base.offices)
        _keep(path, base)
    base.places = load_places(over=over)
    return base


def forget() -> None:
    """Lets go of what is loaded, so that other corrections come into force."""
    for module in ("asof", "members", "owners"):
        if loaded := sys.modules.get(f"detente.knowledge.{module}"):
            loaded.forget()
    knowledge.cache_clear()


def _state(over: Path | None) -> str:
    tables = [*DATA.glob("*.tsv"), *DATA.glob("offices/*.tsv"), *_CODE.glob("*.py"), *(over.rglob("*.tsv") if over else ())]
    told = [sys.version]
    for path in sorted(tables):
        stat = path.stat()
        told.append(f"{path} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]


def _kept(path: Path) -> Knowledge | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    collecting = gc.isenabled()
    # Nothing that is read here is rubbish: looking for some would double the time.
    gc.disable()
    try:
        base = pickle.loads(content)
    except Exception:  # whatever a cut or foreign file raises, the tables themselves are there
        return None
    finally:
        if collecting:
            gc.enable()
    return base if isinstance(base, Knowledge) else None


def _keep(path: Path, base: Knowledge) -> None:
    # The cache only saves time: where it cannot be written, the tables are read again.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            pickle.dump(base, out, protocol=5)
        unfinished.replace(path)
        for old in path.parent.glob("knowledge-*.pickle"):
            if old != path and old.stat().st_mtime < path.stat().st_mtime - _OLD:
                old.unlink()


_OLD = 7 * 24 * 3600
"""Seconds after which a kept form that no longer fits is of no use to anybody: overlays change back and forth in a day."""

"""Reading YAML data files.

The lexicon takes more than a second to parse as YAML and a few hundredths as JSON, so what was parsed is kept as JSON in
the user's cache, under the digest of the file's bytes: a changed file is parsed anew, and nothing else can go stale.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import yaml

from detente.errors import DataError
from detente.settings import settings


def read_mapping(path: Path) -> dict[Any, Any]:
    """A YAML file that holds a mapping.

    Raises `DataError`, naming the file in one line, where it cannot be read, is no YAML or no mapping.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from error
    kept = cache_folder() / f"{hashlib.sha256(content).hexdigest()}.json"
    data = _kept(kept)
    if data is None:
        data = _parsed(path, content)
        _keep(kept, data)
    return data


def _parsed(path: Path, content: bytes) -> dict[Any, Any]:
    try:
        # The C loader parses the lexicon some ten times as fast as the other.
        data = yaml.load(content.decode("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8") from error
    except (yaml.YAMLError, ValueError) as error:
        # YAML raises the latter for a day that is in no calendar. Its own messages have several lines.
        raise DataError(f"{path}: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict):
        raise DataError(f"{path}: not a mapping")
    return data


def cache_folder() -> Path:
    folder = settings().cache
    if folder:
        return Path(folder)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "detente"


def _kept(path: Path) -> dict[Any, Any] | None:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        # Not there yet, or cut off when it was written.
        return None
    return data if isinstance(data, dict) else None


def _keep(path: Path, data: dict[Any, Any]) -> None:
    try:
        text = json.dumps(data)
    except (TypeError, ValueError):
        return
    if json.loads(text) != data:
        # Keys or values that JSON does not know (a bare `on` is a truth value in YAML).
        return
    # The cache only saves time: where it cannot be written, the file is parsed again.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)

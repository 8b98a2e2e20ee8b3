"""Which checks there are: every module of a folder below this one, and those of a user's own folder.

Nothing is registered by hand: a module that has what `detente.checks.check.Check` says is a check as soon as its file is there.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import pkgutil
from collections.abc import Collection, Iterator
from pathlib import Path
from types import ModuleType
from typing import cast

from detente.checks.across.told import AcrossCheck
from detente.checks.check import Check
from detente.errors import DataError, DetenteError
from detente.settings import settings


def checks(only: Collection[str] = (), without: Collection[str] = ()) -> tuple[Check, ...]:
    """The checks of single reports in force, by name: see `chosen`."""
    names = chosen(only, without)
    return tuple(check for check in (*shipped(), *own(settings().checks)) if check.NAME in names)


def across_checks(only: Collection[str] = (), without: Collection[str] = ()) -> tuple[AcrossCheck, ...]:
    """The checks across reports in force, by name: see `chosen`."""
    names = chosen(only, without)
    return tuple(check for check in across() if check.NAME in names)


def chosen(only: Collection[str] = (), without: Collection[str] = ()) -> frozenset[str]:
    """The names of the checks in force: all, or `only` some, `without` others and those that the setting `without_checks` names.

    Raises `DetenteError` for a name that no check has, `DataError` for a file of the user's own that is no check.
    """
    found = {check.NAME for check in every()}
    off = {name.strip() for name in settings().without_checks.split(",")} - {""}
    for name in (*only, *without, *off):
        if name not in found:
            raise DetenteError(f"{name}: no such check (there are {', '.join(sorted(found))})")
    return frozenset((set(only) or found) - set(without) - (off - set(only)))


def every() -> tuple[Check | AcrossCheck, ...]:
    """All checks that there are, by name, whether in force or not."""
    found: list[Check | AcrossCheck] = [*shipped(), *own(settings().checks), *across()]
    return tuple(sorted(found, key=lambda check: check.NAME))


@functools.cache
def across() -> tuple[AcrossCheck, ...]:
    """The checks that hold reports against each other."""
    return tuple(cast(AcrossCheck, module) for module in _modules() if hasattr(module, "find_across"))


@functools.cache
def shipped() -> tuple[Check, ...]:
    """The checks that détente comes with."""
    return tuple(sorted((cast(Check, module) for module in _modules() if _is_check(module)), key=lambda check: check.NAME))


@functools.cache
def own(folder: str) -> tuple[Check, ...]:
    """The checks of a user's own folder: each file of Python in it is one. None where no folder is named."""
    if not folder:
        return ()
    if not Path(folder).is_dir():
        raise DataError(f"{folder}: there is no such folder of checks")
    return tuple(_load(path) for path in sorted(Path(folder).glob("*.py")) if not path.name.startswith("_"))


def _modules() -> Iterator[ModuleType]:
    import detente.checks

    for group in pkgutil.iter_modules(detente.checks.__path__, "detente.checks."):
        if group.ispkg:
            package = importlib.import_module(group.name)
            for module in pkgutil.iter_modules(package.__path__, f"{group.name}."):
                yield importlib.import_module(module.name)


def _load(path: Path) -> Check:
    spec = importlib.util.spec_from_file_location(f"detente_own_checks.{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise DataError(f"{path}: the check cannot be loaded: {type(error).__name__}: {error}") from error
    if not _is_check(module):
        raise DataError(f"{path}: no check: it must have NAME, SEVERITY, SAYS and find(report)")
    return cast(Check, module)


def _is_check(module: ModuleType) -> bool:
    return all(hasattr(module, name) for name in ("NAME", "SEVERITY", "SAYS", "find"))

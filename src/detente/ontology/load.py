"""Loading an ontology: the one that ships with détente, or a user's own codebook of the same shape.

FOLDER/types.yaml       event types with definition, quad, scale, modes
FOLDER/contexts.yaml    contexts with definition and cue words; may be missing
FOLDER/cameo.yaml       CAMEO codes with label, type, mode, Goldstein value; may be missing
FOLDER/triggers/*.yaml  the trigger lexicon, one file a type; classes.yaml holds word classes
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.datafiles import read_mapping
from detente.errors import DataError
from detente.ontology.triggers import Lexicon, Trigger, listed, read_triggers
from detente.ontology.types import QUADS, Cameo, Context, EventType

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Ontology:
    """Types, contexts, CAMEO codes and triggers, as read from `folder`. `name` is its name, "plover" for the one that ships."""

    folder: Path
    name: str
    types: Mapping[str, EventType]
    contexts: Mapping[str, Context]
    cameo: Mapping[str, Cameo]
    lexicon: Lexicon

    @property
    def head(self) -> Path:
        """Where `detente codebook train` keeps what it has learned of a codebook."""
        return self.folder / "head.npz"

    def goldstein(self, cameo: str, event: str) -> float:
        """The Goldstein value of a CAMEO code, of its nearest ancestor, else the type's own scale."""
        code = cameo
        while code:
            if code in self.cameo:
                return self.cameo[code].goldstein
            code = code[:-1]
        return self.types[event].scale

    def code_for(self, event: str, mode: str | None) -> str:
        """The broadest CAMEO code of a type and mode, of the type alone where none has the mode; "" where there is none."""
        codes = [code for code, entry in self.cameo.items() if entry.event == event]
        of_mode = [code for code in codes if self.cameo[code].mode == mode]
        return min(of_mode or codes, key=lambda code: (len(code), code), default="")


def load(folder: Path) -> Ontology:
    """Reads an ontology from a folder.

    Raises `DataError`, naming the file, when something in it is missing or breaks the rules.
    """
    types = read_types(folder)
    name = "plover" if folder == DATA else folder.resolve().name
    return Ontology(folder, name, types, read_contexts(folder), read_cameo(folder), Lexicon(_triggers(folder, types)))


@functools.cache
def ontology() -> Ontology:
    """The ontology that ships with détente."""
    return load(DATA)


def read_types(folder: Path) -> dict[str, EventType]:
    """The types of `types.yaml` by name. Raises `DataError`."""
    types = {}
    for where, name, body in _bodies(folder / "types.yaml"):
        modes = body.get("modes") or {}
        if not isinstance(modes, Mapping):
            raise DataError(f"{where}: modes is not a mapping of mode to definition")
        quad, scale = _need(where, body, "quad"), _number(where, body, "scale")
        if not isinstance(quad, int) or quad not in QUADS:
            raise DataError(f"{where}: quad is {quad!r}, not 1, 2, 3 or 4")
        definition, excludes = str(_need(where, body, "definition")), str(body.get("excludes") or "")
        told = {str(mode): str(text or "") for mode, text in modes.items()}
        types[name] = EventType(name, definition, excludes, int(quad), scale, told)
    return types


def read_contexts(folder: Path) -> dict[str, Context]:
    """The contexts of `contexts.yaml` by name; none where there is no such file. Raises `DataError`."""
    return {
        name: Context(name, str(body.get("definition") or ""), frozenset(map(str, listed(body.get("cues")))))
        for _, name, body in _bodies(folder / "contexts.yaml", optional=True)
    }


def read_cameo(folder: Path) -> dict[str, Cameo]:
    """The codes of `cameo.yaml`; none where there is no such file. Raises `DataError`."""
    return {
        code: Cameo(
            code,
            str(_need(where, body, "label")),
            str(_need(where, body, "event")),
            str(body["mode"]) if body.get("mode") is not None else None,
            _number(where, body, "goldstein"),
            tuple(map(str, listed(body.get("also")))),
            str(body.get("published") or ""),
        )
        for where, code, body in _bodies(folder / "cameo.yaml", optional=True)
    }


def _triggers(folder: Path, types: Mapping[str, EventType]) -> list[Trigger]:
    path = folder / "triggers" / "classes.yaml"
    classes: dict[str, Any] = read_yaml(path, optional=True)
    triggers: list[Trigger] = []
    for path in trigger_files(folder):
        data = read_yaml(path)
        triggers.extend(read_triggers(f"triggers/{path.name}", data, classes, linted=folder == DATA))
        if data["type"] not in types:
            raise DataError(f"triggers/{path.name}: type {data['type']} is not in types.yaml")
    return triggers


def trigger_files(folder: Path) -> list[Path]:
    """The files of the trigger lexicon in order of name, word classes apart."""
    return sorted(p for p in (folder / "triggers").glob("*.yaml") if p.name != "classes.yaml")


def read_yaml(path: Path, *, optional: bool = False) -> dict[Any, Any]:
    """A YAML file that holds a mapping; empty where an optional file is missing. Raises `DataError`."""
    if optional and not path.exists():
        return {}
    return read_mapping(path)


def _bodies(path: Path, *, optional: bool = False) -> list[tuple[str, str, Mapping[str, Any]]]:
    """The entries of a file of named entries, as (where it stands in words, name, body)."""
    found = []
    for name, body in read_yaml(path, optional=optional).items():
        where = f"{path}: {name}"
        # A code such as 010 without quotation marks is a number to YAML, and not the one that was meant.
        if not isinstance(name, str):
            raise DataError(f"{where}: not a word; quote it")
        if not isinstance(body, Mapping):
            raise DataError(f"{where}: not a mapping")
        found.append((where, name, body))
    return found


def _need(where: str, body: Mapping[str, Any], key: str) -> Any:
    if body.get(key) is None:
        raise DataError(f"{where}: no {key}")
    return body[key]


def _number(where: str, body: Mapping[str, Any], key: str) -> float:
    value = _need(where, body, key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not -10 <= value <= 10:
        raise DataError(f"{where}: {key} is {value!r}, not a number from -10 to 10")
    return float(value)

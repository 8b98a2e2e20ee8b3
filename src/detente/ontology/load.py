"""Loading an ontology: the one that ships with détente, or a user's own codebook of the same shape.

    FOLDER/types.yaml       event types with definition, quad, scale, modes
    FOLDER/contexts.yaml    contexts with definition and cue words
    FOLDER/cameo.yaml       CAMEO codes with label, type, mode, Goldstein value
    FOLDER/triggers/*.yaml  the trigger lexicon, one file a type; classes.yaml holds word classes
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from detente.errors import DataError
from detente.ontology.triggers import Lexicon, Trigger, read_triggers
from detente.ontology.types import Cameo, Context, EventType

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Ontology:
    """Types, contexts, CAMEO codes and triggers. `name` and `version` go into every item's `coder`."""

    name: str
    types: Mapping[str, EventType]
    contexts: Mapping[str, Context]
    cameo: Mapping[str, Cameo]
    lexicon: Lexicon

    def goldstein(self, cameo: str, event: str) -> float:
        """The Goldstein value of a CAMEO code, of its nearest ancestor, else the type's own scale."""
        code = cameo
        while code:
            if code in self.cameo:
                return self.cameo[code].goldstein
            code = code[:-1]
        return self.types[event].scale


def load(folder: Path) -> Ontology:
    """Reads an ontology from a folder.

    Raises `DataError`, naming the file, when something in it is missing or breaks the rules.
    """
    types = {
        name: EventType(
            name,
            _need(folder, name, body, "definition"),
            body.get("excludes", ""),
            int(_need(folder, name, body, "quad")),
            float(_need(folder, name, body, "scale")),
            body.get("modes") or {},
        )
        for name, body in _yaml(folder / "types.yaml").items()
    }
    contexts = {
        name: Context(name, body.get("definition", ""), frozenset(body.get("cues") or ()))
        for name, body in _yaml(folder / "contexts.yaml", optional=True).items()
    }
    cameo = {
        str(code): Cameo(str(code), body["label"], body["event"], body.get("mode"), float(body["goldstein"]))
        for code, body in _yaml(folder / "cameo.yaml", optional=True).items()
    }
    return Ontology(folder.name if folder != DATA else "plover", types, contexts, cameo, Lexicon(_triggers(folder, types)))


@functools.cache
def ontology() -> Ontology:
    """The ontology that ships with détente."""
    return load(DATA)


def _triggers(folder: Path, types: Mapping[str, EventType]) -> list[Trigger]:
    classes: dict[str, list[str]] = {}
    path = folder / "triggers" / "classes.yaml"
    if path.exists():
        classes = _yaml(path)
    triggers: list[Trigger] = []
    for path in sorted((folder / "triggers").glob("*.yaml")):
        if path.name == "classes.yaml":
            continue
        found = read_triggers(f"triggers/{path.name}", _yaml(path), classes)
        for trigger in found:
            if trigger.event not in types:
                raise DataError(f"triggers/{path.name}: type {trigger.event} is not in types.yaml")
        triggers.extend(found)
    return triggers


def _yaml(path: Path, *, optional: bool = False) -> dict[str, Any]:
    if optional and not path.exists():
        return {}
    try:
        # The C loader parses the lexicon some ten times as fast.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise DataError(f"{path}: {error}") from error
    if not isinstance(data, dict):
        raise DataError(f"{path}: not a mapping")
    return data


def _need(folder: Path, name: str, body: Mapping[str, Any], key: str) -> Any:
    if key not in body:
        raise DataError(f"{folder / 'types.yaml'}: {name}: no {key}")
    return body[key]

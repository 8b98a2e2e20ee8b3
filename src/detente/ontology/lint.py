"""The rules that a codebook must keep beyond what loading it asks for, and every breach of them in a folder.

Loading stops at the first fault; this goes on and gathers all of them, for whoever writes a codebook.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from detente.errors import DataError
from detente.ontology.load import read_cameo, read_contexts, read_types, read_yaml, trigger_files
from detente.ontology.triggers import Trigger, entries, faults, listed, read_triggers
from detente.ontology.types import Cameo, Context, EventType

_CONSTRAINTS = ("object", "not_object", "subject", "of")


def problems(folder: Path) -> list[str]:
    """Every fault of the codebook in a folder, one line each; empty when it is clean. Raises nothing."""
    found: list[str] = []
    types: dict[str, EventType] = {}
    contexts: dict[str, Context] = {}
    cameo: dict[str, Cameo] = {}
    # A file that cannot be read at all is named once; what hangs on it is then not held against the others.
    try:
        types = read_types(folder)
        found.extend(_of_types(types))
    except DataError as error:
        found.append(str(error))
    try:
        contexts = read_contexts(folder)
        found.extend(_of_contexts(contexts))
    except DataError as error:
        found.append(str(error))
    try:
        cameo = read_cameo(folder)
        if types:
            found.extend(_of_cameo(cameo, types))
    except DataError as error:
        found.append(str(error))
    found.extend(_Triggers(folder, types, contexts, cameo).problems())
    return found


def _of_types(types: Mapping[str, EventType]) -> Iterator[str]:
    if not types:
        yield "types.yaml: no types"
    for name, kind in types.items():
        if not kind.definition.strip():
            yield f"types.yaml: {name}: no definition"
        for mode, definition in kind.modes.items():
            if not definition.strip():
                yield f"types.yaml: {name}: mode {mode} has no definition"
        yield from _unsorted(f"types.yaml: {name}: modes", list(kind.modes))


def _of_contexts(contexts: Mapping[str, Context]) -> Iterator[str]:
    yield from _unsorted("contexts.yaml", list(contexts))
    for name, context in contexts.items():
        if not context.definition.strip():
            yield f"contexts.yaml: {name}: no definition"
        for cue in sorted(context.cues):
            if cue != cue.lower() or not all(word.isalpha() for word in cue.split(" ")):
                yield f"contexts.yaml: {name}: cue {cue!r} is not of lower-case words, one space between"


def _of_cameo(cameo: Mapping[str, Cameo], types: Mapping[str, EventType]) -> Iterator[str]:
    yield from _unsorted("cameo.yaml", list(cameo))
    for code, entry in cameo.items():
        if not (code.isdigit() and 2 <= len(code) <= 4):
            yield f"cameo.yaml: {code}: not two to four digits"
        for event in (entry.event, *entry.also):
            if event not in types:
                yield f"cameo.yaml: {code}: unknown type {event}"
        if entry.mode is not None and entry.event in types and entry.mode not in types[entry.event].modes:
            yield f"cameo.yaml: {code}: {entry.mode} is no mode of {entry.event}"


class _Triggers:
    """The trigger lexicon of a folder, read as far as it can be."""

    def __init__(
        self,
        folder: Path,
        types: Mapping[str, EventType],
        contexts: Mapping[str, Context],
        cameo: Mapping[str, Cameo],
    ) -> None:
        self._folder = folder
        self._types = types
        self._contexts = contexts
        self._cameo = cameo
        self._classes: Mapping[str, Any] = {}
        self._used: set[str] = set()
        self._seen: dict[tuple[object, ...], list[str]] = defaultdict(list)

    def problems(self) -> Iterator[str]:
        try:
            self._classes = read_yaml(self._folder / "triggers" / "classes.yaml", optional=True)
        except DataError as error:
            yield str(error)
        yield from _of_classes("triggers/classes.yaml", self._classes)
        for path in trigger_files(self._folder):
            try:
                data = read_yaml(path)
            except DataError as error:
                yield str(error)
                continue
            yield from self._of_file(f"triggers/{path.name}", data)
        for name in sorted(set(self._classes) - self._used):
            yield f"triggers/classes.yaml: class {name} is not used"
        for places in self._seen.values():
            if len(places) > 1:
                yield "the same lemma and constraints twice: " + "; ".join(places)

    def _of_file(self, name: str, data: Mapping[Any, Any]) -> Iterator[str]:
        event = data.get("type")
        if not isinstance(event, str):
            yield f"{name}: no type"
            return
        if self._types and event not in self._types:
            yield f"{name}: type {event} is not in types.yaml"
        unknown = sorted(str(key) for key in data if key not in ("type", "own_classes", "verbs", "nouns"))
        if unknown:
            yield f"{name}: unknown keys {unknown}"
        own = data.get("own_classes") or {}
        if not isinstance(own, Mapping):
            yield f"{name}: own_classes is not a mapping"
            own = {}
        yield from _of_classes(f"{name}: own_classes", own)
        for word in sorted(set(own) & set(self._classes)):
            yield f"{name}: own class {word} hides the common one"
        known = {**self._classes, **own}
        used: set[str] = set()
        for pos, where, entry in entries(name, data):
            broken = list(faults(pos, entry, known))
            yield from (f"{where}: {fault}" for fault in broken)
            if broken:
                continue
            used |= _classes_of(entry)
            alone = {"type": event, f"{pos}s": [entry]}
            (trigger,) = read_triggers(name, alone, known)
            self._seen[trigger.conditions].append(f"{where} ({event})")
            yield from (f"{where}: {fault}" for fault in self._of_trigger(trigger))
        yield from (f"{name}: class {word} is not used" for word in sorted(set(own) - used))
        self._used |= used
        for key in ("verbs", "nouns"):
            lemmas = [e["lemma"] for e in listed(data.get(key)) if isinstance(e, Mapping) and "lemma" in e]
            yield from _unsorted(f"{name}: {key}", [str(lemma) for lemma in lemmas], twice=True)

    def _of_trigger(self, trigger: Trigger) -> Iterator[str]:
        event = trigger.event
        if trigger.mode is not None and event in self._types and trigger.mode not in self._types[event].modes:
            yield f"{trigger.mode} is no mode of {event}"
        if trigger.cameo and self._cameo:
            entry = self._cameo.get(trigger.cameo)
            if entry is None:
                yield f"unknown CAMEO code {trigger.cameo}"
            elif event not in (entry.event, *entry.also):
                yield f"CAMEO code {trigger.cameo} is {entry.event}, not {event}"
        for role, filled in (("actor", trigger.actor), ("recipient", trigger.recipient)):
            wanted = trigger.requires in (role, "both") and not trigger.shuts_out
            if wanted and not filled and not trigger.reciprocal:
                yield f"requires the {role} and names no role for it"
        if self._contexts:
            for context in trigger.context:
                if context not in self._contexts:
                    yield f"unknown context {context}"


def _classes_of(entry: Mapping[str, Any]) -> set[str]:
    words = [word for key in _CONSTRAINTS for word in listed(entry.get(key))]
    words += [word for governed in (entry.get("prep") or {}).values() for word in listed(governed)]
    return {word[1:] for word in words if word.startswith("$")}


def _of_classes(where: str, classes: Mapping[Any, Any]) -> Iterator[str]:
    for name, words in classes.items():
        if not isinstance(words, list) or not words:
            yield f"{where}: {name} is not a list of words"
            continue
        for word in words:
            if not isinstance(word, str):
                yield f"{where}: {name}: {word!r} is not a word; quote it"
        twice = sorted({str(word) for word in words if words.count(word) > 1})
        if twice:
            yield f"{where}: {name}: twice {', '.join(twice)}"


def _unsorted(where: str, names: list[str], *, twice: bool = False) -> Iterator[str]:
    for before, after in pairwise(names):
        if before > after or (before == after and not twice):
            yield f"{where}: {after} stands after {before}"

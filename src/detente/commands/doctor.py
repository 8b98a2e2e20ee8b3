"""`detente doctor`: whether all that is needed is there and works."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable, Iterator

import typer

from detente.commands.failures import FAILED
from detente.commands.output import opened
from detente.commands.terminal import printable
from detente.errors import DetenteError
from detente.version import __version__

_PACKAGES = ("spacy", "onnxruntime", "tokenizers", "duckdb", "pydantic", "trafilatura", "rapidfuzz", "rich", "typer")
_TEST = "Belarus recalled its ambassador from Poland on Monday."

Fact = tuple[str, str, bool]
"""What was looked at, what was found, and whether that is as it should be."""


def doctor() -> None:
    """Look whether all that is needed is there and works.

    Looked at are the packages, the language pipeline, the ontology, the knowledge base, the trained network, a record and a test
    sentence. Exit status 1 when something is wrong.
    """
    sound = True
    for look in (_system, _packages, _pipeline, _ontology, _knowledge, _network, _record, _self_test):
        for what, found, right in _facts(look):
            with opened(None) as out:
                out.write((printable(f"{'' if right else 'WRONG  '}{what}: {found}") + "\n").encode())
            sound = sound and right
    if not sound:
        raise typer.Exit(FAILED)


def _facts(look: Callable[[], Iterator[Fact]]) -> Iterator[Fact]:
    try:
        yield from look()
    except (DetenteError, ImportError) as error:
        yield look.__name__.strip("_").replace("_", " "), str(error), False


def _system() -> Iterator[Fact]:
    yield "detente", __version__, True
    yield "Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}", sys.version_info >= (3, 11)
    yield "cores", str(os.cpu_count() or 1), True


def _packages() -> Iterator[Fact]:
    # Slow to load, and help is to be answered at once.
    from importlib.metadata import PackageNotFoundError, version

    for package in _PACKAGES:
        try:
            yield package, version(package), True
        except PackageNotFoundError:
            yield package, "not installed", False


def _pipeline() -> Iterator[Fact]:
    from detente.language.parse import pipeline

    begun = time.perf_counter()
    meta = pipeline().meta
    yield "pipeline", f"{meta['lang']}_{meta['name']} {meta['version']}, loaded in {time.perf_counter() - begun:.1f} s", True


def _ontology() -> Iterator[Fact]:
    from detente.ontology import ontology
    from detente.ontology.lint import problems
    from detente.ontology.load import DATA

    faults = problems(DATA)
    for fault in faults:
        yield "ontology", fault, False
    if not faults:
        held = ontology()
        counts = f"{len(held.types)} types, {len(held.contexts)} contexts, {len(held.cameo)} CAMEO codes"
        yield "ontology", f"{held.name}, {counts}, {len(held.lexicon.triggers)} triggers, no faults", True


def _knowledge() -> Iterator[Fact]:
    from detente.knowledge import knowledge
    from detente.knowledge.places import COLUMNS, PLACES
    from detente.knowledge.tables import rows
    from detente.settings import settings

    base = knowledge()
    counts = {
        "countries": len(base.countries),
        "organisations and groups": len(base.organisations),
        "terms of office": len(base.offices.spells),
        "places": sum(1 for path in PLACES.glob("*.tsv") for _ in rows(path, COLUMNS)),
        "agent phrases": len(base.agents),
    }
    yield "knowledge", ", ".join(f"{count:,} {of}" for of, count in counts.items()), all(counts.values())
    if base.overlay:
        yield "corrections", f"{settings().knowledge} ({base.overlay})", True


def _network() -> Iterator[Fact]:
    from detente.coding.trained import network

    begun = time.perf_counter()
    trained = network()
    about = trained.about
    told = f"{trained.name}, trained at {about['commit']} on {about['trained_on']['sentences']:,} sentences"
    told += f", macro-F1 of types {about['scores']['type_macro_f1']:.2f} on the corpus's test split"
    yield "network", f"{told}, loaded in {time.perf_counter() - begun:.1f} s", True


def _record() -> Iterator[Fact]:
    import tempfile
    from pathlib import Path

    from detente.record import Record

    with tempfile.TemporaryDirectory(prefix="detente-") as folder, Record(Path(folder) / "test.duckdb") as record:
        yield "record", "can be made", not any(record.counts().values())


def _self_test() -> Iterator[Fact]:
    import detente
    from detente.model import Event

    begun = time.perf_counter()
    items = detente.code(_TEST, date="2022-02-14", kinds=["event"])
    took = 1000 * (time.perf_counter() - begun)
    coded = [
        f"{'+'.join(a.code for a in item.actor)} {item.event} {'+'.join(a.code for a in item.recipient)} on {item.date}"
        for item in items
        if isinstance(item, Event)
    ]
    yield "self-test", f"{'; '.join(coded) or 'no event found'}, in {took:.0f} ms", len(coded) == 1

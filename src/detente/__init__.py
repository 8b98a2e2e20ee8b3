"""détente reads news reports about a political crisis and keeps the record of it.

    import detente

    items = detente.code("Russia withdrew its ambassador from Kyiv on Monday.", date="2022-02-14")
    items.of("event").to_pandas()

    with detente.Record("crisis.duckdb") as record:
        record.read(["reports/"])
        print(record.events(party="RUS"))

What is named here is the whole public surface; a test holds it fast. Nothing heavy is loaded before it is needed.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
from collections.abc import Collection
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError
from detente.version import __version__

if TYPE_CHECKING:
    from detente.checks import Checker
    from detente.items import Items
    from detente.model import Article, Item
    from detente.record import Record

__all__ = ["Article", "DetenteError", "Items", "Record", "__version__", "code"]

_LATE = {"Article": "detente.model", "Items": "detente.items", "Record": "detente.record"}
"""Names whose modules are loaded when they are first asked for."""


def code(
    report: str | Article,
    *,
    date: dt.date | str | None = None,
    kinds: Collection[str] | None = None,
    codebook: str | PathLike[str] | None = None,
) -> Items[Item]:
    """The items of one report, in the order of their kinds and then of reading.

    `report` is the text of a report, its headline first if it has one, or an `Article`. `date` is the day of publication
    (a date, or ISO text) of a report that has none. `kinds` are the kinds wanted: all that `detente code` gives unless
    told otherwise. `codebook` is a folder with an ontology of one's own.

    Raises `DetenteError`: for a date that is none, a blank report, a kind that there is not, a codebook with faults.
    """
    from detente.errors import EmptyInput
    from detente.items import Items
    from detente.kinds import chosen_kinds, default_kinds
    from detente.settings import settings
    from detente.sources.dates import day
    from detente.sources.text import from_text

    published = day(date, "date")
    wanted = default_kinds() if kinds is None else chosen_kinds(",".join(kinds))
    if isinstance(report, str):
        if not report.strip():
            raise EmptyInput("report", "it is blank")
        article = from_text(report).article("report", published)
    else:
        article = report if report.date is not None else report.model_copy(update={"date": published})
    found = _checker(None if codebook is None else Path(codebook), settings().knowledge, settings().checks).code(article)
    return Items(item for item in found if item.kind in wanted)


@functools.lru_cache(maxsize=4)
def _checker(codebook: Path | None, _corrections: str, _checks: str) -> Checker:
    """One coder with its checks for each codebook, each folder of corrections to the knowledge base, and each of checks."""
    from detente.checks import Checker
    from detente.coding import Coder
    from detente.ontology import load

    return Checker(Coder(codebook=None if codebook is None else load(codebook)))


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module 'detente' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_LATE})

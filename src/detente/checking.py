"""Checking many articles: each by itself, on every core that there is, and then all against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import InputError
from detente.model import Article, Finding, Item
from detente.pipeline import code_articles

if TYPE_CHECKING:
    from detente.checks.across.told import AcrossCheck, Told


@dataclass(frozen=True, slots=True)
class Checked:
    """An article and what was found in it, in reading order."""

    article: Article
    findings: list[Finding]


def check_articles(
    entries: Iterable[Article | InputError],
    *,
    only: Collection[str] = (),
    without: Collection[str] = (),
    record: Path | None = None,
    workers: int | None = None,
    step: Callable[[], None] = lambda: None,
) -> Iterator[Checked | InputError]:
    """The articles with their findings, by id; what could not be read comes first, as it is met.

    The checks made are those of `detente.checks.registry.chosen`. With a `record` the articles are held against its articles,
    too. `step` is called with each article that is done. Articles are kept in memory until all are done.

    Raises `DetenteError` for a check that there is not, `RecordError` for a record that cannot be used.
    """
    from detente.checks import checks
    from detente.checks.across.told import LOOKED_AT, told
    from detente.checks.registry import across_checks

    checks(only, without)  # a wrong name is told before long work
    between = across_checks(only, without)
    others = _of_record(record) if between and record is not None else []  # told before long work where it cannot be used
    kinds = {"finding", *(LOOKED_AT if between else ())}
    found: dict[str, tuple[Article, list[Finding]]] = {}
    tellings: list[Told] = []
    coder = ""
    for entry in code_articles(entries, kinds=kinds, only=only, without=without, workers=workers):
        if isinstance(entry, InputError):
            yield entry
            continue
        article, items = entry
        coder = coder or next((item.coder for item in items), "")
        found[article.id] = (article, [item for item in items if isinstance(item, Finding)])
        if between:
            tellings.append(told(article, items))
        step()
    if len(tellings) > 1 or others:
        _compare(found, tellings, others, between, coder)
    for id in sorted(found):
        article, findings = found[id]
        yield Checked(article, sorted(findings, key=lambda f: (f.span.start, f.span.end, f.check, f.id)))


def _compare(
    found: dict[str, tuple[Article, list[Finding]]],
    tellings: Sequence[Told],
    others: Sequence[Told],
    between: Sequence[AcrossCheck],
    coder: str,
) -> None:
    """Adds to the findings of each article what comes out when it is held against the others."""
    from detente.checks.across.compare import compare
    from detente.checks.findings import finding

    for report, check, problem in compare(tellings, others, between):
        article, findings = found[report.article]
        published = next((f.published for f in findings), None)
        findings.append(finding(article, check, problem, coder, published=published))


def _of_record(record: Path) -> list[Told]:
    """What the articles of a record tell."""
    from detente.checks.across.told import LOOKED_AT, told
    from detente.record import Record

    with Record(record, read_only=True) as kept:
        items: dict[str, list[Item]] = defaultdict(list)
        for kind in sorted(LOOKED_AT):
            for item in kept.items(kind):
                items[item.article].append(item)
        return [told(article, items[article.id]) for article in kept.articles()]

"""Measuring speed: coding and checking against a bare spaCy pass over the same text, in the same process and run."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from detente.bench.gold import report, told
from detente.bench.scoring import share
from detente.checks import Checker, Report
from detente.checks.checker import LOOKED_AT
from detente.coding import Coder
from detente.coding.dates import times_in
from detente.coding.events import find_events
from detente.coding.implied import fill_implied
from detente.coding.reading import read
from detente.coding.statements import find_statements
from detente.language import parse
from detente.language.parse import pipeline
from detente.model import Article
from detente.settings import settings

ENOUGH_WORDS = 100_000
"""Words after which the rest of the articles is left: the ratio no longer moves."""
STAGED = 3
"""Every third article is also taken stage by stage; the stages' shares are theirs."""
STAGES = ("parse", "link_and_clauses", "times", "statements", "events", "checks", "other")
_BYTES_IN_MB = 1024 * 1024


def measure(
    records: Iterable[dict[str, Any]], coder: Coder | None = None, words: int = ENOUGH_WORDS
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Times the coding of articles, and gives `{id, words, cpu_bare, cpu_code}` for each (seconds of processor time).

    A record has `id` and `text`. Article by article the bare pass and the coding take turns, and which comes first alternates, so
    that what slows the machine down slows both. Loading the language model and the tables is not in it.
    `cpu_ratio` is processor time of coding over that of the bare pass; `peak_memory_mb` the most that the process has held.
    `stages` gives each stage's share of the coding time, its seconds for a thousand words, and their ratio to the bare pass.

    Raises `KeyError` where a record lacks a key.
    """
    checker = Checker(coder or Coder())
    checker.code(
        report({"id": "warm-up", "text": "The president of Belgium met the prime minister of Ghana in Paris on Monday."})
    )
    lines: list[dict[str, Any]] = []
    total: Counter[str] = Counter()
    stages: dict[str, float] = dict.fromkeys(STAGES, 0.0)
    staged_words, staged_bare = 0, 0.0
    wall = 0.0
    for number, record in enumerate(told(records, "speed")):
        if total["words"] >= words:
            break
        article = report(record)
        length = len(article.text.split())
        began = time.perf_counter()
        if number % 2:
            bare, coded = _bare(article), _coded(checker, article)
        else:
            coded, bare = _coded(checker, article), _bare(article)
        wall += (time.perf_counter() - began) * coded / max(coded + bare, 1e-9)
        total["words"] += length
        lines.append({"id": record["id"], "words": length, "cpu_bare": round(bare, 4), "cpu_code": round(coded, 4)})
        if number % STAGED == 0:
            staged_words += length
            staged_bare += bare
            for stage, seconds in _staged(checker, article, coded):
                stages[stage] += seconds
    bare_total, code_total = sum(line["cpu_bare"] for line in lines), sum(line["cpu_code"] for line in lines)
    spent = sum(stages.values())
    scores: dict[str, Any] = {
        "articles": len(lines),
        "words": total["words"],
        "words_per_second": round(total["words"] / wall, 1) if wall else 0.0,
        "cpu_seconds": round(code_total, 2),
        "cpu_seconds_bare": round(bare_total, 2),
        "cpu_ratio": round(code_total / bare_total, 3) if bare_total else None,
        "peak_memory_mb": peak_memory(),
        "stages": {
            stage: {
                "share": share(seconds, spent),
                "cpu_per_1000_words": round(1000 * seconds / max(1, staged_words), 4),
                "cpu_ratio": round(seconds / max(staged_bare, 1e-9), 3),
            }
            for stage, seconds in stages.items()
        },
    }
    return scores, lines


def _bare(article: Article) -> float:
    """Processor seconds of the whole spaCy pipeline over the text, in pieces no longer than the coder's own."""
    nlp = pipeline()
    began = time.process_time()
    for piece in _pieces(article.text, settings().block_limit):
        nlp(piece)
    return time.process_time() - began


def _coded(checker: Checker, article: Article) -> float:
    began = time.process_time()
    checker.code(article)
    return time.process_time() - began


def _pieces(text: str, limit: int) -> Iterator[str]:
    start = 0
    while len(text) - start > limit:
        cut = max(text.rfind("\n", start, start + limit), text.rfind(" ", start + limit // 2, start + limit))
        cut = cut + 1 if cut > start else start + limit
        yield text[start:cut]
        start = cut
    yield text[start:]


def _staged(checker: Checker, article: Article, whole: float) -> Iterator[tuple[str, float]]:
    """Processor seconds of each stage, taken one after another; `other` is what the whole takes beyond them."""
    coder = checker.coder
    whole_report = Report(*coder.coded(article, LOOKED_AT))
    clock = _Clock()
    parsed = parse(article)
    yield "parse", clock.lap()
    reading = read(parsed, coder.base)
    yield "link_and_clauses", clock.lap()
    reading.times = times_in(reading.sentences, reading.published)
    yield "times", clock.lap()
    find_statements(reading)
    yield "statements", clock.lap()
    found = [f for s in reading.sentences for f in find_events(reading, s, coder.ontology, coder.decider, coder.name)]
    fill_implied(found, reading)
    yield "events", clock.lap()
    checker.findings(whole_report)
    yield "checks", clock.lap()
    yield "other", max(0.0, whole - clock.total)


class _Clock:
    def __init__(self) -> None:
        self._began = self._last = time.process_time()

    @property
    def total(self) -> float:
        return self._last - self._began

    def lap(self) -> float:
        before, self._last = self._last, time.process_time()
        return self._last - before


def peak_memory() -> float | None:
    """Megabytes of memory that this process has held at most; None where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts in kilobytes, macOS in bytes.
    return round(peak / _BYTES_IN_MB if sys.platform == "darwin" else peak / 1024, 1)

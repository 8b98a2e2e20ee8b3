"""One made sentence with an error, put behind a paragraph."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from detente.bench.planting.change import Change, Planter
from detente.checks.report import Report

Sentence = Callable[[random.Random], tuple[str, str]]
"""Makes a sentence with the wrong words between `[` and `]`, and what should stand there ("" where that has no one form)."""


def inserted(make: Sentence) -> Planter:
    """A planter that puts one made sentence behind a paragraph."""

    def plant(report: Report, chance: random.Random) -> Iterator[Change]:
        for block in report.article.blocks:
            if block.kind == "body" and report.text[block.start : block.end].rstrip().endswith((".", "”", '"')):
                sentence, right = make(chance)
                before, _, rest = sentence.partition("[")
                wrong, _, after = rest.partition("]")
                start = len(before) + 1
                yield Change(block.end, block.end, f" {before}{wrong}{after}", (start, start + len(wrong)), right)

    return plant


def pick(chance: random.Random, *options: str) -> str:
    """One of several sentences, by chance."""
    return chance.choice(options)

"""Passages of a report in which something can be planted."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.model import Block


def opening(report: Report, first: Block) -> int:
    """Where the telling begins, with its dateline where it has one."""
    return next((b.start for b in report.article.blocks if b.kind == "dateline" and b.end <= first.start), first.start)


def telling(report: Report) -> Iterator[ReadSentence]:
    """Sentences of the body without direct speech."""
    for read in report.sentences:
        sentence = read.sentence
        if (
            sentence.block.kind == "body"
            and sentence.text.endswith(".")
            and not report.reading.quotations.between(sentence.start, sentence.end)
        ):
            yield read


def body_of(report: Report) -> list[Block]:
    """The paragraphs of the body."""
    return [b for b in report.article.blocks if b.kind == "body"]


def paragraph_ends(report: Report) -> list[int]:
    """Where paragraphs end that end with a sentence."""
    return [end_of(report, b) for b in body_of(report) if report.text[end_of(report, b) - 1] in '.”"']


def end_of(report: Report, block: Block) -> int:
    """Where the last word of a paragraph ends."""
    return block.start + len(report.text[block.start : block.end].rstrip())

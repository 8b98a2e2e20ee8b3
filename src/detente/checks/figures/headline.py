"""A figure in the headline that the text gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.checks.check import Problem
from detente.checks.figures.headline_words import contradictions
from detente.checks.figures.plain import plain_numbers
from detente.checks.figures.spelt import quoted, told
from detente.checks.figures.subjects import Told, can_make, figures_of, in_headline
from detente.checks.report import Report
from detente.coding.figures import numbers
from detente.coding.reading import ReadSentence

NAME = "headline-figure"
SEVERITY = "warning"
SAYS = "the headline gives another figure than the text"

_LEAD = 3
_ROUND = 0.12
_FEW = 1


def find(report: Report) -> Iterator[Problem]:
    """Held against the text's one figure for the same thing, else against that of its first sentences."""
    heads = [read for read in report.sentences if read.sentence.block.kind == "headline"]
    body = [read for read in report.sentences if read.sentence.block.kind == "body"]
    if not heads or not body:
        return
    known = figures_of(report)
    given = [one for one in known if one.read in heads]
    taken = {one.start for one in given}
    given = [one for one in [*given, *(o for read in heads for o in in_headline(read))] if one.read in heads]
    values = {number.value for read in body for number in numbers(read.sentence.text)}
    for one in given:
        if one.start in taken and sum(o.start == one.start for o in given) > 1 and one.subject not in ("dead", "injured"):
            continue
        other = _same(one, [o for o in known if o.read.sentence.block.kind == "body" and o.subject == one.subject], body[:_LEAD])
        if other is None or one.value <= _FEW or one.value in values or _agree(one, other):
            continue
        same = [o.value for o in known if o.read.sentence.block.kind == "body" and o.subject == one.subject]
        near = [n.value for n in numbers(other.read.sentence.text)]
        if can_make(one.value, same) or can_make(one.value, near):
            continue
        yield Problem(
            one.start,
            one.end,
            f"the headline says {told(one.value)}, the text {told(other.value)}",
            quoted(report, other.read.sentence.start, other.read.sentence.end),
            told(other.value),
        )
        return
    yield from _otherwise(report, heads, body, values)


def _otherwise(
    report: Report, heads: Sequence[ReadSentence], body: Sequence[ReadSentence], values: set[float]
) -> Iterator[Problem]:
    """What the words of headline and lead tell without the figures that were read from them."""
    known = values | {number.value for read in body for number in plain_numbers(read.sentence.text)}
    for head in heads:
        for pair in contradictions(head, body[:_LEAD], known):
            near = [n.value for read in body[:_LEAD] for n in plain_numbers(read.sentence.text)]
            if can_make(pair.value, near):
                continue
            start, end = head.sentence.start + pair.start, head.sentence.start + pair.end
            yield Problem(
                start,
                end,
                f"the headline says {report.text[start:end]}, the text {pair.said}",
                quoted(report, pair.read.sentence.start, pair.read.sentence.end),
            )
            return


def _same(one: Told, others: list[Told], lead: Sequence[ReadSentence]) -> Told | None:
    """The figure of the text that the headline's can only mean."""
    if len({other.value for other in others}) == 1:
        return others[0]
    first = [other for other in others if other.read in lead]
    if len({other.value for other in first}) == 1 and all(other.value != one.value for other in others):
        return first[0] if _verbs(one) & _verbs(first[0]) else None
    return None


def _verbs(one: Told) -> set[str]:
    return {clause.lemma for clause in one.read.clauses.values()} - {"be", "have", "say"}


def _agree(one: Told, other: Told) -> bool:
    """Whether both can hold: by their bounds, or because the headline rounds."""
    if one.holds(other.value) or (other.low is not None and other.high is None and other.value <= one.value <= 1.5 * other.value):
        return True
    if one.approximate or other.approximate:
        return abs(one.value - other.value) <= 0.3 * max(one.value, other.value)
    rounded = one.value >= 10 and one.value % 10 == 0 and other.value % 10 != 0
    return rounded and abs(one.value - other.value) <= _ROUND * other.value

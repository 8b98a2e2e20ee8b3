"""Traces of a machine that put one word for another: synonyms where a set phrase or a name stands in news."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.misfits import misfits
from detente.checks.wording.set_phrases import TABLE, Trace, folded, traces

NAME = "machine-rewriting"
SEVERITY = "warning"
SAYS = "synonyms stand where a set phrase, a name or a plain word stands in news"

LIMIT = 0.35
"""Weight of the traces in a hundred words above which a report is taken to be rewritten; others with as many stay below 0.3."""

LEAST_WORDS = 250
"""A shorter report is weighed as if it were that long: three odd words in a few sentences tell nothing."""

DIFFERENT = 3
"""Different traces that a report must have."""

PASSAGE = 400
"""Characters of a passage: a paragraph of a news report, and free of how it is laid out."""

IN_PASSAGE = 0.7
"""Weight of the traces of one passage from which each of them is told, where they are two different ones."""

SURE = 0.6
"""Weight from which a trace is told wherever it stands: a slip in a set phrase or a name that no writer makes."""

_AGAIN = 0.5
"""What a trace counts when it comes again, and the times that count: a machine always puts the same word."""
_TIMES = 3
_TOLD = 5


def find(report: Report) -> Iterator[Problem]:
    """A warning on the first sentence where the whole report is over the limit; the traces themselves are notes."""
    found, words = traces(report.text)
    found = sorted([*found, *misfits(report.text)], key=lambda trace: trace.start)
    score = 100 * weight(found) / max(words, LEAST_WORDS)
    rewritten = score >= LIMIT and _different(found) >= DIFFERENT
    if rewritten:
        yield _whole(report, found, words, score)
    crowded = _crowded(found)
    told = found if rewritten else [trace for trace in found if trace.weight >= SURE or trace in crowded]
    for trace in told:
        yield Problem(
            trace.start,
            trace.end,
            f"news has “{trace.usual}”",
            trace.basis,
            _suggestion(report.text[trace.start : trace.end], trace.usual),
            "note",
        )


def weight(found: Sequence[Trace]) -> float:
    """What traces weigh together; one that comes again adds half, and no more than twice."""
    times = Counter(trace.form for trace in found)
    weights = {trace.form: trace.weight for trace in found}
    return sum(weights[form] * (1 + _AGAIN * (min(number, _TIMES) - 1)) for form, number in times.items())


def _different(found: Sequence[Trace]) -> int:
    return len({trace.form for trace in found})


def _crowded(found: Sequence[Trace]) -> list[Trace]:
    """The traces that stand close together, and many: a report may be rewritten in one place only."""
    crowded: dict[Trace, None] = {}
    for first in found:
        here = [trace for trace in found if first.start <= trace.start < first.start + PASSAGE]
        if _different(here) > 1 and weight(here) >= IN_PASSAGE:
            crowded.update(dict.fromkeys(here))
    return list(crowded)


def _whole(report: Report, found: Sequence[Trace], words: int, score: float) -> Problem:
    """The traces that weigh most are named, in the order in which they stand."""
    forms = {trace.form: trace for trace in reversed(found)}
    heaviest = sorted(forms.values(), key=lambda trace: (-trace.weight, trace.start))[:_TOLD]
    named = ", ".join(f"“{' '.join(report.text[t.start : t.end].split())}”" for t in sorted(heaviest, key=lambda t: t.start))
    lead = report.sentences[0].sentence
    return Problem(
        lead.start,
        lead.end,
        f"the report reads as if a machine had rewritten it: {len(found)} traces in {words} words, among them {named}",
        f"{TABLE.name}: {score:.1f} a hundred words, the limit is {LIMIT}",
    )


def _suggestion(spun: str, usual: str) -> str:
    """The usual words, with capitals where the spun ones have them."""
    capital = [word for word in re.findall(r"\w+", spun) if word[0].isupper()]
    kept = {folded(word): word for word in capital}
    title = len(capital) > 1 and all(w[0].isupper() for w in re.findall(r"\w{4,}", spun))

    def cased(match: re.Match[str]) -> str:
        word = match.group()
        return kept.get(folded(word)) or (word[0].upper() + word[1:] if title and len(word) > len("and") else word)

    words = re.sub(r"\w+", cased, usual)
    return words[0].upper() + words[1:] if spun[0].isupper() else words

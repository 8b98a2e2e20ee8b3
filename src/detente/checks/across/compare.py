"""Holding reports against each other."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from detente.checks.across.told import SAME_STORY, AcrossCheck, Told
from detente.checks.check import Problem


def compare(
    reports: Iterable[Told], others: Iterable[Told], checks: Sequence[AcrossCheck]
) -> Iterator[tuple[Told, AcrossCheck, Problem]]:
    """What is found in the reports by what they and the others tell; an article in both counts once, as in `reports`.

    Reports of which no day is known are held against none. The time taken grows with the number of reports of the same days.
    """
    given = {report.article: report for report in reports}
    everything = {other.article: other for other in others} | given
    dated = sorted((t.day, t.article) for t in everything.values() if t.day is not None)
    days = [day for day, _ in dated]
    for report in given.values():
        if report.day is None:
            continue
        first = bisect_left(days, max(report.day, dt.date.min + SAME_STORY) - SAME_STORY)
        last = bisect_right(days, min(report.day, dt.date.max - SAME_STORY) + SAME_STORY)
        near = [everything[article] for _, article in dated[first:last] if article != report.article]
        for check in checks if near else ():
            for problem in check.find_across(report, near):
                yield report, check, problem

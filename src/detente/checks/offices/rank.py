"""A deputy who is called the chief, or a chief who is called the deputy."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.offices.claims import claims
from detente.checks.offices.contradiction import contradiction
from detente.checks.offices.tenure import told
from detente.checks.offices.wording import office_of, printed
from detente.checks.report import Report

NAME = "office-rank"
SEVERITY = "error"
SAYS = "a deputy is called the chief, or a chief the deputy"


def find(report: Report) -> Iterator[Problem]:
    """Only where the tables know the person's own office in those days."""
    for claim in claims(report):
        found = contradiction(report, claim)
        if found is None or found.kind != "rank" or found.now is None:
            continue
        span = claim.title_span()
        other = f"; the {span.text.lower()} was {found.holder.person}" if found.holder is not found.now else ""
        yield Problem(
            span.start,
            span.end,
            f"{found.person} was {office_of(found.now, report.base)}, not {span.text.lower()}{other}",
            told(found.now),
            printed(found.now, span.text),
        )

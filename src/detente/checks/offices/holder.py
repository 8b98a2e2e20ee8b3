"""A title that the person named does not hold at the time of the report, while somebody else does."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.offices.claims import claims
from detente.checks.offices.contradiction import contradiction
from detente.checks.offices.tenure import told
from detente.checks.offices.wording import office_of, printed
from detente.checks.report import Report

NAME = "office-holder"
SEVERITY = "error"
SAYS = "the person does not hold this office at the time of the report"


def find(report: Report) -> Iterator[Problem]:
    """Only where the tables know who held the office then, and that the person was something else or never held it."""
    for claim in claims(report):
        found = contradiction(report, claim)
        if found is None or found.kind != "office":
            continue
        span = claim.title_span()
        theirs = f"{found.person} was {office_of(found.now, report.base)}" if found.now else f"{found.person} was not"
        other = f": that was {found.holder.person}" if found.holder is not found.now else ", which nobody is there"
        until = f" (until {found.was.end})" if found.was else ""
        yield Problem(
            span.start,
            span.end,
            f"{theirs}, not {span.text.lower()}{until}{other}",
            "; ".join(told(spell) for spell in dict.fromkeys((found.holder, found.now)) if spell),
            printed(found.now, span.text) if found.now else None,
        )

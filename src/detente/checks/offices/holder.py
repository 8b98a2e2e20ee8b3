"""A title that the person named does not hold at the time of the report, while somebody else does."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.offices.claims import borne, claims, known
from detente.checks.offices.contradiction import contradiction
from detente.checks.offices.tenure import MARGIN, holds_alone, surely_holds, told
from detente.checks.offices.wording import office_of, printed
from detente.checks.report import Report
from detente.knowledge.posts import SOLE

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
        other = f": that was {found.holder.person}"
        if found.holder is found.now:
            other = "" if borne(report, (found.now.owner,), claim.title) else ", which nobody is there"
        until = f" (until {found.was.end})" if found.was else ""
        yield Problem(
            span.start,
            span.end,
            f"{theirs}, not {span.text.lower()}{until}{other}",
            "; ".join(told(spell) for spell in dict.fromkeys((found.holder, found.now)) if spell),
            printed(found.now, span.text) if found.now else None,
            None if found.now is None or holds_alone(found.holder) else "warning",
        )
    yield from _still_in_office(report)


def _still_in_office(report: Report) -> Iterator[Problem]:
    """Holders whom the report calls former holders, where they have the office for the first time and are long to keep it."""
    first, last = report.first, report.last
    if first is None or last is None:
        return
    for claim in claims(report, "former"):
        words = [word for word in claim.titled.words if word.lower_ in ("former", "ex")]
        named = known(report, claim.name) if claim.full else []
        own = [s for s in borne(report, claim.owners or {s.owner for s in named}, claim.title) if s in named]
        if words and len(own) == 1 and own[0].office in SOLE and surely_holds(own[0], first, last + MARGIN):
            span = claim.read.sentence.span(words[0])
            theirs = f"{own[0].person} was still {office_of(own[0], report.base)}"
            yield Problem(span.start, span.end, theirs, told(own[0]), None)

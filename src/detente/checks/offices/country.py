"""The right office in the wrong country."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.offices.claims import claims
from detente.checks.offices.contradiction import Contradiction, contradiction
from detente.checks.offices.tenure import told
from detente.checks.offices.wording import office_of, whose
from detente.checks.report import Report

NAME = "office-country"
SEVERITY = "error"
SAYS = "the person holds this office, but of another country or body"


def find(report: Report) -> Iterator[Problem]:
    """Only where the tables know the person's office, and that he or she has none in the country that the report names."""
    for claim in claims(report):
        found = contradiction(report, claim)
        if found is None or found.kind != "country" or found.now is None:
            continue
        span = claim.owner_span() or claim.title_span()
        alone = found.holder is found.now
        other = "" if alone else f"; that of {whose(found.holder, report.base)} was {found.holder.person}"
        yield Problem(
            span.start,
            span.end,
            f"{found.person} was {office_of(found.now, report.base)}{other}",
            told(found.now) if alone else f"{told(found.now)}; {told(found.holder)}",
            _right(report, found, span.text) if claim.owner_span() else None,
        )


def _right(report: Report, found: Contradiction, written: str) -> str:
    """The words for the person's own country in the form in which the wrong one is written."""
    assert found.now
    country, name = report.base.countries.get(found.now.owner), whose(found.now, report.base).removeprefix("the ")
    if written.endswith(("'s", "’s")):
        return f"{name}{written[-2:]}"
    of_adjectives = written.isupper() or any(
        written in c.demonyms for owner in found.claim.owners if (c := report.base.countries.get(owner))
    )
    return country.demonyms[0] if of_adjectives and country and country.demonyms else name

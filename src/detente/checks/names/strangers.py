"""Surnames that neither the report nor any table knows."""

from __future__ import annotations

from detente.checks.names.slip import slip_of
from detente.checks.names.written import Written
from detente.checks.report import Report
from detente.knowledge.offices import forms
from detente.knowledge.spelling import alike


def unknown(report: Report, name: Written, introduced: dict[str, Written]) -> bool:
    """Whether a single capital word is no surname of the report's or the tables', in any spelling, and no other name."""
    if name.last in introduced or any(alike(name.last, s) for s in introduced) or slip_of(report, name, introduced):
        return False
    base = report.base
    if base.names.get(name.text) or base.places.find(name.text):
        return False
    return not any(form in base.offices.by_surname for form in forms(name.text))

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import pytest

from detente.checks import Checker, Report, checks
from detente.checks.across.told import LOOKED_AT as ACROSS
from detente.checks.across.told import Told, told
from detente.checks.checker import LOOKED_AT
from detente.coding import Coder
from detente.model import Finding
from detente.sources.text import from_text

Find = Callable[..., list[Finding]]


@cache
def _coder() -> Coder:
    return Coder()


def report_of(text: str, date: str | None = "2022-01-27") -> Report:
    """A report as the checks see it; its text is read as that of a text file is (headline first where it has one)."""
    published = dt.date.fromisoformat(date) if date else None
    return Report(*_coder().coded(from_text(text).article("test", published), LOOKED_AT))


@pytest.fixture(scope="session")
def coder() -> Coder:
    return _coder()


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """Gives a report as the checks see it: `report(text, date="2022-01-27")`."""
    return report_of


@pytest.fixture(scope="session")
def find() -> Find:
    """Gives the findings of one check in a text: `find("weekday-date", text, date="2022-01-27")`."""

    def found(check: str, text: str, date: str | None = "2022-01-27") -> list[Finding]:
        return Checker(_coder(), checks=checks(only=[check])).findings(report_of(text, date))

    return found


@pytest.fixture(scope="session")
def tell() -> Callable[[str, str, str | None], Told]:
    """Gives what a report tells: `tell(id, text, date)`."""

    def of(id: str, text: str, date: str | None = "2022-01-27") -> Told:
        article = report_of(text, date).article.model_copy(update={"id": id})
        return told(article, _coder().coded(article, ACROSS)[1])

    return of

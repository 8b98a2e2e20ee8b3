"""What a check is, and what it tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from detente.model.finding import Severity

if TYPE_CHECKING:
    from detente.checks.report import Report


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check has found: offsets of the words in question in the article's text, and what is to be said of them.

    `basis` is what it rests on: the row of a table, or the sentence of the report; `severity` only where it is another than
    the check's own.
    """

    start: int
    end: int
    message: str
    basis: str
    suggestion: str | None = None
    severity: Severity | None = None


class Check(Protocol):
    """A module that looks for one kind of thing that does not hold.

    - `NAME`: what it is called, in small letters with hyphens; its page is `docs/checks/NAME.md`.
    - `SEVERITY`: `error` does not hold, `warning` probably does not, `note` should be looked at.
    - `SAYS`: in one line, what a finding of it says.

    The same report must always give the same problems: a check looks at nothing but the report and the tables.
    """

    @property
    def NAME(self) -> str: ...

    @property
    def SEVERITY(self) -> Severity: ...

    @property
    def SAYS(self) -> str: ...

    def find(self, report: Report) -> Iterable[Problem]:
        """The problems of a report, in any order."""
        ...

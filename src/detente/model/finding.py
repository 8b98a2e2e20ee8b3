"""Something in a report that does not hold."""

from __future__ import annotations

from typing import Literal

from detente.model.item import Item
from detente.model.span import Span

Severity = Literal["note", "warning", "error"]


class Finding(Item):
    """A finding: which check made it, what is wrong where, what it should be, and on what that rests."""

    kind: Literal["finding"] = "finding"
    check: str
    severity: Severity
    span: Span
    message: str
    suggestion: str | None = None
    basis: str

"""A day on which something was said or published."""

from __future__ import annotations

import datetime as dt

from detente.model.span import Part


class Dated(Part):
    """A day, or several from `date` to `enddate`, and how they are known.

    `precision`: day, week, month, season, year, decade; `basis`: the words that it was worked out from, "report date" where the
    text gives none, "given" for a date that came with the report, "worked out" for one that its text tells (the finding `no-date`
    says how).
    """

    date: dt.date
    enddate: dt.date | None = None
    precision: str
    basis: str

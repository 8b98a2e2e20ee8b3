"""Dates as they stand in records, indexes and front matter."""

from __future__ import annotations

import datetime as dt
import re

from detente.errors import BadDate

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].+)?|\d{8}(?:T.+)?", re.ASCII)


def day(value: object, name: str) -> dt.date | None:
    """The day that `value` gives: YYYY-MM-DD, YYYYMMDD, an ISO 8601 date and time, or a date of Python's; None if blank.

    A time zone is not converted: the day is the one written.
    Raises `BadDate`, which names `name`, for anything else.
    """
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise BadDate(name, f"{value!r:.60} is no date")
    text = value.strip()
    if not text:
        return None
    if _DAY.fullmatch(text):
        try:
            return dt.datetime.fromisoformat(text).date()
        except ValueError:
            pass  # reported below, with the forms that are read
    raise BadDate(name, f"{value!r:.60} is no date; YYYY-MM-DD is one")

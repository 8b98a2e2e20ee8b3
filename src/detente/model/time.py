"""An expression of time."""

from __future__ import annotations

from typing import Literal

from detente.model.item import Item

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Time(Item):
    """An expression of time with its TIMEX3 type and value; `date` is the day that it stands for, where it does."""

    kind: Literal["time"] = "time"
    type: TimexType
    value: str

"""The record of a crisis: many articles and what they say."""

from detente.record.explain import Explanation
from detente.record.record import Record
from detente.record.report import ReadReport

__all__ = ["Explanation", "ReadReport", "Record"]

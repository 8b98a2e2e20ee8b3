"""Statements: who is reported to have said or thought what."""

from detente.coding.statements.find import find_statements

__all__ = ["find_statements"]

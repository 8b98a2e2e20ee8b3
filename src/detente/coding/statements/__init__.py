"""Statements: who is reported to have said or thought what."""

from detente.coding.statements.find import find_statements
from detente.coding.statements.items import statement_items

__all__ = ["find_statements", "statement_items"]

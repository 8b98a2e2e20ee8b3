"""From sentences to items: events, statements, and what is derived from them."""

from detente.coding.coder import Coder

__all__ = ["Coder"]

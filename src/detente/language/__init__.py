"""From text to sentences, clauses and quotations, on spaCy."""

from detente.language.parse import Parsed, Sentence, parse

__all__ = ["Parsed", "Sentence", "parse"]

"""Labelled sentences: the compact markup in which the corpus and a codebook's examples are written."""

from detente.examples.documents import Document, read_documents
from detente.examples.markup import Example, LabelledEvent, Party, read_line

__all__ = ["Document", "Example", "LabelledEvent", "Party", "read_documents", "read_line"]

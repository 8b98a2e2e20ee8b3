"""Where reports come from: text, Markdown, web pages and JSON lines, on disk, on standard input or at an address.

`read` turns them into `detente.model.Article` objects; nothing of language is decided here.
"""

from detente.sources.blocks import blocks
from detente.sources.read import read

__all__ = ["blocks", "read"]

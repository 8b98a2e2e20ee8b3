"""The corpus as training takes it: its splits, and the minimal pairs among them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.examples import Example, read_documents

FOLDER = Path(__file__).parent.parent / "corpus"


def examples(split: str, folder: Path = FOLDER) -> list[Example]:
    """The sentences of a split ("train", "dev", "test") in the order of its files."""
    return [e for path in sorted((folder / split).glob("*.txt")) for document in read_documents(path) for e in document.examples]


def version(part: str = "*", folder: Path = FOLDER) -> str:
    """Twelve hexadecimal digits that tell the state of the corpus, or of a split."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob(f"{part}/*.txt")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]

"""What the benches are measured with: records of our own making."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.coding import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture
def gold_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes records as a gold file."""

    def write(*records: dict[str, Any]) -> Path:
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return path

    return write

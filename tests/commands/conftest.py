"""A record that the tests of commands share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# Tests are imported by their file (import-mode importlib), which leaves the path as it is.
sys.path.insert(0, str(Path(__file__).parent))

from command_line import FEW, run  # found only now


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the few sample reports; not to be written to."""
    path = tmp_path_factory.mktemp("record") / "few.duckdb"
    result = run("read", *FEW, "--record", path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"{path}: 4 added, 0 replaced, 0 unchanged\n")
    return path

"""Lets test modules import what they share (`made_items`) from this folder, and leaves out tests of what is not there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from detente.coding.trained.network import FOLDER

# Tests are imported by their file (import-mode importlib), which leaves the path as it is.
sys.path.insert(0, str(Path(__file__).parent))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leaves out what needs the trained network where none has been trained."""
    if not (FOLDER / "events.onnx").exists():
        for item in items:
            if item.get_closest_marker("network"):
                item.add_marker(pytest.mark.skip(reason="no network is trained yet"))

"""Lets test modules import what they share (`made_items`) from this folder."""

from __future__ import annotations

import sys
from pathlib import Path

# Tests are imported by their file (import-mode importlib), which leaves the path as it is.
sys.path.insert(0, str(Path(__file__).parent))

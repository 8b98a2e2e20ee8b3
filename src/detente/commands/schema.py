"""`detente schema`: the JSON Schema of the JSON lines."""

from __future__ import annotations

import json
import sys


def schema() -> None:
    """Print the JSON Schema (2020-12) of the JSON lines that code and export give out."""
    from detente.model.derived import json_schema

    sys.stdout.buffer.write((json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode())

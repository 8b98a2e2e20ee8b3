"""`detente schema`: the JSON Schema of the JSON lines."""

from __future__ import annotations

import json

from detente.commands.output import opened


def schema() -> None:
    """Print the JSON Schema of the JSON lines.

    It is of the draft 2020-12, and holds for what code, show and export give out as jsonl.
    """
    from detente.model.derived import json_schema

    with opened(None) as out:
        out.write((json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode())

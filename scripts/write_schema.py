"""Writes `docs/schema.json`, the JSON Schema of the JSON lines, from the declarations of the record types.

Run it after a declaration was changed: `make schema`. A test fails as long as the file lags behind.
"""

from __future__ import annotations

import json
from pathlib import Path

from detente.model.derived import json_schema

PATH = Path(__file__).parent.parent / "docs" / "schema.json"


def text() -> str:
    """The file as it should be."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    PATH.write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

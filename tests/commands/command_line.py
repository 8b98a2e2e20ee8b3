"""The command line as tests use it: in this process, where the language model is loaded once, or as one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from detente.commands import app

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "winter-2022"
FEW = [
    SAMPLES / name for name in ("13-geneva-wire.txt", "14-geneva-broadcast.html", "06-brussels-live.md", "11-kazakhstan-csto.txt")
]
"""Sample reports of every form, not in the order of their ids."""


def run(*args: object, input: str | bytes | None = None) -> Any:
    """Runs a command in this process; the result has `exit_code`, `stdout`, `stdout_bytes` and `stderr`."""
    result = CliRunner().invoke(app, [str(arg) for arg in args], input=input, prog_name="detente")
    # What is no exit is a fault of the program, which a person would see as a traceback.
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def process(*args: object, env: dict[str, str] | None = None, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Runs a command as a process of its own; the result has `returncode`, `stdout` and `stderr` (bytes)."""
    given: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120, **more}
    if "input" not in given:
        given.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.run(command(*args), env=environment(env), check=False, **given)


def command(*args: object) -> list[str]:
    """The words of a command line."""
    return [sys.executable, "-m", "detente", *map(str, args)]


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a process that finds this détente."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), **(more or {})}


def lines(output: str) -> list[dict[str, Any]]:
    """The objects of JSON lines."""
    return [json.loads(line) for line in output.splitlines()]

"""Findings as annotations of a workflow of GitHub Actions: one workflow command a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from detente.formats.findings.lines import Lines, name_of

if TYPE_CHECKING:
    from detente.checking import Checked

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def write(checked: Iterable[Checked], out: BinaryIO) -> None:
    """Writes one line a finding; where each stands is told by file, line and column."""
    for one in checked:
        lines = Lines.of(one.article.text)
        for finding in one.findings:
            line, column, end_line, end_column = lines.region(finding.span)
            properties = {
                "file": name_of(one.article),
                "line": str(line),
                "endLine": str(end_line),
                "title": finding.check,
            }
            if line == end_line:
                # Columns are only allowed within one line.
                properties |= {"col": str(column), "endColumn": str(end_column)}
            told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
            better = f"; better: {finding.suggestion}" if finding.suggestion else ""
            message = _data(f"{finding.span.text}: {finding.message}{better} ({finding.basis})")
            out.write(f"::{_LEVELS[finding.severity]} {told}::{message}\n".encode())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

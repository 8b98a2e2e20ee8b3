"""Findings as a listing for the eye: report by report, each finding with its place, what is wrong, and what it rests on."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from detente.formats.findings.lines import Lines, name_of
from detente.formats.wording import plain

if TYPE_CHECKING:
    from rich.text import Text

    from detente.checking import Checked
    from detente.model import Finding

WIDTH = 100
_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_LONGEST = 90


def write(checked: Iterable[Checked], out: BinaryIO) -> None:
    """Writes the listing, in colour where `out` is a terminal."""
    from rich.console import Console

    terminal = out.isatty()
    text = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    try:
        console = Console(file=text, width=None if terminal else WIDTH, highlight=False)
        told = [one for one in checked if one.findings]
        for number, one in enumerate(told):
            if number:
                console.print()
            console.print(plain(name_of(one.article)), style="bold", markup=False, soft_wrap=True)
            lines = Lines.of(one.article.text)
            for finding in one.findings:
                for part in _parts(finding, lines):
                    console.print(part, soft_wrap=True)
    finally:
        text.detach()


def _parts(finding: Finding, lines: Lines) -> list[Text]:
    from rich.text import Text

    line, column = lines.place(finding.span.start)
    head = Text(f"  {line}:{column:<4} ", style="dim")
    head.append(f"{finding.severity:8}", style=_STYLES[finding.severity])
    head.append(f"{finding.check}  ", style="dim")
    head.append(f"“{_short(finding.span.text)}”", style="bold")
    parts = [head, Text(f"      {plain(finding.message)}")]
    if finding.suggestion:
        parts.append(Text(f"      better: {plain(finding.suggestion)}", style="green"))
    parts.append(Text(f"      rests on: {plain(finding.basis)}", style="dim"))
    return parts


def _short(words: str) -> str:
    words = " ".join(words.split())
    return plain(words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…")

"""The bar that shows how far a long run has got."""

from __future__ import annotations

import io
import sys

import pytest

from detente.commands import progress
from detente.commands.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def stderr_of(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress("coding") as shown:
        shown.step()
        shown.say("one\x1b[2J: there is no such file")
        shown.step()
    return stream.getvalue()


def test_a_bar_on_a_terminal_when_the_work_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LONG", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    told = stderr_of(Terminal(), monkeypatch)
    assert "2 articles" in told
    assert "one\\x1b[2J: there is no such file\n" in told


def test_no_bar_when_the_work_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    assert stderr_of(Terminal(), monkeypatch) == "one\\x1b[2J: there is no such file\n"


def test_no_bar_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LONG", -1.0)
    assert stderr_of(io.StringIO(), monkeypatch) == "one\\x1b[2J: there is no such file\n"

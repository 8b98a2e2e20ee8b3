"""A bar that shows how far a long run has got."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from detente.commands.terminal import printable, say

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

LONG = 2.0
"""Seconds after which work counts as long."""


class Progress:
    """Counts what is done, and shows it on standard error when that is a terminal and the work is long."""

    def __init__(self, doing: str) -> None:
        self.doing = doing
        self.done = 0
        self._begun = time.monotonic()
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if self._bar is None and sys.stderr.isatty() and time.monotonic() - self._begun > LONG:
            self._bar = _bar()
            self._bar.add_task(self.doing, total=None)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self.done)

    def say(self, line: str) -> None:
        """Writes a line to standard error, above the bar when there is one."""
        if self._bar is None:
            say(line)
        else:
            self._bar.console.out(printable(line), highlight=False)


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f} articles"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        # Standard output belongs to the items alone.
        redirect_stdout=False,
        redirect_stderr=False,
    )

"""What ends a command early: each failure is one line on standard error and an exit status, never a traceback."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperGroup

from detente.commands.output import writing
from detente.commands.terminal import say
from detente.errors import DetenteError

FAILED = 1
INTERRUPTED = 128 + signal.SIGINT
PIPE_CLOSED = 141
"""128 + SIGPIPE, which not every system has a name for: what a shell reports of a program whose reader went away."""


class OneLineGroup(TyperGroup):
    """Runs the command that was asked for, and tells what goes wrong in one line."""

    def invoke(self, ctx: Any) -> Any:
        with in_one_line():
            return super().invoke(ctx)


@contextlib.contextmanager
def in_one_line() -> Iterator[None]:
    """Ends the command with one line for a `DetenteError`, and without a word where there is nobody to tell.

    Any other exception is a fault of détente and passes.
    """
    try:
        yield
        # What the system still holds is written now, so that a full disk is noticed while it can be told.
        with writing("standard output"):
            sys.stdout.flush()
    except DetenteError as error:
        with contextlib.suppress(OSError):
            say(f"detente: {error}")
        _let_go_of_output()
        raise typer.Exit(FAILED) from None
    except BrokenPipeError:
        _let_go_of_output()
        raise typer.Exit(PIPE_CLOSED) from None
    except KeyboardInterrupt:
        _end_workers()
        raise typer.Exit(INTERRUPTED) from None


def _let_go_of_output() -> None:
    """Sends what is still unwritten nowhere: Python would try again at its end, and complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _end_workers() -> None:
    """Ends the processes that code articles; Python would wait until they are done."""
    if "multiprocessing" in sys.modules:
        import multiprocessing

        for worker in multiprocessing.active_children():
            worker.terminate()

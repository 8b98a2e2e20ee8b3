"""One line of markup to a sentence and what is marked in it.

    [1 The European Union] {urged|REQUEST/yield 1>2} [2 Minsk] to {free|RETREAT/release 2>3 demanded} [3 jailed reporters].

`corpus/GUIDELINE.md` tells what the marks mean; here is only how they are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from detente.errors import DataError
from detente.model import Status

_PARTY = re.compile(r"\[(\d{1,2}) ")
_CONDITION = re.compile(r"<([a-z]) ")
_TYPE = re.compile(r"^([A-Z][A-Z_]*)(?:/([a-z][a-z-]*))?$")
_STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}
_ROLES = re.compile(r"^(\d+(?:,\d+)*)?([>=])(\d+(?:,\d+)*)?$")


@dataclass(frozen=True, slots=True)
class Party:
    """A span `[start, end)` of the sentence that names a party; `number` tells one party of the sentence from another."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledEvent:
    """An event as marked. `start`, `end` bound its trigger; actors and recipients are numbers of parties.

    In a `mutual` event both sides act on each other. `condition` bounds the words that it depends on.
    """

    start: int
    end: int
    event: str
    mode: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    mutual: bool
    status: Status
    negated: bool
    condition: tuple[int, int] | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence without its marks, with the parties in the order of the text and the events in that of their triggers."""

    text: str
    parties: tuple[Party, ...]
    events: tuple[LabelledEvent, ...]


def read_line(line: str) -> Example:
    """The example that a line of markup holds. Raises `DataError` where a mark is broken or refers to nothing."""
    return _Line(line).read()


class _Line:
    def __init__(self, line: str) -> None:
        self._line = line
        self._out: list[str] = []
        self._length = 0
        self._parties: list[Party] = []
        self._labels: list[tuple[int, int, str]] = []
        self._conditions: dict[str, tuple[int, int]] = {}

    def read(self) -> Example:
        open_marks: list[tuple[str, str, int]] = []
        at = 0
        line = self._line
        while at < len(line):
            char = line[at]
            if char in "[<":
                found = (_PARTY if char == "[" else _CONDITION).match(line, at)
                if found is None:
                    raise self._error(f"{line[at : at + 12]!r} opens no mark")
                open_marks.append((char, found.group(1), self._length))
                at = found.end()
            elif char == "{":
                open_marks.append((char, "", self._length))
                at += 1
            elif char in "]>":
                self._close(open_marks, "[" if char == "]" else "<")
                at += 1
            elif char == "|":
                close = line.find("}", at)
                if close < 0 or not open_marks or open_marks[-1][0] != "{":
                    raise self._error("a bar outside of a trigger")
                start = open_marks.pop()[2]
                self._labels.extend((start, self._length, label.strip()) for label in line[at + 1 : close].split(";"))
                at = close + 1
            elif char == "}":
                raise self._error("a trigger without a label")
            else:
                self._out.append(char)
                self._length += 1
                at += 1
        if open_marks:
            raise self._error(f"{open_marks[-1][0]!r} is never closed")
        text = "".join(self._out)
        events = sorted((self._event(*label) for label in self._labels), key=lambda event: event.start)
        return Example(text, tuple(sorted(self._parties, key=lambda p: p.start)), tuple(events))

    def _close(self, open_marks: list[tuple[str, str, int]], kind: str) -> None:
        if not open_marks or open_marks[-1][0] != kind:
            raise self._error(f"a mark is closed that is not the last one opened ({''.join(self._out)[-20:]!r})")
        _, name, start = open_marks.pop()
        if kind == "[":
            self._parties.append(Party(int(name), start, self._length))
        else:
            self._conditions[name] = (start, self._length)

    def _event(self, start: int, end: int, label: str) -> LabelledEvent:
        words = label.split()
        kind = _TYPE.match(words[0]) if words else None
        roles = _ROLES.match(words[1]) if len(words) > 1 else None
        if kind is None or roles is None or not (roles.group(1) or roles.group(3)):
            raise self._error(f"label {label!r}: a type and its roles are wanted, as in 'REQUEST/yield 1>2'")
        left, right = (self._numbers(group, label) for group in (roles.group(1), roles.group(3)))
        mutual = roles.group(2) == "="
        status: Status = "happened"
        negated = False
        condition = None
        contexts: list[str] = []
        for word in words[2:]:
            if word == "not":
                negated = True
            elif word.startswith("+"):
                contexts.append(word[1:])
            elif word.startswith("if:"):
                condition = self._conditions.get(word[3:])
                if condition is None:
                    raise self._error(f"label {label!r}: no condition {word[3:]!r}")
            elif word in _STATUSES:
                status = _STATUSES[word]
            else:
                raise self._error(f"label {label!r}: {word!r} is no status, context or condition")
        if mutual:
            left = right = tuple(dict.fromkeys((*left, *right)))
        return LabelledEvent(
            start, end, kind.group(1), kind.group(2), left, right, mutual, status, negated, condition, tuple(contexts)
        )

    def _numbers(self, group: str | None, label: str) -> tuple[int, ...]:
        numbers = tuple(int(n) for n in group.split(",")) if group else ()
        known = {party.number for party in self._parties}
        for number in numbers:
            if number not in known:
                raise self._error(f"label {label!r}: no party {number}")
        return numbers

    def _error(self, reason: str) -> DataError:
        return DataError(f"{reason}, in: {self._line[:80]}")

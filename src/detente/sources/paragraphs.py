"""A text's paragraphs, whichever way its lines were broken."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

# \S begins a line and the rest of it follows: one pass, also over megabytes of blanks.
_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(rf"\S[^{_ENDS}]*")
_END = re.compile(rf"\r\n|[{_ENDS}]")
_BULLET = re.compile(r"(?:[-*+•·–—▪●]|\d{1,3}[.)])\s")
_HEADING = re.compile(r"#{1,6}\s")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WIDEST = 100
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it. `indent` is the number of blanks before it on its line."""

    start: int
    end: int
    indent: int
    new_paragraph: bool
    text: str


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of `text` as pairs of offsets, in order and disjoint; only blank space stands between them.

    A blank line always divides. A single line break divides unless the line was broken because the next word did not
    fit, or the sentence plainly goes on.
    """
    lines = _lines(text)
    width = _wrapped_at(lines)
    found: list[tuple[int, int]] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and not line.new_paragraph and _goes_on(previous, line, width):
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
        previous = line
    return found


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        gap = text[end : match.start()]
        breaks = _END.findall(gap)
        divided = len(breaks) > 1 or any(b in "\f\u2029" for b in breaks)
        stripped = match.group().rstrip()
        indent = len(gap) - max((m.end() for m in _END.finditer(gap)), default=0)
        lines.append(Line(match.start(), match.start() + len(stripped), indent, divided or not lines, stripped))
        end = match.start() + len(stripped)
    return lines


def _wrapped_at(lines: list[Line]) -> int | None:
    """The width at which the lines were filled, or None where lines are paragraphs.

    Filled text shows in two ways: hardly a line could have held the next one's first word, and most breaks fall inside
    a sentence.
    """
    width = max((len(line.text) for line in lines if " " in line.text), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not b.new_paragraph]
    full = [(a, b) for a, b in pairs if _full(a, b, width)]
    inside = [(a, b) for a, b in full if not _SENTENCE_END.search(a.text[-12:])]
    if len(pairs) < 3 and not all(b.text[0].islower() for _, b in pairs):
        return None
    return width if full and len(full) >= 0.6 * len(pairs) and len(inside) >= 0.5 * len(full) else None


def _full(line: Line, following: Line, width: int) -> bool:
    first_word = len(following.text.split(None, 1)[0])
    return len(line.text) + 1 + first_word > width


def _goes_on(line: Line, following: Line, width: int | None) -> bool:
    if _BULLET.match(following.text) or _HEADING.match(following.text) or _HEADING.match(line.text):
        return False
    ended = bool(_SENTENCE_END.search(line.text[-12:]))
    if following.text[0].islower() and not ended:
        return True
    if width is None or following.indent >= line.indent + 2:
        return False
    return _full(line, following, width)

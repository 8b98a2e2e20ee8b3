"""The words in question with a few of their neighbours, as the basis of a finding."""

from __future__ import annotations

_BEFORE = 30
_AFTER = 20
_LONGEST = 110


def around(text: str, start: int, end: int) -> str:
    """ "it reads: ..." with whole words on either side, in one line; long findings are cut."""
    first, last = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    while first > 0 and first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    words = " ".join(text[first:last].split())
    return f"it reads: {words if len(words) <= _LONGEST else words[:_LONGEST] + ' ...'}"

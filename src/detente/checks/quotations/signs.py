"""A quotation mark as it stands: its sign, and whether its place beside blanks is that of an opening or of a closing one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.model import Block

# Marks within a tag are none. Two apostrophes stand for either mark, as some newspapers keep their texts.
_MARK = re.compile(r"<[a-z/][^<>]*>|(?P<mark>““|””|\"\"|\"“|”\"|[“”«»\"]|``|''|’’|‘‘)")
OPENING = frozenset({"“", "«", "``", "‘‘"})
CLOSING = frozenset({"”", "»", "’’"})
FAMILY = {"«": "angled", "»": "angled", '"': "straight", "``": "typed", "''": "typed"}
WITH_BLANKS_INSIDE = frozenset({"«", "»"})
_DOUBLED = {"““": "“", "””": "”", '""': '"', '"“': "“", '”"': "”"}
OTHER = {"“": "”", "”": "“", '"': '"', "«": "»", "»": "«", "``": "''", "''": "''", "’’": "‘‘", "‘‘": "’’"}
_BEFORE_OPENING = frozenset("([{/'‘’—–-―")
_AFTER_CLOSING = frozenset(".,;:!?)]}/'’—–-―…")
_BLANK = frozenset("\u200b\u202a\u202c\ufeff\u2060")
_POINTS = re.compile(r"\s?…|\.\s?\.|\.\w|\.@")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: offsets, the sign, and whether its place beside blanks is that of an opening or a closing one.

    `glued`: a word or stop stands on both sides without a blank.
    """

    start: int
    end: int
    sign: str
    at_opening: bool
    at_closing: bool
    glued: bool = False

    @property
    def loose(self) -> bool:
        """Whether blanks stand on both sides."""
        return not self.at_opening and not self.at_closing


def marks(text: str, block: Block) -> list[Mark]:
    """The marks of a paragraph."""
    return [_mark(text, m, block) for m in _MARK.finditer(text, block.start, block.end) if m["mark"]]


def _mark(text: str, match: re.Match[str], block: Block) -> Mark:
    before = text[match.start() - 1] if match.start() > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    blank_before = before in _BLANK or before.isspace()
    blank_after = (after in _BLANK or after.isspace()) and not _POINTS.match(text, match.end())
    # Points may stand for words left out on either side, and for a name on a network.
    stop_after = after in ".,;:!?)" and not _POINTS.match(text, match.end())
    at_opening = (blank_before or before in _BEFORE_OPENING) and not blank_after and not stop_after
    at_closing = not blank_before and (blank_after or after in _AFTER_CLOSING or not at_opening)
    glued = not blank_before and after.isalnum()
    return Mark(match.start(), match.end(), _DOUBLED.get(match["mark"], match["mark"]), at_opening, at_closing, glued)


def word_before(text: str, at: int, first: int) -> int:
    """Where the word before an offset begins, not before `first`."""
    while at > first and text[at - 1].isspace():
        at -= 1
    while at > first and not text[at - 1].isspace():
        at -= 1
    return at


def word_after(text: str, at: int, last: int) -> int:
    """Where the word after an offset ends, not after `last`."""
    while at < last and text[at].isspace():
        at += 1
    while at < last and not text[at].isspace():
        at += 1
    return at


def trimmed(text: str, start: int, end: int) -> int:
    """The end of a stretch without the blanks at its end."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end

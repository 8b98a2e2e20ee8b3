"""Whose a title is: the names of states, organisations and groups that stand right before or behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.entry import Entry
from detente.knowledge.names import Match
from detente.knowledge.naming import Naming
from detente.knowledge.phrases import DETERMINERS, FORMER, only_backing

if TYPE_CHECKING:
    from detente.language.parse import Sentence

Owner = tuple[tuple[Entry, ...], str]
"""The entries that a name can stand for, likeliest first, and the name where it is part of titles ("CIA director")."""


class Owning:
    """Reads the owners of titles in one article from the order of words."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming

    def ending(self, sentence: Sentence, at: int) -> tuple[Owner, int] | None:
        """The owner whose name, or whose genitive, ends at a token, and the first token of it."""
        doc = sentence.tokens.doc
        last = at - 1 if doc[at].lower_ in ("'s", "’s", "'", "’") and at > sentence.tokens.start else at
        match = self._naming.match(doc[last])
        # "The former Ukrainian minister" is still Ukrainian, though "the former Soviet republic" is no longer Soviet.
        given_up = last > sentence.tokens.start and doc[last - 1].lower_ in FORMER
        if match is None or (only_backing(doc[last]) and not given_up):
            return None
        owner = self._owner(match)
        if owner is None:
            return None
        first = last
        while first > sentence.tokens.start and self._naming.match(doc[first - 1]) is match:
            first -= 1
        return owner, first

    def beginning(self, sentence: Sentence, at: int) -> tuple[Owner, int] | None:
        """The owner whose name begins at a token, past "the", and the token behind it."""
        doc, end = sentence.tokens.doc, sentence.tokens.end
        if at < end and doc[at].lower_ in DETERMINERS:
            at += 1
        match = self._naming.match(doc[at]) if at < end else None
        owner = self._owner(match) if match else None
        if owner is None:
            return None
        while at < end and self._naming.match(doc[at]) is match:
            at += 1
        return owner, at

    def _owner(self, match: Match) -> Owner | None:
        named = self._naming.choose(match)
        if named is None or named.entry.kind not in ("state", "organisation", "group"):
            return None
        # "Congolese" is of two states; the name beside the title may tell which.
        others = [n.entry for n in match.named if n.form == named.form and n.entry.kind == "state" and n.end is None]
        entries = tuple(dict.fromkeys((named.entry, *others)))
        return entries, match.text if named.form in ("metonym", "name") else ""

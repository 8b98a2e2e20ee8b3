"""Names of days and of known events among the words of a text: each is made one word of class J or j."""

from __future__ import annotations

import functools
from collections import defaultdict

from detente.coding.times.named_days import named_days
from detente.coding.times.named_events import known_in, plain_words, scheduled_in
from detente.coding.times.tokens import cut

_NO_DAY = frozenset({
    "island", "islands", "rising", "war", "offensive", "truce", "agreement", "agreements", "accord", "accords", "massacre",
    "carol", "square", "road", "street", "mosque", "park", "party",
})  # fmt: skip
"""Words that make a name of something else of what stands before them: "the Good Friday Agreement"."""
_EVENTS = frozenset({
    "massacre", "crackdown", "protests", "disaster", "bombing", "bombings", "attack", "attacks", "genocide", "killings",
    "declaration", "catastrophe", "shootings", "siege", "uprising", "accident", "agreement", "accords", "summit", "games", "coup",
    "invasion", "square",
})  # fmt: skip
"""Words that may end the name of an event."""
_FAMILY_NAMES = frozenset({"ramadan", "ramazan"})
_REACH = 10
"""How many words the name of an event may have."""


class Naming:
    """The words of a text while it is cut up; what names a day or an event is joined in place."""

    def __init__(self, text: str, lower: list[str], starts: list[int], ends: list[int], classes: list[str]) -> None:
        self.text, self.lower, self.starts, self.ends, self.classes = text, lower, starts, ends, classes

    def join(self, places: list[int]) -> bool:
        """Joins the names of days that begin at some of the words, and those of events after "the eve of".

        Tells whether there were any.
        """
        if "v" in self.classes or "y" in self.classes:
            before = len(self.classes)
            self._join_events()
            if len(self.classes) != before:
                names = first_words()
                places = [index for index, word in enumerate(self.lower) if word in names]
        found: list[tuple[int, int, str, str]] = []
        for index in places:
            if not found or index >= found[-1][1]:
                end, name, letter = self._day_at(index)
                if end:
                    found.append((index, end, name, letter))
        for start, end, name, letter in reversed(found):
            self._join(start, end, name, letter)
        return bool(found) or "j" in self.classes

    def _join_events(self) -> None:
        """The name of a known event after "the anniversary of", of a scheduled one after "the eve of"."""
        for index in range(len(self.classes) - 2, 0, -1):
            if self.classes[index] != "o" or self.classes[index - 1] not in ("v", "y"):
                continue
            start = index + 2 if self.classes[index + 1] == "T" else index + 1
            end = self._end_of_event(start, eve=self.classes[index - 1] == "v")
            if end > start:
                self._join(start, end, " ".join(self.lower[start:end]), "j")

    def _end_of_event(self, start: int, *, eve: bool) -> int:
        plain: list[str] = []
        owners: list[int] = []
        for index in range(start, min(start + _REACH, len(self.classes))):
            if self.classes[index] == "B":
                break
            words = plain_words(self.lower[index])
            plain += words
            owners += [index] * len(words)
        found = [end for _, end in scheduled_in(plain)] if eve else []
        known = known_in(plain)
        if known is not None and not eve:
            found.append(known[1])
        if not found:
            return start
        end = owners[max(found) - 1] + 1
        while end < len(self.lower) and self.lower[end] in _EVENTS:
            end += 1
        return end

    def _day_at(self, index: int) -> tuple[int, str, str]:
        """Where the name of a day at a word ends (0 where none is), the name, and its class: x in another name."""
        first = self.text[self.starts[index]]
        if not (first.isupper() or first.isdigit()):
            return 0, "", ""
        name = next((name for words, name in first_words().get(self.lower[index], ()) if self._stand(words, index)), "")
        if not name:
            return 0, "", ""
        end = index + len(cut(name))
        if end < len(self.lower) and self.lower[end] in _NO_DAY and self.text[self.starts[end]].isupper():
            return end, name, "x"
        if name in _FAMILY_NAMES and index and self.classes[index - 1] == "x" and self.text[self.starts[index - 1]].isupper():
            return 0, "", ""
        return end, name, "J"

    def _stand(self, words: list[str], index: int) -> bool:
        return [word.replace("’", "'") for word in self.lower[index : index + len(words)]] == words

    def _join(self, start: int, end: int, name: str, letter: str) -> None:
        self.lower[start:end] = [name]
        self.starts[start:end] = [self.starts[start]]
        self.ends[start:end] = [self.ends[end - 1]]
        self.classes[start:end] = [letter]


@functools.cache
def first_words() -> dict[str, list[tuple[list[str], str]]]:
    """The names of days by their first word, each as its words and itself, longest first."""
    found: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for name in named_days():
        words = cut(name)
        found[words[0]].append((words, name))
    for names in found.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return dict(found)

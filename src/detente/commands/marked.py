"""A sentence with the evidence of an item marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from detente.commands.terminal import printable

if TYPE_CHECKING:
    from rich.text import Text

    from detente.model import Item, Span

_COLOURS = ("green", "magenta", "cyan", "yellow", "blue", "red")
_OWN = {"trigger": "red", "cue": "red", "actor": "green", "speaker": "green", "recipient": "magenta", "content": "cyan"}


class Mark(NamedTuple):
    """A stretch of the sentence (offsets into it) and the roles that it plays."""

    start: int
    end: int
    roles: tuple[str, ...]


def marks(item: Item) -> list[Mark]:
    """The evidence that lies in the item's sentence, in reading order, outer before inner; cut to the sentence."""
    start, end = item.text_info.start, item.text_info.end
    roles: dict[tuple[int, int], list[str]] = {}
    for role, span in _evidence(item):
        if span.start < end and span.end > start:
            roles.setdefault((max(span.start, start) - start, min(span.end, end) - start), []).append(role)
    found = [Mark(*where, tuple(dict.fromkeys(named))) for where, named in roles.items()]
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def elsewhere(item: Item) -> list[tuple[str, Span]]:
    """The evidence that reaches beyond the item's sentence, by role."""
    start, end = item.text_info.start, item.text_info.end
    return [(role, span) for role, span in _evidence(item) if span.start < start or span.end > end]


def bracketed(sentence: str, marked: Sequence[Mark]) -> str:
    """The sentence with `[role: ...]` around its evidence; a mark that overlaps another is closed and opened again."""
    out: list[str] = []
    stack: list[Mark] = []
    cuts = sorted({0, len(sentence), *(m.start for m in marked), *(m.end for m in marked)})
    for here, there in zip(cuts, [*cuts[1:], len(sentence)], strict=True):
        again: list[Mark] = []
        while any(mark.end <= here for mark in stack):
            out.append("]")
            top = stack.pop()
            if top.end > here:
                again.append(top)
        for mark in [*reversed(again), *(m for m in marked if m.start == here < m.end)]:
            stack.append(mark)
            out.append(f"[{', '.join(mark.roles)}: ")
        out.append(sentence[here:there])
    return "".join(out) + "]" * len(stack)


def coloured(sentence: str, marked: Sequence[Mark]) -> Text:
    """The sentence with its evidence in colour, and the roles named after it in theirs."""
    from rich.text import Text

    colours = _colours(marked)
    text = Text(sentence)
    for mark in marked:
        # What is inside shows by its own colour, what is around it by the line below.
        text.stylize(f"underline {colours[mark.roles[0]]}", mark.start, mark.end)
        if mark.roles[0] in {"trigger", "cue"}:
            text.stylize("bold", mark.start, mark.end)
    legend = Text("   ").join(Text(role, style=colour) for role, colour in colours.items())
    return Text("\n").join([text, legend]) if colours else text


def _colours(marked: Sequence[Mark]) -> Mapping[str, str]:
    colours: dict[str, str] = {}
    for number, role in enumerate(dict.fromkeys(role for mark in marked for role in mark.roles)):
        colours[role] = _OWN.get(role, _COLOURS[number % len(_COLOURS)])
    return colours


def _evidence(item: Item) -> Iterator[tuple[str, Span]]:
    for role, spans in item.evidence.items():
        for span in spans:
            yield role, span


def on_one_line(sentence: str) -> str:
    """The sentence with line breaks as blanks and control characters as `?`, each for one, so that offsets stay."""
    return "".join(" " if c.isspace() else c if printable(c) == c else "?" for c in sentence)

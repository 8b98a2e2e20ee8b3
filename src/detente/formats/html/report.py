"""The report with its marks: the text cut at every boundary, marks nested, and opened again where they overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.formats.html.escape import safe
from detente.formats.html.marks import LAYERS, Mark
from detente.model import Article, Block

_FOCUSED = {"event", "figure", "finding", "talks", "commitment", "position", "forecast"}
"""Layers that the keyboard stops at; a statement is reached by its card, else every second word would be a stop."""


@dataclass(slots=True)
class _Open:
    mark: Mark
    at: int  # place of its opening tag in the output, which is only written once its end is known
    first: bool


class Report:
    """Writes an article's text as HTML.

    `prefix` starts every id ("a1"). `anchors` gives, for each item whose words have been written, the id of its first
    mark; it fills as the text is written.
    """

    def __init__(self, article: Article, marks: Sequence[Mark], prefix: str) -> None:
        self.article = article
        self.marks = marks
        self.prefix = prefix
        self._begun: set[int] = set()
        self.anchors: dict[int, str] = {}
        self._speaker: str | None = None

    def headline(self, block: Block) -> str:
        """The marked words of one block, without an element around them."""
        self._speaker = None
        return self.words(block.start, block.end)

    def body(self, skip: Block | None = None) -> str:
        """All blocks but `skip` as headings and paragraphs; blocks on one line (a dateline and its text) share one."""
        runs = ([block for block in run if block != skip] for run in _paragraphs(self.article))
        return "\n".join(self._paragraph(run) for run in runs if run)

    def _paragraph(self, blocks: list[Block]) -> str:
        self._speaker = None
        kind = blocks[0].kind if len(blocks) == 1 else "body"
        element = "h3" if kind in {"headline", "subhead"} else "p"
        parts = []
        for place, block in enumerate(blocks):
            end = blocks[place + 1].start if place + 1 < len(blocks) else block.end
            words = self.words(block.start, end)
            parts.append(f'<span class="b-{block.kind}">{words}</span>' if len(blocks) > 1 and block.kind != "body" else words)
        return f'<{element} class="b-{kind}">{"".join(parts)}</{element}>'

    def words(self, start: int, end: int) -> str:
        """The text from `start` to `end` with its marks.

        Without tags, and without the speakers' names in `<i>`, what is returned is the text itself.
        """
        inside = [(i, m) for i, m in enumerate(self.marks) if m.start < end and start < m.end]
        cuts = sorted({start, end, *(max(start, m.start) for _, m in inside), *(min(end, m.end) for _, m in inside)})
        out: list[str] = []
        stack: list[_Open] = []
        for here, there in zip(cuts, [*cuts[1:], end], strict=True):
            self._close(out, stack, here)
            beginning = [(i, m) for i, m in inside if max(start, m.start) == here and m.end > here]
            for i, mark in sorted(beginning, key=lambda pair: (-pair[1].end, LAYERS.index(pair[1].layer))):
                self._open(out, stack, mark, first=i not in self._begun)
                self._begun.add(i)
            out.append(safe(self.article.text[here:there]))
        self._close(out, stack, end, last=True)
        return "".join(out)

    def _open(self, out: list[str], stack: list[_Open], mark: Mark, *, first: bool) -> None:
        stack.append(_Open(mark, len(out), first))
        out.append("")
        if first and mark.who and mark.who != self._speaker:
            self._speaker = mark.who
            out.append(f'<i class="who" aria-hidden="true">{safe(mark.who)}</i>')

    def _close(self, out: list[str], stack: list[_Open], here: int, *, last: bool = False) -> None:
        lowest = next((n for n, opened in enumerate(stack) if last or opened.mark.end <= here), None)
        if lowest is None:
            return
        again = [opened for opened in stack[lowest:] if not last and opened.mark.end > here]
        for opened in reversed(stack[lowest:]):
            cut = opened in again or (last and opened.mark.end > here)
            out[opened.at] = self._tag(opened, cut_right=cut)
            out.append("</span>")
        del stack[lowest:]
        for opened in again:
            self._open(out, stack, opened.mark, first=False)

    def _tag(self, opened: _Open, *, cut_right: bool) -> str:
        mark = opened.mark
        classes = ["m", f"k-{mark.layer}", *mark.classes]
        classes += [] if opened.first else ["cut-l"]
        classes += ["cut-r"] if cut_right else []
        told = [f'class="{" ".join(classes)}"']
        if mark.cards:
            told.append(f'data-i="{" ".join(map(str, mark.cards))}"')
        if mark.note:
            told.append(f'data-note="{safe(mark.note)}"')
        if opened.first and (new := [n for n in mark.leads if n not in self.anchors]):
            self.anchors.update(dict.fromkeys(new, f"{self.prefix}m{new[0]}"))
            told.append(f'id="{self.prefix}m{new[0]}"')
            if mark.layer in _FOCUSED:
                told.append(f'tabindex="0" role="link" aria-describedby="{self.prefix}c{new[0]}"')
        return f"<span {' '.join(told)}>"


def _paragraphs(article: Article) -> Iterator[list[Block]]:
    """The blocks in runs that share a line; words outside every block, which no reader should lose, count as body."""
    run: list[Block] = []
    for block in _covering(article):
        if run and "\n" in article.text[run[-1].end : block.start]:
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _covering(article: Article) -> Iterator[Block]:
    here = 0
    for block in sorted(article.blocks, key=lambda b: b.start):
        yield from _plain_blocks(article.text, here, block.start)
        if block.start >= here and block.end > block.start:
            yield block
            here = block.end
    yield from _plain_blocks(article.text, here, len(article.text))


def _plain_blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """Paragraphs between blank lines in a stretch that has no blocks of its own."""
    at = start
    for part in text[start:end].split("\n\n"):
        words = part.strip()
        if words:
            begin = at + part.index(words)
            yield Block(kind="body", start=begin, end=begin + len(words))
        at += len(part) + 2

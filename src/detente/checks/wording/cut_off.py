"""A sentence that is cut off, or that begins in its middle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.around import around
from detente.model import Block
from detente.model.finding import Severity

NAME = "cut-off"
SEVERITY = "warning"
SAYS = "a sentence is cut off, or begins in its middle"

_ENDS = re.compile(r"(?:[.!?:;…]|\.\s?\.)[\"'”“’»)\]*_]*$|[\"”’'»)\]|]$")
_UNFINISHED = frozenset(
    (
        "a about according against almost also although amid among an and any are as at be because been being between "
        "both but by could despite due during either every for from had has have he her his i if in including into is "
        "its may might must my nearly nor of or our per regarding said saying several she should such than that the "
        "their these they those though to toward towards under unless until upon very via was we were when whether "
        "which while who whom whose will with without would"
    ).split()
)
_NEVER_ENDS_HEADLINE = frozenset("the a an of and or its their his whose because than into he she they we with".split())
_NEVER_LAST = re.compile(
    r"\b(?:the|an|of the|and|or|their|our|its|your|my|every|whose|(?:of|to|with|for|in|from|was|is|by|as) a|than|because|although"
    r"|unless|towards|despite|amid|(?:said|says|told reporters) that)[.](?=\s+[A-Z“\"]|\s*$)"
)
_TAKES_IN = re.compile(
    r"\b(?:liv|let|giv|gave|com|came|go|went|mov|step|br[io]|sign|lock|fl[ey]|call|believ|interest|involv|stuck|hand|ris|set|kick|pull"
    r"|rol|fenc|hem|tak|took|cav|log|check|pitch|fit|stay|keep|kept|trad)\w* in$"
)
_LEADS_ON = re.compile(r"(?<!below)[:;]$")
_ASKS = re.compile(r"(?:What|How|Who|Why|Where|Which|When)\b")
_SMALL_AFTER_STOP = re.compile(r"(?P<last>[A-Za-z]?[a-z]{4,})\.[”\"]?\s(?P<first>[a-z]{2,})[\s,]")
_ABBREVIATED = re.compile(r"^(?:[^aeiouy]+|approx|govt|sept|dept|prof|inc|corp|assn|dist|univ|capt|abbr|misc)$")
_POSSESSIVE = re.compile(r"[A-Za-z]+(?:'s|’s|s'|s’)$")

_MARKER = re.compile(r"(?:…|\.\.\.)?\s*\[\s?\+?\s?\d+\s(?:chars|characters|words)\s?\]\.?|(?:…|\.\.\.)?\s*\[(?:…|\.\.\.)\]\s*$")
_POINTS = re.compile(r"(?P<last>\w[\w’'-]*)\s?(?:…|\.\s?\.\s?\.)\s*$")
_ITEM = re.compile(r"[-*+•·–—▪●]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3}[.!?][\"'”’»)\]]*\s+[\"“‘'(]*[A-Z]")
_LAST_SENTENCE = re.compile(r"(?:.*[.!?…][\"'”’»)\]]*\s+)?(?P<last>.*)$", re.S)
_NO_SENTENCE = re.compile(
    r"\b(?:reporting|reported|writing|edited|photographs?|contributed|translated) (?:by|:|from|to)"
    r"|\badditional reporting\b|@|https?:|\bemail\b|\bletters\b"
    r"|\b(?:is|was) (?:a|an|the|also|now|currently|chief|senior|professor|director|co-author|editor|author|head"
    r"|[\w’]+[’']s)\b|^[•―–—-]|\bauthor of\b"
    r"|\bis (?:published|released|out)\b|\bPM\b|\bAM\b",
    re.I,
)
_BEGINS = re.compile(r"(?P<first>[a-z]{2,}|a)[,;]?\s+\S+\s+\S+\s+\S|[,;)]\s?\w")
_IN_SMALL_LETTERS = frozenset({"al", "de", "van", "von", "bin", "el", "l", "http", "https", "www"})
_LEAST_WORDS = 6
_MOST = 2
"""Paragraphs without end in one report that can be slips; more of them are its way of setting things."""


def find(report: Report) -> Iterator[Problem]:
    """Headlines, list items, captions and bylines have no end mark and are right."""
    body = [b for b in report.article.blocks if b.kind == "body"]
    yield from _inside(report)
    open_ended = [b for b in body if _without_end(report.text, b)]
    for block in body:
        end = _stripped_end(report.text, block)
        text = report.text[block.start : end]
        marker = _MARKER.search(text)
        if marker:
            yield _problem(report, block.start + marker.start(), block.start + marker.end(), "the text is cut off here", "error")
        elif block in open_ended:
            yield from _open_end(report, block, text, body, len(open_ended))
        elif block == body[-1] and _LEADS_ON.search(text) and len(text.split()) >= _LEAST_WORDS:
            yield _problem(report, end - len(text.split()[-1]), end, f"the report breaks off after “{text.split()[-1]}”", None)
        elif block == body[-1] and (points := _POINTS.search(text)) and not _quoted(report, end - 1):
            yield _problem(report, block.start + points.start(), end, "the report breaks off", None)
    yield from _begun_inside(report, body)
    yield from _headline(report)


def _headline(report: Report) -> Iterator[Problem]:
    """A headline has no end mark: only a word that none ends with tells."""
    for block in report.article.blocks:
        if block.kind == "headline":
            text = report.text[block.start : _stripped_end(report.text, block)]
            words = text.split()
            open_in = words and words[-1] == "in" and not _TAKES_IN.search(text) and not _ASKS.match(text)
            if len(words) >= _LEAST_WORDS and (open_in or words[-1] in _NEVER_ENDS_HEADLINE) and not _ASKS.match(text):
                start = block.start + len(text) - len(" ".join(words[-3:]))
                yield _problem(report, start, block.start + len(text), f"the headline is cut off after “{words[-1]}”", None)


def _open_end(report: Report, block: Block, text: str, body: list[Block], number: int) -> Iterator[Problem]:
    words = text.split()
    last = words[-1].lower().strip(",—–-") if words else ""
    start = block.start + len(text) - len(" ".join(words[-3:]))
    start = max(block.start, min(start, block.start + len(text) - 1))
    if (
        len(words) >= 4
        and (last in _UNFINISHED or text.endswith(",") or _POSSESSIVE.search(words[-1]))
        and words[-1] != words[-1].upper()
        and not _in_title_case(words)
    ):
        yield _problem(report, start, block.start + len(text), f"the sentence is cut off after “{words[-1]}”", "error")
        return
    if number > _MOST or len(words) < _LEAST_WORDS or _in_title_case(words):
        return
    heading_like = block == body[0] and not _SENTENCE_INSIDE.search(text)
    final = _LAST_SENTENCE.match(text)
    if heading_like or (final and _NO_SENTENCE.search(final["last"])):
        return
    # The last words of a report can be a credit; a paragraph of one sentence can be a caption.
    weak = block == body[-1] or not _SENTENCE_INSIDE.search(text)
    yield _problem(report, start, block.start + len(text), "the paragraph ends without an end mark", "note" if weak else None)


def _inside(report: Report) -> Iterator[Problem]:
    for match in _NEVER_LAST.finditer(report.text):
        if not _quoted(report, match.start()):
            yield _problem(report, match.start(), match.end(), f"the sentence is cut off after “{match.group()[:-1]}”", "error")
    found = [
        m for b in report.article.blocks if b.kind == "body" for m in _SMALL_AFTER_STOP.finditer(report.text, b.start, b.end)
    ]
    found = [m for m in found if not _ABBREVIATED.match(m["last"]) and m["first"] not in _IN_SMALL_LETTERS]
    if len(found) <= _MOST:
        for match in found:
            if not _quoted(report, match.start()):
                yield _problem(report, match.start(), match.end("first"), "a sentence begins in its middle", None)


def _begun_inside(report: Report, body: list[Block]) -> Iterator[Problem]:
    found = []
    blocks = [b for b in report.article.blocks if b.kind != "credit"]
    for before, block in zip([None, *blocks], blocks, strict=False):
        if block.kind != "body" or block not in body:
            continue
        match = _BEGINS.match(report.text, block.start, block.end)
        if not match or match["first"] in _IN_SMALL_LETTERS:
            continue
        if before is not None and before.kind == "body" and not _closed(report.text, before):
            continue
        end = match.end()
        while end < block.end and not report.text[end].isspace():
            end += 1
        found.append((block.start, end))
    if len(found) <= _MOST:
        for start, end in found:
            yield _problem(report, start, end, "the sentence begins in its middle", None)


def _closed(text: str, block: Block) -> bool:
    """Whether the paragraph before ends a sentence; after a colon, a list follows."""
    return bool(re.search(r"[.!?…][\"'”’»)\]]*$", text[block.start : _stripped_end(text, block)][-6:]))


def _without_end(text: str, block: Block) -> bool:
    end = _stripped_end(text, block)
    return not _ENDS.search(text[max(block.start, end - 6) : end]) and not _ITEM.match(text, block.start)


def _in_title_case(words: list[str]) -> bool:
    return sum(w[:1].isupper() or w[:1].isdigit() for w in words) > 0.6 * len(words)


def _stripped_end(text: str, block: Block) -> int:
    return block.start + len(text[block.start : block.end].rstrip())


def _quoted(report: Report, at: int) -> bool:
    return bool(report.reading.quotations.between(at, at + 1))


def _problem(report: Report, start: int, end: int, message: str, severity: Severity | None) -> Problem:
    return Problem(start, end, message, around(report.text, start, end), severity=severity)

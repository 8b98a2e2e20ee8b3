"""A word or a few words that stand twice, one right after the other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.around import around
from detente.language.parse import PARSED_KINDS

NAME = "doubled-word"
SEVERITY = "error"
SAYS = "a word or phrase stands twice in a row"

_TOKEN = re.compile(r"[\w’'-]+")
_LONGEST_PHRASE = 7
_ARTICLES = frozenset({"the", "a", "an"})
_FUNCTION_WORDS = frozenset(
    {
        *(
            "the",
            "a",
            "an",
            "of",
            "and",
            "to",
            "for",
            "at",
            "by",
            "from",
            "with",
            "as",
            "or",
            "but",
            "if",
            "was",
            "were",
            "are",
            "be",
        ),
        *(
            "been",
            "has",
            "have",
            "will",
            "would",
            "could",
            "should",
            "may",
            "might",
            "can",
            "its",
            "their",
            "our",
            "this",
            "these",
        ),
        *(
            "those",
            "he",
            "she",
            "we",
            "they",
            "it",
            "his",
            "into",
            "than",
            "between",
            "against",
            "not",
            "who",
            "which",
            "is",
            "in",
            "on",
            "over",
            "up",
            "out",
            "down",
        ),
    }
)
_MEANT = frozenset(
    {
        *(
            "had",
            "that",
            "her",
            "very",
            "really",
            "so",
            "many",
            "much",
            "more",
            "no",
            "yes",
            "blah",
            "ha",
            "bye",
            "etc",
            "never",
            "long",
        ),
        *("far", "now", "please", "well", "too", "go", "tut", "boo", "big", "old", "do", "you", "ever", "again", "good"),
        *("hush", "knock", "way", "pom", "chop", "wink", "there", "ho", "hear", "log", "extra", "super", "night"),
    }
)
_LINKING = frozenset({"in", "is", "on", "over", "up", "out", "down"})
_WITH_PARTICLES = frozenset(
    {
        *(
            "back",
            "break",
            "bring",
            "call",
            "carry",
            "check",
            "close",
            "come",
            "die",
            "draw",
            "drop",
            "fall",
            "fill",
            "fly",
            "get",
            "give",
        ),
        *(
            "go",
            "hand",
            "hold",
            "let",
            "log",
            "look",
            "move",
            "pass",
            "pull",
            "push",
            "put",
            "run",
            "send",
            "set",
            "settle",
            "sign",
            "sit",
        ),
        *(
            "stand",
            "start",
            "stay",
            "step",
            "take",
            "turn",
            "walk",
            "what",
            "who",
            "how",
            "where",
            "problem",
            "point",
            "question",
        ),
    }
)
_CHAINING = frozenset({"and", "or", "to", "in", "by", "upon", "after", "for", "on", "does", "did", "do", "is", "was", "have"})


def find(report: Report) -> Iterator[Problem]:
    """In direct speech only words that nobody says twice on purpose count; names may be doubled ("Sirte Sirte")."""
    for block in report.article.blocks:
        if block.kind in PARSED_KINDS:
            spans = [match.span() for match in _TOKEN.finditer(report.text, block.start, block.end)]
            yield from _in_block(report, spans, [report.text[start:end].lower() for start, end in spans])


def _in_block(report: Report, spans: list[tuple[int, int]], words: list[str]) -> Iterator[Problem]:
    at = 0
    while at + 1 < len(words):
        length = _doubled(words, at)
        two_articles = words[at] in _ARTICLES and words[at + 1] in _ARTICLES and length != 1
        span = spans[at][0], spans[at + max(1, 2 * length - 1)][1]
        if (length or two_articles) and _runs_on(report.text, spans[at : at + max(2, 2 * length)]):
            said = " ".join(report.text[spans[at][0] : spans[at + max(0, length - 1)][1]].split())
            if two_articles:
                if report.text[span[0] : span[1]].split()[1].islower():
                    yield _problem(report, *span, f"two articles in a row: {' '.join(words[at : at + 2])}", None)
            elif length == 1 and _word_is_wrong(report, spans[at][0], spans[at + 1][0], words[at]):
                yield _problem(report, *span, f"the word {words[at]} stands twice", said)
            elif length > 1 and _phrase_is_wrong(report, spans[at][0], words, at, length):
                yield _problem(report, *span, f"the words {said} stand twice", said)
            at += max(1, length)
        at += 1


def _doubled(words: list[str], at: int) -> int:
    """How many words from here on stand there twice; 0 if none."""
    word = words[at]
    for length, other in enumerate(words[at + 1 : at + 1 + _LONGEST_PHRASE], 1):
        if other == word and words[at : at + length] == words[at + length : at + 2 * length]:
            return length
    return 0


def _runs_on(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether nothing but blanks stands between the words."""
    return all(not text[a[1] : b[0]].strip() and text[a[1] : b[0]].count("\n") < 2 for a, b in itertools.pairwise(spans))


def _word_is_wrong(report: Report, start: int, second: int, word: str) -> bool:
    if word in _MEANT or not word.isalpha() or (len(word) == 1 and word != "a") or not report.text[second].islower():
        return False
    if word in _FUNCTION_WORDS:
        return word not in _LINKING or not _goes_with_verb(report, start)
    return not _quoted(report, start)


def _phrase_is_wrong(report: Report, start: int, words: list[str], at: int, length: int) -> bool:
    """Not "town to town to", "lots and lots and lots", "all he does he does": a linking word stands between them."""
    phrase = words[at : at + length]
    if len(set(phrase)) == 1 or phrase[0] == "and" or not all(w[0].isalpha() for w in phrase):
        return False
    if length == 2 and phrase[-1] in ("does", "did", "is"):
        return False
    if length == 2 and any(w in _CHAINING and other not in _FUNCTION_WORDS - _CHAINING for w, other in (phrase, phrase[::-1])):
        return False
    # The word that links may stand before or after: "day after day after day".
    if any(w in _CHAINING for w in phrase) and (
        words[at - 1 : at] == phrase[-1:] or words[at + 2 * length : at + 2 * length + 1] == phrase[:1]
    ):
        return False
    first = report.text[start : start + 1]
    if first.isupper() and all(report.text[m.start()].isupper() for m in _phrase_words(report, start, length)):
        return False
    return not _quoted(report, start) or set(phrase) <= _FUNCTION_WORDS


def _phrase_words(report: Report, start: int, length: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for match in _TOKEN.finditer(report.text, start):
        found.append(match)
        if len(found) == length:
            break
    return found


def _quoted(report: Report, at: int) -> bool:
    return bool(report.reading.quotations.between(at, at + 1))


def _goes_with_verb(report: Report, at: int) -> bool:
    """Whether the first of the two belongs to the verb before it: "the troops that came in in 1979"."""
    read = report.sentence_at(at)
    if read is None:
        return False
    token = next((t for t in read.sentence.tokens if read.sentence.offset + t.idx >= at), None)
    if token is None or token.i == 0:
        return False
    before = token.nbor(-1)
    return before.lemma_ in _WITH_PARTICLES or before.text == "-"


def _problem(report: Report, start: int, end: int, message: str, suggestion: str | None) -> Problem:
    return Problem(start, end, message, around(report.text, start, end), suggestion)

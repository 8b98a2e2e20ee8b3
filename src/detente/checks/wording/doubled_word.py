"""A word or a few words that stand twice, one right after the other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.around import around
from detente.checks.wording.doubling import (
    ARTICLES,
    CHAINING,
    DETERMINERS,
    FUNCTION_WORDS,
    LINKING,
    MEANT,
    NEVER_DOUBLED,
    WITH_PARTICLES,
)
from detente.language.parse import PARSED_KINDS

NAME = "doubled-word"
SEVERITY = "error"
SAYS = "a word or phrase stands twice in a row"

_TOKEN = re.compile(r"[\w’'-]+")
_LONGEST_PHRASE = 7


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
        two_articles = words[at] in ARTICLES and words[at + 1] in ARTICLES and length != 1
        span = spans[at][0], spans[at + max(1, 2 * length - 1)][1]
        if (length or two_articles) and _runs_on(report.text, spans[at : at + max(2, 2 * length)]):
            said = " ".join(report.text[spans[at][0] : spans[at + max(0, length - 1)][1]].split())
            if two_articles:
                if report.text[span[0] : span[1]].split()[1].islower():
                    yield _problem(report, *span, f"two articles in a row: {' '.join(words[at : at + 2])}", None)
            elif length == 1 and _word_is_wrong(report, spans, words, at):
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


def _word_is_wrong(report: Report, spans: list[tuple[int, int]], words: list[str], at: int) -> bool:
    word, (start, _), (second, _) = words[at], spans[at], spans[at + 1]
    following = words[at + 2] if at + 2 < len(words) and _runs_on(report.text, spans[at + 1 : at + 3]) else ""
    if word in ("that", "had", "there"):
        return _grammar_is_wrong(word, following) and not _quoted(report, start)
    if word in MEANT or (len(word) == 1 and word != "a"):
        return False
    if word.isdigit():
        return following.isalpha() and following not in FUNCTION_WORDS and report.text[spans[at + 2][0]].islower()
    if not word.replace("-", "").replace("'", "").replace("’", "").isalpha():
        return False
    if not report.text[second].islower():
        # Names of places and people may be doubled ("Sirte Sirte"), not those of two parts and not those of days.
        return (word in NEVER_DOUBLED or "-" in word) and report.text[start].isupper()
    if word in FUNCTION_WORDS:
        return word not in LINKING or not _goes_with_verb(report, start)
    return not _quoted(report, start)


def _grammar_is_wrong(word: str, following: str) -> bool:
    """Whether a word that grammar may double is doubled by a slip: "said that that the", "had had been", "there there was"."""
    if word == "that":
        return following in DETERMINERS
    return following == "been" if word == "had" else following in ("was", "were", "is", "are", "would", "will", "had", "has")


def _phrase_is_wrong(report: Report, start: int, words: list[str], at: int, length: int) -> bool:
    """Not "town to town to", "lots and lots and lots", "all he does he does": a linking word stands between them."""
    phrase = words[at : at + length]
    if len(set(phrase)) == 1 or phrase[0] == "and" or not all(w[0].isalpha() for w in phrase):
        return False
    if length == 2 and phrase[-1] in ("does", "did", "is"):
        return False
    if length == 2 and any(w in CHAINING and other not in FUNCTION_WORDS - CHAINING for w, other in (phrase, phrase[::-1])):
        return False
    # The word that links may stand before or after: "day after day after day".
    if any(w in CHAINING for w in phrase) and (
        words[at - 1 : at] == phrase[-1:] or words[at + 2 * length : at + 2 * length + 1] == phrase[:1]
    ):
        return False
    if length == 2 and len(phrase[0]) < 3 and all(report.text[m.start()].isupper() for m in _phrase_words(report, start, 2)):
        return False
    return not _quoted(report, start) or set(phrase) <= FUNCTION_WORDS


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
    return before.lemma_ in WITH_PARTICLES or before.text == "-"


def _problem(report: Report, start: int, end: int, message: str, suggestion: str | None) -> Problem:
    return Problem(start, end, message, around(report.text, start, end), suggestion)

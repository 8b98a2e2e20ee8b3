"""Errors of wording, planted: what stands twice, what is cut off, and what a page, a template or a machine left behind."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from detente.bench.planting.change import Change, Planter
from detente.bench.planting.left_behind import machine_talk, markup, page, slot
from detente.bench.planting.passages import body_of, end_of, opening, paragraph_ends, telling
from detente.checks.report import Report

_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]+(?![\w’'-])")
_RIGHT_TWICE = frozenset(
    {
        "had",
        "that",
        "her",
        "very",
        "so",
        "many",
        "much",
        "no",
        "more",
        "long",
        "really",
        "well",
        "now",
        "you",
        "do",
        "in",
        "on",
        "up",
        "out",
        "over",
        "down",
        "is",
    }
)
_SMALL = re.compile(r"\b(?:the|of|and|to|a|was|with|for|by|has|its|their|at|from|would|be|as|are|will)\b(?![’'-])")
_ALTERNATIVES = {
    "said": "stated", "between": "among", "will": "shall", "would": "might", "about": "around", "after": "following",
    "near": "close to",
    "many": "numerous", "began": "started", "big": "large", "attack": "assault", "talks": "negotiations", "soldiers": "troops",
    "border": "frontier",
    "against": "opposing", "because": "since", "killed": "slain", "called": "termed", "help": "aid", "part": "portion",
    "people": "persons",
    "country": "nation", "before": "prior to", "during": "throughout", "could": "may", "left": "departed", "made": "created",
}  # fmt: skip
_ALTERNATIVE = re.compile(rf"\b(?:{'|'.join(_ALTERNATIVES)})\b")
_CITIES = (
    "Geneva",
    "Brussels",
    "Kyiv",
    "Berlin",
    "Vienna",
    "the United States",
    "New York",
    "Paris",
    "the Netherlands",
    "Warsaw",
)
_AGENCIES = ("AFP", "Reuters", "AP", "DPA", "Xinhua", "Northgate Wire", "Interfax")
_LEAST_WORDS = 9


def _repeated_sentence(report: Report, chance: random.Random) -> Iterator[Change]:
    """A sentence stands again at the end of another paragraph, as it is or with a word left out."""
    found = [r for r in telling(report) if _LEAST_WORDS <= len(r.sentence.text.split()) < 40]
    for end in paragraph_ends(report):
        earlier = [r for r in found if r.sentence.end < end - 200]
        if earlier:
            words = chance.choice(earlier).sentence.text.split()
            if chance.random() < 0.4 and len(words) > 12:
                del words[chance.randrange(2, len(words) - 2)]
            again = " " + " ".join(words)
            yield Change(end, end, again, (1, len(again)))


def _repeated_clause(report: Report, chance: random.Random) -> Iterator[Change]:
    """What somebody said stands twice in the sentence."""
    for read in telling(report):
        for said in read.said:
            content = report.text[said.start : said.end]
            words = content.removeprefix("that ").split()
            clausal = content.startswith("that ") or report.text[said.start - 5 : said.start].endswith("that ")
            ends = said.end >= read.sentence.end - 1 and report.text[said.end : said.end + 1] == "."
            if (
                said.sentence is read.sentence
                and ends
                and clausal
                and said.start > said.cue[1]
                and not said.thought
                and 6 <= len(words) <= 18
                and not set('“”",') & set(content)
            ):
                clause = " ".join(words)
                joined = chance.choice(
                    (f" and that {clause}", f", adding that {clause}", f", and {clause}", f" and said {clause}")
                )
                yield Change(said.end, said.end, joined, (0, len(joined)))


def _doubled_word(report: Report, chance: random.Random) -> Iterator[Change]:
    """A word is typed twice, mostly a small one; now and then two or three words are."""
    for read in telling(report):
        text = read.sentence.text
        small = list(_SMALL.finditer(text))
        others = [m for m in _WORD.finditer(text) if m.group().islower() and len(m.group()) > 1 and m.group() not in _RIGHT_TWICE]
        pool = small if small and chance.random() < 0.7 else others
        if not pool:
            continue
        match = chance.choice(pool)
        start, end = match.span()
        longer = re.compile(r" [a-z]+ [a-z]+\b").match(text, end) if chance.random() < 0.15 else None
        if longer:
            end = longer.end()
        words = text[start:end]
        at = read.sentence.start + start
        yield Change(at, read.sentence.start + end, f"{words} {words}", (0, 2 * len(words) + 1), words)


def _cut_off(report: Report, chance: random.Random) -> Iterator[Change]:
    """A paragraph ends within a sentence, or begins in one."""
    body = body_of(report)
    for place, block in enumerate(body):
        inside = [r for r in report.sentences if r.sentence.block == block]
        if not inside or report.text[end_of(report, block) - 1] not in ".":
            continue
        last = inside[-1].sentence
        spans = [m.span() for m in re.finditer(r"\S+", last.text)]
        if len(spans) >= 10 and not set('“”"') & set(last.text):
            cut = last.start + spans[chance.randrange(5, len(spans) - 2)][1]
            tail = chance.choice(
                ("", "", "", "...", f" [+{chance.randrange(300, 9000)} chars]") if place == len(body) - 1 else ("",)
            )
            begin = report.text.rfind(" ", 0, cut - 1) + 1
            words = report.text[begin:cut].rstrip(",;:") + tail
            yield Change(begin, end_of(report, block), words, (0, len(words)))
        first = inside[0].sentence
        spans = [m.span() for m in re.finditer(r"\S+", first.text)]
        if place and len(spans) >= 14 and not set('“”"') & set(first.text):
            later = [a for a, b in spans[3:8] if first.text[a].islower()]
            if later:
                start = first.start + chance.choice(later)
                word = re.compile(r"\S+").match(report.text, start)
                assert word is not None
                yield Change(block.start, word.end(), word.group(), (0, len(word.group())))


def _alternatives(report: Report, chance: random.Random) -> Iterator[Change]:
    """A word and another for it, both in brackets."""
    for read in telling(report):
        for match in _ALTERNATIVE.finditer(report.text, read.sentence.start, read.sentence.end):
            word, other = match.group(), _ALTERNATIVES[match.group()]
            words = chance.choice(
                (f"({word}) ({other})", f"({other}) ({word})", f"({word}/{other})", f"[{word}] [{other}]", f"[{word}/{other}]")
            )
            yield Change(match.start(), match.end(), words, (0, len(words)))


def _bracket(report: Report, chance: random.Random) -> Iterator[Change]:
    """One half of a pair of brackets is lost."""
    for block in body_of(report):
        for match in re.compile(r"\([^()\[\]]{4,80}\)").finditer(report.text, block.start, block.end):
            closed = chance.random() < 0.6
            words = match.group()[:-1] if closed else match.group()[1:]
            yield Change(match.start(), match.end(), words, (0, len(words)))
    for end in paragraph_ends(report):
        place = chance.choice(("Monday", "the second since December", "its own count", "the fourth this year"))
        words = chance.choice(
            (
                f" The round ended late ({place} and no date was set for another.",
                f" The round ended late {place}) and no date was set for another.",
            )
        )
        yield Change(end, end, words, (1, len(words)))


def _dateline(report: Report, chance: random.Random) -> Iterator[Change]:
    """The dateline becomes part of the first sentence."""
    body = body_of(report)
    if body:
        start = opening(report, body[0])
        word, dash = chance.choice(("In", "In", "From", "At")), chance.choice((" - ", "- ", " — ", "-"))
        line = f"{word} {chance.choice(_CITIES)} ({chance.choice(_AGENCIES)}){dash}"
        yield Change(start, body[0].start, line, (0, len(line)))


def _pronoun(report: Report, _chance: random.Random) -> Iterator[Change]:
    """The first sentence has a pronoun where the party was named."""
    first = next((r for r in report.sentences if r.sentence.block.kind == "body"), None)
    if first is None:
        return
    for token in first.sentence.tokens:
        begins = first.sentence.offset + token.left_edge.idx == first.sentence.start
        if (
            token.dep_ == "nsubj"
            and token.head.dep_ == "ROOT"
            and begins
            and token.pos_ in ("PROPN", "NOUN")
            and token.head.lemma_ != "be"
        ):
            pronoun = "They" if token.tag_ in ("NNS", "NNPS") else "He" if token.ent_type_ == "PERSON" else "It"
            end = first.sentence.offset + token.right_edge.idx + len(token.right_edge.text)
            yield Change(first.sentence.start, end, pronoun, (0, len(pronoun)))


PLANTERS: dict[str, Planter] = {
    "bracketed alternatives": _alternatives,
    "cut off": _cut_off,
    "dateline in sentence": _dateline,
    "doubled word": _doubled_word,
    "machine talk": machine_talk,
    "markup remains": markup,
    "page remains": page,
    "pronoun lead": _pronoun,
    "repeated clause": _repeated_clause,
    "repeated sentence": _repeated_sentence,
    "unclosed bracket": _bracket,
    "unfilled slot": slot,
}

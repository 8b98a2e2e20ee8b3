"""Errors of quotations, planted: marks lost or put wrong, and speakers given twice or confused."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from detente.bench.planting.change import Change, Planter
from detente.checks.quotations.marks import Pair, pairs
from detente.checks.report import Report
from detente.model import Block

_LEAST_WORDS = 4
_PARAGRAPH = 400
_AFTER_QUOTATION = re.compile(r"\s+(?=[“\"])")
_SPEECH = (
    "We shall answer with whatever means are needed",
    "Nobody should doubt that we mean what we say",
    "There will be no talks while the guns are firing",
    "We have put our offer on the table and we wait for an answer",
    "The border will stay open for those who flee",
    "It is not too late to step back from the brink",
)
_TOLD = (
    "said",
    "told reporters",
    "said in a statement",
    "said on state television",
    "wrote on Twitter",
    "said late in the evening",
)
_SAYS_AGAIN = ("according to {name}", "{name} said", "said {name}", "{name} added", "{name} said in a statement")
_SENTENCES_WITH_TWO = (
    "According to {full}, {content}, according to {again}.",
    "According to {full}, {content}, {again} said.",
    "{full} said {content}, according to {again}.",
    "{full} said on Monday that {content}, {again} said.",
    "{full} stated that {content}, said {again}.",
)
_PHRASES_WITH_TWO = (
    "official figures",
    "the interior ministry",
    "local officials",
    "a government statement",
    "the state news agency",
)
_CONTENTS = (
    "the two sides would meet again within days",
    "more than 300 people had left the town since the weekend",
    "the offer was still on the table",
    "troops had been sent to the border for an exercise",
    "there was no plan to call off the talks",
)


def _unclosed(report: Report, _chance: random.Random) -> Iterator[Change]:
    """The closing mark is lost."""
    for pair in _long_pairs(report):
        if not _AFTER_QUOTATION.match(report.text, pair.closing.end):
            start, end = pair.opening.start, pair.closing.start
            yield Change(start, pair.closing.end, report.text[start:end], (0, end - start))


def _unopened(report: Report, _chance: random.Random) -> Iterator[Change]:
    """The opening mark is lost; not that of a later paragraph of a quotation, without which it still reads as one."""
    closed = 0
    for pair in _long_pairs(report):
        within = re.search('[“"]', report.text[max(closed, pair.opening.start - _PARAGRAPH) : pair.opening.start])
        closed = pair.closing.end
        if within:
            continue
        start, end = pair.opening.end, pair.closing.end
        yield Change(pair.opening.start, end, report.text[start:end], (0, end - start))


def _misplaced(report: Report, _chance: random.Random) -> Iterator[Change]:
    """A mark is turned, or stands on the wrong side of the blank."""
    text = report.text
    for pair in _long_pairs(report):
        closing, opening = pair.closing, pair.opening
        after = re.compile(r" (\w+)").match(text, closing.end)
        word = re.compile(r"\S+\s*$").search(text, opening.end, closing.start)
        if closing.sign not in '”"' or after is None or word is None:
            continue
        other = "“" if closing.sign == "”" else '"'
        last = text[word.start() : closing.start]
        if last[-1] in ",.!?":
            words = f"{last} {other}{after.group(1)}"
            yield Change(word.start(), after.end(), words, (0, len(words)))
        if closing.sign == "”":
            yield Change(word.start(), closing.end, f"{last}“", (0, len(last) + 1))
        yield Change(word.start(), closing.end, f"{last} {closing.sign}", (0, len(last) + 2))
        first = re.compile(r"\S+").match(text, opening.end)
        if first:
            yield Change(opening.start, first.end(), f"{opening.sign} {first.group()}", (0, len(first.group()) + 2))


def _two_speakers(report: Report, chance: random.Random) -> Iterator[Change]:
    """A second person is given as the speaker of a quotation that has one."""
    for end in _paragraph_ends(report):
        one, other = _two(report, chance)
        speech = chance.choice(_SPEECH)
        told = chance.choice(_TOLD)
        words = chance.choice(
            (
                f" According to {one}, “{speech},” {other} {told}.",
                f" “{speech},” said {one}, said {other}.",
                f" {one} said: “{speech},” {other} said.",
                f" “{speech},” {one} {told}, {other} said.",
                f" As {one} spoke, the hall fell silent. {one} said, “{speech},” said {other}.",
            )
        )
        yield Change(end, end, words, (1, len(words)))


def _same_words(report: Report, chance: random.Random) -> Iterator[Change]:
    """A quotation that somebody else was given further up stands again."""
    found = [p for p in _long_pairs(report) if 6 < len(_inside(report, p).split()) < 40 and p.opening.sign in '“"']
    text = report.text
    for end in _paragraph_ends(report):
        earlier = [p for p in found if p.closing.end < end - 300 and _speaker_beside(report, p)]
        if not earlier:
            continue
        quoted = _inside(report, chance.choice(earlier)).rstrip(" .,")
        name = next(n for n in _drawn(report, chance) if n.split()[-1] not in text)
        words = chance.choice((f" “{quoted},” {name} said.", f" {name} said: “{quoted}.”", f" “{quoted},” said {name}."))
        yield Change(end, end, words, (1, len(words)))


def _attribution_twice(report: Report, chance: random.Random) -> Iterator[Change]:
    """A sentence that names its source names it again at its end; where none does, such a sentence is put in."""
    yield from _named_again(report, chance)
    for end in _paragraph_ends(report):
        person = chance.random() < 0.7
        full, _ = _two(report, chance)
        again = full.split()[-1]
        if not person:
            full = again = chance.choice(_PHRASES_WITH_TWO)
        form = chance.choice(_SENTENCES_WITH_TWO)
        sentence = form.format(full=full, content=chance.choice(_CONTENTS), again=again)
        words = " " + sentence[0].upper() + sentence[1:]
        yield Change(end, end, words, (1, len(words)))


def _named_again(report: Report, chance: random.Random) -> Iterator[Change]:
    for read in report.sentences:
        sentence = read.sentence
        for said in read.said:
            head = said.speaker_head
            if (
                said.sentence is not sentence
                or said.thought
                or head is None
                or head.pos_ != "PROPN"
                or not report.text[: sentence.end].endswith(".")
            ):
                continue
            opens = sentence.offset + head.left_edge.idx == sentence.start and said.start > said.cue[1]
            if (
                opens
                and said.end >= sentence.end - 1
                and said.lemma in ("say", "claim", "state", "argue", "insist")
                and not said.quoted
            ):
                again = chance.choice(_SAYS_AGAIN).format(name=head.text)
                yield Change(sentence.end - 1, sentence.end, f", {again}.", (2, len(again) + 2))


def _long_pairs(report: Report) -> list[Pair]:
    return [p for p in pairs(report.article) if len(_inside(report, p).split()) >= _LEAST_WORDS]


def _inside(report: Report, pair: Pair) -> str:
    return report.text[pair.opening.end : pair.closing.start]


def _speaker_beside(report: Report, pair: Pair) -> bool:
    """Whether a name and a word of saying stand right beside the quotation."""
    around = report.text[pair.closing.end : pair.closing.end + 60]
    if report.text[pair.closing.start - 1] != ",":
        return False
    return re.match(r",?\s+(?:said [A-Z]|(?:[A-Z]\w+ ){1,3}said\b)", around) is not None


def _paragraph_ends(report: Report) -> list[int]:
    return [_end(report, b) for b in report.article.blocks if b.kind == "body" and report.text[_end(report, b) - 1] in '.”"']


def _end(report: Report, block: Block) -> int:
    return block.start + len(report.text[block.start : block.end].rstrip())


def _two(report: Report, chance: random.Random) -> tuple[str, str]:
    """Two people in office at the time, by name."""
    names = _drawn(report, chance)
    first = next(names)
    return first, next(n for n in names if n.split()[-1] != first.split()[-1])


def _drawn(report: Report, chance: random.Random) -> Iterator[str]:
    spells = report.base.offices.spells
    while True:
        spell = chance.choice(spells)
        words = spell.person.split()
        if spell.holds(report.first) and len(words) == 2 and all(w.isalpha() and w.istitle() for w in words):
            yield spell.person


PLANTERS: dict[str, Planter] = {
    "attribution twice": _attribution_twice,
    "misplaced quotation mark": _misplaced,
    "same words of two people": _same_words,
    "two speakers": _two_speakers,
    "unclosed quotation": _unclosed,
    "unopened quotation": _unopened,
}

"""Statements and quotations: how far direct speech goes, and who speaks where no verb of saying covers it."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING

from detente.coding.cues import cues
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.statements.bounds import trim
from detente.coding.statements.speakers import can_speak
from detente.language.clauses import Clause
from detente.language.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 40
_WORDS_BESIDE_A_SPEAKER = 3
_WORDS_CONTINUED = 6
_SENTENCES_BETWEEN = 3
_MARKS_BETWEEN = 5


def extend_over_quotations(reading: Reading) -> None:
    """What is said in a quotation goes on to the quotation's end."""
    for read in reading.sentences:
        for said in read.said:
            for quotation in reading.quotations.between(said.start, said.end):
                overlap = min(quotation.end, said.end) - max(quotation.start, said.start)
                inside = overlap > 0.5 * (said.end - said.start)
                if inside and not quotation.covers(*said.cue):
                    start, end = min(said.start, quotation.start), max(said.end, quotation.end)
                    said.start, said.end = trim(reading.article.text, start, end)


def give_quotations(reading: Reading) -> None:
    """Gives a speaker to the quotations that no statement covers."""
    last: Said | None = None
    ends = [r.sentence.end for r in reading.sentences]
    for quotation in reading.quotations:
        first = bisect_right(ends, quotation.start)
        touching = _touching(reading, first, quotation)
        if not touching:
            continue
        covering = [s for r in touching for s in r.said if _covers_most(s, quotation) and not quotation.covers(*s.cue)]
        if covering:
            last = covering[0]
            continue
        length = len(reading.article.text[quotation.start : quotation.end].split())
        said = _beside(touching, quotation, reading, fragment=length < _WORDS_BESIDE_A_SPEAKER)
        if said is None and last and _only_quotation(touching, quotation):
            between = first - bisect_right(ends, max(last.end, last.cue[1]) - 1)
            # "..., she said. "Never."": straight after the cue a quotation is hers however short.
            same_paragraph = touching[0].sentence.block == last.sentence.block
            straight = between == 1 and same_paragraph and last.quoted and last.cue[0] >= last.end
            enough = length >= _WORDS_CONTINUED or straight
            said = _continued(last, touching[0], quotation, reading) if enough and between <= _SENTENCES_BETWEEN + 1 else None
        if said:
            touching[0].said.append(said)
            last = said
        else:
            outside = [s for s in touching[-1].said if not quotation.covers(*s.cue)]
            last = outside[-1] if outside else last


def _touching(reading: Reading, first: int, quotation: Quotation) -> list[ReadSentence]:
    following = itertools.islice(reading.sentences, first, None)
    return list(itertools.takewhile(lambda read: read.sentence.start < quotation.end, following))


def _covers_most(said: Said, quotation: Quotation) -> bool:
    return min(said.end, quotation.end) - max(said.start, quotation.start) > 0.5 * (quotation.end - quotation.start)


def _beside(touching: list[ReadSentence], quotation: Quotation, reading: Reading, *, fragment: bool) -> Said | None:
    """A clause beside the quotation whose subject is somebody who can speak ("... weeks,” Kozak shared his thoughts").

    Beside a fragment of a word or two it must be a verb of saying that stands next to it and has no content yet.
    """
    for read in (touching[-1], touching[0]):
        for clause in read.clauses.values():
            verb = clause.predicate
            at = read.sentence.offset + verb.idx
            if quotation.start <= at < quotation.end or clause.passive or not clause.subjects:
                continue
            if any(q.closed and q.covers(at, at + 1) for q in reading.quotations.between(at, at + 1)):
                continue
            head = clause.subjects[0]
            head_at = read.sentence.offset + head.idx
            if quotation.start <= head_at < quotation.end:
                continue
            speaker = reading.linker.actors(head)
            near = min(abs(at - quotation.end), abs(head_at - quotation.end), abs(quotation.start - at - len(verb.text)))
            cue = clause.lemma in cues().verbs
            if fragment and not (
                cue and "clause" in cues().verbs[clause.lemma].frames and _adjoins(read, clause, head, quotation)
            ):
                continue
            pronoun = head.pos_ == "PRON" and head.lower_ != "it" and clause.lemma != "be"
            somebody = pronoun or head.ent_type_ == "PERSON" or bool(speaker and speaker[0].office)
            if near <= _NEAR and can_speak(head, reading) and (cue or (speaker and somebody)):
                span = read.sentence.span(verb)
                start, end = trim(reading.article.text, quotation.start, quotation.end)
                return Said(touching[0].sentence, (span.start, span.end), clause.lemma, start, end, speaker, head, quoted=True)
    return None


def _adjoins(read: ReadSentence, clause: Clause, head: Token, quotation: Quotation) -> bool:
    """Whether nothing but marks stands between a quotation and a verb with its subject, and the verb has no content yet."""
    text, offset = read.sentence.article_text, read.sentence.offset
    first = offset + min(head.left_edge.idx, clause.predicate.idx)
    last = offset + max(clause.predicate.idx + len(clause.predicate.text), head.idx + len(head.text))
    between = text[quotation.end : first] if quotation.end <= first else text[last : quotation.start]
    taken = any(s.cue[0] == offset + clause.predicate.idx for s in read.said)
    return not taken and len(between) < _MARKS_BETWEEN and not any(c.isalnum() for c in between)


def _only_quotation(touching: list[ReadSentence], quotation: Quotation) -> bool:
    return all(quotation.start - 3 <= r.sentence.start and r.sentence.end <= quotation.end + 3 for r in touching)


def _continued(last: Said, read: ReadSentence, quotation: Quotation, reading: Reading) -> Said:
    start, end = trim(reading.article.text, quotation.start, quotation.end)
    return Said(read.sentence, last.cue, last.lemma, start, end, last.speaker, last.speaker_head, quoted=True)

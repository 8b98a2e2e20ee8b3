"""Finding the statements of an article, sentence by sentence and then over quotations."""

from __future__ import annotations

import itertools

from detente.coding.cues import cues
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.statements.denials import link_denials
from detente.coding.statements.other_cues import by_adjective, by_adverb, by_colon, by_noun, by_phrase
from detente.coding.statements.quoted import extend_over_quotations, give_quotations
from detente.coding.statements.verbs import by_verb

_THIRD = frozenset({"he", "she", "they"})
_FIRST_AND_SECOND = frozenset({"i", "we", "you", "us", "me"})


def find_statements(reading: Reading) -> None:
    """Finds the statements of an article and enters each with the sentences that it covers.

    First those that a word of saying opens in its sentence; then the quotations that none of them covers are given to
    whoever speaks beside them; then what runs on over several sentences is extended, and denials are tied to what they deny;
    last, "I" and "we" inside are linked to the speaker.
    """
    for read in reading.sentences:
        read.said = _in_sentence(read, reading)
    extend_over_quotations(reading)
    give_quotations(reading)
    _spread(reading)
    link_denials(reading)
    for read in reading.sentences:
        for said in read.said:
            if said.quoted and said.speaker:
                reading.linker.voice(read.sentence, said.start, said.end, said.speaker)


def _in_sentence(read: ReadSentence, reading: Reading) -> list[Said]:
    found: list[Said] = []
    for clause in read.clauses.values():
        said = by_verb(clause, read, reading) or by_adjective(clause, read, reading)
        if said:
            found.append(said)
    for token in read.sentence.tokens:
        said = (
            by_phrase(token, read, reading)
            or by_noun(token, read, reading)
            or by_adverb(token, read, reading)
            or by_colon(token, read, reading)
        )
        if said:
            found.append(said)
    _same_source(found)
    return sorted((s for s in found if not _own_thought(s, reading)), key=lambda s: (s.cue, s.start))


def _same_source(found: list[Said]) -> None:
    """ "According to Yermak, the talks went well, as he said on Twitter": "he" is the source of the whole sentence."""
    sources = [s for s in found if s.lemma == "according to" and s.speaker]
    for said in found:
        head = said.speaker_head
        inserted = head is not None and any(c.dep_ == "mark" and c.lower_ == "as" for c in head.head.children)
        if sources and inserted and head is not None and head.lower_ in _THIRD and sources[0].cue < said.cue:
            said.speaker = sources[0].speaker


def _own_thought(said: Said, reading: Reading) -> bool:
    """ "I think", "we demand" in a quotation: part of what is said there, no statement besides it."""
    head = said.speaker_head
    known = cues().verbs.get(said.lemma)
    if head is None or head.lower_ not in _FIRST_AND_SECOND or known is None:
        return False
    now = known.thought or head.head.tag_ in ("VB", "VBP")
    return now and any(q.covers(*said.cue) for q in reading.quotations.between(*said.cue))


def _spread(reading: Reading) -> None:
    """Enters a statement also with the other sentences that it covers."""
    for position, read in enumerate(reading.sentences):
        for said in list(read.said):
            if said.sentence is not read.sentence:
                continue
            for later in itertools.islice(reading.sentences, position + 1, None):
                if later.sentence.start >= said.end:
                    break
                later.said.append(said)
            for before in range(position - 1, -1, -1):
                if reading.sentences[before].sentence.end <= said.start:
                    break
                reading.sentences[before].said.append(said)

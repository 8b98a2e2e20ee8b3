"""The statements found, as items."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.attribution import cue_span, cue_token, source_of, speaker_span
from detente.coding.dates import when_said
from detente.coding.reading import Reading, Said
from detente.model import Span, Statement, item_id


def statement_items(reading: Reading, coder: str) -> Iterator[Statement]:
    """Each statement of an article once, with the sentence of its cue."""
    for read in reading.sentences:
        for said in read.said:
            if said.sentence is read.sentence:
                yield _statement(reading, said, coder)


def _statement(reading: Reading, said: Said, coder: str) -> Statement:
    article = reading.article
    content = Span.of(article.text, said.start, said.end)
    evidence = {"cue": [cue_span(said)], "content": [content, *(Span.of(article.text, *piece) for piece in said.others)]}
    if said.speaker_head is not None and said.speaker_head.doc is said.sentence.tokens.doc:
        evidence["speaker"] = [speaker_span(said.speaker_head, said.sentence, cue_token(said))]
    when = when_said(said, reading)
    return Statement(
        id=_id(article.id, said),
        article=article.id,
        date=when.date if when else reading.day,
        text=said.sentence.text,
        text_info=said.sentence.info,
        confidence=0.6 if said.thought else 0.8,
        evidence=evidence,
        coder=coder,
        speaker=source_of(said),
        cue=article.text[slice(*said.cue)],
        quoted=said.quoted,
        content=content,
        addressee=said.addressee[0] if said.addressee else None,
        medium=said.medium,
        thought=said.thought,
        said=when,
        denies=_id(article.id, said.denies) if said.denies else None,
    )


def _id(article: str, said: Said) -> str:
    return item_id("statement", article, said.cue[0], said.start, said.end)

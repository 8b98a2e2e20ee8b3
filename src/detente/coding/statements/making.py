"""Making a statement of what was found at a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.cues import Cue, cues
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.statements.bounds import bounds, share_quoted, with_marks
from detente.coding.statements.speakers import Speaker
from detente.language.clauses import Clause
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token


def make(
    read: ReadSentence,
    reading: Reading,
    cue_token: Token,
    lemma: str,
    content: list[Token],
    speaker: Speaker,
    cue: Cue,
    clause: Clause | None,
    cue_end: Token | None = None,
) -> Said | None:
    """The statement, or None where nothing of the content is left between marks and conjunctions."""
    found = bounds(read, content)
    if found is None:
        return None
    start, end = with_marks(reading.quotations, *found)
    cue_span = read.sentence.span(cue_token, cue_end)
    return Said(
        sentence=read.sentence,
        cue=(cue_span.start, cue_span.end),
        lemma=lemma,
        start=start,
        end=end,
        speaker=list(speaker.actors),
        speaker_head=speaker.head,
        quoted=share_quoted(reading.quotations, start, end) > 0.5,
        thought=cue.thought,
        addressee=_addressee(clause, cue, content, reading) if clause else [],
        medium=(_medium(clause, content) if clause else None) or speaker.document,
    )


def _addressee(clause: Clause, cue: Cue, content: list[Token], reading: Reading) -> list[Actor]:
    inside = set(content)
    heads = [*clause.datives, *(clause.objects if cue.dative else []), *clause.preps.get("to", [])]
    return [a for h in heads if h not in inside or cue.dative for a in reading.linker.actors(h)]


def _medium(clause: Clause, content: list[Token]) -> str | None:
    inside = set(content)
    for preposition in ("in", "on", "at", "via", "during"):
        for head in clause.preps.get(preposition, ()):
            if head not in inside and head.lemma_.lower() in cues().media:
                first = head.left_edge.i if head.left_edge.i >= head.i - 4 else head.i
                words = head.doc[first : head.i + 1]
                return str(words.text)
    return None

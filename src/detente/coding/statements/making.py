"""Making a statement of what was found at a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.cues import Cue, cues
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.statements.bounds import bounds, share_quoted, with_marks, without
from detente.coding.statements.speakers import Speaker
from detente.language.clauses import Clause
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_REPORTERS = frozenset({"correspondent", "journalist", "reporter"})
_MEDIUM_OF = frozenset({"with", "on", "to"})


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
    found = bounds(read, _without_sources(content, cue_token))
    if not found:
        return None
    start, end = with_marks(reading.quotations, *found[0])
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
        medium=(_medium(clause, content, reading) if clause else None) or speaker.document,
        others=found[1:],
    )


def _without_sources(content: list[Token], cue: Token) -> list[Token]:
    """The content without a phrase before or behind it that tells on whose word the whole sentence stands."""
    inside = sorted({t for t in content if not t.is_space}, key=lambda t: t.i)
    if not inside:
        return content
    first, last = inside[0], inside[-1]
    for token in inside:
        if token.lower_ != "according" or token == cue:
            continue
        if token.i > 0 and token.nbor(-1).text == "," and token.right_edge.i >= last.i - 1:
            content = without(content, [token])
        elif token.left_edge.i <= first.i + 1:
            # Where the verb has no subject, the parser took it for an apposition behind the comma.
            whole = any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in token.head.children)
            comma = next((t.i for t in inside if t.i > token.i and t.text == ","), token.right_edge.i)
            content = [t for t in content if not token.i <= t.i <= (token.right_edge.i if whole else comma)]
    return content


def _addressee(clause: Clause, cue: Cue, content: list[Token], reading: Reading) -> list[Actor]:
    inside = set(content)
    heads = [*clause.datives, *(clause.objects if cue.dative else []), *clause.preps.get("to", [])]
    return [a for h in heads if h not in inside or cue.dative for a in reading.linker.actors(h)]


def _medium(clause: Clause, content: list[Token], reading: Reading) -> str | None:
    """Where it was said ("a post on X", "an interview with the BBC"), or the broadcaster that it was told."""
    inside = set(content)
    for preposition in ("in", "on", "at", "via", "during"):
        for head in clause.preps.get(preposition, ()):
            if head not in inside and head.lemma_.lower() in cues().media:
                first = head.left_edge.i if head.left_edge.i >= head.i - 4 else head.i
                last = max((o.i for c in head.rights if c.lower_ in _MEDIUM_OF for o in _names(c)), default=head.i)
                return str(head.doc[first : last + 1].text)
    for head in (*clause.datives, *clause.objects):
        if head in inside or head.i < clause.predicate.i or head.lemma_.lower() in _REPORTERS:
            continue
        if head.lemma_.lower() in cues().media or any(_is_medium(a) for a in reading.linker.actors(head)):
            return str(head.doc[head.left_edge.i : head.i + 1].text)
    return None


def _names(preposition: Token) -> list[Token]:
    return [c for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME")]


def _is_medium(actor: Actor) -> bool:
    return actor.sector == "MED"

"""Attribution: the chain of sources that something stands on, and the words that name source and cue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.cues import cues
from detente.coding.reading import Said
from detente.model import Actor, Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence
    from detente.language.quotations import Quotations

_WITH_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_BESIDE = 3
_NOT_OF_SOURCE = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "cc", "preconj"})


def chain(within: list[Said]) -> list[Attribution]:
    """The chain of the statements that cover something, outermost first; a source that nobody names is left out."""
    ordered = sorted(within, key=lambda s: (-(s.end - s.start), s.start, s.cue))
    links: list[Attribution] = []
    for said in ordered:
        source = source_of(said)
        if source is not None:
            links.append(Attribution(source=source, cue=_words(said), medium=said.medium))
    return links


def source_of(said: Said) -> Actor | None:
    """Who speaks: the linked actor, else the words of the text that name the source."""
    if said.speaker:
        return said.speaker[0]
    head = said.speaker_head
    if head is None:
        return None
    first = min((t.i for t in head.lefts if t.dep_ not in ("punct", "relcl", "acl")), default=head.i)
    first = min(first, head.i)
    words = str(head.doc[first : head.i + 1].text)
    return Actor(name=words, entity_text=words, code="")


def cue_span(said: Said) -> Span:
    """The cue with its auxiliaries, adverbs and particle ("has repeatedly pointed out"), as annotators of attribution mark it."""
    sentence = said.sentence
    start, end = said.cue
    words = sentence.tokens.doc.char_span(start - sentence.offset, end - sentence.offset) if start >= sentence.offset else None
    if words is None or len(words) > 1 or words.root.pos_ not in ("VERB", "AUX", "ADJ"):
        return Span.of(sentence.article_text, start, end)
    verb = words.root
    first = last = verb
    if verb.dep_ == "acomp" and verb.head.i >= sentence.tokens.start and verb.i - verb.head.i in (1, 2):
        verb = first = verb.head
    while (
        first.i > sentence.tokens.start
        and (before := first.nbor(-1)).head == verb
        and before.dep_ in _WITH_VERB
        and not before.is_title
    ):
        first = before
    if last.i + 1 < sentence.tokens.end and (after := last.nbor(1)).head == verb:
        # "pointed out", and "called for", "joked about" before what is called for or joked about.
        joins = after.dep_ == "prep" and said.start in (sentence.offset + after.idx, _next_word(after, sentence))
        if after.dep_ == "prt" or joins:
            last = after
    last = _with_setting(last, verb, said)
    return sentence.span(first, last)


def cue_token(said: Said) -> Token | None:
    """The word by which it is said; None where that stands in another piece of the text."""
    at = said.cue[0] - said.sentence.offset
    return next((token for token in said.sentence.tokens if token.idx == at), None)


def speaker_span(head: Token, sentence: Sentence, cue: Token | None = None) -> Span:
    """The noun phrase of the speaker, with title, apposition and phrases, and the clauses that tell who it is.

    `sentence` is one of the paragraph in which the head stands; the head may be in another of its sentences. `cue` is the word
    by which it speaks: a clause in which that stands is none of the phrase ("an envoy who said").
    """
    within = head.sent
    tokens = [t for t in _phrase(head, cue) if within.start <= t.i < within.end]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text not in ")]":
        tokens.pop()
    return sentence.span_of(tokens)


def _with_setting(last: Token, verb: Token, said: Said) -> Token:
    """The end of a cue with where it was said that follows it ("said in a statement")."""
    doc, end = verb.doc, verb.sent.end
    while last.i + 1 < end and (after := last.nbor(1)).head == verb and after.dep_ == "prep":
        words = doc[after.i : after.right_edge.i + 1]
        at = said.sentence.offset + words.start_char
        heads = [c for c in after.children if c.dep_ == "pobj"]
        inside = said.start < said.sentence.offset + words.end_char and at < said.end
        if inside or not heads or heads[0].lemma_.lower() not in cues().media:
            break
        last = words[-1]
    return last


def quoted_span(quotations: Quotations, start: int, end: int) -> tuple[int, int]:
    """The offsets with the quotation marks, and the comma or stop before the last, of the quotations that end a stretch."""
    for quotation in quotations.between(start, end):
        opening, closing = quotation.start - 1, quotation.end + 1
        if quotation.start <= start and not start - quotation.start > _BESIDE:
            start = min(start, max(0, opening))
        if quotation.closed and 0 <= quotation.end - end <= _BESIDE:
            end = max(end, closing)
    return start, end


def _next_word(token: Token, sentence: Sentence) -> int:
    """Where the next word begins."""
    return sentence.offset + token.idx + len(token.text_with_ws)


def _phrase(head: Token, cue: Token | None) -> list[Token]:
    return sorted({head, *_below(head, cue)}, key=lambda t: t.i)


def _below(head: Token, cue: Token | None) -> Iterator[Token]:
    for child in head.children:
        clause = _is_of_source(child, head, cue)
        if (clause or child.dep_ not in _NOT_OF_SOURCE) and not child.is_space:
            yield child
            yield from (child.subtree if clause else _below(child, cue))


def _is_of_source(clause: Token, head: Token, cue: Token | None) -> bool:
    """Whether a clause tells who the speaker is ("the envoy, who had just come back").

    That is a relative clause in which the cue does not stand, and a participle between speaker and cue.
    """
    if clause.dep_ == "relcl":
        return cue is None or cue.doc is not clause.doc or not clause.left_edge.i <= cue.i <= clause.right_edge.i
    return clause.dep_ == "acl" and cue is not None and clause.right_edge.i < cue.i and head.i < cue.i


def _words(said: Said) -> str:
    return said.sentence.article_text[said.cue[0] : said.cue[1]]

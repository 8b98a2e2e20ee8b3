"""Attribution: the chain of sources that something stands on, and the words that name source and cue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.reading import Said
from detente.model import Actor, Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_WITH_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
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
        # "pointed out", and "called for" before what is called for.
        if after.dep_ == "prt" or (after.dep_ == "prep" and _next_word(after, sentence) == said.start):
            last = after
    return sentence.span(first, last)


def speaker_span(head: Token, sentence: Sentence) -> Span:
    """The noun phrase of the speaker, with title, apposition and phrases but without clauses.

    `sentence` is one of the paragraph in which the head stands; the head may be in another of its sentences.
    """
    within = head.sent
    tokens = [t for t in _phrase(head) if within.start <= t.i < within.end]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text not in ")]":
        tokens.pop()
    return sentence.span_of(tokens)


def _next_word(token: Token, sentence: Sentence) -> int:
    """Where the next word begins."""
    return sentence.offset + token.idx + len(token.text_with_ws)


def _phrase(head: Token) -> list[Token]:
    return sorted({head, *_below(head)}, key=lambda t: t.i)


def _below(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ not in _NOT_OF_SOURCE and not child.is_space:
            yield child
            yield from _below(child)


def _words(said: Said) -> str:
    return said.sentence.article_text[said.cue[0] : said.cue[1]]

"""Every expression of time and every mention of an actor as items of their own, for measuring."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.events import named_span
from detente.coding.reading import Reading
from detente.model import Mention, Span, Time, item_id


def find_times(reading: Reading, coder: str) -> Iterator[Time]:
    """The expressions of time of an article with their TIMEX3 type and value."""
    article = reading.article
    for read in reading.sentences:
        for timex in reading.times[read.index]:
            start = read.sentence.start + timex.start
            span = Span.of(article.text, start, start + timex.end - timex.start)
            yield Time(
                id=item_id("time", article.id, span.start, span.end),
                article=article.id,
                date=timex.first if timex.first == timex.last else None,
                text=read.sentence.text,
                text_info=read.sentence.info,
                confidence=0.9 if timex.first else 0.7,
                evidence={"time": [span]},
                coder=coder,
                type=timex.type,
                value=timex.value,
            )


def find_mentions(reading: Reading, coder: str) -> Iterator[Mention]:
    """The mentions of actors in an article, pronouns among them; a phrase that names two actors gives two."""
    article = reading.article
    for read in reading.sentences:
        for token in read.sentence.tokens:
            for actor, link in {link.actor: link for link in reading.linker.links(token)}.items():
                span = named_span(read.sentence, token, [actor])
                yield Mention(
                    id=item_id("mention", article.id, span.start, span.end, actor.name, actor.code, actor.office),
                    article=article.id,
                    date=reading.day,
                    text=read.sentence.text,
                    text_info=read.sentence.info,
                    confidence=link.score,
                    evidence={"mention": [span]},
                    coder=coder,
                    actor=actor,
                    score=link.score,
                    reasons=list(link.reasons),
                    holder=link.holder,
                )

"""Talks: rounds of talks as objects, each from all that an article says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.reading import Reading
from detente.coding.talks.levels import level_of
from detente.coding.talks.mention import Mention
from detente.coding.talks.outcomes import duration_of, outcome_of
from detente.coding.talks.parties import side
from detente.coding.talks.rounds import Round, Rounds, conflict
from detente.coding.talks.triggers import mentions
from detente.model import DONE, Actor, Event, NextRound, Span, Talks, item_id

_SPOKEN = frozenset({"speak", "talk", "telephone", "phone"})
_FACING = frozenset({"meet", "meeting", "summit", "session", "negotiation", "negotiate", "gather"})
_FAR = 8


def find_talks(reading: Reading, events: Sequence[Event], coder: str) -> Iterator[Talks]:
    """The rounds of talks of an article, in the order in which it first tells of them.

    A round is given out when it has two sides, or one side and something else that tells it from another (where, when, format).
    """
    rounds = Rounds()
    waiting: list[Mention] = []
    for mention in mentions(reading, events):
        if mention.heading and len({side(a) for a in mention.parties}) < 2:
            waiting.append(mention)
            continue
        place = rounds.place(mention)
        if place is None:
            continue
        for early in waiting:
            # A subheading tells of what the paragraphs under it tell of.
            if (
                early.read.sentence.block.kind == "subhead"
                and mention.read.index - early.read.index <= _FAR
                and not conflict(early, place)
            ):
                place.prepend(early)
        waiting = [] if not mention.heading else waiting
    for one in rounds.all:
        if _is_told(one):
            yield _talks(reading, one, coder)


def _is_told(one: Round) -> bool:
    sides = one.sides | (one.follows.sides if one.follows is not None else set())
    if len(sides) >= 2:
        return True
    in_session = all(party.code.startswith("IGO") for party in one.parties)
    return len(sides) == 1 and bool(one.city or one.first("format") or (one.day and (in_session or one.first("channel"))))


def _talks(reading: Reading, one: Round, coder: str) -> Talks:
    main = next((m for m in one.mentions if not m.heading), one.mentions[0])
    sentence = main.read.sentence
    follows = one.follows
    parties = one.parties
    if follows is not None and len(one.sides) < 2:
        parties = follows.parties
    evidence: dict[str, list[Span]] = {"trigger": [m.read.sentence.span_of(m.tokens) for m in one.mentions]}
    heads = [m.read.sentence.span(h) for m in one.mentions for h in m.party_heads]
    if heads:
        evidence["parties"] = list(dict.fromkeys(heads))
    outcome = outcome_of(one.mentions) if one.status in DONE else None
    if outcome is not None:
        evidence["outcome"] = [outcome]
    mediator = one.first("mediator")
    channel = _channel(one)
    named_format = one.first("format") or (follows.first("format") if follows else None)
    return Talks(
        id=item_id("talks", reading.article.id, *(s.start for s in evidence["trigger"][:1]), one.status),
        article=reading.article.id,
        date=one.day if one.status in DONE else one.single,
        text=sentence.text,
        text_info=sentence.info,
        confidence=0.8 if len(parties) > 1 else 0.5,
        evidence=evidence,
        coder=coder,
        parties=parties,
        channel=channel,
        format=str(named_format) if named_format else None,
        level=level_of(one.mentions, parties),
        mediator=mediator if isinstance(mediator, Actor) else None,
        venue=one.venue if channel in ("in person", "letter") else None,
        duration=duration_of(one.mentions),
        outcome=outcome.text if outcome else None,
        status=one.status,
        next=NextRound(date=one.next.single, venue=one.next.venue) if one.next else None,
    )


def _channel(one: Round) -> str:
    told = one.first("channel")
    if told:
        return str(told)
    lemmas = {m.token.lemma_.lower() for m in one.mentions}
    spoken = any(m.clause is not None and m.clause.predicate.i == m.token.i and m.clause.lemma in _SPOKEN for m in one.mentions)
    if not one.venue and spoken and not lemmas & _FACING:
        return "phone"
    return "in person"

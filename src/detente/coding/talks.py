"""Talks: rounds of talks as objects, each from all that an article says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from detente.coding.outcomes import duration_of, outcome_of
from detente.coding.parties import side
from detente.coding.reading import Reading
from detente.coding.rounds import Mention, mentions
from detente.coding.wordlist import wordlist
from detente.model import DONE, Actor, Event, NextRound, Span, Status, Talks, item_id

_LEVELS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "officials",
        wordlist(
            "deputy deputies undersecretary official officials representative representatives delegation delegations "
            "delegate delegates adviser advisers advisor advisors aide aides spokesman expert experts"
        ),
    ),
    ("ministers", wordlist("minister ministers secretary secretaries diplomat")),
    ("leaders", wordlist("leader leaders president presidents chancellor king queen emir premier premiers")),
    ("envoys", wordlist("envoy envoys ambassador ambassadors negotiator negotiators emissary emissaries")),
    ("military", wordlist("general generals commander commanders admiral military")),
)
_TOPMOST = ("prime minister", "head of state", "head of government", "secretary general", "secretary-general", "crown prince")
_SPOKEN = frozenset({"speak", "talk", "telephone", "phone"})
_FACING = frozenset({"meet", "meeting", "summit", "session", "negotiation", "negotiate", "gather"})
_FAR = 8


@dataclass(slots=True, eq=False)
class _Round:
    """A round of talks: its mentions in order, and the round that is to follow it."""

    mentions: list[Mention] = field(default_factory=list)
    follows: _Round | None = None
    next: _Round | None = None

    @property
    def status(self) -> Status:
        """That of the first mention in the text's body, since a headline tells of what is past in the present."""
        body = [m for m in self.mentions if not m.heading] or self.mentions
        return body[0].status

    @property
    def parties(self) -> list[Actor]:
        found: list[Actor] = []
        for mention in self.mentions:
            for actor in mention.parties:
                same = [i for i, other in enumerate(found) if side(actor) == side(other)]
                if not same or (_person(actor) and all(_person(found[i]) and found[i].name != actor.name for i in same)):
                    found.append(actor)
                elif _person(actor) and not any(found[i].name == actor.name for i in same):
                    # Who spoke for the side says more than the side alone.
                    found[same[0]] = actor
        return found

    @property
    def sides(self) -> set[str]:
        return {side(actor) for actor in self.parties}

    def first(self, name: str) -> object:
        return next((value for m in self.mentions if (value := getattr(m, name)) is not None), None)

    @property
    def venue(self) -> str | None:
        known = [m.venue for m in self.mentions if m.venue and m.city]
        return known[0] if known else next((m.venue for m in self.mentions if m.venue), None)

    @property
    def city(self) -> str | None:
        return next((m.venue for m in self.mentions if m.venue and m.city), None)

    @property
    def day(self) -> dt.date | None:
        return next((m.day for m in self.mentions if m.day), None)

    @property
    def single(self) -> dt.date | None:
        """Its day, where the text gives one and not a stretch of days."""
        return next((m.day for m in self.mentions if m.day and (m.end is None or m.end == m.day)), None)


def find_talks(reading: Reading, events: Sequence[Event], coder: str) -> Iterator[Talks]:
    """The rounds of talks of an article, in the order in which it first tells of them.

    A round is given out when it has two sides, or one side and something else that tells it from another (where, when, format).
    """
    rounds: list[_Round] = []
    waiting: list[Mention] = []
    for mention in mentions(reading, events):
        if mention.heading and len({side(a) for a in mention.parties}) < 2:
            waiting.append(mention)
            continue
        place = _place(mention, rounds)
        if place is None:
            continue
        for early in waiting:
            # A subheading tells of what the paragraphs under it tell of.
            if (
                early.read.sentence.block.kind == "subhead"
                and mention.read.index - early.read.index <= _FAR
                and not _conflict(early, place)
            ):
                place.mentions.insert(0, early)
        waiting = [] if not mention.heading else waiting
    for one in rounds:
        if _is_told(one):
            yield _talks(reading, one, coder)


def _is_told(one: _Round) -> bool:
    sides = one.sides | (one.follows.sides if one.follows is not None else set())
    return len(sides) >= 2 or (len(sides) == 1 and bool(one.city or one.first("format") or (one.day and one.first("channel"))))


# Which round a mention speaks of


def _place(mention: Mention, rounds: list[_Round]) -> _Round | None:
    """Enters a mention with the round that it speaks of, or opens a new one; None where it speaks of nothing that is known."""
    if mention.order == "next":
        return _another(mention, rounds)
    # What was spoken of last comes first.
    recent = sorted(rounds, key=lambda one: -max((m.read.index * 1000 + m.token.i) for m in one.mentions))
    known = [one for one in recent if not _conflict(mention, one)]
    here = {side(a) for a in mention.parties}
    if mention.order != "earlier":
        for one in known:
            if _same_round(mention, here, one):
                one.mentions.append(mention)
                return one
        if mention.order == "same" and len(here) < 2:
            for one in known:
                if here <= one.sides and (mention.venue is None or one.city is None or mention.venue == one.city):
                    one.mentions.append(mention)
                    return one
    if not here and not (mention.city and mention.format):
        return None
    return _open(mention, rounds)


def _another(mention: Mention, rounds: list[_Round]) -> _Round:
    """The round to come after the one spoken of last."""
    here = {side(a) for a in mention.parties}
    before = next(
        (o for o in reversed(rounds) if o.status in DONE and (not here or len(here & o.sides) >= min(2, len(here)))), None
    )
    if before is not None and before.next is not None and not _conflict(mention, before.next):
        before.next.mentions.append(mention)
        return before.next
    if before is None:
        for one in reversed(rounds):
            if one.status not in DONE and here and _same_round(mention, here, one) and not _conflict(mention, one):
                one.mentions.append(mention)
                return one
    opened = _open(mention, rounds)
    if before is not None and mention.status not in DONE and mention.status not in ("denied", "failed"):
        opened.follows, before.next = before, opened
    return opened


def _open(mention: Mention, rounds: list[_Round]) -> _Round:
    opened = _Round([mention])
    here = {side(a) for a in mention.parties}
    if mention.status not in DONE and len(here) >= 2:
        # "will meet again" may be told before the meeting that it follows.
        mention_again = any(t.lower_ in ("again", "anew") for t in mention.token.children)
        before = next((o for o in rounds if o.status in DONE and here == o.sides and o.next is None), None)
        if mention_again and before is not None:
            opened.follows, before.next = before, opened
    elif mention.status in DONE and len(here) >= 2:
        for one in rounds:
            again = any(t.lower_ in ("again", "anew") for t in one.mentions[0].token.children)
            if one.status not in DONE and again and one.follows is None and one.sides == here:
                one.follows, opened.next = opened, one
                break
    rounds.append(opened)
    return opened


def _same_round(mention: Mention, here: set[str], one: _Round) -> bool:
    if mention.format and mention.format == one.first("format"):
        return True
    if mention.city and mention.venue == one.city and (not here or bool(here & one.sides) or not one.sides):
        return True
    if len(here & one.sides) < 2:
        return False
    if mention.order == "" and mention.token.tag_ in ("NN", "NNS") and one.status not in DONE and mention.status != one.status:
        return False
    return here <= one.sides or one.sides <= here


def _conflict(mention: Mention, one: _Round) -> bool:
    """Whether a mention cannot speak of a round: another place, day, channel, format, or done and not done."""
    if mention.city and one.city and mention.venue != one.city:
        return True
    if mention.day and one.day and (mention.day != one.day and not _within(mention, one)):
        return True
    channel = one.first("channel")
    if mention.channel and channel and mention.channel != channel:
        return True
    if (mention.channel in ("phone", "video") and one.city) or (channel in ("phone", "video") and mention.city):
        return True
    if mention.format and one.first("format") and mention.format != one.first("format"):
        return True
    if (mention.status in DONE) != (one.status in DONE) and not mention.heading:
        return True
    if _other_persons(mention.parties, one.parties):
        return True
    here = {side(a) for a in mention.parties}
    return bool(len(here) >= 2 and len(one.sides) >= 2 and not (here <= one.sides or one.sides <= here))


def _other_persons(some: list[Actor], others: list[Actor]) -> bool:
    """Whether both name persons for two sides or more, and nobody is the same."""
    pairs = [(a.name, {b.name for b in others if side(a) == side(b) and _person(b)}) for a in some if _person(a)]
    pairs = [(name, names) for name, names in pairs if names]
    return len(pairs) >= 2 and not any(name in names for name, names in pairs)


def _within(mention: Mention, one: _Round) -> bool:
    ends = [(m.day, m.end or m.day) for m in one.mentions if m.day]
    return any(m[0] <= mention.day <= m[1] for m in ends if m[0] and m[1] and mention.day)


# The item


def _person(actor: Actor) -> bool:
    words = actor.name.split()
    return actor.office is not None or (actor.sector is not None and len(words) > 1 and all(w[:1].isupper() for w in words))


def _talks(reading: Reading, one: _Round, coder: str) -> Talks:
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
        level=_level(one, parties),
        mediator=mediator if isinstance(mediator, Actor) else None,
        venue=one.venue if channel in ("in person", "letter") else None,
        duration=duration_of(one.mentions),
        outcome=outcome.text if outcome else None,
        status=one.status,
        next=NextRound(date=one.next.single, venue=one.next.venue) if one.next else None,
    )


def _channel(one: _Round) -> str:
    told = one.first("channel")
    if told:
        return str(told)
    lemmas = {m.token.lemma_.lower() for m in one.mentions}
    spoken = any(m.clause is not None and m.clause.predicate.i == m.token.i and m.clause.lemma in _SPOKEN for m in one.mentions)
    if not one.venue and spoken and not lemmas & _FACING:
        return "phone"
    return "in person"


def _level(one: _Round, parties: list[Actor]) -> str | None:
    """By whose rank most of the parties are named; else by the words of the mentions."""
    found: list[str] = []
    for actor in parties:
        level = _rank(" ".join(filter(None, (actor.office, actor.identifier_text, actor.entity_text))).lower())
        if level:
            found.append(level)
    if not found:
        words = {w for m in one.mentions for w in m.words}
        words |= {t.lower_ for m in one.mentions for h in m.party_heads for t in (h, *h.lefts)}
        if m := _rank(" ".join(sorted(words))):
            found.append(m)
    if not found:
        return None
    order = [name for name, _ in _LEVELS]
    return max(set(found), key=lambda level: (found.count(level), -order.index(level)))


def _rank(words: str) -> str | None:
    if any(title in words for title in _TOPMOST) and "deputy" not in words:
        return "leaders"
    alone = set(words.replace("-", " ").split())
    if {"adviser", "advisor", "aide", "spokesman"} & alone:
        return "officials"
    for level, names in _LEVELS:
        if names & alone:
            return level
    return None

"""Rounds of talks: which mentions of an article speak of one and the same round."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import cast

from detente.coding.talks.mention import Mention
from detente.coding.talks.parties import is_person, side, sides_of
from detente.model import DONE, Actor, Status

_MEMORY = 60
"""Sentences after which a round is no longer spoken of without being named anew."""


@dataclass(slots=True, eq=False)
class Round:
    """A round of talks: its mentions in order, and the round that is to follow it.

    What the mentions tell is gathered as they come, so that a report of any length is read in one pass.
    """

    mentions: list[Mention] = field(default_factory=list)
    follows: Round | None = None
    next: Round | None = None
    parties: list[Actor] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    days: set[tuple[dt.date, dt.date]] = field(default_factory=set)
    last: tuple[int, int] = (0, 0)
    """Where it was spoken of last: sentence and token."""
    _first: dict[str, object] = field(default_factory=dict)

    def add(self, mention: Mention) -> None:
        """Enters the next mention."""
        self.mentions.append(mention)
        self._take(mention)

    def prepend(self, mention: Mention) -> None:
        """Enters a mention before all others."""
        self.mentions.insert(0, mention)
        self.parties, self.sides, self.days, self._first = [], set(), set(), {}
        for one in self.mentions:
            self._take(one)

    def _take(self, mention: Mention) -> None:
        self.last = max(self.last, (mention.read.index, mention.token.i))
        for actor in mention.parties:
            self._join(actor)
        if mention.day:
            self.days.add((mention.day, mention.end or mention.day))
            if mention.end is None or mention.end == mention.day:
                self._first.setdefault("single", mention.day)
        if mention.venue and mention.city:
            self._first.setdefault("city", mention.venue)
        if not mention.heading:
            self._first.setdefault("status", mention.status)
        for name in ("channel", "format", "mediator", "day", "venue"):
            if (value := getattr(mention, name)) is not None:
                self._first.setdefault(name, value)

    def _join(self, actor: Actor) -> None:
        same = [i for i, other in enumerate(self.parties) if side(actor) == side(other)]
        if not same or (
            is_person(actor) and all(is_person(self.parties[i]) and self.parties[i].name != actor.name for i in same)
        ):
            self.parties.append(actor)
            self.sides.add(side(actor))
        elif is_person(actor) and not any(self.parties[i].name == actor.name for i in same):
            # Who spoke for the side says more than the side alone.
            self.parties[same[0]] = actor

    @property
    def status(self) -> Status:
        """That of the first mention in the text's body, since a headline tells of what is past in the present."""
        return cast("Status", self._first.get("status", self.mentions[0].status))

    def first(self, name: str) -> object:
        """The first that a mention tells: "channel", "format", "mediator"."""
        return self._first.get(name)

    @property
    def venue(self) -> str | None:
        return self.city or cast("str | None", self._first.get("venue"))

    @property
    def city(self) -> str | None:
        return cast("str | None", self._first.get("city"))

    @property
    def day(self) -> dt.date | None:
        return cast("dt.date | None", self._first.get("day"))

    @property
    def single(self) -> dt.date | None:
        """Its day, where the text gives one and not a stretch of days."""
        return cast("dt.date | None", self._first.get("single"))


class Rounds:
    """The rounds of an article in the order in which it first tells of them; those not told of lately are left alone."""

    def __init__(self) -> None:
        self.all: list[Round] = []
        self._open: list[Round] = []

    def place(self, mention: Mention) -> Round | None:
        """Enters a mention with the round that it speaks of, or a new one; None where it speaks of nothing that is known."""
        self._open = [one for one in self._open if mention.read.index - one.last[0] <= _MEMORY]
        if mention.order == "next":
            return self._another(mention)
        # What was spoken of last comes first.
        recent = sorted(self._open, key=lambda one: one.last, reverse=True)
        known = [one for one in recent if not conflict(mention, one)]
        here = sides_of(mention.parties)
        if mention.order != "earlier":
            for one in known:
                if _same_round(mention, here, one):
                    one.add(mention)
                    return one
            if mention.order == "same" and len(here) < 2:
                for one in known:
                    if here <= one.sides and (mention.venue is None or one.city is None or mention.venue == one.city):
                        one.add(mention)
                        return one
        if not here and not (mention.city and mention.format):
            return None
        return self._begin(mention)

    def _another(self, mention: Mention) -> Round:
        """The round to come after the one spoken of last."""
        here = sides_of(mention.parties)
        latest = list(reversed(self._open))
        before = next((o for o in latest if o.status in DONE and (not here or len(here & o.sides) >= min(2, len(here)))), None)
        if before is not None and before.next is not None and not conflict(mention, before.next):
            before.next.add(mention)
            return before.next
        if before is None:
            for one in latest:
                if one.status not in DONE and here and _same_round(mention, here, one) and not conflict(mention, one):
                    one.add(mention)
                    return one
        opened = self._begin(mention)
        if before is not None and mention.status not in DONE and mention.status not in ("denied", "failed"):
            opened.follows, before.next = before, opened
        return opened

    def _begin(self, mention: Mention) -> Round:
        opened = Round()
        opened.add(mention)
        here = opened.sides
        if mention.status not in DONE and len(here) >= 2:
            # "will meet again" may be told before the meeting that it follows.
            before = next((o for o in self._open if o.status in DONE and here == o.sides and o.next is None), None)
            if _again(mention) and before is not None:
                opened.follows, before.next = before, opened
        elif mention.status in DONE and len(here) >= 2:
            for one in self._open:
                if one.status not in DONE and _again(one.mentions[0]) and one.follows is None and one.sides == here:
                    one.follows, opened.next = opened, one
                    break
        self.all.append(opened)
        self._open.append(opened)
        return opened


def _again(mention: Mention) -> bool:
    return any(t.lower_ in ("again", "anew") for t in mention.token.children)


def _same_round(mention: Mention, here: set[str], one: Round) -> bool:
    if mention.format and mention.format == one.first("format"):
        return True
    if mention.city and mention.venue == one.city and (not here or bool(here & one.sides) or not one.sides):
        return True
    if len(here & one.sides) < 2:
        return False
    if mention.order == "" and mention.token.tag_ in ("NN", "NNS") and one.status not in DONE and mention.status != one.status:
        return False
    return here <= one.sides or one.sides <= here


def conflict(mention: Mention, one: Round) -> bool:
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
    pairs = [(a.name, {b.name for b in others if side(a) == side(b) and is_person(b)}) for a in some if is_person(a)]
    pairs = [(name, names) for name, names in pairs if names]
    return len(pairs) >= 2 and not any(name in names for name, names in pairs)


def _within(mention: Mention, one: Round) -> bool:
    return mention.day is not None and any(first <= mention.day <= last for first, last in one.days)

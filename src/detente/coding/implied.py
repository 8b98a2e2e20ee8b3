"""Implied parties: who the other side of an act is where its own clause does not say.

"Moscow was prepared to invade" names nobody to be invaded; a reader takes it from the rest of the report. So does this
second pass: from the other acts of the same kind between the same parties, then from who else stands in the sentence, then
from who stands against the party in the report as a whole. The evidence of such a role is the mention that it was taken
from, and the confidence is lowered.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from detente.coding.events import Found
from detente.coding.reading import Reading
from detente.model import Actor, Event, Span

CONFIDENCE = 0.6
"""Factor on the confidence of an event with an implied party."""

_ANSWERED = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
_AGAINST_THE_STATE = frozenset({"REB", "OPP", "UAF", "CRM"})
_BYSTANDERS = frozenset({"MED", "BUS", "MNC", "CVL", "EDU", "NGO", "REL", "HLH"})
_LEAD = 2
"""How many times as often the implied doer of a deed must be told of as any other."""

_ROUNDS = 2
_ASKING = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})
_ONE_SIDED = frozenset({"PROTEST"})


def fill_implied(found: list[Found], reading: Reading) -> list[Event]:
    """The events, those without a recipient (or, for deeds, an actor) completed where the report tells who it is.

    An event whose frame requires a party that nothing tells of is dropped.
    """
    mentions = _Mentions(reading)
    events = [one.event for one in found]
    # What the first round completes helps the second: a victim's attacker may be named only by his other deeds.
    for _ in range(_ROUNDS):
        known = _Counterparts(events)
        events = [
            _complete(event, known, mentions) if one.frame is None or one.frame.recipient or one.frame.requires else event
            for one, event in zip(found, events, strict=True)
        ]
    return [event for one, event in zip(found, events, strict=True) if _whole(event, one.frame.requires if one.frame else "")]


def _whole(event: Event, required: str) -> bool:
    return bool(event.actor or required not in ("actor", "both")) and bool(
        event.recipient or required not in ("recipient", "both")
    )


def side(actor: Actor) -> str:
    """What tells parties apart: the country; for those who fight or oppose their own state, and for organisations, the code."""
    if actor.country and actor.sector not in _AGAINST_THE_STATE:
        return actor.country
    return actor.code


class _Counterparts:
    """Who acts on whom in an article: by type, and over all types."""

    def __init__(self, events: list[Event]) -> None:
        self._of_type: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
        self._of_all: dict[str, Counter[str]] = defaultdict(Counter)
        self._asking = [e for e in events if e.event in _ASKING and e.actor and e.recipient]
        for event in events:
            for actor in event.actor:
                for recipient in event.recipient:
                    one, other = side(actor), side(recipient)
                    if one and other and one != other:
                        self._of_type[event.event, "actor", one][other] += 1
                        self._of_type[event.event, "recipient", other][one] += 1
                        self._of_all[one][other] += 1
                        self._of_all[other][one] += 1

    def of_type(self, event: str, role: str, party: str) -> Counter[str]:
        return self._of_type[event, role, party]

    def last_to_ask(self, parties: set[str], before: int) -> str | None:
        """Who last accused, asked, threatened or offered something to one of the parties."""
        for event in reversed(self._asking):
            if event.text_info.start < before and parties & {side(a) for a in event.recipient}:
                return side(event.actor[0])
        return None

    def of_all(self, party: str) -> Counter[str]:
        return self._of_all[party]


class _Mentions:
    """The named parties of an article by sentence, with where they stand."""

    def __init__(self, reading: Reading) -> None:
        self.by_sentence: dict[int, list[tuple[Span, Actor]]] = defaultdict(list)
        self.index_at: dict[int, int] = {}
        self._named: Counter[str] = Counter()
        self._where: dict[str, list[tuple[int, Span, Actor]]] = defaultdict(list)
        for read in reading.sentences:
            self.index_at[read.sentence.start] = read.index
            for token in read.sentence.tokens:
                if token.pos_ == "PRON":
                    continue
                for actor in reading.linker.actors(token):
                    if actor.sector in _BYSTANDERS:
                        continue
                    if actor.country or actor.code.startswith("IGO") or (actor.code and actor.sector is None):
                        span = read.sentence.span(token)
                        self.by_sentence[read.index].append((span, actor))
                        self._where[side(actor)].append((read.index, span, actor))
                        self._named[side(actor)] += actor.office is None

    def nearest(self, party: str, index: int, *, persons: bool = True) -> tuple[Span, Actor] | None:
        """The mention of a party nearest to a sentence, of two as near the earlier one.

        `persons` takes persons in too: whom an act is for may be a minister, who killed somebody is not put down to one.
        """
        where = [m for m in self._where.get(party, ()) if persons or m[2].office is None]
        if not where:
            return None
        after = bisect_right(where, index, key=lambda mention: mention[0])
        near = where[max(0, after - 1) : after + 1]
        _, span, actor = min(near, key=lambda mention: abs(mention[0] - index))
        return span, actor

    def ranked(self, counts: Counter[str]) -> list[str]:
        """Parties by their counts, among equals the one that the report names more often first."""
        return sorted(counts, key=lambda party: (-counts[party], -self._named[party], party))

    def most_named(self) -> list[str]:
        """The parties, the most often named first."""
        return self.ranked(self._named)

    def around(self, index: int, position: int) -> Iterator[tuple[Span, Actor]]:
        """The mentions of a sentence, nearest to a position first."""
        yield from sorted(self.by_sentence.get(index, ()), key=lambda pair: abs(pair[0].start - position))


def _complete(event: Event, known: _Counterparts, mentions: _Mentions) -> Event:
    if event.event in _ONE_SIDED or (event.actor and event.recipient):
        return event
    role, own = ("recipient", event.actor) if event.actor else ("actor", event.recipient)
    parties = {side(a) for a in own if side(a)}
    if not parties:
        return event
    index = mentions.index_at[event.text_info.start]
    found = _other_side(event, role, parties, index, known, mentions)
    if found is None:
        return event
    span, actor = found
    return event.model_copy(
        update={
            role: [actor],
            "confidence": round(event.confidence * CONFIDENCE, 3),
            "evidence": {**event.evidence, role: [span]},
        }
    )


def _stands_out(counts: Counter[str], ranked: list[str]) -> bool:
    """Whether the first may be taken for the doer of a deed that is told without one: told of twice, and well before the next."""
    if not ranked or counts[ranked[0]] < _LEAD:
        return False
    return len(ranked) == 1 or counts[ranked[0]] >= _LEAD * counts[ranked[1]]


def _other_side(
    event: Event, role: str, parties: set[str], index: int, known: _Counterparts, mentions: _Mentions
) -> tuple[Span, Actor] | None:
    mine = "actor" if role == "recipient" else "recipient"
    if role == "recipient" and event.event == "REJECT":
        asked = known.last_to_ask(parties, event.text_info.start)
        if asked and (found := mentions.nearest(asked, index)):
            return found
    for party in sorted(parties):
        counts = known.of_type(event.event, mine, party)
        ranked = [other for other in mentions.ranked(counts) if other not in parties]
        if role == "actor" and not _stands_out(counts, ranked):
            return None
        for other in ranked:
            if found := mentions.nearest(other, index, persons=role == "recipient"):
                return found
    if role == "actor":
        return None
    if event.event in _ANSWERED:
        # Whom a demand, an offer or a threat is for is rather told by the whole report than by its sentence.
        for party in sorted(parties):
            for other in mentions.ranked(known.of_all(party))[:1]:
                return mentions.nearest(other, index)
    if event.quad_code in (1, 2) and event.event not in ("AGREE", "CONCEDE", "RETREAT"):
        return None
    position = event.evidence["trigger"][0].start
    speakers = {side(link.source) for link in event.attribution}
    for span, actor in mentions.around(index, position):
        if side(actor) not in parties and side(actor) not in speakers:
            return span, actor
    if event.quad_code == 4:
        # Whom a deed is meant for is whom the report is about.
        for other in mentions.most_named():
            if other not in parties and other not in speakers:
                return mentions.nearest(other, index)
    for party in sorted(parties):
        for other in mentions.ranked(known.of_all(party)):
            if other not in parties:
                return mentions.nearest(other, index)
    return None

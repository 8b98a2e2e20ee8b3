"""Clues from offices: a report that gives somebody an office is of the time in which that office was held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.dating.published import FAR, Clue
from detente.coding.events import named_span
from detente.knowledge.offices import Spell
from detente.knowledge.phrases import is_former
from detente.knowledge.posts import SOLE
from detente.knowledge.titles import plain

if TYPE_CHECKING:
    from detente.coding.reading import Reading
    from detente.model import Actor

_HISTORY = frozenset({"year", "decade", "season", "month"})


def by_office(reading: Reading) -> Iterator[Clue]:
    """One clue for each person and office that the report names together, from the first place where it does.

    Left out are former holders, names that are only nearly known, and sentences that tell of other years.
    """
    told: set[tuple[str, str]] = set()
    for read in reading.sentences:
        if any(timex.precision in _HISTORY and timex.first for timex in reading.times[read.index]):
            continue
        for token in read.sentence.tokens:
            for link in reading.linker.links(token):
                actor = link.actor
                if actor.office is None or not actor.identifier_text or (actor.name, actor.office) in told:
                    continue
                if "name" not in link.reasons and "spelling" not in link.reasons:
                    continue
                if is_former(token) or " " not in actor.entity_text or actor.identifier_text.endswith(("'s", "’s")):
                    # "Egypt's Hosni Mubarak" does not say that he is in office.
                    continue
                spells = _spells(reading, actor)
                if spells:
                    told.add((actor.name, actor.office))
                    span = named_span(read.sentence, token, [actor])
                    yield Clue(span.start, span.end, _together(spells), _told(actor, spells))


def _spells(reading: Reading, actor: Actor) -> list[Spell]:
    """The times in which the person held the office that the words name, which one alone can hold."""
    words = plain((actor.identifier_text or "").lower().removeprefix("the "))
    named = reading.base.offices.by_name.get(actor.name, ())
    held = [s for s in named if s.start and (s.office in SOLE or s.office == "vice president" or s.called("head of state"))]
    fitting = {s: max((len(t) for t in map(plain, (s.office, *s.titles)) if words.endswith(t)), default=0) for s in held}
    longest = max(fitting.values(), default=0)
    if not longest:
        return [s for s in held if s.office == actor.office]
    # "Vice president" ends in another office.
    return [s for s in held if fitting[s] == longest]


def _together(spells: list[Spell]) -> tuple[tuple[dt.date, dt.date], ...]:
    spans = sorted((s.start or dt.date.min, s.end or FAR) for s in spells)
    joined = [spans[0]]
    for start, end in spans[1:]:
        if start <= joined[-1][1] + dt.timedelta(days=1):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _told(actor: Actor, spells: list[Spell]) -> str:
    held = "; ".join(f"from {s.start}" + (f" to {s.end}" if s.end else "") for s in spells)
    return f"{actor.name} is called {actor.identifier_text}, and was {spells[0].office} {held} ({spells[0].line})"

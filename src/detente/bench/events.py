"""Measuring events from plain sentences: who did what to whom, against PLOVER's and PETRARCH's gold standard records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from detente.bench.gold import sentence, told
from detente.bench.scoring import matched_sets, share
from detente.coding import Coder
from detente.coding.plover import plover_type
from detente.coding.trained.parties import phrases
from detente.model import Actor, Event
from detente.ontology import Ontology

Triple = tuple[str, str, str]

_NOT_TOLD_AS_DONE = frozenset({"demanded", "denied", "failed", "hypothetical", "expected"})
"""Statuses of acts that PLOVER codes no event for; the demand or denial itself is another event."""
_CODE_LENGTH = 3


@dataclass(slots=True)
class _Tally:
    """Gold and predicted triples of each record, and what was found where nothing is to be found."""

    gold: list[set[Triple]] = field(default_factory=list)
    predicted: list[set[Triple]] = field(default_factory=list)
    negatives: int = 0
    false_records: int = 0
    false_events: int = 0
    unmapped: int = 0
    pairs: int = 0
    offered: int = 0

    def scores(self) -> dict[str, Any]:
        scores: dict[str, Any] = {"records": len(self.gold), "unmapped_gold": self.unmapped}
        for name, places in (("triple", (0, 1, 2)), ("type", (2,)), ("actor", (0,)), ("recipient", (1,)), ("pair", (0, 1))):
            scores[name] = matched_sets([_parts(t, places) for t in self.gold], [_parts(t, places) for t in self.predicted])
        scores["offered"] = share(self.offered, self.pairs)
        scores["negatives"] = {
            "records": self.negatives,
            "with_events": self.false_records,
            "events": self.false_events,
            "share_with_events": share(self.false_records, self.negatives),
        }
        return scores


def _parts(triples: set[Triple], places: tuple[int, ...]) -> Counter[Hashable]:
    return Counter({tuple(triple[place] for place in places) for triple in triples if any(triple[place] for place in places)})


def measure(records: Iterable[dict[str, Any]], coder: Coder | None = None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Scores the events of each record, and gives the predictions `{id, events: [{source, target, event}]}`.

    A record has `id`, `text`, `date` and either `source`, `target` (lists of `code`) and `event_plover2021`, or `events` (CAMEO
    `code`, `source`, `target`) with `negative`. Actors count as right by country, others by the first three letters of their
    code (IGO, NGO). Mutual events count in either direction where the gold has them so. Records with `exclude` are left
    out; those with invented actors or codes (`toy`) are scored apart.

    Raises `KeyError` where a record lacks a key.
    """
    coder = coder or Coder(kinds={"event"})
    keys = _Keys(coder)
    tallies = {"main": _Tally(), "toys": _Tally()}
    predictions: list[dict[str, Any]] = []
    for record in told(records, "events"):
        if record.get("exclude"):
            continue
        lines = predict(coder, record)
        predictions.append({"id": record["id"], "events": lines})
        tally = tallies["toys" if record.get("toy") else "main"]
        gold, unmapped = _gold(record, coder.ontology)
        found = {(line["source"], line["target"], line["event"]) for line in lines}
        tally.unmapped += unmapped
        named = {keys.key(code) for code in _offered(coder, record)} | {""}
        tally.pairs += len(gold)
        tally.offered += sum(keys.key(one) in named and keys.key(other) in named for one, other, _ in gold)
        mutual = bool(record.get("reciprocal"))
        tally.gold.append({keys.triple(t, mutual=mutual) for t in gold})
        tally.predicted.append({keys.triple(t, mutual=mutual) for t in found})
        if not gold and not unmapped:
            tally.negatives += 1
            tally.false_records += bool(found)
            tally.false_events += len(found)
    scores = tallies["main"].scores()
    if tallies["toys"].gold:
        scores["toys"] = tallies["toys"].scores()
    return scores, predictions


def predict(coder: Coder, record: dict[str, Any]) -> list[dict[str, str]]:
    """The events of a record as source, target and type, each once; either code is empty where the text names nobody."""
    found: dict[Triple, None] = {}
    for item in coder.code(sentence(record, record["text"])):
        if isinstance(item, Event) and item.status not in _NOT_TOLD_AS_DONE:
            event = plover_type(item.event, item.quad_code, item.status, negated=item.negated)
            for source in _codes(item.actor):
                for target in _codes(item.recipient):
                    found[source, target, event] = None
    return [{"source": source, "target": target, "event": event} for source, target, event in found]


def _offered(coder: Coder, record: dict[str, Any]) -> set[str]:
    """The codes of all actors that the text offers to an event."""
    reading = coder.read(sentence(record, record["text"]))
    return {a.code for read in reading.sentences for phrase in phrases(read, reading.linker) for a in phrase.actors}


def _codes(actors: list[Actor]) -> list[str]:
    return list(dict.fromkeys(actor.code for actor in actors)) or [""]


def _gold(record: dict[str, Any], ontology: Ontology) -> tuple[set[Triple], int]:
    """The gold triples, and how many events have a CAMEO code that no PLOVER type stands for (comments, invented codes)."""
    if "events" in record:
        found: set[Triple] = set()
        unmapped = 0
        for event in record["events"]:
            kind = _type_of(event["code"], ontology)
            if kind is None:
                unmapped += 1
            else:
                found.add((event["source"] or "", event["target"] or "", kind))
        return found, unmapped
    kind = record["event_plover2021"]
    sources = [actor["code"] for actor in record["source"]]
    targets = [actor["code"] for actor in record["target"]]
    if not targets and len(sources) > 1:
        # Several sides of one act stand together as its source.
        return {(one, other, kind) for one in sources for other in sources if one != other}, 0
    return {(source, target, kind) for source in sources or [""] for target in targets or [""]}, 0


def _type_of(code: str, ontology: Ontology) -> str | None:
    """The PLOVER type of a CAMEO code, or of the nearest code above it."""
    while len(code) > 1:
        if code in ontology.cameo:
            return ontology.cameo[code].event
        code = code[:-1]
    return None


class _Keys:
    """What two codes of an actor must share to be the same."""

    def __init__(self, coder: Coder) -> None:
        countries = coder.base.countries
        self._iso = {country.cow: iso3 for iso3, country in countries.items() if country.cow} | {iso: iso for iso in countries}

    def triple(self, triple: Triple, *, mutual: bool) -> Triple:
        """The triple by country or kind of actor; of a mutual act without its direction."""
        source, target = self.key(triple[0]), self.key(triple[1])
        if mutual and target < source:
            source, target = target, source
        return source, target, triple[2]

    def key(self, code: str) -> str:
        """What a code shares with all codes of the same country or kind of body."""
        short = code.replace("-", "")[:_CODE_LENGTH]
        return self._iso.get(short, short)

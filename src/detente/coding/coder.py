"""The coder: one article in, its items out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.coding.attribution import cue_span, source_of, speaker_span
from detente.coding.by_lexicon import LexiconDecider
from detente.coding.commitments import find_commitments
from detente.coding.dates import times_of
from detente.coding.decide import Decider
from detente.coding.events import find_events
from detente.coding.figures import find_figures
from detente.coding.forecasts import find_forecasts
from detente.coding.implied import fill_implied
from detente.coding.mentions import find_mentions, find_times
from detente.coding.places import find_places
from detente.coding.positions import find_positions
from detente.coding.reading import Reading, Said, read
from detente.coding.statements import find_statements
from detente.coding.talks import find_talks
from detente.knowledge import Knowledge, knowledge
from detente.language import parse
from detente.model import ITEM_TYPES, Article, Item, Span, Statement, item_id
from detente.ontology import Ontology, ontology
from detente.version import __version__


class Coder:
    """Codes articles with one ontology and one decider.

    `kinds` are the kinds of item that it gives out; all unless told otherwise.
    """

    def __init__(
        self,
        *,
        codebook: Ontology | None = None,
        decider: Decider | None = None,
        base: Knowledge | None = None,
        kinds: Collection[str] | None = None,
    ) -> None:
        self.ontology = codebook or ontology()
        self.decider: Decider = decider or _decider(self.ontology)
        self.base = base or knowledge()
        self.kinds = frozenset(kinds if kinds is not None else ITEM_TYPES)
        parts = ("detente", __version__, self.ontology.name, self.decider.name, self.base.overlay)
        self.name = " ".join(part for part in parts if part)

    def code(self, article: Article) -> list[Item]:
        """The items of an article, by kind and then in reading order."""
        return self.coded(article, self.kinds)[1]

    def coded(self, article: Article, kinds: Collection[str]) -> tuple[Reading, list[Item]]:
        """An article as read, and its items of these kinds."""
        reading = self.read(article)
        found = [item for item in self._items(reading, frozenset(kinds)) if item.kind in kinds]
        order = {kind: position for position, kind in enumerate(ITEM_TYPES)}
        found.sort(key=lambda item: (order[item.kind], item.text_info.start, _first_evidence(item), item.id))
        return reading, found

    def read(self, article: Article) -> Reading:
        """An article parsed, linked, and searched for times and statements: what the items are made from."""
        reading = read(parse(article), self.base)
        reading.times = [times_of(sentence, reading.day) for sentence in reading.sentences]
        find_statements(reading)
        return reading

    def _items(self, reading: Reading, wanted: frozenset[str]) -> Iterator[Item]:
        found = [f for s in reading.sentences for f in find_events(reading, s, self.ontology, self.decider, self.name)]
        events = fill_implied(found, reading)
        yield from events
        name = self.name
        if "figure" in wanted:
            yield from find_figures(reading, name)
        yield from self._statements(reading)
        if wanted & {"talks", "commitment"}:
            talks = list(find_talks(reading, events, name))
            yield from talks
            yield from find_commitments(reading, events, name, talks)
        if "position" in wanted:
            yield from find_positions(reading, events, name)
        if "forecast" in wanted:
            yield from find_forecasts(reading, name)
        # These are for measuring; few ask for them, and they are many.
        if "place" in wanted:
            yield from find_places(reading, name)
        if "time" in wanted:
            yield from find_times(reading, name)
        if "mention" in wanted:
            yield from find_mentions(reading, name)

    def _statements(self, reading: Reading) -> Iterator[Statement]:
        for sentence in reading.sentences:
            for said in sentence.said:
                if said.sentence is sentence.sentence:
                    yield _statement(reading, said, self.name)


def _decider(codebook: Ontology) -> Decider:
    """The trained network for the ontology that it learned, and for codebooks with a head of their own; else the lexicon."""
    if codebook is ontology() or codebook.head.exists():
        from detente.coding.trained import TrainedDecider

        return TrainedDecider(codebook)
    return LexiconDecider(codebook)


def _first_evidence(item: Item) -> int:
    """Where the words that carry an item begin; an event's stand where its trigger does."""
    spans = item.evidence.get("trigger") or [span for found in item.evidence.values() for span in found]
    return min((span.start for span in spans), default=item.text_info.start)


def _statement(reading: Reading, said: Said, coder: str) -> Statement:
    article = reading.article
    content = Span.of(article.text, said.start, said.end)
    cue = Span.of(article.text, *said.cue)
    evidence = {"cue": [cue_span(said)], "content": [content]}
    if said.speaker_head is not None and said.speaker_head.doc is said.sentence.tokens.doc:
        evidence["speaker"] = [speaker_span(said.speaker_head, said.sentence)]
    return Statement(
        id=item_id("statement", article.id, cue.start, content.start, content.end),
        article=article.id,
        date=reading.day,
        text=said.sentence.text,
        text_info=said.sentence.info,
        confidence=0.6 if said.thought else 0.8,
        evidence=evidence,
        coder=coder,
        speaker=source_of(said),
        cue=cue.text,
        quoted=said.quoted,
        content=content,
        addressee=said.addressee[0] if said.addressee else None,
        medium=said.medium,
    )

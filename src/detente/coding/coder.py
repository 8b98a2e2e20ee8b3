"""The coder: one article in, its items out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.coding.by_lexicon import LexiconDecider
from detente.coding.commitments import find_commitments
from detente.coding.dates import times_in
from detente.coding.dating.find import work_out
from detente.coding.decide import Decider
from detente.coding.events import find_events
from detente.coding.figures import find_figures
from detente.coding.forecasts import find_forecasts
from detente.coding.implied import fill_implied
from detente.coding.mentions import find_mentions, find_times
from detente.coding.places import find_places
from detente.coding.positions import find_positions
from detente.coding.reading import Reading, read
from detente.coding.statements import find_statements, statement_items
from detente.coding.talks import find_talks
from detente.knowledge import Knowledge, knowledge
from detente.language import parse
from detente.model import ITEM_TYPES, Article, Item
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
        published = reading.published.dated
        items = (item for item in self._items(reading, frozenset(kinds)) if item.kind in kinds)
        found = [item.model_copy(update={"published": published}) for item in items]
        order = {kind: position for position, kind in enumerate(ITEM_TYPES)}
        found.sort(key=lambda item: (order[item.kind], item.text_info.start, _first_evidence(item), item.id))
        return reading, found

    def read(self, article: Article) -> Reading:
        """An article parsed, linked, and searched for times and statements: what the items are made from."""
        parsed = parse(article)
        reading = read(parsed, self.base)
        reading.times = times_in(reading.sentences, reading.published)
        if article.date is None and (published := work_out(reading)).first is not None:
            if published.narrow:
                reading = read(parsed, self.base, published)
                reading.times = times_in(reading.sentences, published)
            reading.published = published
        find_statements(reading)
        return reading

    def _items(self, reading: Reading, wanted: frozenset[str]) -> Iterator[Item]:
        found = [f for s in reading.sentences for f in find_events(reading, s, self.ontology, self.decider, self.name)]
        events = fill_implied(found, reading)
        yield from events
        name = self.name
        if "figure" in wanted:
            yield from find_figures(reading, name)
        yield from statement_items(reading, name)
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

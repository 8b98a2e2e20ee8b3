"""Examples to the numbers that the network is trained on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.examples import Example
from detente.ontology import Ontology
from training.labels import Labels, told_as

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_LONGEST = 128


@dataclass(slots=True)
class Item:
    """One sentence: piece ids, which pieces begin a word, and what is to be learned of them, all by number of piece."""

    ids: list[int]
    begins: list[int]
    types: list[int]
    """For each of `begins` the type of the act that the word tells of, 0 for none."""
    free: list[int] = field(default_factory=list)
    """Those of `begins` that are no part of a party's name: they stay when names are put for others."""
    triggers: list[Trigger] = field(default_factory=list)
    parties: list[list[int]] = field(default_factory=list)
    pairs: list[tuple[int, int, dict[int, float]]] = field(default_factory=list)
    """Actor and recipient by place in `parties` (-1 for none), and the weights of the types of what passes between them."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an act: its piece, and what the act is."""

    piece: int
    event: int
    told: int
    status: int
    negated: bool
    mode: int
    contexts: tuple[int, ...]
    actors: frozenset[int]
    recipients: frozenset[int]


class Encoder:
    """Examples to items, by a tokenizer and the labels."""

    def __init__(self, tokenizer: Tokenizer, labels: Labels, ontology: Ontology) -> None:
        self._tokenizer = tokenizer
        self._labels = labels
        self._ontology = ontology
        self._type = {name: i for i, name in enumerate(labels.types)}

    def item(self, example: Example) -> Item:
        encoding = self._tokenizer.encode(example.text)
        offsets, words = encoding.offsets[:_LONGEST], encoding.word_ids[:_LONGEST]
        begins = [i for i, word in enumerate(words) if word is not None and (i == 0 or words[i - 1] != word)]
        item = Item(encoding.ids[:_LONGEST], begins, [0] * len(begins))
        numbers: dict[int, list[int]] = defaultdict(list)
        for party in example.parties:
            pieces = pieces_of(offsets, party.start, party.end)
            if pieces:
                numbers[party.number].append(len(item.parties))
                item.parties.append(pieces)
        named = {piece for pieces in item.parties for piece in pieces}
        item.free = [piece for piece in begins if piece not in named]
        for event in example.events:
            label = self._type[event.event]
            told = told_as(event, self._ontology)
            for place, piece in enumerate(begins):
                if event.start <= offsets[piece][0] < event.end:
                    item.types[place] = label
                    item.triggers.append(
                        Trigger(
                            piece,
                            label,
                            self._type[told] if told else 0,
                            self._labels.statuses.index(event.status),
                            event.negated,
                            self._labels.modes.index(f"{event.event}/{event.mode or ''}"),
                            tuple(self._labels.contexts.index(c) for c in event.contexts),
                            frozenset(i for n in event.actors for i in numbers[n]),
                            frozenset(i for n in event.recipients for i in numbers[n]),
                        )
                    )
        item.pairs = self._pairs(example, numbers)
        return item

    def _pairs(self, example: Example, numbers: dict[int, list[int]]) -> list[tuple[int, int, dict[int, float]]]:
        told: dict[tuple[int, int], dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for event in example.events:
            name = told_as(event, self._ontology)
            if name is None:
                continue
            for actor in [i for n in event.actors for i in numbers[n][:1]] or [-1]:
                for recipient in [i for n in event.recipients for i in numbers[n][:1]] or [-1]:
                    if actor != recipient:
                        told[actor, recipient][self._type[name]] += 1.0
        return [
            (actor, recipient, {event: weight / sum(weights.values()) for event, weight in weights.items()})
            for (actor, recipient), weights in told.items()
        ]


def pieces_of(offsets: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """The pieces of which a span of the text is made."""
    return [i for i, (first, last) in enumerate(offsets) if first < end and start < last]

"""Phrases of the corpus that détente would take for parties and that are none: whom to leave out must be learned too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.coding.by_lexicon import LexiconDecider
from detente.coding.coder import Coder
from detente.coding.trained.parties import phrases
from detente.examples import Example, Party
from detente.model import Article, Block
from detente.ontology import ontology

NO_PARTY = 0
"""The number that such phrases bear; parties of acts are numbered from 1."""


def with_others(examples: Iterable[Example]) -> Iterator[Example]:
    """The examples, each with the phrases that name actors in it and overlap with no marked party."""
    coder = Coder(decider=LexiconDecider(ontology()), kinds={"event"})
    for number, example in enumerate(examples):
        text = example.text
        article = Article(id=str(number), text=text, date=None, blocks=(Block(kind="body", start=0, end=len(text)),))
        reading = coder.read(article)
        found: list[Party] = []
        for read in reading.sentences:
            for phrase in phrases(read, reading.linker):
                if phrase.head.pos_ == "PRON":
                    # It stands for somebody who is a party perhaps, under another of his names.
                    continue
                start, end = read.sentence.start + phrase.start, read.sentence.start + phrase.end
                if not any(start < p.end and p.start < end for p in (*example.parties, *found)):
                    found.append(Party(NO_PARTY, start, end))
        yield replace(example, parties=tuple(sorted((*example.parties, *found), key=lambda p: p.start)))

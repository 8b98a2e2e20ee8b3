"""Phrases of the corpus that détente would take for parties and that are none: whom to leave out must be learned too."""

from __future__ import annotations

import functools
import multiprocessing
from collections.abc import Iterable
from dataclasses import replace

from detente.coding.by_lexicon import LexiconDecider
from detente.coding.coder import Coder
from detente.coding.trained.parties import phrases
from detente.examples import Example, Party
from detente.model import Article, Block
from detente.ontology import ontology

NO_PARTY = 0
"""The number that such phrases bear; parties of acts are numbered from 1."""


def with_others(examples: Iterable[Example], processes: int = 2) -> list[Example]:
    """The examples, each with the phrases that name actors in it and overlap with no marked party."""
    # A child is started afresh: a forked one would inherit threads.
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        return pool.map(_with_others, examples, chunksize=200)


@functools.cache
def _coder() -> Coder:
    return Coder(decider=LexiconDecider(ontology()), kinds={"event"})


def _with_others(example: Example) -> Example:
    text = example.text
    article = Article(id="example", text=text, date=None, blocks=(Block(kind="body", start=0, end=len(text)),))
    reading = _coder().read(article)
    found: list[Party] = []
    for read in reading.sentences:
        for phrase in phrases(read, reading.linker):
            if phrase.head.pos_ == "PRON":
                # It stands for somebody who is a party perhaps, under another of his names.
                continue
            start, end = read.sentence.start + phrase.start, read.sentence.start + phrase.end
            if not any(start < p.end and p.start < end for p in (*example.parties, *found)):
                found.append(Party(NO_PARTY, start, end))
    return replace(example, parties=tuple(sorted((*example.parties, *found), key=lambda p: p.start)))

"""What a file of labelled sentences must keep to, beyond the markup itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from detente.examples.documents import Document
from detente.examples.markup import Example, LabelledEvent
from detente.ontology import Ontology

_LONGEST_TRIGGER = 5
_LONGEST_PARTY = 22
_WORD = re.compile(r"[a-z0-9']+")
_SHINGLE = 6


def problems(documents: Iterable[Document], ontology: Ontology) -> Iterator[str]:
    """What is wrong in the documents, a line each, with file, document and sentence."""
    seen: dict[str, str] = {}
    texts: dict[str, str] = {}
    for document in documents:
        where = f"{document.path.name}: {document.id}"
        if document.id in seen:
            yield f"{where}: the id stands in {seen[document.id]} as well"
        seen[document.id] = document.path.name
        if not document.examples:
            yield f"{where}: no sentence"
        for example in document.examples:
            start = f"{where}: {example.text[:60]!r}"
            plain = " ".join(_WORD.findall(example.text.lower()))
            if plain in texts:
                yield f"{start}: stands in {texts[plain]} as well"
            texts[plain] = document.id
            yield from (f"{start}: {problem}" for problem in _of_sentence(example, ontology))


def _of_sentence(example: Example, ontology: Ontology) -> Iterator[str]:
    text = example.text
    if text != text.strip() or "  " in text or " ." in text or " ," in text:
        yield "spaces that do not belong"
    if not text:
        yield "nothing but marks"
    if len({(e.start, e.event, e.actors, e.recipients) for e in example.events}) < len(example.events):
        yield "the same event twice"
    for party in example.parties:
        words = text[party.start : party.end]
        if words != words.strip() or not words:
            yield f"party {words!r} begins or ends with a space"
        elif len(words.split()) > _LONGEST_PARTY:
            yield f"party {words[:40]!r} is longer than {_LONGEST_PARTY} words"
    for event in example.events:
        yield from (f"{text[event.start : event.end]!r}: {problem}" for problem in _of_event(example, event, ontology))


def _of_event(example: Example, event: LabelledEvent, ontology: Ontology) -> Iterator[str]:
    trigger = example.text[event.start : event.end]
    kind = ontology.types.get(event.event)
    if kind is None:
        yield f"no type {event.event}"
    elif event.mode is not None and event.mode not in kind.modes:
        yield f"{event.event} has no mode {event.mode}"
    for context in event.contexts:
        if context not in ontology.contexts:
            yield f"no context {context}"
    if trigger != trigger.strip() or not trigger or len(trigger.split()) > _LONGEST_TRIGGER:
        yield f"a trigger is 1 to {_LONGEST_TRIGGER} words"
    if not event.mutual and set(event.actors) & set(event.recipients):
        yield "one party on both sides of an act that is not mutual"


def near_copies(one: Iterable[Document], other: Iterable[Document], share: float = 0.5) -> Iterator[tuple[str, str, float]]:
    """Sentences of the second that are near-copies of sentences of the first: both texts and the share of common shingles.

    The share is of the runs of six words of the shorter one; sentences under six words are left out.
    """
    owners: dict[str, list[int]] = {}
    texts: list[tuple[str, set[str]]] = []
    for document in one:
        for example in document.examples:
            runs = _shingles(example.text)
            for run in runs:
                owners.setdefault(run, []).append(len(texts))
            texts.append((example.text, runs))
    for document in other:
        for example in document.examples:
            runs = _shingles(example.text)
            shared: dict[int, int] = {}
            for run in runs:
                for owner in owners.get(run, ()):
                    shared[owner] = shared.get(owner, 0) + 1
            for owner, count in shared.items():
                part = count / min(len(runs), len(texts[owner][1]))
                if part >= share:
                    yield texts[owner][0], example.text, part


def _shingles(text: str) -> set[str]:
    words = _WORD.findall(text.lower())
    return {" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}

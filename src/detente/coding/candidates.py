"""Candidates: the verbs and nouns of a sentence that may tell of an event, with the frames that fit them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.reading import ReadSentence
from detente.language.clauses import Clause
from detente.language.nominals import core, modifiers, prefixed, prepositions
from detente.ontology import Lexicon, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "shall", "do", "does", "did", "'ll", "’ll", "'d", "’d"})
_DESCRIBING = frozenset({"ally", "back", "base", "call", "favour", "favor", "know", "lead", "led", "support"})
_TO_THE_PRESS = frozenset({"comment", "disclose", "elaborate", "identify", "name", "quote", "say", "speculate"})
_HYPHENS = frozenset("-–")


@dataclass(slots=True, eq=False)
class Candidate:
    """A word that may tell of an event. `clause` is its clause when it is a verb.

    `frames` are the entries of the lexicon that fit, the most constrained first; it is never empty.
    """

    read: ReadSentence
    token: Token
    clause: Clause | None
    frames: list[Trigger]


def candidates(read: ReadSentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """The candidates of a sentence in its order."""
    for token in read.sentence.tokens:
        clause = read.clauses.get(token.i)
        if clause is not None:
            frames = _verb_frames(clause, lexicon)
        elif token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "VERB" and token.dep_ in ("dobj", "pobj", "nsubj", "compound")):
            frames = _noun_frames(token, lexicon)
        else:
            continue
        if frames:
            yield Candidate(read, token, clause, frames)


def governed(trigger: Trigger, clause: Clause) -> list[Token]:
    """The object that a verb's entry speaks of: that of its preposition for "speak to", else the verb's own."""
    for word in reversed(trigger.words[1:]):
        if word != clause.particle:
            heads = clause.heads(word)
            if heads:
                return heads
    return clause.objects


def _verb_frames(clause: Clause, lexicon: Lexicon) -> list[Trigger]:
    entries = lexicon.verbs.get(clause.lemma)
    if not entries or _of_the_trade(clause) or _only_describes(clause):
        return []
    own = _lemmas(clause.objects)
    subjects = _lemmas(clause.subjects)
    loose = _loose_words(clause)
    fitting = []
    for trigger in entries:
        words = trigger.words[1:]
        if words and not all(_has_word(word, trigger, clause, loose) for word in words):
            continue
        objects = _lemmas(governed(trigger, clause)) if words and (trigger.objects or trigger.not_objects) else own
        if trigger.objects and not trigger.objects & (objects | own):
            continue
        if trigger.modals and (clause.modal not in trigger.modals or clause.negated):
            continue
        if trigger.complement and not _complemented(clause, trigger.complement):
            continue
        if trigger.not_objects & objects or (trigger.subjects and not trigger.subjects & subjects):
            continue
        if all(lemmas & _lemmas(clause.heads(preposition)) for preposition, lemmas in trigger.prepositions.items()):
            fitting.append(trigger)
    return fitting


def _only_describes(clause: Clause) -> bool:
    """Whether a participle behind a noun only says who it is: "rebels backed by Iran", "the alliance supported by Rome"."""
    return clause.relation == "acl" and clause.predicate.tag_ == "VBN" and clause.lemma in _DESCRIBING


def _of_the_trade(clause: Clause) -> bool:
    """Whether the clause only tells how the report was got: "declined to comment", "asked not to be named"."""
    return any(c.dep_ == "xcomp" and c.lemma_.lower() in _TO_THE_PRESS for c in clause.predicate.children)


def _has_word(word: str, trigger: Trigger, clause: Clause, loose: set[str]) -> bool:
    """Whether the verb has a word of the entry: as particle, or as preposition of its own or, in an idiom, of its object."""
    if word == clause.particle or word in loose or word in clause.preps:
        return True
    return bool(trigger.objects) and bool(clause.heads(word))


def _complemented(clause: Clause, wanted: str) -> bool:
    """Whether the verb governs the clause that an entry asks for."""
    below = [c for c in clause.predicate.children if c.dep_ in ("xcomp", "ccomp", "oprd")]
    if wanted == "none":
        return not below
    if wanted == "any":
        return bool(below)
    for child in below:
        words = {c.lower_ for c in child.children if c.dep_ in ("aux", "mark")}
        subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        if "to" in words and (subject or clause.passive or any(o.i < child.i for o in (*clause.objects, *clause.datives))):
            return True
        if words & {"should", "must", "ought"} or (subject and child.tag_ == "VB" and "to" not in words and not words & _MODALS):
            # "insisted that Kyiv withdraw": the subjunctive asks as "should" does.
            return True
    return False


def _lemmas(heads: Iterable[Token]) -> set[str]:
    """What the heads may be called in the lexicon: lemma, and lemma with a word before it ("car bomb")."""
    found: set[str] = set()
    for head in heads:
        noun = core(head)
        lemma = noun.lemma_.lower()
        found.update((lemma, noun.lower_, head.lemma_.lower()))
        found.update(f"{word.lower_} {lemma}" for word in noun.lefts if word.dep_ in ("compound", "amod"))
    return found


def _loose_words(clause: Clause) -> set[str]:
    """Prepositions without an object of their own, adverbs and the object's words, for idioms ("take part", "open fire")."""
    return {c.lower_ for c in clause.predicate.children if c.dep_ in ("prep", "advmod", "dobj", "acomp", "oprd", "prt")}


def _noun_frames(noun: Token, lexicon: Lexicon) -> list[Trigger]:
    entries = lexicon.nouns.get(prefixed(noun)) or lexicon.nouns.get(noun.lemma_.lower()) or lexicon.nouns.get(noun.lower_)
    if not entries:
        return []
    before = [t.lemma_.lower() for t in noun.doc[max(0, noun.i - 5) : noun.i] if t.text not in _HYPHENS]
    beside: set[str] | None = None
    fitting = []
    for trigger in entries:
        words = list(trigger.words[:-1])
        if words and before[-len(words) :] != words:
            continue
        if trigger.of:
            if beside is None:
                beside = {t.lemma_.lower() for t in modifiers(noun)} | _lemmas(prepositions(noun).get("of", ()))
            if not trigger.of & beside:
                continue
        phrases = prepositions(noun) if trigger.prepositions else {}
        if all(lemmas & _lemmas(phrases.get(preposition, ())) for preposition, lemmas in trigger.prepositions.items()):
            fitting.append(trigger)
    return fitting

"""Statements that an adjective, a phrase, a noun or a colon opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.cues import Cue, cues
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.statements.bounds import without
from detente.coding.statements.making import make
from detente.coding.statements.speakers import Speaker, speaker_at
from detente.language.clauses import Clause
from detente.language.nominals import owners, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

_COPULAS = frozenset({"be", "remain", "feel", "become", "seem"})
_THOUGHTS = frozenset({"belief", "fear", "hope", "doubt", "view"})
_LONGEST_LABEL = 6


def by_adjective(clause: Clause, read: ReadSentence, reading: Reading) -> Said | None:
    """ "France is hopeful that ..." """
    if clause.lemma not in _COPULAS:
        return None
    for child in clause.predicate.children:
        if child.dep_ == "acomp" and child.lower_ in cues().adjectives | cues().willing:
            willing = child.lower_ in cues().willing
            for inner in (*child.children, *clause.predicate.children):
                if inner.i > child.i and (inner.dep_ == "ccomp" or (willing and inner.dep_ == "xcomp")):
                    speaker = speaker_at(clause.subjects, clause, reading)
                    if speaker is None:
                        return None
                    cue = Cue(child.lower_, frozenset(), thought=True)
                    return make(read, reading, child, child.lower_, list(inner.subtree), speaker, cue, clause)
    return None


def by_phrase(token: Token, read: ReadSentence, reading: Reading) -> Said | None:
    """ "according to the ministry, ..." """
    for words in cues().phrases:
        if token.lower_ != words[0]:
            continue
        here = token.doc[token.i : token.i + len(words)]
        if tuple(t.lower_ for t in here) != words:
            continue
        last = here[-1]
        heads = [c for c in last.children if c.dep_ in ("pobj", "pcomp")]
        outer = token.head if token.head.i != token.i else None
        if not heads or outer is None:
            continue
        if outer.pos_ not in ("VERB", "AUX") and outer.dep_ != "ROOT":
            outer = next((a for a in outer.ancestors if a.pos_ in ("VERB", "AUX")), outer)
        content = without(outer.subtree, [token])
        if not content:
            continue
        speaker = speaker_at(heads, None, reading) or Speaker(heads[0])
        cue = Cue(" ".join(words), frozenset())
        return make(read, reading, token, cue.lemma, content, speaker, cue, None, cue_end=last)
    return None


def by_noun(token: Token, read: ReadSentence, reading: Reading) -> Said | None:
    """ "a warning from Berlin that ...", "his belief that ...".

    Where nobody owns the noun, the subject of its verb says it ("issued a warning that"); not so if the verb denies it
    ("rejected reports that"): then only the denial is a statement.
    """
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or (lemma not in cues().nouns and lemma not in cues().noun_phrases):
        return None
    for child in token.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
            phrases = prepositions(token)
            sources = owners(token) or phrases.get("from", []) or phrases.get("by", [])
            if not sources and token.dep_ == "dobj":
                if token.head.lemma_.lower() in cues().denying:
                    return None
                clause = read.clauses.get(token.head.i)
                sources = clause.subjects if clause else []
            speaker = speaker_at(sources, None, reading) or Speaker()
            cue = Cue(lemma, frozenset(), thought=lemma in _THOUGHTS)
            return make(read, reading, token, cue.lemma, list(child.subtree), speaker, cue, None)
    return _noun_with_phrase(token, read, reading)


def _noun_with_phrase(token: Token, read: ReadSentence, reading: Reading) -> Said | None:
    """ "its call for a truce", "Berlin's criticism of the plan": only where an owner is named."""
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in cues().noun_phrases.get(lemma, ()):
            speaker = speaker_at(owners(token), None, reading)
            if speaker is None or speaker.document is not None:
                return None
            content = [t for t in child.subtree if t != child]
            return make(read, reading, token, lemma, content, speaker, Cue(lemma, frozenset()), None) if content else None
    return None


def by_colon(token: Token, read: ReadSentence, reading: Reading) -> Said | None:
    """ "Merkel: talks must go on": a sentence that opens with a name and a colon, as headlines and transcripts have it."""
    tokens = read.sentence.tokens
    if token.text != ":" or not 0 < token.i - tokens.start <= _LONGEST_LABEL:
        return None
    label = [t for t in token.doc[tokens.start : token.i] if not t.is_space and not t.is_punct]
    rest = list(token.doc[token.i + 1 : tokens.end])
    if not label or len(rest) < 3 or not all(t.pos_ == "PROPN" or t.dep_ == "compound" or t.ent_type_ == "PERSON" for t in label):
        return None
    heads = [t for t in label if reading.linker.actors(t)] or [t for t in label if t.ent_type_ == "PERSON"][-1:]
    if not heads:
        return None
    speaker = Speaker(heads[-1], tuple(reading.linker.actors(heads[-1])))
    return make(read, reading, token, ":", rest, speaker, Cue(":", frozenset()), None)

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
    """ "France is hopeful that ...", "is reluctant to sign", "is wary of the plan"."""
    if clause.lemma not in _COPULAS:
        return None
    for child in clause.predicate.children:
        if child.dep_ != "acomp":
            continue
        content = _content_of_adjective(child, clause)
        if content:
            speaker = speaker_at(clause.subjects, clause, reading)
            if speaker is None:
                return None
            return make(
                read, reading, child, child.lower_, content, speaker, Cue(child.lower_, frozenset(), thought=True), clause
            )
    return None


def _content_of_adjective(adjective: Token, clause: Clause) -> list[Token]:
    known = cues()
    word = adjective.lower_
    if word not in known.adjectives and word not in known.willing and word not in known.feelings:
        return []
    for inner in (*adjective.children, *clause.predicate.children):
        if inner.i > adjective.i and (inner.dep_ == "ccomp" or (word in known.willing and inner.dep_ == "xcomp")):
            return list(inner.subtree)
        if inner.i > adjective.i and inner.dep_ == "prep" and inner.lower_ in known.feelings.get(word, ()):
            return [t for t in inner.subtree if t != inner]
    return []


def by_adverb(token: Token, read: ReadSentence, reading: Reading) -> Said | None:
    """ "has reportedly left": the clause is told on nobody's word in particular."""
    if token.dep_ != "advmod" or token.lower_ not in cues().adverbs:
        return None
    clause = next((t for t in (token.head, *token.head.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if clause is None:
        return None
    content = without(clause.subtree, [token, *(c for c in clause.children if c.dep_ in ("advcl", "mark", "parataxis"))])
    return make(read, reading, token, token.lower_, content, Speaker(), Cue(token.lower_, frozenset()), None)


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
        if token.i > token.sent.start and token.nbor(-1).text == ",":
            # Behind a comma the phrase is about all that went before it.
            outer = next((a for a in (outer, *outer.ancestors) if a.dep_ == "ROOT"), outer)
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
    known = cues()
    if token.pos_ != "NOUN" or (
        lemma not in known.nouns and lemma not in known.noun_phrases and lemma not in known.noun_infinitives
    ):
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
    """ "its call for a truce", "Berlin's criticism of the plan", "their refusal to sign": only where an owner is named."""
    lemma = token.lemma_.lower()
    for child in token.children:
        phrase = child.dep_ == "prep" and child.lower_ in cues().noun_phrases.get(lemma, ())
        infinitive = (
            child.dep_ in ("acl", "relcl") and lemma in cues().noun_infinitives and any(c.lower_ == "to" for c in child.lefts)
        )
        if phrase or infinitive:
            speaker = speaker_at(owners(token), None, reading)
            if speaker is None or speaker.document is not None:
                return None
            content = [t for t in child.subtree if t != child or infinitive]
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

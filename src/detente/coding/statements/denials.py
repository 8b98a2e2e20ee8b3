"""Denials: which earlier statement of somebody else a statement denies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.cues import cues
from detente.coding.reading import Reading, ReadSentence, Said
from detente.language.nominals import owners

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCES_BACK = 6
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ENOUGH = 0.5
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def link_denials(reading: Reading) -> None:
    """Ties each denial to the claim that it is about, where that can be told.

    A claim that is only named ("rejected the accusation") is the last of its kind that somebody else made, and of its owner
    where one is named ("Kyiv's claim"). One that is told again ("denied that it had sent troops") is the earlier one that
    shares most of its words.
    """
    earlier: list[tuple[ReadSentence, Said]] = []
    for read in reading.sentences:
        own = sorted((s for s in read.said if s.sentence is read.sentence), key=lambda s: s.cue)
        for said in own:
            if _denies(said, read):
                near = [s for r, s in earlier if read.index - r.index <= _SENTENCES_BACK]
                said.denies = _claim(said, read, [s for s in near if not s.thought and not _same_speaker(s, said)], reading)
            earlier.append((read, said))


def _denies(said: Said, read: ReadSentence) -> bool:
    known = cues()
    content = said.sentence.article_text[said.start : said.end].lower().split()
    unbelieved = said.lemma in known.calling and any(word.strip("\"'”“’‘.,") in known.untrue for word in content)
    if said.lemma not in known.denying and said.lemma != "denial" and not unbelieved:
        return False
    verb = next((t for t in read.sentence.tokens if read.sentence.offset + t.idx == said.cue[0]), None)
    return verb is None or not any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in verb.children)


def _claim(said: Said, read: ReadSentence, others: list[Said], reading: Reading) -> Said | None:
    named = _named(said, read)
    if named is not None:
        owner = {_key(a.code, a.name) for h in owners(named) for a in reading.linker.actors(h)}
        if owner:
            return next((s for s in reversed(others) if owner & _speakers(s)), None)
        verbs = cues().claims[named.lemma_.lower()]
        of_kind = [s for s in others if s.lemma in verbs]
        about = [s for s in of_kind if _mentions(s, said, reading)]
        return next(reversed(about or of_kind), None)
    words = _words(said, reading)
    if len(words) < 2:
        return None
    shares = [(len(words & _words(s, reading)) / len(words), position) for position, s in enumerate(others)]
    share, position = max(shares, default=(0.0, 0))
    return others[position] if share >= _ENOUGH else None


def _named(said: Said, read: ReadSentence) -> Token | None:
    """The noun that names a claim, where the content is no more than that ("the accusation", "Kyiv's claim")."""
    for token in _tokens(read, said):
        if token.pos_ == "NOUN" and token.lemma_.lower() in cues().claims:
            below = [c for c in token.children if read.sentence.offset + c.idx < said.end]
            told_again = any(c.dep_ in ("acl", "ccomp", "relcl") or (c.dep_ == "prep" and c.lower_ == "of") for c in below)
            return None if told_again else token
        if token.pos_ in ("VERB", "AUX"):
            break
    return None


def _mentions(claim: Said, denial: Said, reading: Reading) -> bool:
    """Whether a claim is about the one who denies it."""
    speakers = _speakers(denial)
    return any(
        _key(a.code, a.name) in speakers or (a.country and a.country in {s.country for s in denial.speaker})
        for read in _sentences(claim, reading)
        for token in _tokens(read, claim)
        for a in reading.linker.actors(token)
    )


def _words(said: Said, reading: Reading) -> set[str]:
    """The content words of a statement, without those that name the claim itself."""
    claims = cues().claims
    return {
        token.lemma_.lower()
        for read in _sentences(said, reading)
        for token in _tokens(read, said)
        if token.pos_ in _CONTENT and token.lemma_.lower() not in claims
    }


def _sentences(said: Said, reading: Reading) -> Iterator[ReadSentence]:
    return (read for read in reading.sentences[said.sentence.index :] if said in read.said)


def _tokens(read: ReadSentence, said: Said) -> Iterator[Token]:
    offset = read.sentence.offset
    return (t for t in read.sentence.tokens if said.start <= offset + t.idx < said.end)


def _same_speaker(one: Said, other: Said) -> bool:
    if one.speaker and other.speaker:
        return bool(_speakers(one) & _speakers(other))
    return one.speaker_head is not None and one.speaker_head == other.speaker_head


def _speakers(said: Said) -> set[str]:
    return {_key(a.code, a.name) for a in said.speaker}


def _key(code: str, name: str) -> str:
    return code or name

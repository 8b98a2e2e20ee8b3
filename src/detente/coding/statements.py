"""Statements: who is reported to have said or thought what."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.coding.cues import Cue, cues
from detente.coding.reading import Reading, ReadSentence, Said
from detente.language.clauses import Clause
from detente.language.nominals import owners, prepositions
from detente.language.quotations import Quotation, Quotations
from detente.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRAILING = " \t\n,;:.—–-“”\"„«»'‘’"
_OUTSIDE = frozenset({"cc", "punct"})
_PERSONAL_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})


def find_statements(reading: Reading) -> None:
    """Finds the statements of an article and enters each with the sentences that it covers.

    First those that a word of saying opens in its sentence; then the quotations that none of them covers are given to
    whoever speaks beside them; then what runs on over several sentences is extended; last, "I" and "we" inside are
    linked to the speaker.
    """
    for read in reading.sentences:
        read.said = _in_sentence(read, reading)
    _extend_over_quotations(reading)
    _give_quotations(reading)
    _spread(reading)
    for read in reading.sentences:
        for said in read.said:
            if said.quoted and said.speaker:
                reading.linker.voice(read.sentence, said.start, said.end, said.speaker)


def _in_sentence(read: ReadSentence, reading: Reading) -> list[Said]:
    found: list[Said] = []
    for clause in read.clauses.values():
        said = _by_verb(clause, read, reading) or _by_adjective(clause, read, reading)
        if said:
            found.append(said)
    for token in read.sentence.tokens:
        said = _by_phrase(token, read, reading) or _by_noun(token, read, reading)
        if said:
            found.append(said)
    return sorted(found, key=lambda s: (s.cue, s.start))


# Verbs


def _by_verb(clause: Clause, read: ReadSentence, reading: Reading) -> Said | None:
    known = cues()
    verb = clause.predicate
    lemma = f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
    cue = known.verbs.get(lemma) or known.verbs.get(clause.lemma)
    content: list[Token] | None = None
    if cue and not (clause.infinitive and clause.relation in ("advcl", "acl", "xcomp")):
        content = _content(clause, cue)
    if content is None and clause.lemma in known.idioms:
        content = _idiom(clause, known.idioms[clause.lemma])
        cue = cue or Cue(clause.lemma, frozenset())
    if not content or cue is None:
        return None
    speaker_head = clause.subjects[0] if clause.subjects and not _expletive(clause) else None
    if len(content) == 1 and content[0].pos_ in ("PRON", "DET", "SCONJ"):
        return None
    if clause.relation == "conj" and speaker_head is not None and not reading.linker.actors(speaker_head):
        speaker_head = _speaker_above(clause, reading) or speaker_head
    if clause.passive and speaker_head is None and clause.surface and "clause" not in cue.frames:
        return None
    return _said(read, reading, verb, lemma, content, speaker_head, cue, clause)


def _speaker_above(clause: Clause, reading: Reading) -> Token | None:
    """Of coordinated verbs of saying, the one that the parser hung on the content of the first has the first's subject."""
    above = clause.parent
    while above is not None:
        if above.lemma in cues().verbs and any(reading.linker.actors(s) for s in above.subjects):
            return above.subjects[0]
        above = above.parent
    return None


def _expletive(clause: Clause) -> bool:
    return clause.passive and all(t.lower_ in ("it", "there") for t in clause.subjects)


def _content(clause: Clause, cue: Cue) -> list[Token] | None:
    verb = clause.predicate
    if "clause" in cue.frames:
        for child in verb.children:
            if child.dep_ == "ccomp" and not _is_infinitive(child):
                return _without(child.subtree, [])
        outer = _inverted(verb, clause)
        if outer is not None:
            return _without(outer.subtree, [verb])
    if "to" in cue.frames:
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp") and _is_infinitive(child):
                first = [t for o in clause.objects if verb.i < o.i < child.i for t in o.subtree if t.i < child.i]
                return [*first, *_without(child.subtree, [])]
    if "as" in cue.frames:
        for child in verb.children:
            if (child.dep_ == "prep" and child.lower_ == "as") or child.dep_ in ("oprd", "acomp"):
                objects = [t for o in verb.children if o.dep_ in ("dobj", "nsubj") and o.i > verb.i for t in o.subtree]
                return [*objects, *child.subtree]
            # The parser reads "called the talks difficult" as a small clause.
            if child.dep_ == "ccomp" and child.pos_ in ("ADJ", "NOUN", "PROPN"):
                return list(child.subtree)
    if "of" in cue.frames:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "against", "about", "over"):
                objects = [t for o in clause.objects if verb.i < o.i < child.i for t in o.subtree if t.i < child.i]
                return [*objects, *child.subtree]
    if "object" in cue.frames:
        for child in verb.children:
            if child.dep_ == "dobj" and child.lower_ not in _PERSONAL_PRONOUNS:
                tail = [
                    t
                    for c in verb.children
                    if c.dep_ == "prep" and c.i > child.i and c.lower_ in ("about", "over", "as", "at")
                    for t in c.subtree
                ]
                return [*child.subtree, *tail]
    return None


def _inverted(verb: Token, clause: Clause) -> Token | None:
    """The clause in which a cue is inserted: "..., he added, ...", "as he said on Twitter"."""
    if verb.dep_ == "parataxis":
        return verb.head
    if verb.dep_ == "advcl" and clause.marker == "as" and verb.head.pos_ in ("VERB", "AUX"):
        return verb.head
    if verb.dep_ == "ccomp" and clause.subjects and verb.head.i < verb.i and verb.head.dep_ == "ROOT":
        # "We will win, he said" may be parsed with the cue below.
        between = verb.doc[verb.head.i : verb.left_edge.i]
        if between and between[-1].is_punct and not clause.marker:
            return verb.head
    return None


def _is_infinitive(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def _idiom(clause: Clause, words: frozenset[str]) -> list[Token] | None:
    verb = clause.predicate
    beside = [t for t in verb.subtree if t.lower_ in words and 0 < t.i - verb.i <= 3]
    if not beside:
        return None
    for token in verb.subtree:
        if token.dep_ == "mark" and token.lower_ == "that" and token.i > beside[0].i:
            return list(token.head.subtree)
    if verb.dep_ in ("advcl", "parataxis") and verb.head.pos_ in ("VERB", "AUX"):
        return _without(verb.head.subtree, [verb])
    return None


# Other cues


def _by_adjective(clause: Clause, read: ReadSentence, reading: Reading) -> Said | None:
    if clause.lemma not in ("be", "remain", "feel", "become", "seem"):
        return None
    for child in clause.predicate.children:
        if child.dep_ == "acomp" and child.lower_ in cues().adjectives:
            for inner in (*child.children, *clause.predicate.children):
                if inner.dep_ == "ccomp" and inner.i > child.i:
                    cue = Cue(child.lower_, frozenset(), thought=True)
                    head = clause.subjects[0] if clause.subjects else None
                    return _said(read, reading, child, child.lower_, list(inner.subtree), head, cue, clause)
    return None


def _by_phrase(token: Token, read: ReadSentence, reading: Reading) -> Said | None:
    for words in cues().phrases:
        if token.lower_ != words[0]:
            continue
        here = token.doc[token.i : token.i + len(words)]
        if tuple(t.lower_ for t in here) != words:
            continue
        last = here[-1]
        heads = [c for c in last.children if c.dep_ in ("pobj", "pcomp")]
        if not heads:
            continue
        source = heads[0]
        outer = token.head if token.head.i != token.i else None
        if outer is None:
            continue
        if outer.pos_ not in ("VERB", "AUX") and outer.dep_ != "ROOT":
            above = next((a for a in outer.ancestors if a.pos_ in ("VERB", "AUX")), outer)
            outer = above
        content = _without(outer.subtree, [token])
        if not content:
            continue
        cue = Cue(" ".join(words), frozenset())
        return _said(read, reading, token, cue.lemma, content, source, cue, None, cue_end=last)
    return None


def _by_noun(token: Token, read: ReadSentence, reading: Reading) -> Said | None:
    """ "a warning from Berlin that ...", "his belief that ..."."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in cues().nouns:
        return None
    for child in token.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
            sources = owners(token) or prepositions(token).get("from", []) or prepositions(token).get("by", [])
            if not sources and token.dep_ == "dobj":
                clause = read.clauses.get(token.head.i)
                sources = clause.subjects if clause else []
            cue = Cue(token.lemma_.lower(), frozenset(), thought=token.lemma_ in ("belief", "fear", "hope", "doubt", "view"))
            return _said(read, reading, token, cue.lemma, list(child.subtree), sources[0] if sources else None, cue, None)
    return None


def _said(
    read: ReadSentence,
    reading: Reading,
    cue_token: Token,
    lemma: str,
    content: list[Token],
    speaker_head: Token | None,
    cue: Cue,
    clause: Clause | None,
    cue_end: Token | None = None,
) -> Said | None:
    bounds = _bounds(read, content)
    if bounds is None:
        return None
    start, end = bounds
    sentence = read.sentence
    cue_span = sentence.span(cue_token, cue_end)
    return Said(
        sentence=sentence,
        cue=(cue_span.start, cue_span.end),
        lemma=lemma,
        start=start,
        end=end,
        speaker=_speakers(speaker_head, reading, clause),
        speaker_head=speaker_head,
        quoted=_share_quoted(reading.quotations, start, end) > 0.5,
        thought=cue.thought,
        addressee=_addressee(clause, cue, content, reading) if clause else [],
        medium=_medium(clause, content) if clause else None,
    )


def _speakers(head: Token | None, reading: Reading, clause: Clause | None) -> list[Actor]:
    if head is None:
        return []
    heads = clause.subjects if clause and head in clause.subjects else [head]
    return [a for h in heads for a in reading.linker.actors(h)]


def _addressee(clause: Clause, cue: Cue, content: list[Token], reading: Reading) -> list[Actor]:
    inside = set(content)
    heads = [*clause.datives, *(clause.objects if cue.dative else []), *clause.preps.get("to", [])]
    return [a for h in heads if h not in inside or cue.dative for a in reading.linker.actors(h)]


def _medium(clause: Clause, content: list[Token]) -> str | None:
    inside = set(content)
    for preposition in ("in", "on", "at", "via", "during"):
        for head in clause.preps.get(preposition, ()):
            if head not in inside and head.lemma_.lower() in cues().media:
                first = head.left_edge.i if head.left_edge.i >= head.i - 4 else head.i
                words = head.doc[first : head.i + 1]
                return str(words.text)
    return None


def _without(tokens: Iterable[Token], dropped: list[Token]) -> list[Token]:
    gone = {t for d in dropped for t in d.subtree}
    return [t for t in tokens if t not in gone]


def _bounds(read: ReadSentence, content: list[Token]) -> tuple[int, int] | None:
    """Offsets of the content without the marks and conjunctions at its ends."""
    inside = [t for t in content if t.i >= read.sentence.tokens.start and t.i < read.sentence.tokens.end]
    while inside and (inside[0].is_punct or inside[0].dep_ in _OUTSIDE):
        inside.pop(0)
    while inside and (inside[-1].is_punct or inside[-1].dep_ == "cc"):
        inside.pop()
    if not inside:
        return None
    span = read.sentence.span_of(inside)
    return span.start, span.end


# Quotations


def _share_quoted(quotations: Quotations, start: int, end: int) -> float:
    inside = sum(max(0, min(q.end, end) - max(q.start, start)) for q in quotations.between(start, end))
    return inside / max(1, end - start)


def _extend_over_quotations(reading: Reading) -> None:
    """What is said in a quotation goes on to the quotation's end."""
    for read in reading.sentences:
        for said in read.said:
            for quotation in reading.quotations.between(said.start, said.end):
                overlap = min(quotation.end, said.end) - max(quotation.start, said.start)
                inside = overlap > 0.5 * (said.end - said.start)
                if inside and not quotation.covers(*said.cue):
                    said.start, said.end = _trim(
                        reading.article.text, min(said.start, quotation.start), max(said.end, quotation.end)
                    )


def _give_quotations(reading: Reading) -> None:
    """Gives a speaker to the quotations that no statement covers."""
    last: Said | None = None
    ends = [r.sentence.end for r in reading.sentences]
    for quotation in reading.quotations:
        first = bisect_right(ends, quotation.start)
        touching = list(itertools.takewhile(lambda r, q=quotation: r.sentence.start < q.end, reading.sentences[first:]))
        if not touching:
            continue
        covering = [s for r in touching for s in r.said if _covers_most(s, quotation)]
        if covering:
            last = covering[0]
            continue
        length = len(reading.article.text[quotation.start : quotation.end].split())
        said = _beside(touching, quotation, reading) if length >= 3 else None
        if said is None and length >= 6 and last and _only_quotation(touching, quotation):
            said = _continued(last, touching[0], quotation, reading)
        if said:
            touching[0].said.append(said)
            last = said
        elif touching and touching[-1].said:
            last = touching[-1].said[-1]


def _covers_most(said: Said, quotation: Quotation) -> bool:
    return min(said.end, quotation.end) - max(said.start, quotation.start) > 0.5 * (quotation.end - quotation.start)


def _beside(touching: list[ReadSentence], quotation: Quotation, reading: Reading) -> Said | None:
    """A clause beside the quotation whose subject is somebody who can speak ("... weeks,” Kozak shared his thoughts")."""
    for read in (touching[-1], touching[0]):
        for clause in read.clauses.values():
            verb = clause.predicate
            at = read.sentence.offset + verb.idx
            if quotation.start <= at < quotation.end or clause.passive or not clause.subjects:
                continue
            head = clause.subjects[0]
            head_at = read.sentence.offset + head.idx
            if quotation.start <= head_at < quotation.end:
                continue
            speaker = reading.linker.actors(head)
            near = min(abs(at - quotation.end), abs(head_at - quotation.end), abs(quotation.start - at - len(verb.text)))
            if (
                speaker
                and near <= 40
                and (head.pos_ == "PRON" or head.ent_type_ == "PERSON" or speaker[0].office or clause.lemma in cues().verbs)
            ):
                span = read.sentence.span(verb)
                start, end = _trim(reading.article.text, quotation.start, quotation.end)
                return Said(touching[0].sentence, (span.start, span.end), clause.lemma, start, end, speaker, head, quoted=True)
    return None


def _only_quotation(touching: list[ReadSentence], quotation: Quotation) -> bool:
    return all(quotation.start - 3 <= r.sentence.start and r.sentence.end <= quotation.end + 3 for r in touching)


def _continued(last: Said, read: ReadSentence, quotation: Quotation, reading: Reading) -> Said | None:
    if read.index - last.sentence.index > 4:
        return None
    start, end = _trim(reading.article.text, quotation.start, quotation.end)
    return Said(read.sentence, last.cue, last.lemma, start, end, last.speaker, last.speaker_head, quoted=True)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRAILING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end


def _spread(reading: Reading) -> None:
    """Enters a statement also with the later sentences that it covers."""
    for position, read in enumerate(reading.sentences):
        for said in list(read.said):
            if said.sentence is not read.sentence:
                continue
            for later in itertools.islice(reading.sentences, position + 1, None):
                if later.sentence.start >= said.end:
                    break
                later.said.append(said)
            for before in range(position - 1, -1, -1):
                if reading.sentences[before].sentence.end <= said.start:
                    break
                reading.sentences[before].said.append(said)

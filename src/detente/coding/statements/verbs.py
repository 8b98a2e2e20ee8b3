"""Statements that a verb of saying or thinking opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.cues import Cue, cues
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.statements.frames import content_of, idiom
from detente.coding.statements.making import make
from detente.coding.statements.speakers import Speaker, own_subjects, reported_subjects, speaker_at, speaking_above
from detente.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_verb(clause: Clause, read: ReadSentence, reading: Reading) -> Said | None:
    """The statement that the verb of a clause opens, or None."""
    known = cues()
    lemma = f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
    cue = known.verbs.get(lemma) or known.verbs.get(clause.lemma)
    content: list[Token] | None = None
    if cue and not (clause.infinitive and clause.relation in ("advcl", "acl", "xcomp")):
        content = content_of(clause, cue, read, reading)
    if content is None and clause.lemma in known.idioms:
        content = idiom(clause, known.idioms[clause.lemma])
        cue = cue or Cue(clause.lemma, frozenset())
    if not content or cue is None:
        return None
    if len(content) == 1 and content[0].pos_ in ("PRON", "DET", "SCONJ"):
        return None
    speaker = _speaker(clause, cue, reading)
    if speaker is None or (cue.documents and speaker.document is None):
        return None
    return make(read, reading, clause.predicate, lemma, content, speaker, cue, clause)


def _speaker(clause: Clause, cue: Cue, reading: Reading) -> Speaker | None:
    """Who speaks; a speaker without head where the text names none, None where no statement is made."""
    if clause.passive and all(t.lower_ in ("it", "there") for t in clause.subjects):
        return None if clause.surface and "clause" not in cue.frames else Speaker()
    heads = clause.subjects
    if not heads:
        return Speaker()
    above = speaking_above(clause, reading)
    if above is not None:
        return speaker_at(above.subjects, above, reading)
    heads = reported_subjects(clause) or heads
    if clause.relation == "acl" and not own_subjects(clause) and clause.parent and clause.predicate.tag_ == "VBG":
        # "mailed supporters saying": the one who writes, not those written to.
        given = clause.parent.lemma in cues().sending and heads[0] in (*clause.parent.objects, *clause.parent.datives)
        if given and clause.parent.subjects:
            from_giver = speaker_at(heads, clause, reading)
            if from_giver is None or from_giver.document is None:
                heads = clause.parent.subjects
    return speaker_at(heads, clause, reading)

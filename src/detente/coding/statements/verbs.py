"""Statements that a verb of saying or thinking opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.cues import Cue, cues
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.statements.frames import content_of, idiom, that_clause
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
    if content is None and cue is None:
        content = that_clause(clause, read, reading)
        cue = Cue(clause.lemma, frozenset())
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
    if cue.raising:
        return Speaker()
    if clause.passive and all(t.lower_ in ("it", "there") for t in clause.subjects):
        return None if clause.surface and "clause" not in cue.frames else Speaker()
    heads = clause.subjects or _misread_subject(clause)
    if not heads:
        return Speaker()
    if clause.relation == "pcomp" and clause.predicate.head.lower_ == "as" and clause.parent is not None:
        # "quoted witnesses as saying", "was quoted as saying": those quoted, not who quotes them.
        heads = clause.parent.objects or heads
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
    return speaker_at(heads, clause, reading, anybody=cue.lemma in cues().only_people)


def _misread_subject(clause: Clause) -> list[Token]:
    """A name before a finite verb that the parser took for something else ("Scholz, ending a visit, said ...")."""
    verb = clause.predicate
    if clause.passive or clause.infinitive or clause.relation != "root" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return []
    named = [
        t for t in verb.lefts if t.pos_ == "PROPN" and t.dep_ not in ("npadvmod", "prep") and t.ent_type_ not in ("DATE", "TIME")
    ]
    before = verb.i - 1
    while before > verb.sent.start and verb.doc[before].dep_ in ("aux", "advmod", "neg"):
        before -= 1
    # "In an interview with Der Spiegel, Scholz said": taken for an apposition.
    beside = verb.doc[before]
    if not named and beside.pos_ == "PROPN" and beside.dep_ == "appos" and beside.left_edge.nbor(-1).text == ",":
        named = [beside]
    return named[:1]

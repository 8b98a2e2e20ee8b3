"""Mending what the pipeline gets wrong about single words: lemmas, and words cut at their hyphen.

spaCy's rule lemmatizer for English strips "-ed" and "-ing" before it restores a final e, and so takes "hoped" for a form
of "hop". The words below are those of the lexicon that it gets wrong; they go into the lemmatizer's own table of
exceptions. Its tokenizer cuts "de-escalate" in three, and the parser then takes "de" for the verb; such words are kept
whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokenizer import Tokenizer

if TYPE_CHECKING:
    from spacy.language import Language

_VERBS = {
    "airdropped": "airdrop",
    "axed": "axe",
    "bared": "bare",
    "cordoned": "cordon",
    "dined": "dine",
    "fined": "fine",
    "fulfilled": "fulfil",
    "hoped": "hope",
    "hoping": "hope",
    "installed": "install",
    "pared": "pare",
    "raped": "rape",
    "raping": "rape",
    "readied": "ready",
    "resupplied": "resupply",
    "retook": "retake",
    "slated": "slate",
    "staged": "stage",
    "staging": "stage",
    "waged": "wage",
    "waging": "wage",
    "waterboarded": "waterboard",
}
"""Inflected verb to its lemma."""


_WHOLE = (
    "co-operate co-operated co-operates co-operating co-operation co-ordinate co-ordinated co-ordinates co- "
    "ordination co-sponsor co-sponsored co-sponsors de-escalate de-escalated de-escalates de-escalating de- "
    "escalation de-mine de-mined de-mining re-arm re-armed re-enter re-entered re-establish re-established re- "
    "impose re-imposed re-open re-opened cease-fire cease-fires"
).split()
"""Words that keep their hyphen."""


def mend_words(pipeline: Language) -> None:
    """Keeps words whole, and adds the exceptions to the lemmatizer, where tokenizer and lemmatizer are spaCy's own."""
    if isinstance(pipeline.tokenizer, Tokenizer):
        for word in _WHOLE:
            for form in (word, word.capitalize()):
                pipeline.tokenizer.add_special_case(form, [{"ORTH": form}])
    if "lemmatizer" not in pipeline.pipe_names:
        return
    lookups = getattr(pipeline.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_exc"):
        return
    verbs = lookups.get_table("lemma_exc").setdefault("verb", {})
    for form, lemma in _VERBS.items():
        verbs[form] = [lemma]

"""Mending the lemmas that the pipeline gets wrong.

spaCy's rule lemmatizer for English strips "-ed" and "-ing" before it restores a final e, and so takes "hoped" for a form of
"hop". The words below are those of the lexicon that it gets wrong; they go into the lemmatizer's own table of exceptions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def mend_lemmas(pipeline: Language) -> None:
    """Adds the exceptions to the pipeline's lemmatizer, where it is one that has such a table."""
    if "lemmatizer" not in pipeline.pipe_names:
        return
    lookups = getattr(pipeline.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_exc"):
        return
    verbs = lookups.get_table("lemma_exc").setdefault("verb", {})
    for form, lemma in _VERBS.items():
        verbs[form] = [lemma]

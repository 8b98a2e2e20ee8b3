"""Agent phrases in a text: "prime minister", "human rights groups", "chief of staff"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.knowledge.entry import Entry

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_FULL_TITLES = {
    "adm.": "admiral",
    "amb.": "ambassador",
    "capt.": "captain",
    "col.": "colonel",
    "gen.": "general",
    "gov.": "governor",
    "lt.": "lieutenant",
    "maj.": "major",
    "pres.": "president",
    "rep.": "congressman",
    "sen.": "senator",
    "sens.": "senator",
}
"""Titles that the press abbreviates before a name."""

RANKS = frozenset({"admiral", "captain", "colonel", "general", "lieutenant", "major"})
"""Titles that say nothing of whose officer the bearer is."""


def agent_phrase(
    agents: Mapping[str, Entry], sentence: Sentence, head: Token, name: list[Token] | None
) -> tuple[Entry | None, Token | None, str]:
    """The longest agent phrase that ends at the head, or, before a name, at the last word before it.

    Gives the entry, the head of the phrase and its words; None, None and "" where there is no agent phrase.
    """
    doc, first = head.doc, sentence.tokens.start
    last = name[0].i - 1 if name else head.i
    if last < first:
        return None, None, ""
    for length in range(min(4, last - first + 1), 0, -1):
        words = doc[last - length + 1 : last + 1]
        lemma = words[-1].lemma_.lower()
        # "human rights groups": only the head is inflected.
        head_only = f"{words[:-1].text.lower()} {lemma}"
        in_full = _FULL_TITLES.get(words.text.lower(), "") if name else ""
        for key in (" ".join(t.lemma_.lower() for t in words), words.text.lower(), head_only, in_full):
            entry = agents.get(key)
            if entry:
                return entry, doc[last], in_full or words.text
    # "secretary of state", "chief of staff": the head comes first.
    for after in (3, 2):
        if last + after < len(doc):
            for before in (2, 1, 0):
                if last - before < first:
                    continue
                words = doc[last - before : last + after]
                entry = agents.get(" ".join(t.lemma_.lower() for t in words))
                if entry and " " in entry.name:
                    return entry, doc[last], words.text
    return None, None, ""

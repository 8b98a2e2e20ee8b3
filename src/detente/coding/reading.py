"""An article as the coder works on it: sentences with their clauses, linked actors and statements."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.coding.dating.published import Published
from detente.coding.times import Timex
from detente.knowledge import Knowledge, Linker
from detente.language.clauses import Clause, clauses
from detente.language.parse import Parsed, Sentence
from detente.language.quotations import Quotations, quotations
from detente.model import Actor, Article

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.coding.places.toponyms import Toponym
    from detente.coding.trained.network import Outputs
    from detente.knowledge.places import PlaceRow


@dataclass(slots=True, eq=False)
class Said:
    """A statement as found: who, by which word, and the offsets of what was said in the article's text.

    `thought` is true for what somebody is said to think or feel; `lemma` is the cue's lemma. `others` are the offsets of
    further pieces of a content that the cue breaks up. `denies` is the earlier statement of somebody else that this one denies.
    """

    sentence: Sentence
    cue: tuple[int, int]
    lemma: str
    start: int
    end: int
    speaker: list[Actor]
    speaker_head: Token | None
    quoted: bool = False
    thought: bool = False
    addressee: list[Actor] = field(default_factory=list)
    medium: str | None = None
    others: list[tuple[int, int]] = field(default_factory=list)
    denies: Said | None = None

    def covers(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end


@dataclass(slots=True, eq=False)
class ReadSentence:
    """A sentence with its clauses, by the index of their predicates, and the statements made in it or going on in it."""

    sentence: Sentence
    clauses: dict[int, Clause]
    said: list[Said] = field(default_factory=list)

    @property
    def index(self) -> int:
        return self.sentence.index


@dataclass(slots=True)
class Reading:
    """An article read: what every part of the coder works on. `day` is the article's date, if it is known.

    `published`: the same, or what was worked out of an article without date.

    `located` holds its toponyms and their places once somebody has asked for them; `outputs` what the network says of each
    sentence (None for one that it was not asked about).
    """

    article: Article
    day: dt.date | None
    sentences: list[ReadSentence]
    quotations: Quotations
    linker: Linker
    base: Knowledge
    published: Published = field(default_factory=Published)
    times: list[list[Timex]] = field(default_factory=list)
    located: list[tuple[Toponym, PlaceRow | None]] | None = None
    outputs: list[Outputs | None] | None = None


def read(parsed: Parsed, base: Knowledge, published: Published | None = None) -> Reading:
    """Finds clauses and links actors, sentence after sentence.

    `published` where the article has no date, and it was worked out: actors are then those of its last day.
    """
    article = parsed.article
    published = published or Published.on(article.date)
    linker = Linker(base, article, published.last)
    sentences = []
    for sentence in parsed.sentences:
        found = {clause.predicate.i: clause for clause in clauses(sentence)}
        linker.read(sentence)
        sentences.append(ReadSentence(sentence, found))
    return Reading(article, article.date, sentences, quotations(article), linker, base, published)

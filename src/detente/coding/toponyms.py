"""Toponyms: the words of an article that name a place, whatever place that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge import Knowledge
from detente.model import Article, TextInfo

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
WHERE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "into", "from", "to", "of", "through", "over", "off"}
)
_CLOSED = frozenset({"PERSON", "ORG", "NORP", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LANGUAGE"})
_LONGEST = 4
_LARGE = 500_000
"""Population from which on a city is known by its bare name without a preposition of place before it."""
_BEFORE = re.compile(r"[\s\"'“‘(,.;:–-]*(?:(?:the|THE|The)\s+)?")
_AFTER = re.compile(r"(?:[’']s?)?[\s\"”)(,;:–-]*\Z")
_DATELINE_PART = re.compile(r"[^\W\d_][^,()/–—]*")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place: offsets into the article's text, and the sentence (or dateline) that it stands in."""

    start: int
    end: int
    name: str
    info: TextInfo


def toponyms(article: Article, sentences: Iterable[Sentence], base: Knowledge) -> Iterator[Toponym]:
    """The toponyms of an article in reading order, none inside the name of a person or an organisation.

    A place that stands for a government ("Moscow said") is one as well.
    """
    text = article.text
    found: list[Toponym] = []
    for block in article.blocks:
        if block.kind == "dateline":
            found.extend(_in_dateline(text, block.start, block.end, base))
    for sentence in sentences:
        spans = _trimmed(text, sorted({*_entities(sentence, base), *_known_names(sentence, base)}))
        found.extend(Toponym(start, end, text[start:end], sentence.info) for start, end in spans)
    yield from sorted(found, key=lambda t: t.start)


def _trimmed(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without articles, genitive and marks at their ends; of two that overlap the longer one."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        before, after = _BEFORE.match(text, start, end), _AFTER.search(text, start, end)
        begin, finish = before.end() if before else start, after.start() if after else end
        if begin < finish:
            kept.append((begin, finish))
    taken_to = -1
    for start, end in sorted(set(kept), key=lambda s: (s[0], -s[1])):
        if start >= taken_to:
            yield start, end
            taken_to = end


def _entities(sentence: Sentence, base: Knowledge) -> Iterator[tuple[int, int]]:
    """What the parser takes for a place, and what it takes for something else although the whole of it is a known place."""
    for entity in sentence.tokens.ents:
        words = _bare(entity.text)
        start, end = sentence.offset + entity.start_char, sentence.offset + entity.end_char
        if not any(c.isupper() for c in words):
            continue
        named = base.names.get(words)
        if named and (named[0].entry.kind != "state" or named[0].form in ("demonym", "metonym")) and not base.places.find(words):
            continue
        if entity.label_ in PLACE_ENTITIES:
            offset = start
            for part in re.split(r"(,\s+)", sentence.article_text[start:end]):
                if part.strip(", \t\n"):
                    yield offset, offset + len(part)
                offset += len(part)
        elif entity.label_ in _CLOSED and _is_known(words, entity[0], base, person=entity.label_ == "PERSON"):
            yield start, end


def _known_names(sentence: Sentence, base: Knowledge) -> Iterator[tuple[int, int]]:
    """Countries, regions and cities by name outside the entities that the parser closes."""
    tokens = [t for t in sentence.tokens if not t.is_space]
    closed = {t.i for t in tokens if t.ent_type_ in _CLOSED or t.ent_type_ in PLACE_ENTITIES}
    begin = sentence.tokens.start_char
    at = {t.idx - begin: t for t in tokens}
    for match in base.names.find(sentence.text):
        token = at.get(match.start)
        if token is not None and token.i not in closed and match.named[0].entry.kind == "state":
            if match.named[0].form in ("name", "capital"):
                yield sentence.start + match.start, sentence.start + match.end
    position = 0
    while position < len(tokens):
        step = 1
        if tokens[position].i not in closed and tokens[position].pos_ == "PROPN":
            for length in range(min(_LONGEST, len(tokens) - position), 0, -1):
                words = tokens[position : position + length]
                if any(t.i in closed for t in words) or words[-1].pos_ != "PROPN":
                    continue
                if _is_known(_text(words), words[0], base):
                    span = sentence.span(words[0], words[-1])
                    yield span.start, span.end
                    step = length
                    break
        position += step


def _text(words: list[Token]) -> str:
    return str(words[0].doc[words[0].i : words[-1].i + 1].text)


def _is_known(words: str, first: Token, base: Knowledge, *, person: bool = False) -> bool:
    """Whether words that the parser does not call a place are one: a country, region or large city, or any city after "in"."""
    before = first.nbor(-1) if first.i > 0 else None
    if before is not None and before.lower_ == "the" and before.i > 0:
        before = before.nbor(-1)
    where = before is not None and before.lower_ in WHERE
    named = base.names.get(words)
    if named:
        return named[0].entry.kind == "state" and named[0].form in ("name", "capital") and (where or not person)
    found = base.places.find(words)
    if not found or (person and not where):
        return False
    return where or found[0].kind != "city" or found[0].population >= _LARGE


def _bare(words: str) -> str:
    return words.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")


def _in_dateline(text: str, start: int, end: int, base: Knowledge) -> Iterator[Toponym]:
    """ "GENEVA, Switzerland (Agency) —": the parts that are known places, in capitals or not."""
    info = TextInfo(start=start, end=end)
    for part in _DATELINE_PART.finditer(text, start, end):
        words = part.group().rstrip(" .-")
        for name in (words, words.title()):
            named = base.names.get(name)
            if (named and named[0].entry.kind == "state" and named[0].form != "demonym") or base.places.find(name, towns=True):
                yield Toponym(part.start(), part.start() + len(words), words, info)
                break

"""Toponyms: the words of an article that name a place, whatever place that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.coding.places.candidates import candidates, containers, contains
from detente.knowledge import Knowledge
from detente.model import Article, TextInfo

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
WHERE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "into", "from", "to", "of", "through", "over", "off"}
)
_INSIDE = frozenset({"in", "near", "outside"})
Use = Literal["literal", "associative"]
_CLOSED = frozenset({"PERSON", "ORG", "NORP", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LANGUAGE"})
_SITES = frozenset(
    (
        "airport avenue barracks base boulevard bridge canal cemetery checkpoint crossing dam drive embassy highway lane mosque "
        "motorway park plaza port prison railway road square stadium station street terminal tower tunnel"
    ).split()
)
_HOUSES = frozenset(
    "abbey arena basilica cathedral center centre church club college hall hospital hotel school temple theatre".split()
)
"""What is a place where somebody is in it, and else rather somebody who acts."""
_LONGEST = 4
_LARGE = 500_000
"""Population from which on a city is known by its bare name without a preposition of place before it."""
_BEFORE = re.compile(r"[\s\"'“‘(,.;:–-]*(?:(?:the|THE|The)\s+)?")
_AFTER = re.compile(r"(?:[’']s?)?[\s\"”)(,;:–-]*\Z")
_DATELINE_PART = re.compile(r"[^\W\d_][^,()/–—]*")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place: offsets into the article's text, and the sentence (or dateline) that it stands in.

    `use`: literal, where the place itself is spoken of; associative, where the name only belongs to something else.
    """

    start: int
    end: int
    name: str
    info: TextInfo
    use: Use = "literal"


def toponyms(article: Article, sentences: Iterable[Sentence], base: Knowledge) -> Iterator[Toponym]:
    """The toponyms of an article in reading order, without overlap.

    A place that stands for a government ("Moscow said") is a literal one. Names inside those of organisations and
    nationalities before a noun are associative. What is a toponym once is one wherever it stands, but in a person's name.
    """
    text = article.text
    found: list[Toponym] = []
    for block in article.blocks:
        if block.kind == "dateline":
            found.extend(_in_dateline(text, block.start, block.end, base))
    read = list(sentences)
    literal = [
        sorted({*_entities(sentence, base), *_known_names(sentence, base), *_held(sentence, base), *_sites(sentence)})
        for sentence in read
    ]
    once = {text[start:end] for spans in literal for start, end in _trimmed(text, spans)}
    for sentence, spans in zip(read, literal, strict=True):
        taken = list(_trimmed(text, sorted({*spans, *_again(sentence, once)})))
        found.extend(Toponym(start, end, text[start:end], sentence.info) for start, end in taken)
        for start, end in _trimmed(text, sorted(_associated(sentence, base))):
            if not any(start < there and here < end for here, there in taken):
                found.append(Toponym(start, end, text[start:end], sentence.info, "associative"))
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


def _sites(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Streets, bridges, airports and the like by their last word, and schools and hospitals where somebody is at one."""
    for entity in sentence.tokens.ents:
        last, before = entity[-1].lower_, entity[0].nbor(-1) if entity[0].i > 0 else None
        if before is not None and before.lower_ in ("the", "a") and before.i > 0:
            before = before.nbor(-1)
        at = before is not None and before.lower_ in WHERE
        if len(entity) > 1 and entity.label_ in ("ORG", "PERSON", "FAC") and (last in _SITES or (last in _HOUSES and at)):
            yield sentence.offset + entity.start_char, sentence.offset + entity.end_char


def _again(sentence: Sentence, once: set[str]) -> Iterator[tuple[int, int]]:
    """Names of the article's toponyms where the parser does not see one."""
    tokens = [t for t in sentence.tokens if not t.is_space]
    for position, token in enumerate(tokens):
        if token.pos_ != "PROPN" or token.ent_type_ == "PERSON":
            continue
        for length in range(min(_LONGEST, len(tokens) - position), 0, -1):
            words = tokens[position : position + length]
            if _text(words) in once and not any(t.ent_type_ == "PERSON" for t in words):
                span = sentence.span(words[0], words[-1])
                yield span.start, span.end
                break


def _associated(sentence: Sentence, base: Knowledge) -> Iterator[tuple[int, int]]:
    """Places inside the names of organisations, and nationalities before a noun ("Russian gas", "the Chicago Tribune")."""
    tokens = {t.idx - sentence.tokens.start_char: t for t in sentence.tokens}
    for match in base.names.find(sentence.text):
        token = tokens.get(match.start)
        if token is None or token.ent_type_ == "PERSON" or match.named[0].entry.kind != "state":
            continue
        form = match.named[0].form
        if form in ("name", "capital") or (form == "demonym" and _qualifies(token)):
            yield sentence.start + match.start, sentence.start + match.end
    words = [t for t in sentence.tokens if not t.is_space]
    for position, token in enumerate(words):
        if not token.text[:1].isupper() or token.ent_type_ == "PERSON" or token.pos_ not in ("PROPN", "ADJ"):
            continue
        for length in range(min(_LONGEST, len(words) - position), 0, -1):
            part = words[position : position + length]
            known = base.places.find(_text(part)) if part[-1].text[:1].isupper() else []
            if known and (known[0].ours or part[0].ent_type_):
                span = sentence.span(part[0], part[-1])
                yield span.start, span.end
                break


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


def _qualifies(token: Token) -> bool:
    """Whether a nationality stands as an adjective, not for its people ("two Russians", "the Swiss won")."""
    if token.tag_ in ("NNPS", "NNS"):
        return False
    return token.pos_ == "ADJ" or token.dep_ in ("amod", "compound", "nmod", "npadvmod")


def _held(sentence: Sentence, base: Knowledge) -> Iterator[tuple[int, int]]:
    """Names of towns that are told by what holds them: "Surfside, Florida"; the parser takes many for somebody's."""
    tokens = [t for t in sentence.tokens if not t.is_space]
    for position, token in enumerate(tokens[:-2]):
        if tokens[position + 1].text != "," or token.pos_ != "PROPN" or not tokens[position + 2].text[:1].isupper():
            continue
        end = sentence.span(token).end
        _, outer = containers(sentence.article_text, end, base)
        for length in range(min(_LONGEST, position + 1) if outer else 0, 0, -1):
            words = tokens[position - length + 1 : position + 1]
            if all(w.pos_ == "PROPN" for w in words) and any(
                contains(c, p) for c in outer for p in candidates(_text(words), base)
            ):
                yield sentence.span(words[0]).start, end
                break


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
    if words.isupper() and len(words) > 3:
        words = words.title()
    found = base.places.find(words, towns=where and before is not None and before.lower_ in _INSIDE)
    if not found:
        return False
    if person and not where:
        # Two words that are a region are more often that than somebody's name ("Tamil Nadu").
        return found[0].ours and " " in words
    return where or found[0].ours or found[0].population >= _LARGE


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

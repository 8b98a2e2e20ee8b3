"""What a number counts: the noun beside it, what a measure is of, or what its clause speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.figures.counting import Count
from detente.coding.figures.fates import fate_of
from detente.coding.figures.units import CURRENCIES, DURATIONS, MEASURES, is_person
from detente.coding.reading import ReadSentence
from detente.coding.wordlist import wordlist
from detente.language.nominals import core, phrase, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

_SETTING = frozenset({"put", "estimate", "place", "set", "count", "reckon"})
_REACHING = wordlist("be rise grow fall drop reach stand climb number total swell run hit exceed")
_SIGNIFICANT = 100
_MONEY = frozenset(CURRENCIES.values())
_STANDING_FOR = frozenset({"estimate", "number", "figure", "total", "toll", "count", "other", "tally"})
_VOTING = frozenset({"vote", "approve", "pass", "adopt", "back", "reject", "ratify"})


class Memory:
    """What was counted last, and the last persons spoken of in the plural."""

    def __init__(self) -> None:
        self.what: tuple[str, str] | None = None
        self.persons: str | None = None

    def read(self, read: ReadSentence, before: int | None = None) -> None:
        for token in read.sentence.tokens:
            if before is not None and token.i >= before:
                break
            if token.tag_ == "NNS" and is_person(token.lemma_.lower(), token.lower_):
                self.persons = token.text


def votes(count: Count, before: list[Count]) -> tuple[str, str, list[Token]] | None:
    """ "voted 69 to 26", "by 69 votes to 26"."""
    number = count.number
    if (count.noun is not None and count.noun.lemma_ != "vote") or number.unit not in (None, "votes"):
        return None
    previous = before[-1] if before else None
    if (
        previous is not None
        and count.first.i - previous.last.i == 2
        and count.first.nbor(-1).lower_ in ("to", "-", "–", "against")
    ):
        if previous.number.unit == "votes" or _voting(previous):
            return "votes against", "votes", []
    if number.unit == "votes":
        return ("votes", "votes", [])
    return ("votes in favour", "votes", []) if _voting(count) else None


def _voting(count: Count) -> bool:
    before = [t.lemma_.lower() for t in count.first.doc[max(0, count.first.i - 4) : count.first.i]]
    after = [t.lower_ for t in count.last.doc[count.last.i + 1 : count.last.i + 2]]
    return ("vote" in before or (before[-1:] == ["by"] and bool(_VOTING & set(before)))) and after in (["to"], ["-"], ["–"])


def what_of(read: ReadSentence, count: Count, memory: Memory) -> tuple[str, str, list[Token]] | None:
    number = count.number
    if number.unit in _MONEY:
        return _of_measure(read, count, number.unit, "money")
    if number.unit is not None:
        return _of_measure(read, count, number.unit, _measure_word(count))
    noun = count.noun
    if noun is not None and noun.pos_ != "PRON":
        fate = fate_of(noun, count, read.clauses)
        words = "" if fate is not None and fate.stands_for_it else _words(count, noun)
        what = " ".join(part for part in (words, fate.word if fate else "") if part)
        unit = "persons" if fate is not None else count.unit
        return what, unit, [noun]
    fate = fate_of(count.last, count, read.clauses)
    if fate is not None:
        # "12 people were killed and 30 injured": the second number counts what the first did.
        return fate.word, "persons", []
    if noun is not None:
        return (memory.persons, "persons", [noun]) if memory.persons else None
    if number.value < _SIGNIFICANT:
        return None
    return _subject(read, count, memory)


def _words(count: Count, noun: Token) -> str:
    """The noun with what stands between it and its number ("anti-tank missiles"), for some with the "of" phrase behind it."""
    skip = ("more", "other", "such", "additional", "further", "of", "the")
    between = list(count.last.doc[count.last.i + 1 : noun.i + 1])
    while between and (between[0].lower_ in skip or between[0].text in "-–+" or between[0].lower_ in ("plus", "odd", "strong")):
        between.pop(0)
    if not between:
        first, last = phrase(noun)
        between = [t for t in noun.doc[first : last + 1] if t.i > count.last.i]
    words = str(noun.doc[between[0].i : noun.i + 1].text) if between else noun.text
    if noun.lemma_.lower() in ("member", "pair", "set", "form", "kind", "piece"):
        for below in prepositions(noun).get("of", [])[:1]:
            words = str(noun.doc[noun.i : below.i + 1].text)
    return words


def _of_measure(read: ReadSentence, count: Count, unit: str, plain: str) -> tuple[str, str, list[Token]]:
    """What a measure is of: "45 percent of the vote", "$60 million in aid", "a fine of $5m", "eight hours of talks"."""
    last = count.last
    following = last.nbor(1).lower_ if last.i + 1 < last.sent.end else ""
    if following in ("of", "in") and (unit not in DURATIONS or following == "of"):
        for token in (last, last.head):
            for below in prepositions(token).get(following, []):
                if below.i > last.i and below.ent_type_ not in ("DATE", "TIME") and below.pos_ in ("NOUN", "PROPN"):
                    words = _noun_phrase(below)
                    return (f"{plain} of {words}" if unit in DURATIONS else words), unit, [below]
    if unit in DURATIONS:
        return plain, unit, []
    noun = count.noun
    if noun is not None and noun.i > last.i and noun.lower_ not in CURRENCIES and noun.lower_ not in MEASURES:
        return _noun_phrase(noun, after=last.i), unit, [noun]
    above = last.head
    for _ in range(4):
        if above.pos_ in ("NOUN", "PROPN") and above.i < count.first.i and above.ent_type_ not in ("DATE", "TIME"):
            return _noun_phrase(above), unit, [above]
        clause = read.clauses.get(above.i)
        if clause is not None:
            heads = clause.surface or clause.subjects
            if unit == "percent" or clause.lemma in _REACHING:
                for head in heads[:1]:
                    if head.pos_ in ("NOUN", "PROPN"):
                        return _noun_phrase(head), unit, [head]
            break
        above = above.head
    return plain, unit, []


def _measure_word(count: Count) -> str:
    word = count.number.unit or ""
    return "share" if word == "percent" else word


def _noun_phrase(noun: Token, after: int = -1) -> str:
    first, last = phrase(noun)
    tokens = [t for t in noun.doc[first : last + 1] if t.i > after]
    while len(tokens) > 1 and (tokens[0].pos_ in ("DET", "PRON", "PUNCT") or tokens[0].text in "-–"):
        tokens.pop(0)
    return str(noun.doc[tokens[0].i : noun.i + 1].text)


def _subject(read: ReadSentence, count: Count, memory: Memory) -> tuple[str, str, list[Token]] | None:
    """What a bare number counts by the clause that it stands in ("put the force at more than 100,000")."""
    above: Token = count.last
    for _ in range(4):
        if above.i in read.clauses or above.head.i == above.i:
            break
        above = above.head
    clause = read.clauses.get(above.i)
    if clause is None:
        return None
    heads: list[Token] = []
    if clause.lemma in _SETTING:
        heads = [o for o in clause.objects if o.i != count.last.i]
    elif clause.lemma in _REACHING:
        heads = clause.surface
    else:
        return None
    for head in heads:
        if head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in _STANDING_FOR:
            return _noun_phrase(head), "persons" if _of_persons(head) else head.lower_, [head]
        below = core(head)
        of = prepositions(head).get("of", [])
        if of or below is not head:
            noun = of[0] if of else below
            return _noun_phrase(noun), "persons" if _of_persons(noun) else noun.lower_, [noun]
    if memory.what is not None and memory.what[1] not in {*DURATIONS, "percent", *_MONEY}:
        return (*memory.what, [])
    return None


def _of_persons(noun: Token) -> bool:
    return is_person(noun.lemma_.lower(), noun.lower_) or noun.lemma_.lower() in (
        "force",
        "army",
        "contingent",
        "presence",
        "garrison",
    )

"""What a number counts: the noun beside it, what a measure is of, or what its clause speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.figures.counting import Count, names_persons
from detente.coding.figures.fates import fate_of
from detente.coding.figures.units import CURRENCIES, DURATIONS, MEASURES
from detente.coding.reading import ReadSentence
from detente.coding.wordlist import wordlist
from detente.language.nominals import core, phrase, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

_SETTING = frozenset({"put", "estimate", "place", "set", "count", "reckon"})
_REACHING = wordlist("be rise grow fall drop reach stand climb number total swell run hit exceed")
_SIGNIFICANT = 100
_MONEY = frozenset(CURRENCIES.values())
_NOT_THINGS = frozenset({*DURATIONS, *_MONEY, "percent"})
_STANDING_FOR = frozenset({"estimate", "number", "figure", "total", "toll", "count", "other", "tally", "reckoning", "assessment"})
_MEASURED = {"percent": "share", **dict.fromkeys(("km", "miles", "m", "feet"), "distance"), "km2": "area", "hectares": "area"}
_LASTING = frozenset({"last", "take", "run", "go", "continue", "stretch", "extend", "endure", "drag"})
_MEETING = wordlist("meet talk speak negotiate confer converse sit convene discuss fight")
_LASTING_THINGS = wordlist(
    "talk negotiation meeting summit session call conversation discussion dialogue consultation truce ceasefire cease-fire "
    "armistice pause halt siege war conflict blockade occupation curfew mandate sentence term ban embargo sanction visit "
    "exercise drill manoeuvre maneuver state emergency strike outage interruption transition period moratorium suspension lull"
)
_BESIDE = 4
_VOTING = frozenset({"vote", "approve", "pass", "adopt", "back", "reject", "ratify"})


class Memory:
    """What was counted last, and the last persons spoken of in the plural, each with the sentence in which it was."""

    def __init__(self) -> None:
        self.what: tuple[str, str] | None = None
        self.persons: str | None = None
        self._counted_in = self._persons_in = -1

    def counted(self, read: ReadSentence, what: str, unit: str) -> None:
        """Notes what a figure counts."""
        self.what, self._counted_in = (what, unit), read.index

    def read(self, read: ReadSentence, before: int | None = None) -> None:
        """Notes the persons whom a sentence names, up to the token `before`."""
        for token in read.sentence.tokens:
            if before is not None and token.i >= before:
                break
            if token.tag_ == "NNS" and names_persons(token):
                self.persons, self._persons_in = token.text, read.index

    @property
    def antecedent(self) -> tuple[str, str] | None:
        """What "they" are: the things or persons spoken of last in the plural."""
        if self.persons is not None and self._persons_in > self._counted_in:
            return self.persons, "persons"
        return self.thing

    @property
    def thing(self) -> tuple[str, str] | None:
        """What was counted last, unless that was a measure."""
        return self.what if self.what is not None and self.what[1] not in _NOT_THINGS else None


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
    if noun is not None and noun.pos_ == "PRON" and (said := _said_of_them(noun)) is not None:
        return said.text, "persons" if names_persons(said) else said.lower_, [said]
    if noun is not None and _is_body(count, noun):
        # "300 of the 18th Airborne Corps" are troops, not corps.
        return (*memory.antecedent, []) if memory.antecedent is not None else None
    if noun is not None and noun.pos_ != "PRON":
        if noun.lower_ == "lives" and fate_of(noun, count, read.clauses) is None:
            return None
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


def _said_of_them(pronoun: Token) -> Token | None:
    """What "hundreds of them children" and "50 of them were civilians" say that they are; None where it is not said."""
    position = pronoun.i + 1
    while position < pronoun.sent.end and pronoun.doc[position].lower_ in ("were", "are", "being", "young", "foreign"):
        position += 1
    if position >= pronoun.sent.end or pronoun.doc[position].tag_ != "NNS":
        return None
    return pronoun.doc[position]


def _is_body(count: Count, noun: Token) -> bool:
    """Whether the number is a part of those who belong to a named body."""
    between = [t.lower_ for t in count.last.doc[count.last.i + 1 : noun.i]]
    return noun.tag_ == "NNP" and between[:1] == ["of"] and count.number.unit is None


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


def _length(read: ReadSentence, count: Count, unit: str) -> tuple[str, str, list[Token]] | None:
    """What lasts so long: "a truce of ten days", "the call lasted an hour", "met for eight hours"; None for a bare length."""
    following = count.last.nbor(1) if count.last.i + 1 < count.last.sent.end else None
    if following is not None and following.lower_ == "of":
        for token in (count.last, count.last.head):
            for below in prepositions(token).get("of", []):
                if below.i > count.last.i and below.pos_ in ("NOUN", "PROPN") and below.ent_type_ not in ("DATE", "TIME"):
                    return f"{unit} of {_noun_phrase(below)}", unit, [below]
    if count.noun is not None and count.noun.i - count.last.i <= _BESIDE and count.noun.lemma_.lower() in _LASTING_THINGS:
        # "a two-hour call"
        return _noun_phrase(count.noun, after=count.last.i), unit, [count.noun]
    above: Token = count.last
    before = {t.lower_ for t in count.first.doc[max(count.first.sent.start, count.first.i - 4) : count.first.i]}
    for _ in range(_BESIDE):
        clause = read.clauses.get(above.i)
        if clause is not None:
            head = next(iter(clause.surface), None)
            if clause.lemma in _LASTING:
                if head is not None and head.pos_ in ("NOUN", "PROPN"):
                    return _noun_phrase(head), unit, [head]
                return unit, unit, []
            if clause.lemma in _MEETING and "for" in before:
                return unit, unit, []
        elif above.pos_ == "NOUN" and above.lemma_.lower() in _LASTING_THINGS and above.i < count.first.i:
            return _noun_phrase(above), unit, [above]
        if above.head.i == above.i:
            break
        above = above.head
    return None


def _of_measure(read: ReadSentence, count: Count, unit: str, plain: str) -> tuple[str, str, list[Token]] | None:
    """What a measure is of: "45 percent of the vote", "$60 million in aid", "a fine of $5m", "eight hours of talks"."""
    if unit in DURATIONS:
        return _length(read, count, unit)
    last = count.last
    following = last.nbor(1).lower_ if last.i + 1 < last.sent.end else ""
    if following in ("of", "in"):
        for token in (last, last.head):
            for below in prepositions(token).get(following, []):
                if (
                    below.i > last.i
                    and below.ent_type_ not in ("DATE", "TIME")
                    and (below.pos_ == "NOUN" or (below.pos_ == "PROPN" and following == "of"))
                ):
                    return _noun_phrase(below), unit, [below]
    noun = count.noun
    if (
        noun is not None
        and noun.i > last.i
        and noun.pos_ != "PRON"
        and noun.ent_type_ not in ("GPE", "LOC", "FAC", "DATE")
        and noun.lower_ not in CURRENCIES
        and noun.lower_ not in MEASURES
    ):
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
    return _MEASURED.get(word, word)


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
    plural = any(head.lower_ in ("they", "them") for head in heads)
    what = memory.antecedent if plural else memory.thing
    return (*what, []) if what is not None else None


def _of_persons(noun: Token) -> bool:
    return names_persons(noun) or noun.lemma_.lower() in (
        "force",
        "army",
        "contingent",
        "presence",
        "garrison",
    )

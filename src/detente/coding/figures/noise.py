"""Numbers that tell of nothing: they point back, date something, or are a manner of speaking."""

from __future__ import annotations

import re

from detente.coding.figures.amounts import HYPHENS
from detente.coding.figures.counting import Count
from detente.coding.figures.fates import fate_of, names_fate
from detente.coding.figures.units import CURRENCIES, DURATIONS
from detente.coding.reading import Reading, ReadSentence
from detente.coding.wordlist import wordlist

_DEFINITE = frozenset({"the", "these", "those", "both", "all", "its", "their", "his", "her", "our", "other"})
_FEW = 4
_DOZEN = 12
_SPEECH = wordlist(
    "word letter question answer date figure way thing time reason point option step visit capital sentence line paragraph page "
    "fact matter respect sort kind side front sense hand aspect chapter version theme topic lesson scenario article example "
    "reply look couple pair possibility choice term track issue problem message part half moment glance"
)
"""What a small number spelt in words counts in a manner of speaking ("two words", "three reasons"), not as a figure."""
_FROM_NOW = frozenset({"ago", "earlier", "later", "before", "after", "from", "since", "prior", "hence"})
_RECENT = frozenset({"last", "past", "next", "coming", "first", "previous"})
_ALIKE = (
    frozenset({"km", "miles", "m", "feet"}),
    frozenset({"tonnes", "kg"}),
    frozenset({"hectares", "acres", "km2", "square miles"}),
    frozenset(CURRENCIES.values()),
)
_BRACKET = re.compile(r"\(\s*(?:or|i\.e\.,?)?\s*")


def only_points(count: Count, read: ReadSentence) -> bool:
    """Whether a number only points to what is known already ("the two sides"), or is no count ("one of them", "two words")."""
    number, noun = count.number, count.noun
    if number.unit is not None:
        return False
    if number.value == 0 or _is_factor(count) or _in_compound(count):
        return True
    if number.value == 1 and not number.digits:
        # "one official said" counts nobody; "one soldier was killed" does.
        return noun is None or noun.tag_ == "NNS" or fate_of(noun, count, read.clauses) is None
    if number.digits:
        return False
    if number.value <= _DOZEN and noun is not None and noun.lemma_.lower() in _SPEECH:
        return True
    if number.value > _FEW:
        return False
    if noun is None:
        return not _has_fate(count) and fate_of(count.last, count, read.clauses) is None
    if names_fate(noun):
        return False
    return noun.tag_ not in ("NNS", "NNPS") or any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.lefts)


def _is_factor(count: Count) -> bool:
    """ "five times as many", "tenfold"."""
    if count.noun is not None and count.noun.lower_ == "times":
        return True
    after = [t.lower_ for t in count.last.doc[count.last.i + 1 : count.last.i + 3]]
    return after[:1] in (["times"], ["fold"]) or after == ["-", "fold"]


def _in_compound(count: Count) -> bool:
    """ "a five-member team", "the 12-point plan": part of a word that tells of what kind something is."""
    after = count.last.doc[count.last.i + 1 : count.last.i + 3]
    return len(after) == 2 and after[0].text in HYPHENS and after[1].tag_ in ("NN", "JJ") and after[1].lower_ != "strong"


def is_conversion(count: Count, before: Count | None, text: str) -> bool:
    """Whether a number only repeats the one before it in another measure: "17 km (10 miles)"."""
    if before is None or before.number.unit is None or count.number.unit is None:
        return False
    between = text[before.number.end : count.number.begin].strip()
    units = {before.number.unit, count.number.unit}
    return _BRACKET.fullmatch(between) is not None and any(units <= alike for alike in _ALIKE)


def _has_fate(count: Count) -> bool:
    return count.last.dep_ in ("nsubj", "nsubjpass", "dobj", "ROOT")


def is_date(reading: Reading, read: ReadSentence, count: Count) -> bool:
    """Whether the number belongs to an expression of time other than how long something lasts."""
    number = count.number
    if number.unit in DURATIONS:
        # "two weeks ago", "in two weeks", "the last three days": a date, not a length.
        after = count.last.nbor(1).lower_ if count.last.i + 1 < len(count.last.doc) else ""
        before = [t.lower_ for t in count.first.doc[max(0, count.first.i - 3) : count.first.i]]
        if after in _FROM_NOW or _RECENT & set(before):
            return True
        if before[-1:] in (["in"], ["within"]) and (before[-1] == "within" or number.unit not in ("hours", "minutes")):
            return True
    for timex in reading.times[read.index] if reading.times else []:
        if timex.type != "DURATION" and timex.start <= number.start and number.end <= timex.end:
            return True
    # A year or a day that the scan could not tell, by the parser's word.
    return number.unit is None and count.noun is None and count.first.ent_type_ in ("DATE", "TIME")

"""Numbers that are told of nothing: they point back, date something, or are part of a manner of speaking."""

from __future__ import annotations

from detente.coding.figures.counting import Count
from detente.coding.figures.units import DURATIONS, is_person
from detente.coding.reading import Reading, ReadSentence

_DEFINITE = frozenset({"the", "these", "those", "both", "all", "its", "their", "his", "her", "our", "other"})
_FEW = 4


def only_points(count: Count) -> bool:
    """Whether a small number only points to what is known already ("the two sides") or is no number ("one of them")."""
    number, noun = count.number, count.noun
    if number.unit is not None:
        return False
    if number.value == 0 or (noun is not None and noun.lower_ == "times"):
        return True
    if number.value == 1 and not number.digits:
        return noun is None or noun.tag_ == "NNS" or not is_person(noun.lemma_.lower(), noun.lower_)
    if number.digits or number.value > _FEW:
        return False
    if noun is None:
        return not _has_fate(count)
    return noun.tag_ not in ("NNS", "NNPS") or any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.lefts)


def _has_fate(count: Count) -> bool:
    return count.last.dep_ in ("nsubj", "nsubjpass", "dobj", "ROOT")


def is_date(reading: Reading, read: ReadSentence, count: Count) -> bool:
    """Whether the number belongs to an expression of time other than how long something lasts."""
    number = count.number
    if number.unit in DURATIONS:
        # "two weeks ago", "in two weeks", "the last three days": a date, not a length.
        after = count.last.nbor(1).lower_ if count.last.i + 1 < len(count.last.doc) else ""
        before = [t.lower_ for t in count.first.doc[max(0, count.first.i - 3) : count.first.i]]
        if after in ("ago", "earlier", "later", "before", "after", "from", "since") or {"last", "past", "next", "coming"} & set(
            before
        ):
            return True
        if before[-1:] in (["in"], ["within"]) and number.unit not in ("hours", "minutes"):
            return True
    for timex in reading.times[read.index] if reading.times else []:
        if timex.type != "DURATION" and timex.start <= number.start and number.end <= timex.end:
            return True
    # A year or a day that the scan could not tell, by the parser's word.
    return number.unit is None and count.noun is None and count.first.ent_type_ in ("DATE", "TIME")

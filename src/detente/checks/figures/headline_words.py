"""What a headline and the lead say of one thing in numbers: shares, votes, ranks, and counts beside a verb or a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.checks.figures.plain import Plain, plain_numbers
from detente.checks.figures.spelt import NUMBER, worth
from detente.checks.figures.spoken_again import is_turned
from detente.coding.reading import ReadSentence

_VERBS: dict[str, str] = {
    "held": r"hold|holds|held|arrest\w*|detain\w*|nab\w*|jail\w*|round(?:s|ed)?\sup|custody|seiz(?:e|es|ed)|behind\sbars",
    "freed": r"free|frees|freed|releas\w+|let\sgo|swap(?:s|ped)?",
    "dead": r"kill\w*|die|dies|died|dead|deaths?|claim(?:s|ed)|slain|drown\w*|perish\w*|executed?|hang(?:s|ed)"
    r"|lost\stheir\slives|shot\sdead|toll",
    "hurt": r"wound\w*|injur\w+|hurts?",
    "fled": r"flee|flees|fled|displac\w+|uproot\w+|homeless|evacuat\w+",
    "sent": r"send|sends|sent|deploy\w*|dispatch\w*",
    "expelled": r"expel\w*|oust\w*|eject\w*|throws?\sout|threw\sout|ordered\sout|kick(?:s|ed)\sout",
    "taken": r"abduct\w*|kidnap\w*|hostages?|captur\w+|snatch\w*",
    "missing": r"missing|vanish\w*",
    "charged": r"charg\w+|convict\w+|sentenc\w+|indict\w+",
    "pledged": r"pledg\w+|donat\w+|promis\w+|gives?|gave|lend|lends|lent|grants?",
    "cut": r"cuts?|axe[sd]?|shed|sheds|lay(?:s)?\soff|laid\soff|redundan\w+",
    "shot": r"shoot\w*|shot|downs?|downed|destroy\w*|sinks?|sank",
    "sacked": r"sack\w*|fires?|fired|dismiss\w*|purg\w+|resign\w*|quits?",
    "back": r"return\w*|repatriat\w+|resettl\w*",
    "voted": r"vot\w+|ballot\w*|back(?:s|ed)|reject\w*|approv\w+",
    "seats": r"seats?",
    "prison": r"years?|jailed|prison",
}
_NEAR = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _VERBS.items()), re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?P<two>two[\s-]thirds)\b|\b(?P<three>three[\s-]quarters)\b|\b(?P<half>half)\b|\b(?P<third>(?:a|one)\sthird)\b|\b(?P<quarter>(?:a|one)\squarter)\b"
    r"|\b(?P<fifth>(?:a|one)\sfifth)\b(?=\sof)|\b(?P<tenth>(?:a|one)\stenth(?=\sof)|one\sin\sten)\b",
    re.IGNORECASE,
)
_WORTH = {"two": 66.7, "three": 75.0, "half": 50.0, "third": 33.3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_UNDER = re.compile(
    r"\b(?:below|under|less\sthan|fewer\sthan|nearly|almost|short\sof|barely|not\squite|close\sto)\s(?:a\s)?$", re.IGNORECASE
)
_OVER = re.compile(r"\b(?:over|more\sthan|above|at\sleast|exceeds?|tops?|passes)\s(?:a\s)?$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|some|roughly|approximately)\s(?:a\s)?$", re.IGNORECASE)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_RANK = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<figure>\d{{1,2}})(?:st|nd|rd|th))\s(?!time|quarter|half|and|or|of|world|party|round|person|lady|minister|deputy"
    r"|hand|January|February|March|April|May|June|July|August|September|October|November|December)(?P<thing>[A-Za-z][\w-]+)",
    re.IGNORECASE,
)
_VOTES = re.compile(
    rf"(?P<for>{NUMBER})(?:\svotes?)?(?:\s?[-–—]\s?|\s(?:votes\s)?to\s|\sagainst\s)(?P<against>\d+|none|nil|zero|(?:{NUMBER}))\b",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\bvot\w+|\bby\b|ballot|motion|bill|resolution|passes|passed|backs|rejects|ruling|rul(?:es|ed)|judges", re.IGNORECASE
)
_LENGTH = re.compile(
    rf"(?P<number>{NUMBER})[\s-](?P<unit>hour|day|week|month|year|minute|km|kilometre|kilometer|mile|tonne|ton|barrel|nation|member|point|seat)s?\b(?!-old)",
    re.IGNORECASE,
)
_NEARLY = re.compile(
    r"\b(?:about|around|some|nearly|almost|more\sthan|over|at\sleast|up\sto|under|less\sthan|roughly)\s$", re.IGNORECASE
)
_POINTS, _TENTH = 2.0, 0.1
_WINDOW = 30


@dataclass(frozen=True, slots=True)
class Pair:
    """A number of the headline (offsets in its sentence) and the one of the text that says the same otherwise."""

    start: int
    end: int
    value: float
    said: str
    read: ReadSentence


def contradictions(head: ReadSentence, lead: Sequence[ReadSentence], known: set[float]) -> Iterator[Pair]:
    """`known` are the values that the text gives anywhere: a number of the headline that is one of them is never told."""
    yield from _turned(head, lead, known)
    yield from _shares(head, lead, known)
    yield from _votes(head, lead)
    yield from _ranks(head, lead)
    yield from _by_verb(head, lead, known)
    yield from _lengths(head, lead)
    yield from _only(head, lead, known)


def _turned(head: ReadSentence, lead: Sequence[ReadSentence], known: set[float]) -> Iterator[Pair]:
    for one in plain_numbers(head.sentence.text):
        for read in lead:
            for other in plain_numbers(read.sentence.text):
                if one.value not in known and one.unit == other.unit and is_turned(one.value, other.value):
                    yield Pair(one.start, one.end, one.value, read.sentence.text[other.start : other.end], read)


def _percents(text: str) -> list[tuple[int, int, float, float, str]]:
    """Shares with the least and the most that they allow."""
    found = [(n.start, n.end, n.value) for n in plain_numbers(text) if n.unit == "%"]
    found += [(m.start(), m.end(), _WORTH[m.lastgroup or ""]) for m in _FRACTION.finditer(text)]
    shares = []
    for start, end, value in sorted(found):
        before = text[max(0, start - 16) : start]
        slack = max(_POINTS, _TENTH * value) * (2 if _ABOUT.search(before) else 1)
        low, high = value - slack, value + slack
        if _UNDER.search(before):
            low, high = value * (0.8 if re.search(r"nearly|almost|close|quite|short", before) else 0), value
        elif _OVER.search(before):
            low, high = value, 100.0
        shares.append((start, end, low, high, text[start:end]))
    return shares


def _shares(head: ReadSentence, lead: Sequence[ReadSentence], known: set[float]) -> Iterator[Pair]:
    one, told = _percents(head.sentence.text), [(read, share) for read in lead for share in _percents(read.sentence.text)]
    if len(one) != 1 or len(told) != 1:
        return
    start, end, low, high, words = one[0]
    read, (_, _, least, most, said) = told[0]
    number = plain_numbers(words)
    if (number and number[0].value in known) or (low <= most and least <= high) or not (read is lead[0] or alike(head, read)):
        return
    yield Pair(start, end, (low + high) / 2, said, read)


def alike(head: ReadSentence, read: ReadSentence) -> bool:
    """Whether a headline and a sentence have a word of their own in common."""
    return bool(_stems(head.sentence.text) & _stems(read.sentence.text))


def _stems(text: str) -> set[str]:
    return {word.lower()[:5] for word in re.findall(r"[A-Za-z]{4,}", text)} - {
        "after",
        "over",
        "with",
        "from",
        "says",
        "said",
        "that",
        "have",
        "perce",
    }


def _votes(head: ReadSentence, lead: Sequence[ReadSentence]) -> Iterator[Pair]:
    if not _VOTING.search(head.sentence.text):
        return
    one = list(_VOTES.finditer(head.sentence.text))
    told = [(read, m) for read in lead for m in _VOTES.finditer(read.sentence.text) if _VOTING.search(read.sentence.text)]
    if len(one) != 1 or len(told) != 1:
        return
    read, other = told[0]
    values = [_vote(m[name]) for m in (one[0], other) for name in ("for", "against")]
    if set(values[:2]) != set(values[2:]):
        yield Pair(*one[0].span(), values[0], other.group(), read)


def _vote(words: str) -> float:
    return 0.0 if words.lower() in ("none", "nil", "zero") else worth(words)


def _ranks(head: ReadSentence, lead: Sequence[ReadSentence]) -> Iterator[Pair]:
    one, told = (
        list(_RANK.finditer(head.sentence.text)),
        [(read, m) for read in lead[:1] for m in _RANK.finditer(read.sentence.text)],
    )
    if len(one) == len(told) == 1 and _rank(one[0]) != _rank(told[0][1]) and min(_rank(one[0]), _rank(told[0][1])) > 1:
        if alike(head, told[0][0]):
            yield Pair(one[0].start(), one[0].start("thing") - 1, _rank(one[0]), told[0][1].group(), told[0][0])


def _rank(match: re.Match[str]) -> int:
    return int(match["figure"]) if match["figure"] else _ORDINALS.index(match["word"].lower()) + 1


def _by_verb(head: ReadSentence, lead: Sequence[ReadSentence], known: set[float]) -> Iterator[Pair]:
    mine, told = _beside(head.sentence.text), [(read, n, kinds) for read in lead for n, kinds in _beside(read.sentence.text)]
    for one, kinds in mine:
        if one.value in known or one.value <= 1:
            continue
        same = [(read, n) for read, n, others in told if kinds & others and n.unit == one.unit]
        if len(same) == 1 and sum(bool(kinds & k) for _, k in mine) == 1 and not _hold(one, same[0][1]):
            read, other = same[0]
            yield Pair(one.start, one.end, one.value, read.sentence.text[other.start : other.end], read)


def _lengths(head: ReadSentence, lead: Sequence[ReadSentence]) -> Iterator[Pair]:
    """Times and ways: "a 72-hour truce", "12 days", "40 km"; one of a unit in the headline, one in the lead."""
    mine, told = (
        list(_LENGTH.finditer(head.sentence.text)),
        [(read, m) for read in lead for m in _LENGTH.finditer(read.sentence.text)],
    )
    for one in mine:
        same = [(read, m) for read, m in told if m["unit"].lower() == one["unit"].lower()]
        alone = sum(m["unit"].lower() == one["unit"].lower() for m in mine) == 1 == len(same)
        if not alone or not alike(head, same[0][0]) or worth(one["number"]) == worth(same[0][1]["number"]):
            continue
        read, other = same[0]
        before = read.sentence.text[: other.start()]
        if worth(one["number"]) > 1 and not _NEARLY.search(before) and not _NEARLY.search(head.sentence.text[: one.start()]):
            yield Pair(*one.span(), worth(one["number"]), other.group(), read)


def _only(head: ReadSentence, lead: Sequence[ReadSentence], known: set[float]) -> Iterator[Pair]:
    """The one number of the headline against the one of the first sentence, where both tell the same story."""
    mine, told = plain_numbers(head.sentence.text), plain_numbers(lead[0].sentence.text)
    common = _stems(head.sentence.text) & _stems(lead[0].sentence.text)
    if len(mine) == len(told) == 1 and len(common) > 1 and mine[0].unit == told[0].unit and mine[0].value > 1:
        if mine[0].value not in known and not _hold(mine[0], told[0]) and _scale(mine[0].value) == _scale(told[0].value):
            yield Pair(mine[0].start, mine[0].end, mine[0].value, lead[0].sentence.text[told[0].start : told[0].end], lead[0])


def _scale(value: float) -> int:
    return len(str(int(value)))


def _beside(text: str) -> list[tuple[Plain, set[str]]]:
    """The numbers of a text, each with the kinds of the verbs and the nouns beside it."""
    found = []
    for number in plain_numbers(text):
        around = text[max(0, number.start - _WINDOW) : number.start], text[number.end : number.end + _WINDOW]
        before, after = re.split(r"[,;:.(]\s|\d", around[0])[-1], re.split(r"[,;:.(]\s|\d", around[1])[0]
        kinds = {m.lastgroup or "" for words in (before, after) for m in _NEAR.finditer(words)}
        thing = re.match(r"\s(?:[A-Za-z-]+\s)?(?P<noun>[a-z]{4,}s)\b", after)
        found.append((number, kinds | ({f"of {thing['noun']}"} if thing else set())))
    return found


def _hold(one: Plain, other: Plain) -> bool:
    """Whether both can be true: one is rounded, or is a bound of the other."""
    if one.least or one.loose or other.loose or other.least:
        return abs(one.value - other.value) <= 0.3 * max(one.value, other.value)
    rounded = one.value >= 10 and one.value % 10 == 0 and other.value % 10 != 0
    return rounded and abs(one.value - other.value) <= 0.12 * other.value

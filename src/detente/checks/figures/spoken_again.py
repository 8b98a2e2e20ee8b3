"""Numbers of what is spoken of as known ("the 900 hostages"), and which number told before is of the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.checks.report import Report
from detente.coding.figures import counts
from detente.coding.figures.amounts import LIKELY
from detente.coding.figures.counting import Count, names_persons
from detente.coding.reading import ReadSentence
from detente.coding.wordlist import wordlist

if TYPE_CHECKING:
    from spacy.tokens import Token

_KNOWN = wordlist("the these those that this present")
_OWNED = wordlist("his her its their whose")
_TAKEN_UP = wordlist(
    "hostage captive body victim dead passenger prisoner detainee casualty corpse evacuee survivor fatality arrestee mourner"
)
"""Persons that have been told of by another word: "700 people ... the 900 hostages"."""
_SAME_BY_NATURE: dict[str, frozenset[str]] = {
    "deputy": wordlist("seat member lawmaker"),
    "lawmaker": wordlist("seat member deputy"),
    "seat": wordlist("deputy lawmaker member"),
    "house": wordlist("home building"),
    "home": wordlist("house building"),
    "cancellation": wordlist("flight"),
    "signatory": wordlist("country state"),
    "airstrike": wordlist("raid strike"),
    "raid": wordlist("airstrike strike"),
    "vessel": wordlist("ship boat"),
    "ship": wordlist("vessel boat"),
    "aircraft": wordlist("plane jet helicopter"),
    "plane": wordlist("aircraft jet"),
    "building": wordlist("house home block"),
    "arrest": wordlist("detention"),
}
_PART_OF_DAY = wordlist("morning afternoon evening night day monday tuesday wednesday thursday friday saturday sunday")
_LEAST_TURNED = 12


@dataclass(frozen=True, slots=True)
class Numbered:
    """A count with its sentence; `known` where only "the 900 hostages" is said, `definite` where more may follow."""

    read: ReadSentence
    count: Count
    known: bool
    definite: bool

    @property
    def value(self) -> float:
        return self.count.number.value

    @property
    def start(self) -> int:
        return self.read.sentence.start + self.count.number.start

    @property
    def end(self) -> int:
        return self.read.sentence.start + self.count.number.end

    @property
    def exact(self) -> bool:
        number = self.count.number
        return not number.approximate and number.low is None and number.high is None

    @property
    def noun(self) -> str:
        return self.count.noun.lemma_.lower() if self.count.noun is not None else ""


def numbered(report: Report) -> list[Numbered]:
    """The counts of the body, in reading order."""
    found: list[Numbered] = []
    for read in report.sentences:
        if read.sentence.block.kind == "body" and LIKELY.search(read.sentence.text):
            found.extend(Numbered(read, count, _is_known(count), _is_definite(count)) for count in counts(read.sentence))
    return found


def _is_known(count: Count) -> bool:
    """Whether the phrase is only "the 2,100 troops", with nothing that tells them from others."""
    noun = count.noun
    if not _is_definite(count) or (noun is not None and noun.i > count.last.i + 1):
        return False
    owned = next(_before(count.first)) in _OWNED
    last = noun if noun is not None and count.number.unit is None else count.last
    return _stands_alone(last) and (not owned or count.noun is None or count.number.unit is not None)


def _is_definite(count: Count) -> bool:
    first = next(_before(count.first), "")
    return count.number.begin == count.number.start and (first in _KNOWN or first in _OWNED or first == "all")


def _before(token: Token) -> Iterator[str]:
    for at in range(token.i - 1, max(token.sent.start, token.i - 3) - 1, -1):
        yield token.doc[at].lower_


def _stands_alone(last: Token) -> bool:
    """Whether no words follow that pick out some of many: "on alert", "from Germany", "who came"."""
    if last.i + 1 >= last.sent.end:
        return True
    after = last.nbor(1)
    if (
        after.text in (".", ";", "”", '"')
        or after.tag_ in ("VBD", "VBZ", "VBP", "MD", "RB")
        or (after.tag_ == "VBN" and after.dep_ not in ("acl", "relcl"))
    ):
        return True
    if after.text == ",":
        return not (last.i + 2 < last.sent.end and after.nbor(1).tag_ in ("WDT", "WP", "CD", "VBG", "VBN", "DT"))
    if after.lower_ in ("in", "on", "by", "before", "after") and after.i + 1 < last.sent.end:
        then = [t for t in last.doc[after.i + 1 : min(after.i + 4, last.sent.end)] if t.pos_ not in ("DET", "ADJ", "ADP")]
        return bool(then) and then[0].lemma_.lower() in _PART_OF_DAY
    return False


def same_before(one: Numbered, before: Sequence[Numbered]) -> list[Numbered]:
    """What was counted before under the same word, else under one that it takes up again."""
    same = [o for o in before if o.noun == one.noun and one.noun and o.count.number.unit == one.count.number.unit]
    if same or one.count.noun is None:
        return same
    others = _SAME_BY_NATURE.get(one.noun, frozenset())
    if others:
        return [o for o in before if o.noun in others]
    if one.noun in _TAKEN_UP:
        return [o for o in before if o.count.noun is not None and (names_persons(o.count.noun) or o.noun in _TAKEN_UP)]
    return []


def is_turned(value: float, other: float) -> bool:
    """Whether one is the other with its figures in another order: 58 and 85, 979 and 797, 32,000 and 23,000."""
    if value == other or value < _LEAST_TURNED or value != int(value) or other != int(other):
        return False
    one, two = str(int(value)), str(int(other))
    if len(one) != len(two):
        return False
    return sorted(one) == sorted(two) or (one == one[::-1] and two == two[::-1] and set(one) == set(two) and len(one) > 2)

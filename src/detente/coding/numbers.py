"""Numbers in words and digits, with what they count and how exact they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.language.nominals import prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
           "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000}  # fmt: skip
_VAGUE = {"dozens": 24, "dozen": 12, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000, "billions": 2_000_000_000}
_CURRENCIES = {"$": "USD", "us$": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "pound": "GBP",
               "pounds": "GBP", "yen": "JPY", "¥": "JPY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "yuan": "CNY"}  # fmt: skip
_MEASURES = {
    "percent": "percent", "%": "percent", "percentage": "percent", "hour": "hours", "minute": "minutes", "day": "days", "week": "weeks", "month": "months",
    "year": "years", "decade": "years", "kilometre": "km", "kilometer": "km", "km": "km", "mile": "miles", "metre": "m", "meter": "m",
    "tonne": "tonnes", "ton": "tonnes", "barrel": "barrels", "acre": "acres", "hectare": "hectares", "degree": "degrees",
}  # fmt: skip
_PERSONS = frozenset(
    "people person man woman child civilian troop soldier fighter rebel protester protestor demonstrator prisoner hostage refugee migrant worker "
    "official diplomat student policeman officer resident villager militant insurgent guerrilla member personnel serviceman passenger "
    "victim casualty body life voter journalist peacekeeper observer monitor inspector national citizen other dead wounded injured marine "
    "reservist conscript militiaman separatist detainee captive inmate evacuee family settler mercenary policewoman adviser staff employee "
    "supporter activist arrest death injury gunman attacker bomber israeli palestinian syrian iraqi russian ukrainian american".split()
)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LEAST = frozenset({"over", "least", "above", "exceeding"})
_MOST = frozenset({"under", "most", "below", "nearly", "almost"})
_ABOUT = frozenset({"about", "around", "some", "roughly", "approximately", "nearly", "almost", "estimated", "circa", "close"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number: `value`, the bounds that its wording sets, its unit, and the tokens that spell it."""

    value: float
    low: float | None
    high: float | None
    unit: str
    approximate: bool
    tokens: tuple[Token, ...]


def number_of(head: Token) -> Number | None:
    """The number that counts a noun ("8,500 troops", "tens of thousands of troops"); None where none does."""
    for child in head.lefts:
        if child.dep_ in ("nummod", "quantmod") or (child.dep_ in ("amod", "compound", "det") and child.like_num):
            return number_at(child, head)
    # "tens of thousands of troops", "hundreds of protesters": the number governs the noun.
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        above = head.head.head
        if above.lower_ in _VAGUE or above.like_num:
            return number_at(above, head)
    if head.like_num or head.lower_ in _VAGUE:
        of = prepositions(head).get("of", [])
        return number_at(head, of[0] if of else head)
    return None


def number_at(token: Token, counted: Token) -> Number | None:
    """The number spelt at a token and its neighbours, counting the noun `counted`."""
    first, last = _extent(token)
    doc = token.doc
    words = [doc[i].lower_ for i in range(first, last + 1)]
    parsed = _value(words)
    if parsed is None:
        return None
    value, vague = parsed
    before = [doc[i].lower_ for i in range(max(token.sent.start, first - 3), first)]
    low: float | None = None
    high: float | None = None
    approximate = vague or bool(set(before[-2:]) & _ABOUT)
    if before[-2:] in (["more", "than"], ["no", "fewer"]) or (before and before[-1] in _LEAST):
        low = value
    elif before[-2:] in (["less", "than"], ["fewer", "than"], ["up", "to"]) or (before and before[-1] in _MOST):
        high = value
    elif before[-3:] == ["no", "fewer", "than"]:
        low = value
    if vague and low is None:
        low = value
    span = _between(first, last, doc, before)
    if span is not None:
        low, high = min(span, value), max(span, value)
    return Number(value, low, high, _unit(counted, doc, first, last), approximate, tuple(doc[i] for i in range(first, last + 1)))


def _between(first: int, last: int, doc: object, before: list[str]) -> float | None:
    """The other end of "between 100 and 150", "100 to 150"."""
    if len(before) >= 2 and before[-1] in ("and", "to", "-", "–"):
        other = _value([before[-2]])
        return other[0] if other else None
    return None


def _extent(token: Token) -> tuple[int, int]:
    """The run of number words around a token."""
    doc = token.doc
    first = last = token.i
    start, end = token.sent.start, token.sent.end
    while first - 1 >= start and _numeric(doc[first - 1]) and doc[first - 1].lower_ not in ("and",):
        first -= 1
    while last + 1 < end and (_numeric(doc[last + 1]) or (doc[last + 1].lower_ in ("of", "and") and last + 2 < end and doc[last + 2].lower_ in _VAGUE | _SCALES.keys())):
        last += 1
    return first, last


def _numeric(token: Token) -> bool:
    word = token.lower_
    return bool(_DIGITS.fullmatch(word)) or word in _UNITS or word in _SCALES or word in _VAGUE or word == "tens"


def _value(words: list[str]) -> tuple[float, bool] | None:
    """Value of number words, and whether they are vague ("dozens")."""
    total, current, vague, seen = 0.0, 0.0, False, False
    for word in words:
        for part in word.split("-"):
            if _DIGITS.fullmatch(part):
                current, seen = current + float(part.replace(",", "")), True
            elif part in _UNITS:
                current, seen = current + _UNITS[part], True
            elif part == "tens":
                current, vague, seen = 20, True, True
            elif part in _SCALES:
                scale = _SCALES[part]
                current = (current or 1) * scale
                seen = True
                if scale >= 1000:
                    total, current = total + current, 0
            elif part in _VAGUE:
                current = (current / 2 if vague and current == 20 else current) * 1_000 * (2 if current == 20 else 1) if vague and part == "thousands" and current else _VAGUE[part]
                vague = part != "dozen"
                seen = True
            elif part not in ("of", "and", "a"):
                return None
    return (total + current, vague) if seen else None


def _unit(counted: Token, doc: object, first: int, last: int) -> str:
    sentence = counted.doc
    before = sentence[first - 1].lower_ if first else ""
    if before in _CURRENCIES:
        return _CURRENCIES[before]
    after = sentence[last + 1].lower_ if last + 1 < len(sentence) else ""
    if after in _CURRENCIES:
        return _CURRENCIES[after]
    lemma = counted.lemma_.lower()
    if after in ("percent", "%") or lemma in ("percent", "%") or (after == "per" and sentence[last + 2 : last + 3].text == "cent"):
        return "percent"
    if lemma in _MEASURES:
        return _MEASURES[lemma]
    if lemma in _CURRENCIES:
        return _CURRENCIES[lemma]
    return "persons" if lemma in _PERSONS else lemma

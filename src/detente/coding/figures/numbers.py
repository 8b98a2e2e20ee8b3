"""Numbers in a text: words and digits read into a value, the bounds that the wording sets, and how vague it is.

What is taken as the value:

- a plain number is its value: "8,500", "two hundred and fifty", "1.5m", "£7.6bn";
- a bound leaves the value as told and sets one end: "more than 13,000" is 13,000 and no less, "up to 175,000" is 175,000
  and no more; "nearly" and "almost" set the upper end and are approximate;
- a range has its lower end as value, since that end is in the text and a midpoint is nobody's claim: "169,000 to 190,000"
  is 169,000, with low 169,000 and high 190,000;
- a vague plural is the least that it can mean, twice its unit, with no upper end: "tens of thousands" is 20,000 or more,
  "dozens" 24 or more.

Not numbers of anything, and left out: years and days of the month, times of day, ages, ordinals, and numbers that are part of a
name ("G7", "F-16", "Resolution 1973", "COVID-19").
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.figures.amounts import HYPHENS, LIKELY, Amount, Amounts
from detente.coding.wordlist import wordlist

_MONTHS = wordlist(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)

_AT_LEAST = (
    "more than", "over", "at least", "above", "exceeding", "upwards of", "upward of", "no fewer than", "no less than",
    "not less than", "not fewer than", "in excess of", "a minimum of", "as few as", "greater than", "well over", "topping",
)  # fmt: skip
_AT_MOST = (
    "less than", "fewer than", "up to", "under", "below", "at most", "as many as", "as much as", "no more than", "not more than",
    "a maximum of", "as high as",
)  # fmt: skip
_SHORT_OF = ("nearly", "almost", "close to", "just under", "just short of", "just below", "approaching")
_JUST_OVER = ("just over", "just above", "a little over", "slightly more than", "slightly over")
_ABOUT = (
    "about", "around", "some", "roughly", "approximately", "approx", "an estimated", "estimated", "circa", "something like",
    "in the region of", "on the order of", "perhaps", "probably", "maybe", "nearer", "~",
)  # fmt: skip
_BEFORE: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): kind
    for kind, phrases in (
        ("least", _AT_LEAST), ("most", _AT_MOST), ("short", _SHORT_OF), ("past", _JUST_OVER), ("about", _ABOUT)
    )
    for phrase in phrases
}  # fmt: skip
_AFTER: dict[tuple[str, ...], str] = {
    ("or", "more"): "least", ("and", "more"): "least", ("or", "over"): "least", ("plus",): "least", ("+",): "least",
    ("or", "fewer"): "most", ("or", "less"): "most", ("or", "so"): "about", ("odd",): "about",
}  # fmt: skip
_LONGEST = 4
_TOO_HIGH = 1000
_SPANS_OF_TIME = frozenset({"days", "weeks", "months", "years", "decades"})
_NUMBERED = wordlist(
    "article articles chapter clause no number paragraph page section resolution resolutions protocol phase point item flight "
    "route highway room line channel unit block battalion brigade version level stage step group act rule law decree order"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    `start`, `end` are offsets of its own words with their unit, `begin` that of the first word that says how exact it is.
    `unit` is that of a measure beside it ("percent", "USD", "hours"), or None where it counts what a noun names.
    `digits` is false where it is spelt in words.
    """

    begin: int
    start: int
    end: int
    value: float
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    unit: str | None = None
    digits: bool = True


def read_number(text: str) -> Number | None:
    """The first number of a text ("about 8,500 troops"), or None. Offsets are into the text."""
    found = numbers(text)
    return found[0] if found else None


def numbers(text: str) -> list[Number]:
    """The numbers of a text in its order, without those that count nothing (see the module)."""
    if not LIKELY.search(text):
        return []
    return list(_Scan(text).run())


class _Scan(Amounts):
    def run(self) -> list[Number]:
        found: list[Number] = []
        position = 0
        while position < len(self._words):
            amount = self._amount(position)
            if amount is None:
                position += 1
                continue
            position = amount.last
            if self._is_name(amount) or self._is_fraction(amount):
                continue
            upper = self._upper(amount)
            if self._is_time(upper or amount) or (upper is None and amount.year):
                position = (upper or amount).last
                continue
            found.append(self._number(amount, upper))
            position = (upper or amount).last
        return found

    # Ranges and exactness

    def _upper(self, amount: Amount) -> Amount | None:
        """The upper end of a range that begins with the amount."""
        joint, before = self._word(amount.last), self._word(amount.first - 1)
        if joint == "and":
            if before != "between":
                return None
        elif joint == "or":
            if amount.value > 20:
                return None
        elif joint not in ("to", *HYPHENS) or before == "from":
            return None
        upper = self._amount(amount.last + 1)
        if upper is None or (amount.year and upper.year) or upper.vague or self._is_name(upper, joined=True):
            return None
        if amount.unit and upper.unit and amount.unit != upper.unit:
            return None
        if amount.value >= upper.value or (joint in HYPHENS and upper.unit is None and not self._word(upper.last).isalpha()):
            return None
        return upper

    def _number(self, amount: Amount, upper: Amount | None) -> Number:
        last = (upper or amount).last
        unit = amount.unit or (upper.unit if upper else None)
        value = amount.value
        low, high, approximate = (value if amount.vague else None), None, amount.vague
        begin = amount.first
        if upper is not None:
            # "10 to 15 million": the scale is that of both.
            if upper.scale > 1 and amount.scale == 1 and amount.value < upper.value / upper.scale:
                value = amount.value * upper.scale
            low, high, approximate = value, upper.value, True
            if self._word(begin - 1) == "between":
                begin -= 1
        else:
            before, begin = self._exactness(amount, unit)
            behind = last + 1 if self._word(last) in HYPHENS and self._glued(last + 1) else last
            after = next((k for n in (2, 1) if (k := _AFTER.get(tuple(self._words[behind : behind + n])))), "")
            kinds = {before, after}
            if kinds & {"least", "past"}:
                low = value
            if kinds & {"most", "short"}:
                high = value
            approximate = approximate or bool(kinds & {"about", "short", "past"})
        start, end = self._pieces[amount.first].start(), self._pieces[last - 1].end()
        return Number(self._pieces[begin].start(), start, end, value, low, high, approximate, unit, amount.digits)

    def _exactness(self, amount: Amount, unit: str | None) -> tuple[str, int]:
        """What the words before say of it, and where they begin."""
        kind, begin = "", amount.first
        if self._word(begin - 1) in ("a", "an", "the", "its") and self._word(begin - 2) in ("over", "than"):
            begin -= 1
        for length in range(min(_LONGEST, begin), 0, -1):
            found = _BEFORE.get(tuple(self._words[begin - length : begin]))
            if found and not (found == "least" and length == 1 and unit in _SPANS_OF_TIME):
                # "over three days" is mostly for as long as these days went on.
                kind, begin = found, begin - length
                break
        return kind, begin

    # What is no number of anything

    def _is_name(self, amount: Amount, *, joined: bool = False) -> bool:
        first, last = amount.first, amount.last
        if not amount.digits:
            return False
        before, after = self._word(first - 1), self._word(last)
        if self._glued(last) and (
            after in ("st", "nd", "rd", "th") or (after.isalpha() and amount.unit is None and len(after) <= 2)
        ):
            return True
        if amount.unit is None and self._glued(first) and not joined:
            if before.isalpha() or before in ("#", "/", ":", "."):
                return True
            if before in HYPHENS and (self._glued(first - 1) and self._word(first - 2).isalnum()):
                return True
        if amount.unit is None and after in ("/", ":") and self._glued(last):
            return True
        if amount.unit is None and after in HYPHENS and amount.value < 10 and self._capital(last + 1):
            # "UPDATE 1-Ministers meet": the number of a wire's take.
            return True
        # "they number 160,000" is a verb: nothing is numbered so high.
        numbered = before in _NUMBERED and not (before == "number" and amount.value >= _TOO_HIGH)
        if numbered or (before == "." and self._word(first - 2) in ("no", "art", "para")):
            return True
        return self._is_listed(first, last) or self._is_age(amount)

    def _capital(self, position: int) -> bool:
        """Whether a piece is a word with a capital that stands right behind the piece before it."""
        return self._glued(position) and self._pieces[position].group()[:1].isupper()

    def _is_listed(self, first: int, last: int) -> bool:
        """ "1. ...", "(2) ...", at the head of a paragraph or inside it."""
        if self._word(first - 1) == "(" and self._word(last) == ")":
            return last - first == 1
        return first == 0 and last == 1 and self._word(last) in (".", ")") and self._glued(last) and len(self._words) > 2

    def _is_age(self, amount: Amount) -> bool:
        first, last = amount.first, amount.last
        if self._word(first - 1) in ("aged", "age"):
            return True
        tail = self._words[last : last + 2]
        if amount.unit == "years" and (tail[:1] == ["old"] or (tail[:1] and tail[0] in HYPHENS and tail[1:] == ["old"])):
            return True
        # "John Smith, 34, said": between commas after a name.
        return (
            amount.unit is None
            and last - first == 1
            and amount.value < 120
            and self._word(first - 1) == ","
            and self._word(last) == ","
            and first > 1
            and self._pieces[first - 2].group()[:1].isupper()
        )

    def _is_fraction(self, amount: Amount) -> bool:
        after = amount.last + (self._word(amount.last) in HYPHENS)
        return not amount.digits and self._word(after) in (
            "third",
            "thirds",
            "quarter",
            "quarters",
            "fifth",
            "fifths",
            "half",
            "halves",
        )

    def _is_time(self, amount: Amount) -> bool:
        before, after = self._word(amount.first - 1), self._word(amount.last)
        if amount.unit is not None or amount.value > 31:
            return False
        if before in _MONTHS and self._pieces[amount.first - 1].group()[0].isupper():
            return True
        if after in _MONTHS and amount.last < len(self._pieces) and self._pieces[amount.last].group()[0].isupper():
            return True
        if after in ("am", "pm", "o'clock", "o’clock", "gmt", "utc", "cet"):
            return True
        return after in ("a", "p") and self._word(amount.last + 1) == "." and self._word(amount.last + 2) == "m"

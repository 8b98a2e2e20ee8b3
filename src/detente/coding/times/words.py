"""The words of a text, each with the letter of its class, so that rules for time can be written over the letters."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.times.lexicon import ABOUT, CLASSES, MONTHS, NUMBERS, ORDINALS, SCALES, SEASONS, TENS, WEEKDAYS
from detente.coding.times.naming import Naming, first_words
from detente.coding.times.tokens import TOKEN

_LONGEST_NUMBER = 15
_LETTER_OF_GROUP = {
    "phrase": "q", "iso": "I", "slash": "/", "clock": "C", "decade": "K", "year": "Y", "nth": "O", "number": "N",
    "paragraph": "B",
}  # fmt: skip
_LEADS_MONTH = frozenset({
    "in", "of", "last", "next", "this", "since", "by", "until", "till", "from", "early", "late", "mid", "during",
    "before", "after", "between", "through", "to", "and", "or", "for", "as",
})  # fmt: skip
_LEADS_SEASON = frozenset({
    "last", "next", "this", "early", "late", "mid", "in", "of", "since", "by", "until", "during", "each", "every",
})  # fmt: skip
_OWN = frozenset({"his", "her", "their", "my", "our", "your", "its"})
_SHORT_DAYS = frozenset({
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words, where they start and end, and the letters of their classes.

    Words are as written, in small letters; the name of a day or an event is one word.
    """

    lower: list[str]
    starts: list[int]
    ends: list[int]
    classes: str


def words_of(text: str) -> Words:
    """Cuts a text into words and classes them; what a word is can hang on its neighbours ("May", "second", "fall")."""
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    classes: list[str] = []
    doubtful: list[int] = []
    names = first_words()
    named: list[int] = []
    for match in TOKEN.finditer(text):
        group = match.lastgroup or "mark"
        word = match[0]
        low = " ".join(word.lower().split()) if group in ("phrase", "fixed") else word.lower()
        letter = _LETTER_OF_GROUP.get(group) or CLASSES.get(low, "x")
        if letter in "MSKW":
            doubtful.append(len(lower))
        elif letter == "x" and low in ABOUT:
            letter = "q"
        if low in names and not word[0].islower():
            named.append(len(lower))
        lower.append(low)
        starts.append(match.start())
        ends.append(match.end())
        classes.append(letter)
    if (named or "v" in classes or "y" in classes) and Naming(text, lower, starts, ends, classes).join(named):
        doubtful = [index for index, letter in enumerate(classes) if letter in "MSKW"]
    words = Words(lower, starts, ends, "")
    for index in doubtful:
        if not _is_time(words, classes, index, text):
            classes[index] = "x"
    return Words(lower, starts, ends, "".join(classes))


def number_of(words: list[str]) -> float | None:
    """The value of number words and figures: "twenty four", "5 1/2", "a couple of", "two hundred"."""
    total, seen = 0.0, False
    for word in words:
        if word in ("a", "an", "-", "of", "and"):
            continue
        if word in NUMBERS:
            total += NUMBERS[word]
        elif word in SCALES:
            total = (total or 1) * SCALES[word]
        elif word[0].isdecimal() and len(word) <= _LONGEST_NUMBER:
            for part in word.replace(",", "").split():
                above, _, below = part.partition("/")
                total += float(above) / float(below) if below.strip("0") else float(above)
        else:
            return None
        seen = True
    return total if seen else None


def ordinal_of(word: str) -> int | None:
    if word in ORDINALS:
        return ORDINALS[word]
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdecimal() else None


def decade_start(word: str) -> int | None:
    """The first year of a decade: "1990s", "'80s", "nineties"; short forms are of the twentieth century."""
    if word in TENS:
        return 1900 + TENS[word]
    digits = "".join(c for c in word if c.isdigit())
    return int(digits) if len(digits) == 4 else 1900 + int(digits)


def _is_time(words: Words, classes: list[str], index: int, text: str) -> bool:
    """Whether a word that may be something else is a time here."""
    written = text[words.starts[index] : words.ends[index]]
    low = words.lower[index]
    before = words.lower[index - 1] if index else ""
    after = words.lower[index + 1] if index + 1 < len(classes) else ""
    after_class = classes[index + 1] if index + 1 < len(classes) else "B"
    dated = after_class in "NOY" or (index > 0 and classes[index - 1] in "NO")
    if low in MONTHS:
        if low == "may":
            return written[0].isupper() and (dated or before in _LEADS_MONTH)
        if low in ("march", "mar", "mar.", "dec", "sep", "jan", "jun", "nov", "oct"):
            return written[0].isupper() and (low == "march" or dated or before in _LEADS_MONTH)
        if low in ("april", "june", "august") and not dated and before not in _LEADS_MONTH:
            # A given name, with the family name after it.
            named = after_class == "x" and text[words.starts[index + 1]].isupper()
            return written[0].isupper() and not named
        return low != "august" or written[0].isupper()
    if low in WEEKDAYS:
        short = low.rstrip(".")
        return short not in _SHORT_DAYS or (
            written[0].isupper()
            and (dated or after_class in "M," or low.endswith("."))
            and (short != "sun" or after_class in "MN")
        )
    if low in SEASONS:
        if written[0].isupper() and after_class == "x" and text[words.starts[index + 1]].isupper():
            # Part of a name: "the Winter Games".
            return False
        if low in ("summer", "winter", "autumn", "summertime", "wintertime", "springtime"):
            return True
        earlier = words.lower[index - 2] if index > 1 else ""
        # "the fall of the city" is none, "in the fall of 2014" is one.
        of_a_year = after != "of" or classes[index + 2 : index + 3] == ["Y"]
        led = before in _LEADS_SEASON or (before == "the" and earlier in _LEADS_SEASON and of_a_year)
        return led or after_class == "Y" or (before == "-" and earlier == "mid")
    if low[0].isdigit() and len(low.rstrip("s'’")) == 2:
        # "in his early 20s" is an age.
        return before in ("the", "early", "late", "-", "mid") and not _OWN & set(words.lower[max(index - 4, 0) : index])
    return True

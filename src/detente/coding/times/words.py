"""The words of a text, each with the letter of its class, so that rules for time can be written over the letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.coding.times.lexicon import ABOUT, CLASSES, MONTHS, NUMBERS, ORDINALS, SCALES, SEASONS, TENS, WEEKDAYS

_TOKEN = re.compile(
    r"""
    (?P<phrase>(?:no\s)?(?:more|less|fewer|longer)\sthan\b|at\s(?:least|most)\b|up\sto\b|just\s(?:over|under)\b)
  | (?P<holiday>christmas(?:\seve|\sday)?\b|new\syear['’]s\s(?:eve|day)\b|boxing\sday\b|may\sday\b|thanksgiving(?:\sday)?\b)
  | (?P<fixed>couple\sof\b|from\snow\b|right\snow\b|at\spresent\b|at\sthe\smoment\b|these\sdays\b
      |the\sday\s(?:before\syesterday|after\stomorrow)\b|the\s(?:near\s|foreseeable\s)?future\b|the\sshort\sterm\b|a\slater\sdate\b
      |(?<=in\s)the\spast\b(?!\s(?:[0-9]|(?:\w+\s){0,2}\w*(?:day|week|month|quarter|year|decade|hour|centur))))
  | (?P<iso>[0-9]{4}-[01][0-9]-[0-3][0-9](?:T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?)?\b)
  | (?P<slash>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9][0-9])\b|[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9][0-9]\b)
  | (?P<clock>[01]?[0-9](?:[:.][0-5][0-9])?\s?(?:[ap]\.m\.|[ap]\.?m\b)
      |(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:\s(?:GMT|UTC)\b)?|[0-2][0-9][0-5][0-9]\s(?:GMT|UTC)\b
      |(?:[0-9][0-9]?|[a-z]{3,6})\so['’]clock\b)
  | (?P<decade>(?:1[0-9]|20)?[0-9]0['’]?s\b|['’][0-9]0s\b)
  | (?P<year>(?:1[0-9]|20)[0-9][0-9](?![0-9,]*[0-9])(?!\.[0-9])\b)
  | (?P<nth>[1-9][0-9]?(?:st|nd|rd|th)\b)
  | (?P<number>(?:[0-9]+\s)?[0-9]/[0-9]\b|[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)
  | (?P<abbreviation>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun)\.)
  | (?P<word>[^\W\d_]+)
  | (?P<genitive>['’]s\b)
  | (?P<paragraph>\n\s*\n)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_NUMBER = 15
_LETTER_OF_GROUP = {
    "phrase": "q", "iso": "I", "slash": "/", "clock": "C", "decade": "K", "year": "Y", "holiday": "J", "nth": "O", "number": "N",
    "paragraph": "B",
}  # fmt: skip
_LEADS_MONTH = frozenset({
    "in", "of", "last", "next", "this", "since", "by", "until", "till", "from", "early", "late", "mid", "during",
    "before", "after", "between", "through", "to", "and", "or", "for", "as",
})  # fmt: skip
_LEADS_SEASON = frozenset({
    "last", "next", "this", "early", "late", "mid", "in", "of", "since", "by", "until", "during", "each", "every",
})  # fmt: skip
_SHORT_DAYS = frozenset({
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: as written in small letters, where they start and end, and the letters of their classes."""

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
    for match in _TOKEN.finditer(text):
        group = match.lastgroup or "mark"
        word = match[0]
        low = " ".join(word.lower().split()) if group in ("phrase", "fixed") else word.lower()
        letter = _LETTER_OF_GROUP.get(group) or CLASSES.get(low, "x")
        if letter in "MSKW":
            doubtful.append(len(lower))
        elif letter == "x" and low in ABOUT:
            letter = "q"
        lower.append(low)
        starts.append(match.start())
        ends.append(match.end())
        classes.append(letter)
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
        return before in ("the", "early", "late", "-", "mid")
    return True

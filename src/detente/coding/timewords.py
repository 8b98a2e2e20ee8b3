"""The words of time in a text: one letter for the class of each word, so that rules can be written over the letters.

    M month     W weekday    S season     U unit (day ... century)   H clock unit   P part of the day   C time by the clock
    Y year      N number     c scale (couple, dozen, hundred)        O ordinal      V vague number      K decade
    I ISO date  / slashed    D today ...  r reference (now, soon)    Q daily ...    R every, each       w once, twice
    T the       A a, an      t this       h that, same               L last, past   X next, coming      l latest, current
    G ago       E earlier    F later      e early, mid, late         b start, end   f fiscal            q about, at least
    o of        i in, on     k to         n and, or                  - , ' marks    z old, period ...   B break   x any other
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = {name: number for number, names in enumerate((
    "january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may", "june jun jun.", "july jul jul.",
    "august aug aug.", "september sept sept. sep sep.", "october oct oct.", "november nov nov.", "december dec dec."), 1)
    for name in names.split()}  # fmt: skip
WEEKDAYS = {name: number for number, names in enumerate((
    "monday mondays mon mon.", "tuesday tuesdays tue tue. tues tues.", "wednesday wednesdays wed wed.",
    "thursday thursdays thu thu. thur thur. thurs thurs.", "friday fridays fri fri.", "saturday saturdays sat sat.",
    "sunday sundays sun sun."))
    for name in names.split()}  # fmt: skip
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "wintertime": "WI"}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO", "dusk": "TEV", "nightfall": "TEV"}
NUMBERS = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split())} | {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}  # fmt: skip
SCALES = {"couple": 2, "couple of": 2, "dozen": 12, "hundred": 100, "thousand": 1000}
ORDINALS = {word: value for value, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth".split(), 1)} | {"1/2": 1}  # fmt: skip
_TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
UNITS = {form: unit for unit in ("day", "week", "fortnight", "month", "quarter", "year", "decade", "weekend") for form in (unit, unit + "s")} | {
    "century": "century", "centuries": "century", "half": "half"}  # fmt: skip
CLOCK_UNITS = {form: unit for unit in ("hour", "minute", "second") for form in (unit, unit + "s")} | {"hrs": "hour", "mins": "minute"}
FREQUENCIES = {"hourly": ("hour", 1), "daily": ("day", 1), "nightly": ("day", 1), "weekly": ("week", 1), "biweekly": ("week", 2),
               "fortnightly": ("week", 2), "monthly": ("month", 1), "bimonthly": ("month", 2), "quarterly": ("month", 3),
               "yearly": ("year", 1), "annually": ("year", 1), "annual": ("year", 1)}  # fmt: skip
DAYS = {"today": (0, ""), "yesterday": (-1, ""), "tomorrow": (1, ""), "tonight": (0, "TNI"), "overnight": (0, "TNI"),
        "the day before yesterday": (-2, ""), "the day after tomorrow": (2, "")}  # fmt: skip
REFERENCES = dict.fromkeys("now|currently|nowadays|at present|at the moment|right now|these days|presently".split("|"), "PRESENT_REF")
REFERENCES |= dict.fromkeys("recently|in the past|formerly|lately|previously".split("|"), "PAST_REF")
REFERENCES |= dict.fromkeys("soon|the near future|the future|the foreseeable future|the short term|a later date".split("|"), "FUTURE_REF")
CLOCK_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
NARROWING = {"early": "early", "earlier": "early", "mid": "middle", "middle": "middle", "late": "late", "later": "late", "start": "start",
             "beginning": "start", "opening": "start", "end": "end", "close": "end", "halfway": "middle"}  # fmt: skip

_CLASSES: dict[str, str] = {}
for _letter, _words in (
    ("M", MONTHS), ("W", WEEKDAYS), ("S", SEASONS), ("P", PARTS), ("N", NUMBERS), ("c", SCALES), ("O", ORDINALS), ("K", _TENS), ("U", UNITS),
    ("H", CLOCK_UNITS), ("Q", FREQUENCIES), ("D", DAYS), ("r", REFERENCES), ("C", CLOCK_WORDS),
    ("V", "several few many some numerous countless hundreds tens dozens scores".split()), ("R", ("every", "each")), ("w", ("once", "twice", "thrice")),
    ("T", ("the",)), ("A", ("a", "an")), ("t", ("this", "these")), ("h", ("that", "those", "same")), ("L", "last past previous preceding recent".split()),
    ("X", "next coming following upcoming ensuing".split()), ("l", "latest current comparable corresponding present".split()), ("G", ("ago",)),
    ("E", ("earlier", "before")), ("F", ("later", "hence", "from now", "after")), ("e", ("early", "mid", "late")),
    ("b", "start beginning middle end close".split()), ("f", ("fiscal", "financial")), ("o", ("of",)), ("i", ("in", "on", "during")), ("k", ("to", "through")),
    ("n", ("and", "or", "&")), ("-", "-–—"), (",", (",",)), ("z", ("old", "period", "term", "olds")), ("B", ".!?;:"),
):  # fmt: skip
    for _word in _words:
        _CLASSES[_word] = _letter
_CLASSES |= {"'s": "'", "’s": "'", "'": "'", "’": "'"}
_QUANTITIES = frozenset("about around nearly almost approximately roughly over under exactly only".split())

_TOKEN = re.compile(
    r"""
    (?P<phrase>(?:no\s)?(?:more|less|fewer|longer)\sthan\b|at\s(?:least|most)\b|up\sto\b|just\s(?:over|under)\b)
  | (?P<fixed>couple\sof\b|from\snow\b|right\snow\b|at\spresent\b|at\sthe\smoment\b|these\sdays\b|the\sday\s(?:before\syesterday|after\stomorrow)\b
      |the\s(?:near\s|foreseeable\s)?future\b|the\sshort\sterm\b|a\slater\sdate\b|in\sthe\spast\b(?!\s(?:\d|\w+\s\w*(?:day|week|month|year|decade|hour|centur)|day|week|month|year|decade|hour|centur)))
  | (?P<iso>\d{4}-[01]\d-[0-3]\d(?:T\d\d:\d\d(?::\d\d)?)?\b)
  | (?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b)
  | (?P<clock>[01]?\d(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.|[ap]\.?m\b)|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s(?:GMT|UTC)\b)?|[0-2]\d[0-5]\d\s(?:GMT|UTC)\b|\w+\so['’]clock\b)
  | (?P<decade>(?:1\d|20)?\d0['’]?s\b|['’]\d0s\b)
  | (?P<year>(?:1\d|20)\d\d(?![\d,]*\d)(?!\.\d)\b)
  | (?P<nth>[1-9]\d?(?:st|nd|rd|th)\b)
  | (?P<number>(?:\d+\s)?\d/\d\b|\d+(?:,\d{3})*(?:\.\d+)?)
  | (?P<abbreviation>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun)\.)
  | (?P<word>[^\W\d_]+)
  | (?P<genitive>['’]s\b)
  | (?P<paragraph>\n\s*\n)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LETTER_OF_GROUP = {"phrase": "q", "iso": "I", "slash": "/", "clock": "C", "decade": "K", "year": "Y", "nth": "O", "number": "N", "paragraph": "B"}
_LEADS_MONTH = frozenset("in of last next this since by until till from early late mid during before after between through to and or for as".split())
_LEADS_SEASON = frozenset("last next this early late mid in of since by until during each every".split())
_SHORT_DAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())


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
        letter = _LETTER_OF_GROUP.get(group) or _CLASSES.get(low, "x")
        if letter in "MSKW":
            doubtful.append(len(lower))
        elif letter == "x" and low in _QUANTITIES:
            letter = "q"
        lower.append(low)
        starts.append(match.start())
        ends.append(match.end())
        classes.append(letter)
    words = Words(lower, starts, ends, "")
    for index in doubtful:
        if not _is_time(words, classes, index, text[starts[index] : ends[index]]):
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
        elif word[0].isdigit():
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
    return int(digits) if digits.isdigit() else None


def decade_start(word: str) -> int | None:
    """The first year of a decade: "1990s", "'80s", "nineties"; short forms are of the twentieth century."""
    if word in _TENS:
        return 1900 + _TENS[word]
    digits = "".join(c for c in word if c.isdigit())
    return int(digits) if len(digits) == 4 else 1900 + int(digits)


def _is_time(words: Words, classes: list[str], index: int, written: str) -> bool:
    """Whether a word that may be something else is a time here."""
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
        return low != "august" or written[0].isupper()
    if low in WEEKDAYS:
        short = low.rstrip(".")
        return short not in _SHORT_DAYS or (written[0].isupper() and (dated or after_class in "M," or low.endswith(".")) and (short != "sun" or after_class in "MN,"))
    if low in SEASONS:
        if low in ("summer", "winter", "autumn", "summertime", "wintertime", "springtime"):
            return True
        earlier = words.lower[index - 2] if index > 1 else ""
        return before in _LEADS_SEASON or after_class == "Y" or (before == "the" and earlier in _LEADS_SEASON and (after != "of" or classes[index + 2 : index + 3] == ["Y"])) or (before == "-" and earlier == "mid")
    if low[0].isdigit() and len(low.rstrip("s'’")) == 2:
        return before in ("the", "early", "late", "-", "mid")
    return True

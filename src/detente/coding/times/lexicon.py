"""The vocabulary of time: English words with what they stand for, and the letter of the class that rules know them by.

M month     W weekday    S season     U unit (day ... century)   H clock unit   P part of the day   C time by the clock
Y year      N number     c scale (couple, dozen, hundred)        O ordinal      V vague number      K decade
I ISO date  / slashed    D today ...  r reference (now, soon)    Q daily ...    R every, each       w once, twice
T the       A a, an      t this       h that, same               L last, past   X next, coming      l latest, current
G ago       E earlier    F later      e early, mid, late         b start, end   f fiscal            q about, at least
J named day j event      v eve        y anniversary              s straight     a aged              p nights ...
o of         i in, on    k to         n and, or                  z old, long, term                  B break
- , '       marks        x any other word
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def _counted(*lines: str, first: int = 1) -> dict[str, int]:
    """Numbers the entries of a list; words in one entry are names of one thing."""
    return {name: number for number, names in enumerate(lines, first) for name in names.split()}


MONTHS = _counted(
    "january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may", "june jun jun.", "july jul jul.",
    "august aug aug.", "september sept sept. sep sep.", "october oct oct.", "november nov nov.", "december dec dec.",
)  # fmt: skip
WEEKDAYS = _counted(
    "monday mondays mon mon.", "tuesday tuesdays tue tue. tues tues.", "wednesday wednesdays wed wed.",
    "thursday thursdays thu thu. thur thur. thurs thurs.", "friday fridays fri fri.", "saturday saturdays sat sat.",
    "sunday sundays sun sun.", first=0,
)  # fmt: skip
SEASONS = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
    "wintertime": "WI",
}  # fmt: skip
PARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO", "dusk": "TEV", "nightfall": "TEV",
    "daybreak": "TMO", "sunrise": "TMO", "sunset": "TEV", "early hours": "TMO", "small hours": "TMO",
}  # fmt: skip
NUMBERS = {
    **_counted(
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", first=0,
    ),
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"couple": 2, "couple of": 2, "dozen": 12, "hundred": 100, "thousand": 1000}
ORDINALS = _counted(
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINALS |= {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "hundredth": 100,
}  # fmt: skip
TENS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_WITH_S = ("day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade")
UNITS = {
    **{form: unit for unit in _WITH_S for form in (unit, unit + "s")},
    "century": "century",
    "centuries": "century",
    "half": "half",
}
CLOCK_UNITS = {
    **{form: unit for unit in ("hour", "minute") for form in (unit, unit + "s")},
    # "second" alone is nearly always the ordinal.
    "seconds": "second",
    "hrs": "hour",
    "mins": "minute",
}
FREQUENCIES = {
    "hourly": ("hour", 1), "daily": ("day", 1), "nightly": ("day", 1), "weekly": ("week", 1), "biweekly": ("week", 2),
    "fortnightly": ("week", 2), "monthly": ("month", 1), "bimonthly": ("month", 2), "quarterly": ("month", 3),
    "yearly": ("year", 1), "annually": ("year", 1),
}  # fmt: skip
DAYS = {
    "today": (0, ""), "yesterday": (-1, ""), "tomorrow": (1, ""), "tonight": (0, "TNI"), "overnight": (0, "TNI"),
    "the day before yesterday": (-2, ""), "the day after tomorrow": (2, ""),
}  # fmt: skip
"""Days from the report's own, and the part of the day."""
# "previously", "formerly", "soon" only order what is told, so TimeML's guidelines leave them out.
_PRESENT = ("now", "currently", "nowadays", "at present", "at the moment", "right now", "these days")
_PAST = ("recently", "the past", "lately", "the other day")
_FUTURE = ("the near future", "the future", "the foreseeable future", "the short term", "a later date")
REFERENCES = {
    **dict.fromkeys(_PRESENT, "PRESENT_REF"),
    **dict.fromkeys(_PAST, "PAST_REF"),
    **dict.fromkeys(_FUTURE, "FUTURE_REF"),
}
CLOCK_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
NARROWING = {
    "early": "early", "earlier": "early", "mid": "middle", "middle": "middle", "halfway": "middle", "late": "late",
    "later": "late", "start": "start", "beginning": "start", "end": "end", "close": "end",
}  # fmt: skip
ABOUT = frozenset({"about", "around", "nearly", "almost", "approximately", "roughly"})


def _classes() -> Iterator[tuple[str, Iterable[str]]]:
    yield from (("M", MONTHS), ("W", WEEKDAYS), ("S", SEASONS), ("P", PARTS), ("N", NUMBERS), ("c", SCALES), ("O", ORDINALS))
    yield from (
        ("K", TENS),
        ("U", UNITS),
        ("H", CLOCK_UNITS),
        ("Q", FREQUENCIES),
        ("D", DAYS),
        ("r", REFERENCES),
        ("C", CLOCK_WORDS),
    )
    yield "V", ("several", "few", "many", "some", "numerous", "countless", "hundreds", "tens", "dozens", "scores")
    yield "R", ("every", "each")
    yield "w", ("once", "twice", "thrice")
    yield "s", ("straight", "consecutive", "successive", "running", "in a row")
    yield "a", ("aged", "age", "ages")
    yield "p", ("nights", "mornings", "afternoons", "evenings")
    yield "v", ("eve",)
    yield "y", ("anniversary",)
    yield "T", ("the",)
    yield "A", ("a", "an")
    yield "t", ("this", "these")
    yield "h", ("that", "those", "same")
    yield "L", ("last", "past", "previous", "preceding", "recent")
    yield "X", ("next", "coming", "following", "upcoming", "ensuing")
    yield "l", ("latest", "current", "comparable", "corresponding", "present")
    yield "G", ("ago",)
    yield "E", ("earlier", "before")
    yield "F", ("later", "hence", "from now", "after")
    yield "e", ("early", "mid", "late")
    yield "b", ("start", "beginning", "middle", "end", "close")
    yield "f", ("fiscal", "financial")
    yield "o", ("of",)
    yield "i", ("in", "on", "during")
    yield "k", ("to", "through")
    yield "n", ("and", "or", "&")
    yield "z", ("old", "olds", "long", "period", "term")
    yield "-", ("-", "–", "—")
    yield ",", (",",)
    yield "'", ("'", "’", "'s", "’s")
    yield "B", (".", "!", "?", ";", ":")


CLASSES = {word: letter for letter, words in _classes() for word in words}
"""The letter of each word's class; a word in two tables has the later one's."""

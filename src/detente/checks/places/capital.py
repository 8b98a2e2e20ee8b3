"""A town called the capital of a country that has another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.checks.check import Problem
from detente.checks.places.towns import capital_of, country_named, town
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.knowledge import Knowledge

NAME = "no-capital"
SEVERITY = "error"
SAYS = "a town is called the capital of a country, and is not"

_WORD = r"[A-Z][\w’'-]*[\w’']"
_TOWN = rf"(?P<town>{_WORD}(?: (?:(?:de|del|la|le|al|el|es|da|and) )?{_WORD}){{0,3}})"
_DEMONYM = r"(?P<demonym>[A-Z][\w-]*(?: [A-Z]\w+)?)"
_COUNTRY = (
    r"(?:the )?(?:(?:[Rr]epublic|[Kk]ingdom|[Ss]tate) of )?"
    r"(?P<country>[A-Z](?:[\w-]|\.(?=\w))*(?: (?:(?:and|of|the) )*[A-Z]\w+){0,4})"
)
_CAPITAL = r"(?:(?:federal|political|administrative|national|official) )?(?:capital|seat of (?:the )?government)"
_CITY = r"(?: city)?"
_IS = r"(?: \(|,| is|,? which is| [-–—])"
"""Between a town and what it is said to be."""
_WAS = r"(?:,? which is |,? which was | is | was | as | serves as |,? | \(| [-–—] )"
_ENDS = r"\b(?! (?:market|gain|flight|control|punishment|account|of\b))"
_PATTERNS = (
    re.compile(rf"(?<![\w-]){_DEMONYM} {_CAPITAL}{_CITY}(?:,? of |, | is | \(| )(?:in )?{_TOWN}"),
    re.compile(rf"(?<![\w-]){_COUNTRY}['’]s? {_CAPITAL}{_CITY}(?:,? of |, | is | \(| )(?:in )?{_TOWN}"),
    re.compile(rf"\b[Tt]he {_CAPITAL}{_CITY} of {_COUNTRY}(?:,| is| \() (?:in )?{_TOWN}"),
    re.compile(rf"{_TOWN}{_IS} ?(?:the )?{_DEMONYM} {_CAPITAL}{_ENDS}"),
    re.compile(rf"{_TOWN}{_WAS}(?:the )?{_CAPITAL}{_CITY} of {_COUNTRY}"),
    re.compile(rf"{_TOWN}{_IS} ?{_COUNTRY}['’]s? {_CAPITAL}{_ENDS}"),
)
_BARE = (
    re.compile(rf"\b(?:[Tt]he|its|their|country[’']s|nation[’']s) {_CAPITAL}{_CITY},? {_TOWN}"),
    re.compile(
        rf"{_TOWN}, (?:the|its|the country[’']s|the nation[’']s) {_CAPITAL}(?=[,.;)]| (?:on|in|at|after|where|when|and)\b)"
    ),
)
"""Where the country is not named, it is that of the town."""
_OF_OLD = re.compile(r"\b(?:former|then|ancient|one-time|once|caliphate|self-proclaimed|rival|interim|temporary|wartime)\b")
_MOVED = {
    ("AUS", "Melbourne"): dt.date(1927, 5, 9), ("BRA", "Rio de Janeiro"): dt.date(1960, 4, 21),
    ("CHN", "Nanjing"): dt.date(1949, 10, 1), ("IND", "Calcutta"): dt.date(1911, 12, 12),
    ("KAZ", "Almaty"): dt.date(1997, 12, 10), ("NGA", "Lagos"): dt.date(1991, 12, 12), ("PAK", "Karachi"): dt.date(1959, 1, 1),
    ("PAK", "Rawalpindi"): dt.date(1967, 8, 14), ("TUR", "Istanbul"): dt.date(1923, 10, 13),
    ("RUS", "St. Petersburg"): dt.date(1918, 3, 12), ("RUS", "Saint Petersburg"): dt.date(1918, 3, 12),
    ("BLZ", "Belize City"): dt.date(1970, 8, 1), ("LTU", "Kaunas"): dt.date(1939, 10, 28),
    ("MMR", "Yangon"): dt.date(2005, 11, 6), ("MMR", "Rangoon"): dt.date(2005, 11, 6),
    ("UKR", "Kharkiv"): dt.date(1934, 6, 24), ("MWI", "Zomba"): dt.date(1975, 1, 1),
}  # fmt: skip
"""Until when towns were capitals that are none today; others of `countries.tsv` are left alone at any time."""
_UNSETTLED = frozenset({"ISR", "PSE", "LBY", "YEM", "TWN", "ESH", "XKX", "CYP", "SDN", "SOM", "AFG"})
"""States whose capital or seat of government is contested."""
_ENDED = frozenset({"SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "VDR", "XVS"})
_SAME = 0.12
"""Degrees within which two names are taken for those of one town."""
_PART = re.compile(
    r"\b(?:province|region|state|oblast|governorate|district|republic|territory|emirate|island|county|autonomous|federal)\b", re.I
)
_ELSEWHERE = re.compile(r"\b(?:not|moved?|moving|relocat\w+|instead|from|claim\w*|future|new)\b")
_LEAD = re.compile(r"^(?:In|At|From|Near|Outside|Today|But|And) (?=[A-Z])")
"""What may open a sentence before a town's name."""
_YEAR = re.compile(r"\b(1\d\d\d|20\d\d)\b")

_SEATED = frozenset({"BEN", "CIV", "TZA", "MYS", "LKA", "SWZ", "BDI", "NLD", "BOL", "ZAF", "CHL", "GNQ", "MNE", "GEO", "KOR"})
"""States whose government, or a branch of it, sits in another town than the capital."""
_MARK = re.compile(r"\bcapital\b|\bseat of (?:the )?government\b")


class _Called(NamedTuple):
    start: int
    end: int
    town: str
    iso3: str


def find(report: Report) -> Iterator[Problem]:
    """Silent about what is the capital of a part of the country, was the capital then, or has a capital contested."""
    told: set[int] = set()
    for read in report.sentences:
        if not _MARK.search(read.sentence.text):
            continue
        for called in (*_named(read, report.base), *_bare(report, read)):
            problem = _judged(report, read, called)
            if problem is not None and problem.start not in told:
                told.add(problem.start)
                yield problem


def _named(read: ReadSentence, base: Knowledge) -> Iterator[_Called]:
    text, shift = read.sentence.text, read.sentence.start
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            form = "demonym" if groups.get("demonym") else "name"
            words = groups.get("demonym") or groups.get("country") or ""
            at_end = form == "demonym" or text[match.end("country") : match.end("country") + 1] in ("'", "’")
            iso3 = _country(words, base, form, at_end=at_end)
            if iso3 and not ("seat of" in match.group() and iso3 in _SEATED):
                yield _Called(shift + match.start("town"), shift + match.end("town"), match["town"], iso3)


def _country(words: str, base: Knowledge, form: str, *, at_end: bool) -> str | None:
    """The country named by the last of the words ("In Turkish"), or by the first ("Turkey and the")."""
    split = words.split()
    parts = (split[n:] for n in range(len(split))) if at_end else (split[:n] for n in range(len(split), 0, -1))
    return next((iso3 for part in parts if (iso3 := country_named(" ".join(part), base, form))), None)


def _bare(report: Report, read: ReadSentence) -> Iterator[_Called]:
    """ "the capital, Lagos": wrong where the report speaks of the country as a whole, and of none of its parts."""
    text, shift = read.sentence.text, read.sentence.start
    for pattern in _BARE:
        for match in pattern.finditer(text):
            name = _LEAD.sub("", match["town"])
            place = town(name, report.base)
            if place is None or not place.known or not place.sure:
                continue
            before = report.sentences[read.index - 1].sentence.text if read.index else ""
            around = f"{before} {text}"
            states = {
                named.entry.country
                for found in report.base.names.find(around)
                for named in found.named
                if named.entry.kind == "state" and named.form in ("name", "demonym")
            }
            if states == {place.first.country} and not _parts(
                around.replace("federal capital", "capital"), place.first.country, match["town"], report.base
            ):
                yield _Called(shift + match.start("town"), shift + match.end("town"), match["town"], place.first.country)


def _parts(text: str, iso3: str, but: str, base: Knowledge) -> bool:
    """Whether the text names a part of a country, which would have a capital of its own."""
    if _PART.search(text):
        return True
    for match in re.finditer(rf"{_WORD}(?: {_WORD})?", text):
        rows = base.places.find(match.group()) if match.group() != but else []
        if any(row.country == iso3 and row.kind in ("province", "region") for row in rows) and rows[0].kind not in (
            "city",
            "country",
        ):
            return True
    return False


def _judged(report: Report, read: ReadSentence, called: _Called) -> Problem | None:
    base = report.base
    country = base.countries.get(called.iso3)
    leads = len(called.town) - len(_LEAD.sub("", called.town))
    called = called._replace(start=called.start + leads, town=called.town[leads:])
    words = called.town.removesuffix("'s").removesuffix("’s")
    place = town(words, base)
    while place is None and " " in words:
        words = words.rpartition(" ")[0]
        place = town(words, base)
        if place is not None and not place.known:
            return None
    if place is None or country is None or not country.capitals or country.iso3 in _UNSETTLED | _ENDED:
        return None
    folded = words.replace("’", "'")
    until = _MOVED.get((called.iso3, folded))
    if until is None and any(n.form == "capital" and n.entry.country == country.iso3 for n in base.names.get(folded)):
        return None
    if until is None and folded in country.capitals:
        return None
    if _same(folded, tuple(name for name in country.capitals if (called.iso3, name) not in _MOVED), called.iso3, base):
        return None
    if not place.known and place.first.country != called.iso3 and capital_of(folded, base) is None:
        return None
    before = report.text[read.sentence.start : called.start + len(words)]
    if _OF_OLD.search(read.sentence.text) or _ELSEWHERE.search(before):
        return None
    years = [int(year) for year in _YEAR.findall(read.sentence.text)]
    if until is not None and (any(year <= until.year for year in years) or (report.first is not None and report.first <= until)):
        return None
    if years and min(years) < 1950:
        return None
    end = called.start + len(words)
    message = f"{words} is not the capital of {country.name}: that is {country.capitals[0]}"
    return Problem(
        called.start, end, message, f"countries.tsv: {country.name}, {', '.join(country.capitals)}", country.capitals[0]
    )


def _same(name: str, capitals: tuple[str, ...], iso3: str, base: Knowledge) -> bool:
    """Whether a name is another spelling of a capital, by where it lies."""
    there = [row for capital in capitals for row in base.places.find(capital, towns=True) if row.country == iso3]
    return any(
        row.country == iso3 and abs(row.lat - one.lat) < _SAME and abs(row.lon - one.lon) < _SAME and row.kind == "city"
        for row in base.places.find(name, towns=True)
        for one in there
    )

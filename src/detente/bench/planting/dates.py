"""Errors of dates, planted: in dates that stand in the report, and in sentences put at the end of a paragraph."""

from __future__ import annotations

import calendar
import datetime as dt
import random
import re
from collections.abc import Iterator

from detente.bench.planting.change import Change, Planter
from detente.checks.report import Report
from detente.knowledge.base import Country

_MONTHS = "|".join(calendar.month_name[1:])
_DAYS = "|".join(calendar.day_name)
_DATE = re.compile(rf"\b(?:(?P<weekday>{_DAYS}),? )?(?P<month>{_MONTHS}) (?P<day>\d{{1,2}})(?:, (?P<year>20\d\d))?\b(?![-–])")
_DAY_FIRST = re.compile(rf"\b(?:(?P<weekday>{_DAYS}),? )?(?P<day>\d{{1,2}}) (?P<month>{_MONTHS})(?: (?P<year>20\d\d))?\b(?![-–])")
_ON_WEEKDAY = re.compile(rf"\bon (?P<weekday>{_DAYS})\b(?!,? (?:{_MONTHS}|\d|the \d))")
_WILL = re.compile(rf"\bwill (?:be )?\w+ (?:in|on) (?:(?:\d{{1,2}} )?(?:{_MONTHS}) )?(?P<year>20\d\d)\b")
_FROM_TO = re.compile(r"\bfrom (?P<first>(?:19|20)\d\d) to (?P<second>(?:19|20)\d\d)\b")
_LONG = 80
"""Characters from which on a paragraph is one of running text."""

_MISTAKEN = {"ALB", "AND", "DDR", "HKG", "SUN", "YUG", "SCG", "CSK", "YMD", "VDR", "XVS", "ESH", "PSE", "ISR", "TWN"}


def paragraph_ends(report: Report, chance: random.Random, number: int = 3) -> list[int]:
    """Where some of the paragraphs of running text end, by chance."""
    ends = [b.end for b in report.article.blocks if b.kind == "body" and b.end - b.start > _LONG]
    return sorted(chance.sample(ends, min(number, len(ends))))


def added(at: int, sentence: str, error: str, right: str = "") -> Change:
    """A sentence put behind a paragraph, with the words in it that are wrong."""
    begin = sentence.index(error) + 1
    return Change(at, at, f" {sentence}", (begin, begin + len(error)), right)


def some_country(report: Report, chance: random.Random) -> Country:
    """Any state of today, but those of which much is contested."""
    return chance.choice(
        [c for c in report.base.countries.values() if c.capitals and c.demonyms and c.end is None and c.iso3 not in _MISTAKEN]
    )


def _speaker(report: Report, chance: random.Random) -> str:
    country = some_country(report, chance)
    return chance.choice(
        (f"The {country.demonyms[0]} foreign minister", f"Officials in {country.capitals[0]}", f"A {country.demonyms[0]} general",
         f"The {country.demonyms[0]} government", f"Aides to the {country.demonyms[0]} president")
    )  # fmt: skip


def _printed(day: dt.date, chance: random.Random, *, year: bool) -> str:
    month, rest = calendar.month_name[day.month], f" {day.year}" if year else ""
    short = month if len(month) < 6 else f"{month[:3]}."
    return chance.choice(
        (f"{day.day} {month}{rest}", f"{month} {day.day}{',' * year}{rest}", f"{short} {day.day}{',' * year}{rest}")
    )


def _back(day: dt.date, chance: random.Random, least: int, most: int) -> dt.date:
    return day - dt.timedelta(days=chance.randint(least, most))


def _weekdays(report: Report, chance: random.Random) -> Iterator[Change]:
    day = report.first
    for pattern in (_DATE, _DAY_FIRST):
        for match in pattern.finditer(report.text):
            year = int(match["year"]) if match["year"] else day.year if day else None
            if year is None or (not match["year"] and day and not _is_near(match, day)):
                continue
            try:
                that = dt.date(year, list(calendar.month_name).index(match["month"]), int(match["day"]))
            except ValueError:
                continue
            right = calendar.day_name[that.weekday()]
            wrong = chance.choice([name for name in calendar.day_name if name != right])
            rest = match.group()[len(match["weekday"] or "") :].lstrip(", ")
            if match["weekday"] in (None, right):
                words = chance.choice((f"{wrong}, {rest}", f"{wrong} {rest}", f"{wrong} ({rest})"))
                yield Change(match.start(), match.end(), words, (0, len(words)), right)
    if day is None:
        return
    for match in _ON_WEEKDAY.finditer(report.text):
        wrong = match["weekday"]
        that = _back(day, chance, 1, 12)
        if calendar.day_name[that.weekday()] == wrong:
            that -= dt.timedelta(days=1)
        words = chance.choice(
            (
                f"{wrong}, {_printed(that, chance, year=False)},",
                f"{wrong} ({that.day} {that:%B})",
                f"{that.day} {that:%B}, a {wrong},",
            )
        )
        yield Change(match.start("weekday"), match.end(), words, (0, len(words.rstrip(","))), calendar.day_name[that.weekday()])


def _is_near(match: re.Match[str], day: dt.date) -> bool:
    that = dt.date(day.year, list(calendar.month_name).index(match["month"]), min(int(match["day"]) or 1, 28))
    return 0 <= (day - that).days <= 60


_SHORT_MONTHS = ("February", "April", "June", "September", "November")


def _impossible(report: Report, chance: random.Random) -> Iterator[Change]:
    for pattern in (_DATE, _DAY_FIRST):
        for match in pattern.finditer(report.text):
            month = chance.choice(_SHORT_MONTHS)
            number = chance.choice((30, 31)) if month == "February" else 31
            words = re.sub(
                rf"{_MONTHS}",
                month,
                re.sub(r"\b\d{1,2}\b", str(number), match.group()[len(match["weekday"] or "") :].lstrip(", "), count=1),
            )
            yield Change(match.start(), match.end(), words, (0, len(words)))
    if report.first is None:
        return
    for at in paragraph_ends(report, chance):
        kind = chance.randrange(4)
        month = chance.choice(_SHORT_MONTHS)
        number = chance.choice((30, 31)) if month == "February" else 31
        year = report.first.year - chance.randrange(3)
        if kind == 0:
            year = year if year % 4 else year - 1
            month, number = "February", 29
        date = chance.choice(
            (
                f"{number} {month} {year}",
                f"{month} {number}, {year}",
                f"{number}{'th' if number in (29, 30) else 'st'} {month} {year}",
            )
        )
        if kind == 2:
            number = chance.choice((42, 51, 61))
            slip = f"{report.first.year}{chance.randrange(10)}"
            date = chance.choice(
                (f"{number} {month} {year}", f"{month} {number}, {year}", f"{chance.randint(1, 28)} {month} {slip}")
            )
        if kind == 3 and number != 29:
            date = chance.choice((f"{number} {month}", f"{month} {number}"))
        said = _speaker(report, chance)
        sentence = chance.choice(
            (f"{said} said that the decision had been taken on {date}.", f"{said} spoke of a deadline of {date}.",
             f"The first talks on it were held on {date}, {said[0].lower() + said[1:]} said.",
             f"On {date}, the border was closed for a day.")
        )  # fmt: skip
        yield added(at, sentence, date)


_EVENTS = ("summit", "vote", "hearing", "signing", "meeting of ministers", "conference", "exercise")


def _past_to_come(report: Report, chance: random.Random) -> Iterator[Change]:
    day = report.first
    if day is None:
        return
    for match in _WILL.finditer(report.text):
        if int(match["year"]) >= day.year:
            year = str(day.year - chance.randint(2, 5))
            start, end = match.span("year")
            yield Change(start, end, year, (0, 4))
    for at in paragraph_ends(report, chance):
        that = _back(day, chance, 120, 900)
        date = chance.choice((f"in {that:%B %Y}", f"on {_printed(that, chance, year=True)}", f"in {that:%B %Y}"))
        said, town = _speaker(report, chance), some_country(report, chance).capitals[0]
        clause = chance.choice(
            (f"the truce would take effect {date}", f"talks would resume {date}", f"the ministers will meet in {town} {date}",
             f"the {chance.choice(_EVENTS)} will take place {date}", f"the ban would come into force {date}",
             f"the last soldiers will leave {date}", f"a summit would be held in {town} {date}",
             f"the two sides are to meet {date}")
        )  # fmt: skip
        sentence = chance.choice(
            (f"{said} announced that {clause}.", f"{said} said {clause}.", f"According to a statement, {clause}.")
        )
        if chance.random() < 0.3:
            near = _back(day, chance, 4, 40)
            sentence, clause = _planned(report, chance, near)
        yield added(at, sentence, clause)


def _planned(report: Report, chance: random.Random, day: dt.date) -> tuple[str, str]:
    """A sentence that tells of a day in the present, as of one to come, and its words that do."""
    date, town = _printed(day, chance, year=False), some_country(report, chance).capitals[0]
    event = chance.choice(_EVENTS)
    return chance.choice(
        (
            (f"The {event} in {town} is scheduled for {date}.", f"is scheduled for {date}"),
            (f"The ministers are meeting in {town} on {date}.", f"are meeting in {town} on {date}"),
            (f"The ban expires on {date}.", f"expires on {date}"),
            (f"Both sides are getting ready for the coming {event} on {date}.", f"coming {event} on {date}"),
        )
    )


def _future_past(report: Report, chance: random.Random) -> Iterator[Change]:
    day = report.last
    if day is None:
        return
    for at in paragraph_ends(report, chance):
        that = day + dt.timedelta(days=chance.randint(20, 60))
        later = day + dt.timedelta(days=chance.randint(40, 800))
        date = chance.choice((f"on {that.day} {that:%B}", f"on {that:%B} {that.day}", f"on {_printed(later, chance, year=True)}"))
        town, other = some_country(report, chance).capitals[0], some_country(report, chance)
        clause = chance.choice(
            (f"was held in {town} {date}", f"took place in {town} {date}", f"was held {date}", f"opened in {town} {date}")
        )  # fmt: skip
        sentence = chance.choice(
            (f"The last {chance.choice(_EVENTS)} {clause}.", f"A {chance.choice(_EVENTS)} on the matter {clause}.",
             f"The {other.demonyms[0]} president met envoys in {town} {date}.",
             f"Two soldiers were killed near the border {date}.", f"The {other.demonyms[0]} ambassador was arrested {date}.")
        )  # fmt: skip
        yield added(at, sentence, date)


_ACTS = (
    ("was arrested", "released"), ("was detained", "freed"), ("was kidnapped", "freed"), ("was charged", "convicted"),
    ("was appointed", "dismissed"), ("was jailed", "released"), ("was wounded", "died"),
)  # fmt: skip


def _order(report: Report, chance: random.Random) -> Iterator[Change]:
    for match in _FROM_TO.finditer(report.text):
        if match["first"] < match["second"]:
            words = f"{match['second']} to {match['first']}"
            yield Change(match.start("first"), match.end(), words, (0, len(words)), f"{match['first']} to {match['second']}")
    if report.first is None:
        return
    for at in paragraph_ends(report, chance):
        late = _back(report.first, chance, 5, 20)
        early = late - dt.timedelta(days=chance.randint(2, 12))
        if chance.random() < 0.3:
            late = _back(report.first, chance, 300, 900)
            early = late - dt.timedelta(days=chance.randint(40, 700))
        year = late.year != report.first.year or early.year != late.year
        one, two = (_printed(day, chance, year=year) for day in (late, early))
        if chance.random() < 0.3 and late.year - early.year > 0:
            one, two = str(late.year), str(early.year)
        day_or_year = "in" if one.isdigit() else "on"
        first, second = chance.choice(_ACTS)
        country, town = some_country(report, chance), some_country(report, chance).capitals[0]
        who = chance.choice(
            (f"A {country.demonyms[0]} journalist", f"The {country.demonyms[0]} officer", "One of the activists", "The lawyer")
        )
        form = chance.randrange(7)
        if form == 4:
            error = f"{day_or_year} {one}, was dismissed {day_or_year} {two}"
            sentence = f"{who}, appointed {error}."
        elif form == 5:
            error = f"{day_or_year} {two}, had opened {day_or_year} {one}"
            sentence = f"The conference in {town}, which closed {error}."
        elif form == 6:
            error = f"{day_or_year} {two}, following the talks in {town} {day_or_year} {one}"
            sentence = f"The ceasefire was signed {error}."
        elif form == 0:
            error, sentence = f"from {one} to {two}", f"Observers stayed in {town} from {one} to {two}."
        elif form == 1:
            error = f"{day_or_year} {one} and {second} {day_or_year} {two}"
            sentence = f"{who} {first} {error}."
        elif form == 2:
            error = f"between {one} and {two}"
            sentence = f"The {country.demonyms[0]} side says that {chance.randint(3, 40)} drones crossed the line {error}."
        else:
            error = f"After the talks in {town} {day_or_year} {one}, the ministers met {day_or_year} {two}"
            sentence = f"{error}."
        yield added(at, sentence, error)


def _sums(report: Report, chance: random.Random) -> Iterator[Change]:
    day = report.first
    if day is None:
        return
    for at in paragraph_ends(report, chance):
        years = chance.randint(4, 40)
        then = day.year - years
        wrong = years + chance.choice((-1, 1)) * chance.choice((3, 4, 5, 10, 20))
        wrong = wrong if 1 < wrong != years else years + 10
        ending = "th" if 10 < wrong % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(wrong % 10, "th")
        country, town = some_country(report, chance), some_country(report, chance).capitals[0]
        start = _back(day, chance, 8, 20)
        length = chance.randint(2, 5)
        stay = length + chance.randint(3, 9)
        end = start + dt.timedelta(days=length - 1)
        born = day.year - 20 - years
        old = 20 + wrong
        old = old if abs(old - 20 - years) > 1 else old + 10
        forms = [
            (f"{wrong} years ago, in {then}", f"The {country.demonyms[0]} base was opened {wrong} years ago, in {then}."),
            (
                f"{wrong}{ending} anniversary of the {then} accord",
                f"{country.name} this month marks the {wrong}{ending} anniversary of the {then} accord.",
            ),
            (
                f"{wrong}{ending} anniversary of the treaty of {then}",
                f"The ceremony will mark the {wrong}{ending} anniversary of the treaty of {then}.",
            ),
            (f"{old}-year-old officer, born in {born}", f"The {old}-year-old officer, born in {born}, has denied it."),
            (f"{old}, who was born in {born}", f"The general, {old}, who was born in {born}, has led the force for two years."),
            (f"for {wrong} years, since {then}", f"The mission has been there for {wrong} years, since {then}."),
            (f"{wrong} years on", f"{wrong} years on, the accord of {then} is still not kept."),
            (f"{wrong} years have passed since the accord of {then}", f"{wrong} years have passed since the accord of {then}."),
            (
                f"mark {wrong} years of the union, founded in {then}",
                f"The heads of state came to mark {wrong} years of the union, founded in {then}.",
            ),
            (f"{wrong} years since {then}", f"In the {wrong} years since {then} nothing of the kind has been seen."),
        ]
        if start.month == end.month:
            forms.append(
                (
                    f"{stay}-day visit to {town} from {start.day} to {end.day} {end:%B}",
                    f"The envoy was on a {stay}-day visit to {town} from {start.day} to {end.day} {end:%B}.",
                )
            )
        forms.append(
            (f"{stay + 20} days after the vote of {start.day} {start:%B}, on {end.day} {end:%B}",
             f"It came {stay + 20} days after the vote of {start.day} {start:%B}, on {end.day} {end:%B}.")
        )  # fmt: skip
        error, sentence = chance.choice(forms)
        yield added(at, sentence, error)


_BODIES = (
    ("NATO", 1900, 1940), ("The United Nations", 1900, 1935), ("The European Union", 1905, 1940),
    ("The African Union", 1910, 1955), ("The International Criminal Court", 1905, 1985),
    ("The World Health Organization", 1900, 1938), ("The Warsaw Pact", 1996, 2016), ("The Soviet Union", 1996, 2016),
    ("Czechoslovakia", 1997, 2016), ("Yugoslavia", 2007, 2016), ("Zaire", 2001, 2016), ("South Sudan", 1960, 2004),
    ("Bangladesh", 1900, 1960), ("The International Atomic Energy Agency", 1905, 1950), ("ASEAN", 1905, 1960),
    ("The OSCE", 1905, 1965), ("The Gulf Cooperation Council", 1910, 1975), ("East Germany", 1995, 2016),
    ("The European Central Bank", 1910, 1988), ("ECOWAS", 1905, 1968), ("UNIFIL", 1905, 1972), ("Frontex", 1910, 1990),
)  # fmt: skip
"""Bodies and states, and years in which there was none of them, nor anything that they came from."""


def _before_its_time(report: Report, chance: random.Random) -> Iterator[Change]:
    for at in paragraph_ends(report, chance):
        name, first, last = chance.choice(_BODIES)
        year = chance.randint(first, last)
        country = some_country(report, chance)
        small = name[0].lower() + name[1:] if name.startswith("The ") else name
        forms = [
            (f"{name} condemned the raid in {year}", f"{name} condemned the raid in {year}."),
            (f"In {year} {small}", f"In {year} {small} sent observers to {country.capitals[0]}."),
            (f"In {year}, {small}", f"In {year}, {small} broke off relations with {country.name}."),
            (f"in {year} by {country.name} and {small}", f"A pact was signed in {year} by {country.name} and {small}."),
            (f"{small} in {year}", f"A similar plan was rejected by {small} in {year}."),
            (f"{small} agreed in {year}", f"{_speaker(report, chance)} recalled that {small} agreed in {year} to such a step."),
        ]
        if first < 1990:  # one that was not there yet
            forms.append(
                (f"{name}, which has sent envoys since {year}", f"{name}, which has sent envoys since {year}, was silent.")
            )
        error, sentence = chance.choice(forms)
        yield added(at, sentence, error)


PLANTERS: dict[str, Planter] = {
    "before its time": _before_its_time,
    "date and weekday": _weekdays,
    "future told as past": _future_past,
    "impossible date": _impossible,
    "order of dates": _order,
    "past told as to come": _past_to_come,
    "sum of time": _sums,
}

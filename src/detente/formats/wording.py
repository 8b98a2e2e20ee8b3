"""Items in words: how parties, days, numbers and chains of attribution are put before people.

The page (`detente.formats.html`) and the terminal tables (`detente.formats.table`) share these, so that the same item
reads the same in both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from detente.knowledge import knowledge
from detente.model import DONE, Actor, Attribution, Event, Figure, Forecast, Item, Status, Talks

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
PLURALS = {
    "event": "events",
    "statement": "statements",
    "figure": "figures",
    "talks": "talks",
    "commitment": "commitments",
    "position": "positions",
    "forecast": "forecasts",
    "finding": "findings",
    "place": "places",
    "time": "times",
    "mention": "mentions",
}
# Not strftime's names: they hang on the reader's locale, and every byte must be the same everywhere.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
STATUSES: dict[Status, str] = {
    "happened": "done",
    "ongoing": "under way",
    "background": "done earlier",
}

# Marks that turn text round or hide it, and control characters: a hostile report could garble the page or the terminal.
_HIDDEN = dict.fromkeys(
    [
        *(code for code in (*range(0x00, 0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A)),
        *range(0xD800, 0xE000),
    ],
    "\N{REPLACEMENT CHARACTER}",
)


def plain(text: str) -> str:
    """`text` with control characters, direction marks and lone surrogates replaced, each by one U+FFFD."""
    return text.translate(_HIDDEN)


def place_code(actor: Actor) -> str | None:
    """The country (`USA`) or organisation (`NATO`) that an actor belongs to, or None where it has neither."""
    if actor.country:
        return actor.country
    if actor.code.startswith("IGO") and len(actor.code) > 3:
        return actor.code[3:]
    return None


def place_name(code: str) -> str:
    """The usual name of a country by its ISO alpha-3 code; any other code unchanged."""
    name = knowledge().country_name(code)
    return name or code


def party(actor: Actor) -> tuple[str | None, str | None]:
    """An actor as its country or organisation and its own name: `("USA", "Antony Blinken")`.

    The name is left out where the code says it all (`("USA", None)`), the code where there is none.
    """
    code = place_code(actor)
    if code is None:
        return None, plain(actor.name)
    said = actor.name.casefold()
    if said in {code.casefold(), place_name(code).casefold()} or (actor.country and not actor.sector and actor.code == code):
        return plain(code), None
    return plain(code), plain(actor.name)


def party_line(actor: Actor) -> str:
    """The same on one line: `USA (Antony Blinken)`."""
    code, name = party(actor)
    if code and name:
        return f"{code} ({name})"
    return code or name or plain(actor.code)


def parties_line(actors: Iterable[Actor]) -> str:
    """Several actors on one line, each named once."""
    return ", ".join(dict.fromkeys(party_line(actor) for actor in actors))


def day(date: dt.date) -> str:
    """A day as British English writes it: `4 February 2022`."""
    return f"{date.day} {month(date)}"


def month(date: dt.date) -> str:
    """A month and its year: `February 2022`."""
    return f"{_MONTHS[date.month - 1]} {date.year}"


def when(item: Item) -> str | None:
    """The day or days of an item, as precisely as they are known; None where it has none."""
    if item.date is None:
        return None
    if not isinstance(item, Event):
        return day(item.date)
    precision = item.date_info.precision if item.date_info else "day"
    if precision == "year":
        return str(item.date.year)
    if precision == "decade":
        return f"{item.date.year // 10 * 10}s"
    if precision in {"month", "season"}:
        return month(item.date)
    if item.enddate and item.enddate != item.date:
        return f"{day(item.date)} to {day(item.enddate)}"
    return f"week of {day(item.date)}" if precision == "week" else day(item.date)


def status_word(status: Status) -> str:
    """What became of an act, in a word or two."""
    return STATUSES.get(status, status)


def state(event: Event) -> str:
    """What became of an event, its negation included: `done`, `not done`, `promised`, `denied`."""
    if not event.negated or event.status in {"denied", "failed"}:
        return status_word(event.status)
    return "not done" if event.status in DONE else f"not {event.status}"


def is_done(event: Event) -> bool:
    """Whether the text says that the act was done."""
    return event.status in DONE and not event.negated


def word_of(chain: Sequence[Attribution]) -> str | None:
    """On whose word something stands, outermost first: `AFP (reports) › Antony Blinken (said)`."""
    links = {(link.source.name, link.cue.casefold()): f"{plain(link.source.name)} ({plain(link.cue)})" for link in chain}
    return " › ".join(links.values()) or None


def where(event: Event) -> str | None:
    """The place of an event: the resolved name with its country, else the text's own words."""
    place = event.event_loc
    if place is None:
        return None
    name = place.resolved_place or place.extracted_place
    return plain(f"{name}, {place.country}" if place.country and place.country != name else name)


def number(value: float) -> str:
    """A number with thousands marked and no idle decimals: `13,000`, `2.5`."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def amount(figure: Figure) -> str:
    """The number that a figure gives, with its bounds in words and its unit."""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        told = f"{number(figure.low)} to {number(figure.high)}"
    elif figure.low is not None and figure.high is None:
        told = f"{number(figure.low)} or more"
    elif figure.high is not None and figure.low is None:
        told = f"up to {number(figure.high)}"
    else:
        told = number(figure.value)
    about = "about " if figure.approximate and "to" not in told.split() else ""
    if figure.unit == "percent":
        return f"{about}{told} %"
    told_anyway = figure.unit in {"persons", ""} or figure.unit in figure.what.split()
    return f"{about}{told}" if told_anyway else f"{about}{told} {plain(figure.unit)}"


def sizes(event: Event) -> str | None:
    """What was counted in an event: `12 dead, 8,500 troops`."""
    return ", ".join(f"{number(count)} {plain(what)}" for what, count in sorted(event.size.items())) or None


def window(forecast: Forecast) -> str | None:
    """The days in which a forecast is to come true."""
    if forecast.window is None:
        return None
    start, end = forecast.window.start, forecast.window.end
    if start and end:
        return f"{day(start)} to {day(end)}"
    if end:
        return f"by {day(end)}"
    return f"from {day(start)}" if start else None


def next_round(talks: Talks) -> str | None:
    """When and where the parties are to meet again."""
    if talks.next is None:
        return None
    told = [talks.next.venue and plain(talks.next.venue), talks.next.date and day(talks.next.date)]
    return ", ".join(part for part in told if part) or None


def duration(value: str) -> str:
    """An ISO 8601 duration in words (`PT8H`: 8 hours); what does not read as one unchanged."""
    amounts = value.removeprefix("P")
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    words, digits, known = [], "", units
    for sign in amounts:
        if sign == "T":
            known = {"H": "hour", "M": "minute", "S": "second"}
        elif sign.isdigit() or sign == ".":
            digits += sign
        elif sign in known and digits:
            words.append(f"{digits} {known[sign]}{'' if digits == '1' else 's'}")
            digits = ""
        else:
            return plain(value)
    return " ".join(words) if words and not digits else plain(value)

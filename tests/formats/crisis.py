"""A small made-up report with items of every kind, for the tests of what people look at."""

from __future__ import annotations

import datetime as dt
from typing import Any

from detente.model import (
    Actor,
    Article,
    Attribution,
    Block,
    Commitment,
    DateInfo,
    Event,
    EventLoc,
    Figure,
    Finding,
    Forecast,
    Item,
    Mention,
    NextRound,
    Place,
    Position,
    Span,
    Statement,
    Talks,
    TextInfo,
    Time,
    Window,
    item_id,
)

HEAD = "Norway and Iceland meet over cod"
BODY = (
    "Norway's envoy Kari Lund met Icelandic officials in Bergen on Friday. "
    "Lund said that Norway would seize 12 boats if Iceland crosses the line. "
    "Iceland promised to answer by 4 March."
)
TEXT = f"{HEAD}\n\n{BODY}\n"
DAY = dt.date(2023, 2, 10)

NORWAY = Actor(name="Norway", entity_text="Norway", code="NOR", country="NOR")
LUND = Actor(name="Kari Lund", entity_text="Kari Lund", code="NORGOV", country="NOR", sector="GOV", office="envoy")
ICELAND = Actor(name="Iceland", entity_text="Iceland", code="ISL", country="ISL")


def article(text: str = TEXT, **keys: Any) -> Article:
    """The report, or another text, with a headline block and a body block where it has two paragraphs."""
    parts = text.split("\n\n")
    head = Block(kind="headline", start=0, end=len(parts[0]))
    start = len(parts[0]) + 2
    body = Block(kind="body", start=start, end=start + len(parts[1].rstrip()))
    return Article(**{"id": "cod", "text": text, "date": DAY, "publisher": "Fjord Post", "blocks": (head, body), **keys})


def span(words: str, text: str = TEXT, after: int = 0) -> Span:
    """The first span of `words` in `text` from offset `after`."""
    start = text.index(words, after)
    return Span.of(text, start, start + len(words))


def base(kind: str, evidence: dict[str, list[Span]], date: dt.date | None = DAY) -> dict[str, Any]:
    """The keys that every item has."""
    first = min(s.start for spans in evidence.values() for s in spans)
    return {
        "id": item_id(kind, "cod", first, *sorted(evidence)),
        "article": "cod",
        "date": date,
        "text": BODY,
        "text_info": TextInfo(start=len(HEAD) + 2, end=len(TEXT) - 1),
        "confidence": 0.8,
        "evidence": evidence,
        "coder": "by hand",
    }


def event(trigger: Span, **keys: Any) -> Event:
    """An event on `trigger`: Norway consults Iceland, unless told otherwise."""
    evidence = keys.pop("evidence", {})
    given = {
        "actor": [NORWAY],
        "recipient": [ICELAND],
        "event": "CONSULT",
        "context": [],
        "quad_code": 1,
        "event_scale": 2.1,
        "cameo": "040",
        "goldstein": 1.0,
        "status": "happened",
        "size": {},
        "attribution": [],
    }
    return Event(**{**base("event", {"trigger": [trigger], **evidence}), **given, **keys})


def items() -> list[Item]:
    """One or two items of every kind."""
    said = span("that Norway would seize 12 boats if Iceland crosses the line")
    condition = span("if Iceland crosses the line")
    word = [Attribution(source=LUND, cue="said")]
    promise = span("to answer by 4 March")
    return [
        event(
            span("met"),
            actor=[LUND],
            evidence={"actor": [span("Kari Lund")], "recipient": [span("Icelandic officials")]},
            event_loc=EventLoc(extracted_place="Bergen", resolved_place="Bergen", country="NOR"),
            date_info=DateInfo(precision="day", basis="on Friday"),
        ),
        event(
            span("seize"),
            event="COERCE",
            mode="seize",
            quad_code=4,
            status="threatened",
            condition=condition,
            attribution=word,
            size={"boats": 12},
            evidence={"condition": [condition]},
        ),
        Statement(
            **base("statement", {"content": [said], "cue": [span("said")]}), speaker=LUND, cue="said", quoted=False, content=said
        ),
        Figure(
            **base("figure", {"number": [span("12 boats")]}),
            what="boats",
            value=12,
            unit="items",
            approximate=False,
            attribution=word,
        ),
        Talks(
            **base("talks", {"trigger": [span("meet")], "parties": [span("Norway"), span("Iceland")]}),
            parties=[NORWAY, ICELAND],
            channel="in person",
            level="envoys",
            venue="Bergen",
            duration="PT2H30M",
            status="happened",
            next=NextRound(date=dt.date(2023, 3, 4), venue="Akureyri"),
        ),
        Commitment(**base("commitment", {"what": [promise]}), by=[ICELAND], to=[NORWAY], what=promise, due=dt.date(2023, 3, 4)),
        Position(**base("position", {"trigger": [said]}), actor=NORWAY, issue="fishing grounds", stance="demands"),
        Forecast(
            **base("forecast", {"what": [promise]}),
            by=ICELAND,
            what=promise,
            window=Window(start=DAY, end=dt.date(2023, 3, 4)),
            likelihood="promised",
        ),
        Finding(
            **base("finding", {"span": [span("Kari Lund")]}),
            check="office_holder",
            severity="warning",
            span=span("Kari Lund"),
            message="Nobody of this name was envoy on that day.",
            suggestion="Kari Lunde",
            basis="list of offices",
        ),
        Place(**base("place", {"place": [span("Bergen")]}), name="Bergen", lat=60.39, lon=5.32, geonameid=3161732, country="NOR"),
        Time(**base("time", {"time": [span("Friday")]}), type="DATE", value="2023-02-10"),
        Mention(**base("mention", {"mention": [span("Norway")]}), actor=NORWAY, score=0.9, reasons=["name"]),
    ]

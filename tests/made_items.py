"""Articles and items for tests: any that the declarations allow, and a small set with one of each kind."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from detente.model import (
    ITEM_TYPES,
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
)
from detente.model.derived import inside, is_model, not_null

WHOLE = st.integers(-(2**63), 2**63 - 1)


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Any value that an annotation of the model allows."""
    plain = not_null(annotation)
    if plain is not annotation:
        return st.none() | values(plain)
    if is_model(annotation):
        return records(annotation)
    if (entry := inside(annotation)) is not None:
        return st.lists(values(entry), max_size=3)
    if get_origin(annotation) is dict:
        key, value = get_args(annotation)
        return st.dictionaries(values(key), values(value), max_size=3)
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    return {
        str: st.text(max_size=12),
        int: WHOLE,
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
        dt.date: st.dates(),
    }[annotation]


def records(record_type: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Any record of a type."""
    by_field = {name: values(info.annotation) for name, info in record_type.model_fields.items()}
    return st.fixed_dictionaries(by_field).map(lambda given: record_type(**{_key(record_type, k): v for k, v in given.items()}))


def _key(record_type: type[BaseModel], name: str) -> str:
    return record_type.model_fields[name].alias or name


ANY_ITEM: st.SearchStrategy[Item] = st.one_of(*map(records, ITEM_TYPES.values()))

TEXT = "Northland will withdraw its\nforces by 3 May, Ada Lind said; about 900 troops remain in Harbour City."


def article(id: str = "a1", text: str = TEXT, date: dt.date | None = dt.date(2031, 4, 30), **more: Any) -> Article:
    return Article(id=id, text=text, date=date, blocks=(Block(kind="body", start=0, end=len(text)),), **more)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def actor(name: str, code: str, country: str | None, **more: Any) -> Actor:
    return Actor(name=name, entity_text=name, code=code, country=country, **more)


NORTHLAND = actor("Northland", "NLD", "NLD")
LIND = actor("Ada Lind", "NLDGOV", "NLD", sector="GOV", office="minister; of state")
PACT = actor("PACT", "IGOPACT", None)
REBELS = actor("Free Coast", "CSTREBFC", "CST", sector="REB")


def item(kind: str, article_id: str = "a1", number: int = 0, *, date: dt.date | None = dt.date(2031, 5, 3), **more: Any) -> Item:
    """An item of a kind with everything that the kind needs; `number` makes its id, `more` sets fields."""
    said_so = [Attribution(source=LIND, cue="said")]
    own: dict[type[Item], dict[str, Any]] = {
        Event: {
            "actor": [NORTHLAND, REBELS],
            "recipient": [PACT],
            "event": "RETREAT",
            "mode": "withdraw",
            "context": ["military", "territory"],
            "quad_code": 2,
            "event_scale": 5.5,
            "cameo": "0874",
            "goldstein": 9.0,
            "status": "promised",
            "enddate": dt.date(2031, 5, 9),
            "date_info": DateInfo(precision="day", basis="3 May"),
            "event_loc": EventLoc(extracted_place="Harbour City", lat=1.5, lon=-2.25, geonameid=7),
            "size": {"troops": 900, "dead": 2},
            "attribution": said_so,
        },
        Statement: {
            "speaker": LIND,
            "cue": "said",
            "quoted": False,
            "content": span("Northland will withdraw its\nforces by 3 May"),
        },
        Figure: {"what": "troops", "value": 900.0, "unit": "persons", "approximate": True, "attribution": said_so},
        Talks: {
            "parties": [NORTHLAND, PACT],
            "channel": "in person",
            "mediator": None,
            "status": "planned",
            "next": NextRound(date=dt.date(2031, 6, 1), venue="Harbour City"),
        },
        Commitment: {"by": [NORTHLAND], "to": [], "what": span("withdraw its\nforces"), "due": dt.date(2031, 5, 3)},
        Position: {"actor": NORTHLAND, "issue": "troop withdrawal", "stance": "offers"},
        Forecast: {"by": LIND, "what": span("withdraw"), "window": Window(**{"from": None, "to": dt.date(2031, 5, 3)})},
        Finding: {"check": "dates", "severity": "warning", "span": span("3 May"), "message": "no such day", "basis": "calendar"},
        Place: {"name": "Harbour City", "lat": 1.5, "lon": -2.25},
        Time: {"type": "DATE", "value": "2031-05-03"},
        Mention: {"actor": NORTHLAND, "score": 0.75, "reasons": ["name"]},
    }
    made = ITEM_TYPES[kind]
    given: dict[str, Any] = {
        "id": f"{kind}-{article_id}-{number}",
        "article": article_id,
        "date": date,
        "text": TEXT,
        "text_info": TextInfo(start=0, end=len(TEXT)),
        "confidence": 0.75,
        "evidence": {"trigger": [span("withdraw")], "actor": [span("Northland"), span("Ada Lind")]},
        "coder": "tester 1",
        **own[made],
        **more,
    }
    return made(**given)


def one_of_each(article_id: str = "a1") -> list[Item]:
    return [item(kind, article_id) for kind in ITEM_TYPES]

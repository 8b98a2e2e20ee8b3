from __future__ import annotations

import datetime as dt
import random
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import DetenteError, RecordError, UnknownItem
from detente.model import ITEM_TYPES, Article, Item
from detente.model.derived import to_json
from detente.store import Store, Unstorable, open_store
from made_items import NORTHLAND, REBELS, article, item, one_of_each, records


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with open_store(tmp_path / "record.duckdb") as opened:
        yield opened


def everything(store: Store) -> list[str]:
    return [to_json(i) for kind in ITEM_TYPES for i in store.items(kind)] + [a.model_dump_json() for a in store.articles()]


def test_what_is_put_comes_back_as_it_was(store: Store) -> None:
    put = article(title="Forces", publisher="Harbour Wire", source="a.txt")
    assert store.put(put, one_of_each()) == "added"
    assert store.article("a1") == put
    for made in one_of_each():
        assert list(store.items(made.kind)) == [made]
        assert to_json(next(store.items(made.kind))) == to_json(made)
        assert store.item(made.id) == made
    assert store.counts() == {"article": 1, **dict.fromkeys(ITEM_TYPES, 1)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(ITEM_TYPES)).flatmap(lambda kind: records(ITEM_TYPES[kind])), records(Article))
def test_any_item_and_article_come_back(store: Store, made: Item, put: Article) -> None:
    made = made.model_copy(update={"article": put.id})
    # A cleared record without a new file: the same id is replaced, another one is added beside it.
    store.put(put, [made], coder="one")
    store.put(put, [made], coder="two")
    assert store.article(put.id) == put
    assert [i for i in store.items(made.kind) if i.article == put.id] == [made]


def test_the_same_article_again_changes_nothing(store: Store) -> None:
    store.put(article(), one_of_each())
    before = everything(store)
    assert store.put(article(), one_of_each()) == "unchanged"
    assert store.put(article(source="elsewhere.txt"), one_of_each()) == "unchanged"
    assert everything(store) == before


@pytest.mark.parametrize(
    "changed", [{"text": "Something else."}, {"date": dt.date(2031, 5, 1)}, {"title": "New"}, {"publisher": "X"}], ids=str
)
def test_a_changed_article_replaces_all_its_items(store: Store, changed: dict[str, Any]) -> None:
    store.put(article(), one_of_each())
    store.put(article("a2"), one_of_each("a2"))
    assert store.put(article(**changed), [item("event", number=9)]) == "replaced"
    assert store.counts() == {"article": 2, **dict.fromkeys(ITEM_TYPES, 1), "event": 2}
    assert [i.id for i in store.items("event")] == ["event-a1-9", "event-a2-0"]
    assert [i.article for i in store.items("time")] == ["a2"]


def test_another_coder_replaces(store: Store) -> None:
    store.put(article(), one_of_each())
    assert store.put(article(), [item("event", coder="tester 2")]) == "replaced"
    assert store.put(article(), [], coder="tester 3") == "replaced"
    assert store.put(article(), [], coder="tester 3") == "unchanged"
    assert store.holds(article(), "tester 3")
    assert not store.holds(article(), "tester 2")
    assert not store.holds(article(title="New"), "tester 3")
    assert not store.holds(article("a2"), "tester 3")


def test_items_that_no_record_can_hold(store: Store) -> None:
    store.put(article(), one_of_each())
    before = everything(store)
    with pytest.raises(Unstorable, match="a3"):
        store.put(article(), [item("event", "a3")], coder="x")
    with pytest.raises(Unstorable, match="event-a1-0"):
        store.put(article(), [item("event"), item("event", status="failed")], coder="x")
    with pytest.raises(Unstorable):
        store.put(article(), [item("event", size={"dead": 2**63})], coder="x")
    assert everything(store) == before
    assert store.put(article(), [item("event"), item("event")], coder="x") == "replaced"
    assert store.counts()["event"] == 1


def test_order_does_not_depend_on_the_order_of_putting(tmp_path: Path) -> None:
    days = [None, dt.date(2031, 1, 1), dt.date(2031, 1, 2)]
    told = []
    for seed in (1, 2):
        numbers = list(range(12))
        random.Random(seed).shuffle(numbers)
        with open_store(tmp_path / f"{seed}.duckdb") as store:
            for n in numbers:
                store.put(
                    article(f"a{n:02}", date=days[n % 3]), [item("event", f"a{n:02}", k, date=days[(n + k) % 3]) for k in (1, 0)]
                )
            told.append(everything(store))
            found = list(store.items("event"))
    assert told[0] == told[1]
    assert found == sorted(found, key=lambda i: (i.date is None, i.date or dt.date.min, i.article, i.text_info.start, i.id))
    assert found[-1].date is None


def ids(store: Store, kind: str, **filters: Any) -> list[str]:
    return [i.id.removeprefix(f"{kind}-a1-") for i in store.items(kind, **filters)]


def test_filters(store: Store) -> None:
    day = dt.date(2031, 5, 3)
    store.put(
        article(),
        [
            item("event", number=1, enddate=None),
            item("event", number=2, date=day + dt.timedelta(2), enddate=None, actor=[REBELS], event="ASSAULT", context=[]),
            item("event", number=3, date=None, enddate=None, recipient=[]),
            item("event", number=4, date=day - dt.timedelta(9), enddate=day, actor=[NORTHLAND], recipient=[]),
            item("position", number=1),
            item("position", number=2, actor=REBELS, stance="refuses", issue="Customs"),
            item("statement", number=1, speaker=None),
            item("statement", number=2),
            *[made for made in one_of_each() if made.kind not in {"event", "position", "statement"}],
        ],
    )
    assert ids(store, "event") == ["4", "1", "2", "3"]
    assert ids(store, "event", since=day) == ["4", "1", "2"]
    assert ids(store, "event", until=day) == ["4", "1"]
    assert ids(store, "event", since=day + dt.timedelta(1), until=day + dt.timedelta(2)) == ["2"]
    assert ids(store, "event", type="assault") == ["2"]
    assert ids(store, "event", issue="Military") == ["4", "1", "3"]
    assert ids(store, "event", party="nld") == ["4", "1", "3"]
    assert ids(store, "event", party="free coast") == ["1", "2", "3"]
    assert ids(store, "event", party="CSTREBFC") == ["1", "2", "3"]
    assert ids(store, "event", party="Pact") == ids(store, "event", party="IGOPACT") == ["1", "2"]
    assert ids(store, "event", party="PACT", type="RETREAT") == ["1"]
    assert ids(store, "event", party="x' or true --") == []
    assert ids(store, "position", type="refuses") == ids(store, "position", issue="customs") == ["2"]
    assert ids(store, "statement", party="Ada Lind") == ["2"]
    assert ids(store, "figure", party="NLD", type="persons") == ["0"]
    assert ids(store, "figure", party="CST") == []
    assert ids(store, "talks", party="PACT", type="in person") == ["0"]
    assert ids(store, "forecast", party="nldgov") == ["0"]
    assert ids(store, "finding", type="dates") == ["0"]


@pytest.mark.parametrize(
    ("kind", "filters"),
    [
        ("rumour", {}),
        ("place", {"party": "X"}),
        ("statement", {"type": "X"}),
        ("talks", {"issue": "X"}),
        ("event; drop table event", {}),
    ],
)
def test_a_filter_that_the_kind_knows_nothing_of(store: Store, kind: str, filters: dict[str, str]) -> None:
    with pytest.raises(DetenteError):
        store.items(kind, **filters)


def test_unknown_ids(store: Store) -> None:
    store.put(article(), one_of_each())
    for id in ("event-nowhere", "", "rumour-1", "' or 1=1"):
        with pytest.raises(UnknownItem):
            store.item(id)
        with pytest.raises(UnknownItem):
            store.article(id)


def test_an_id_that_does_not_begin_with_its_kind_is_found(store: Store) -> None:
    odd = item("time", id="odd")
    store.put(article(), [odd])
    assert store.item("odd") == odd


def test_reading_while_writing_and_from_threads(store: Store) -> None:
    for n in range(3):
        store.put(article(f"a{n}"), one_of_each(f"a{n}"))
    reading = store.items("event")
    first = next(reading)
    store.put(article("a9"), one_of_each("a9"))
    assert [first.article, *[i.article for i in reading]] == ["a0", "a1", "a2"]
    counted: list[int] = []
    threads = [threading.Thread(target=lambda: counted.append(len(list(store.items("event"))))) for _ in range(4)]
    threads += [threading.Thread(target=lambda n=n: store.put(article(f"b{n}"), one_of_each(f"b{n}"))) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counted) == 4
    assert store.counts()["event"] == 8


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "record.duckdb")
    store.close()
    store.close()
    with pytest.raises(RecordError, match="closed"):
        store.counts()
